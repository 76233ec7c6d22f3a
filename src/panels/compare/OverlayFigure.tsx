import { useMemo, useRef } from 'react';
import { OverlayDiagram } from '../../charts/OverlayDiagram';
import type { Catalogue } from '../../state/catalogue';
import type { Side } from '../../state/compare/sides';
import { reliability } from '../../state/reliability';
import type { DecisionTable } from '../../traces/decisionTable';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';
import { OverlayBins } from './OverlayBins';
import { OverlayNumbers } from './OverlayNumbers';
import { differenceSentence } from './sentences';
import { useOpenCases } from './useOpenCases';
import { useOverlayFigures } from './useOverlay';
import { useSeenSettings } from './useSeenSettings';
import { useWords } from './useWords';
import styles from './overlay.module.css';

type Props = {
  readonly pair: readonly [Side, Side];
  readonly names: readonly [string, string];
  readonly tables: readonly [DecisionTable, DecisionTable];
  readonly catalogue: Catalogue;
};

/** Diagram, figures and the sentence that says what changed from one side to the other. */
export function OverlayFigure({ pair, names, tables, catalogue }: Props) {
  const words = useWords();
  const say = useSay();
  const { overlay: strings } = words.strings;
  const root = useRef<HTMLDivElement>(null);
  const settings = useSeenSettings(root);
  const open = useOpenCases();
  const [first, second] = tables;
  const diagrams = useMemo(
    () => [reliability(first, settings), reliability(second, settings)] as const,
    [first, second, settings],
  );
  const { figures, agreement, own, fresh } = useOverlayFigures(first, second);
  const arms = tables.map(
    ({ provenance }) => catalogue.models.find(({ name }) => name === provenance.model)?.arm ?? '',
  ) as [string, string];
  const difference = own?.differences[0] ?? null;
  const sentence = sentenceOf();
  const onOpen = (side: number, bin: number) => open(pair[side as 0 | 1], bin);
  const summary = names
    .map((name, i) => {
      const { n, accuracy, ece, meanConfidence } = diagrams[i as 0 | 1];
      return strings.side(name, n, accuracy, meanConfidence, ece);
    })
    .join(' ');

  function sentenceOf(): string {
    if (first === second) return strings.same;
    if (agreement === null || agreement.n === 0) return strings.apart;
    if (figures.status === 'failed') return say(figures.message);
    if (difference === null) return strings.computing;
    return differenceSentence(names[0], names[1], difference, agreement.share, words);
  }

  return (
    <div className={styles.figure} ref={root}>
      <OverlayDiagram
        title={strings.figure(names[0], names[1])}
        summary={summary}
        sides={names.map((name, i) => ({
          name,
          arm: arms[i]!,
          bins: diagrams[i as 0 | 1].bins,
          confidence: diagrams[i as 0 | 1].confidence,
        }))}
        onOpen={onOpen}
      />
      <div className={styles.words}>
        <p className={shared.lead} data-fresh={fresh} role="status" aria-label={strings.changed}>
          {sentence}
        </p>
        {figures.status === 'failed' && (
          <button type="button" onClick={figures.resume}>
            {words.strings.again}
          </button>
        )}
        <OverlayNumbers names={names} arms={arms} now={diagrams} figures={own} fresh={fresh} />
        <p className={shared.quiet}>{strings.note}</p>
        <OverlayBins names={names} diagrams={diagrams} onOpen={onOpen} />
      </div>
    </div>
  );
}
