import { useDeferredValue, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { Miniature } from '../../charts/Miniature';
import { armTitle } from '../../strings/arms';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useLocale, useNumbers, useStrings } from '../../strings/language';
import { shippedEntry } from '../../state/explorerState';
import { reliability } from '../../state/reliability';
import { useExplorer, useExplorerState } from '../context';
import { useSettings } from '../controls';
import { useSay } from '../../strings/messages';
import styles from './arms.module.css';

/** Every shipped model on the current task, side by side under the same sliders; one click opens it. */
export function ArmsStrip() {
  const { arms, choose } = useExplorer();
  const { arms: strings } = useStrings(EXPLORE_STRINGS);
  const { percent } = useNumbers();
  const locale = useLocale();
  const say = useSay();
  // The large diagram goes first: the strip follows a slider as time allows.
  const settings = useDeferredValue(useSettings());
  const catalogue = useExplorerState((state) => state.catalogue);
  const { task, model, dtype } = useExplorerState((state) => state.choice);
  const shown = useStore(arms.store);
  // The other arms wait for the diagram, on a slow line above all.
  const waits = useExplorerState(
    (state) => state.shipped === null && state.error === null && shippedEntry(state) !== undefined,
  );
  useEffect(() => {
    if (catalogue !== null && !waits) void arms.show(catalogue, task);
  }, [arms, catalogue, task, waits]);
  const rows = useMemo(
    () =>
      shown.arms.map((arm) => ({
        ...arm,
        about: catalogue?.models.find(({ name }) => name === arm.model),
        diagram: reliability(arm.table, settings),
      })),
    [shown, settings, catalogue],
  );
  if (shown.error !== null) return <p className={styles.error}>{say(shown.error)}</p>;
  if (rows.length < 2) return null;
  return (
    <section className={styles.strip} aria-label={strings.label}>
      <h2>
        {strings.title} <small>{strings.each(rows[0]!.diagram.n)}</small>
      </h2>
      <div className={styles.arms} role="radiogroup" aria-label={strings.arm}>
        {rows.map(({ model: name, about, diagram }) => (
          <label key={name} className={styles.arm} data-chosen={name === model}>
            <input
              type="radio"
              name="arm"
              checked={name === model}
              onChange={() =>
                void choose({
                  model: name,
                  dtype: about?.dtypes.some((d) => d.name === dtype) ? dtype : 'q8',
                })
              }
            />
            <Miniature arm={about?.arm ?? ''} bins={diagram.bins} n={diagram.n} />
            <strong>{armTitle(locale, about ?? { arm: '', title: name })}</strong>
            <span>
              {strings.accuracy} <b>{percent(diagram.accuracy)}</b>
            </span>
            <span>
              ECE <b>{percent(diagram.ece)}</b>
            </span>
          </label>
        ))}
      </div>
    </section>
  );
}
