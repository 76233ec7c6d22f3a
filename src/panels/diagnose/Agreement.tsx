import { DotRows, MarkKey, type RowMark } from '../../charts/DotRows';
import type { Subject } from '../../state/subject';
import type { Agreement as AgreementData } from '../../traces/agreement';
import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import { useStrings } from '../../strings/language';
import shared from '../panels.module.css';

type Props = { readonly of: AgreementData; readonly subject: Subject };

/** Self-consistency beside token confidence and posterior, one row an option. */
export function Agreement({ of, subject }: Props) {
  const { gold: goldWord, rollouts } = useStrings(DIAGNOSE_STRINGS);
  const strings = rollouts.agreement;
  const { options, majority, decided } = of;
  const { posterior, labels, optionTexts, gold } = subject;
  const rows = labels.map((label, i) => {
    const { chosen, confidence } = options[i]!;
    const marks: RowMark[] = [
      ...(posterior === null ? [] : [{ shape: 'tick' as const, value: posterior[i]! }]),
      { shape: 'ring', value: chosen.share, range: chosen.interval },
      { shape: 'diamond', value: confidence, colour: 'var(--accent)' },
    ];
    return { label, text: `${optionTexts[i]!}${i === gold ? ` (${goldWord})` : ''}`, marks };
  });
  const most = options[majority];
  const sentence =
    most === undefined
      ? strings.undecided
      : strings.majority(labels[majority]!, most.chosen.count, decided, most.confidence) +
        (posterior === null ? '.' : strings.posterior(posterior[majority]!));
  return (
    <section className={shared.section} aria-label={strings.label}>
      <h3>{strings.title}</h3>
      <p>
        {sentence}
        {most !== undefined && (
          <span className={shared.quiet}>
            {' '}
            {strings.share(most.chosen.share, most.chosen.interval, decided)}
          </span>
        )}
      </p>
      <MarkKey
        marks={[
          { shape: 'ring', name: strings.marks.share },
          {
            shape: 'diamond',
            colour: 'var(--accent)',
            name: strings.marks.confidence,
          },
          ...(posterior === null
            ? []
            : [{ shape: 'tick' as const, name: strings.marks.posterior }]),
        ]}
      />
      <DotRows title={strings.chart} summary={sentence} rows={rows} />
    </section>
  );
}
