import { useId, useMemo } from 'react';
import type { Catalogue } from '../../state/catalogue';
import { presetsOf, writeSide, type Side } from '../../state/compare/sides';
import type { TablesState } from '../../state/compare/tables';
import { useExplorer, useExplorerState } from '../context';
import { useSay } from '../../strings/messages';
import type { Say } from '../../strings/messages/say';
import shared from '../panels.module.css';
import { OverlayFigure } from './OverlayFigure';
import { RunOffer } from './RunOffer';
import { SidePicker } from './SidePicker';
import { sideNames } from './sideNames';
import { tableOf } from './useOverlay';
import { useWords, type Words } from './useWords';
import styles from './overlay.module.css';

type Props = {
  readonly catalogue: Catalogue;
  readonly sides: { readonly a: Side | null; readonly b: Side | null };
  readonly files: TablesState['files'];
};

/** Why a side has nothing to draw yet. */
function missing(side: Side, files: TablesState['files'], { strings }: Words, say: Say): string {
  if (side.kind === 'run') return strings.overlay.noRun;
  const file = files.get(side.entry.decisions);
  return file?.status === 'failed' ? say(file.message) : strings.overlay.fetching;
}

/** Any two tables in one diagram: arms, weights of one model, tasks, greedy against sampled reasoning. */
export function Overlay({ catalogue, sides, files }: Props) {
  const { view } = useExplorer();
  const words = useWords();
  const say = useSay();
  const { overlay: strings } = words.strings;
  const title = useId();
  const choice = useExplorerState((state) => state.choice);
  const table = useExplorerState((state) => state.runTable);
  const sampling = useExplorerState((state) => state.runSampling);
  const { a, b } = sides;
  const pair = useMemo(() => (a === null || b === null ? null : ([a, b] as const)), [a, b]);
  if (pair === null) return null;
  const run = { table: table !== null && table.usable.length > 0 ? table : null, sampling };
  const names = sideNames(pair, catalogue, run, words);
  const tables = pair.map((side) => tableOf(side, files, run.table));
  const [first, second] = tables;
  const pick = (key: 'a' | 'b') => (text: string) =>
    view.change('compare', { a: writeSide(pair[0]), b: writeSide(pair[1]), [key]: text });
  const shipped = pair.find((side) => side.kind === 'shipped');
  const fallback = shipped?.kind === 'shipped' ? shipped.entry : choice;
  const lacking = pair.find((_, i) => tables[i] === null);
  return (
    <section className={shared.section} aria-labelledby={title}>
      <h2 id={title}>{strings.title}</h2>
      <div className={styles.pickers}>
        {(['a', 'b'] as const).map((key, i) => (
          <SidePicker
            key={key}
            name={i === 0 ? strings.first : strings.second}
            second={i === 1}
            side={pair[i as 0 | 1]}
            catalogue={catalogue}
            fallback={fallback}
            onPick={pick(key)}
          />
        ))}
      </div>
      <div className={styles.presets} role="group" aria-label={strings.presets}>
        {presetsOf(catalogue, choice, { ...strings, title: words.modelTitle }).map((preset) => (
          <button
            key={preset.name}
            type="button"
            onClick={() => view.change('compare', { a: preset.a, b: preset.b })}
          >
            {preset.name}
          </button>
        ))}
        <button
          type="button"
          onClick={() => view.change('compare', { a: writeSide(pair[1]), b: writeSide(pair[0]) })}
        >
          {strings.swap}
        </button>
      </div>
      {pair.some((side) => side.kind === 'run') && (
        <RunOffer model={fallback.model} dtype={fallback.dtype} task={fallback.task} />
      )}
      {first == null || second == null ? (
        <p className={shared.empty}>
          {lacking === undefined ? '' : missing(lacking, files, words, say)}
        </p>
      ) : (
        <OverlayFigure pair={pair} names={names} tables={[first, second]} catalogue={catalogue} />
      )}
    </section>
  );
}
