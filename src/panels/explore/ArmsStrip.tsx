import { memo, useCallback, useDeferredValue, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { Miniature } from '../../charts/Miniature';
import { armTitle } from '../../strings/arms';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useLocale, useNumbers, useStrings } from '../../strings/language';
import type { ModelEntry } from '../../state/catalogue';
import { shippedEntry } from '../../state/explorerState';
import { reliability } from '../../state/reliability';
import type { DecisionTable } from '../../traces/decisionTable';
import { useExplorer, useExplorerState } from '../context';
import { useSettings } from '../controls';
import { useNear } from '../useNear';
import { useSay } from '../../strings/messages';
import styles from './arms.module.css';

type TileProps = {
  readonly table: DecisionTable;
  readonly model: string;
  readonly about: ModelEntry | undefined;
  readonly chosen: boolean;
  readonly onChoose: (model: string, about: ModelEntry | undefined) => void;
};

/** A model's small diagram and its numbers. */
const Tile = memo(function Tile({ table, model, about, chosen, onChoose }: TileProps) {
  const { arms: strings } = useStrings(EXPLORE_STRINGS);
  const { percent } = useNumbers();
  const locale = useLocale();
  // The large diagram goes first: the strip follows a slider as time allows.
  const settings = useDeferredValue(useSettings());
  const diagram = useMemo(() => reliability(table, settings), [table, settings]);
  return (
    <label className={styles.arm} data-chosen={chosen}>
      <input type="radio" name="arm" checked={chosen} onChange={() => onChoose(model, about)} />
      <Miniature arm={about?.arm ?? ''} bins={diagram.bins} n={diagram.n} />
      <strong>{armTitle(locale, about ?? { arm: '', title: model })}</strong>
      <span>
        {strings.accuracy} <b>{percent(diagram.accuracy)}</b>
      </span>
      <span>
        ECE <b>{percent(diagram.ece)}</b>
      </span>
      <span>
        <i>n</i> <b>{diagram.n}</b>
      </span>
    </label>
  );
});

function Strip({ near }: { readonly near: boolean }) {
  const { arms, choose, store } = useExplorer();
  const { arms: strings } = useStrings(EXPLORE_STRINGS);
  const say = useSay();
  const catalogue = useExplorerState((state) => state.catalogue);
  const { task, model } = useExplorerState((state) => state.choice);
  const shown = useDeferredValue(useStore(arms.store));
  // The other arms wait for the diagram, on a slow line above all.
  const waits = useExplorerState(
    (state) => state.shipped === null && state.error === null && shippedEntry(state) !== undefined,
  );
  useEffect(() => {
    if (near && catalogue !== null && !waits) void arms.show(catalogue, task);
  }, [arms, catalogue, near, task, waits]);
  const open = useCallback(
    (name: string, about: ModelEntry | undefined) => {
      const { dtype } = store.getState().choice;
      const has = about?.dtypes.some((one) => one.name === dtype) === true;
      void choose({ model: name, dtype: has ? dtype : 'q8' });
    },
    [choose, store],
  );
  if (shown.error !== null) return <p className={styles.error}>{say(shown.error)}</p>;
  if (shown.arms.length < 2) return null;
  return (
    <section className={styles.strip} aria-label={strings.label} aria-busy={shown.task !== task}>
      <h2>{strings.title}</h2>
      <div className={styles.arms} role="radiogroup" aria-label={strings.arm}>
        {shown.arms.map((arm) => (
          <Tile
            key={arm.model}
            {...arm}
            about={catalogue?.models.find(({ name }) => name === arm.model)}
            chosen={arm.model === model}
            onChoose={open}
          />
        ))}
      </div>
    </section>
  );
}

/** Every shipped model on the current task, side by side under the same sliders; one click opens it. */
export function ArmsStrip() {
  // On a phone they are below the diagram: nobody may ever scroll there.
  const [place, near] = useNear<HTMLDivElement>();
  return (
    <div ref={place} className={styles.place}>
      <Strip near={near} />
    </div>
  );
}
