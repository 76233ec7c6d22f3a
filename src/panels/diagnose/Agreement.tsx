import { DotRows, MarkKey, type RowMark } from '../../charts/DotRows';
import type { Subject } from '../../state/subject';
import type { Agreement as AgreementData } from '../../traces/agreement';
import { percent, probability } from '../numbers';
import shared from '../panels.module.css';

type Props = { readonly of: AgreementData; readonly subject: Subject };

/** Self-consistency beside token confidence and posterior, one row an option. */
export function Agreement({ of, subject }: Props) {
  const { options, majority, decided } = of;
  const { posterior, labels, optionTexts, gold } = subject;
  const rows = labels.map((label, i) => {
    const { chosen, confidence } = options[i]!;
    const marks: RowMark[] = [
      ...(posterior === null ? [] : [{ shape: 'tick' as const, value: posterior[i]! }]),
      { shape: 'ring', value: chosen.share, range: chosen.interval },
      { shape: 'diamond', value: confidence, colour: 'var(--accent)' },
    ];
    return { label, text: `${optionTexts[i]!}${i === gold ? ' (gold)' : ''}`, marks };
  });
  const most = options[majority];
  const sentence =
    most === undefined
      ? 'No rollout decided.'
      : `Most rollouts decide for ${labels[majority]}: ${most.chosen.count} of ${decided}. ` +
        `Those are ${probability(most.confidence)} sure of it` +
        (posterior === null
          ? '.'
          : `; given the case alone it is right with probability ${probability(posterior[majority]!)}.`);
  return (
    <section className={shared.section} aria-label="Agreement">
      <h3>Agreement, token confidence and posterior</h3>
      <p>
        {sentence}
        {most !== undefined && (
          <span className={shared.quiet}>
            {' '}
            Agreement {percent(most.chosen.share)}, 95 % interval{' '}
            {percent(most.chosen.interval.low)} – {percent(most.chosen.interval.high)}, n ={' '}
            {decided}
          </span>
        )}
      </p>
      <MarkKey
        marks={[
          { shape: 'ring', name: 'share of the rollouts, 95 % interval' },
          {
            shape: 'diamond',
            colour: 'var(--accent)',
            name: 'mean p(decision token) of those rollouts',
          },
          ...(posterior === null ? [] : [{ shape: 'tick' as const, name: 'posterior' }]),
        ]}
      />
      <DotRows title="Agreement by option" summary={sentence} rows={rows} />
    </section>
  );
}
