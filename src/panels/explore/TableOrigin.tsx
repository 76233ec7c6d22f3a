import { EXPLORE_STRINGS } from '../../strings/explore';
import { useStrings } from '../../strings/language';
import { shownTable, type Origin } from '../../state/explorerState';
import { useExplorer, useExplorerState } from '../context';
import { PublishedPicker } from './PublishedPicker';
import styles from './diagram.module.css';

/** Which decisions the diagram shows: the shipped ones those of the latest run or those of a file. */
export function TableOrigin() {
  const { setOrigin } = useExplorer();
  const { origin: strings } = useStrings(EXPLORE_STRINGS);
  const origin = useExplorerState((state) => state.origin);
  const hasShipped = useExplorerState((state) => state.shipped !== null);
  const hasRun = useExplorerState((state) => state.run !== null);
  const imported = useExplorerState((state) => state.imported);
  const table = useExplorerState(shownTable);
  const provenance =
    table === null
      ? ''
      : `${table.provenance.model} · ${table.provenance.dtype} · ${table.provenance.backend}`;
  const origins: readonly (readonly [Origin, string])[] = [
    ...(hasShipped ? [['shipped', strings.shipped] as const] : []),
    ...(hasRun ? [['run', strings.run] as const] : []),
    ...(imported === null
      ? []
      : [
          [
            'imported',
            imported.collected ? strings.collected(imported.name) : strings.imported(imported.name),
          ] as const,
        ]),
  ];
  if (origins.length < 2)
    return (
      <>
        <PublishedPicker />
        <p className={styles.provenance}>{provenance}</p>
      </>
    );
  return (
    <>
      <PublishedPicker />
      <div className={styles.origin} role="radiogroup" aria-label={strings.label}>
        {origins.map(([value, name]) => (
          <label key={value}>
            <input
              type="radio"
              name="origin"
              checked={origin === value}
              onChange={() => setOrigin(value)}
            />
            {name}
          </label>
        ))}
        <span className={styles.provenance}>{provenance}</span>
      </div>
    </>
  );
}
