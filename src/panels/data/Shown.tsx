import { useMemo } from 'react';
import { importedEceBounds } from '../../state/import/imported';
import { useExplorer, useExplorerState } from '../context';
import { useSettings } from '../controls';
import { percent } from '../numbers';
import shared from '../panels.module.css';
import styles from './data.module.css';

/** The imported decisions that the other panels show, with what is not known of them. */
export function Shown() {
  const { setOrigin, view } = useExplorer();
  const imported = useExplorerState((state) => state.imported);
  const current = useExplorerState(({ origin }) => origin === 'imported');
  const settings = useSettings();
  const bounds = useMemo(
    () => (imported === null ? null : importedEceBounds(imported.table, settings)),
    [imported, settings],
  );
  if (imported === null) return null;
  const { name, table } = imported;
  return (
    <section className={shared.section} aria-label="In Explore">
      <h2>In Explore</h2>
      <p>
        <b>{name}</b>: {table.usable.length} of {table.chosen.length} decisions with gold,{' '}
        {table.provenance.model}. {!current && 'The other panels show other decisions now. '}
        <button
          type="button"
          onClick={() => {
            setOrigin('imported');
            view.change('page', { panel: 'explore' });
          }}
        >
          Open Explore
        </button>
      </p>
      {bounds !== null && (
        <p role="status" aria-label="ECE bounds" className={styles.bounds}>
          Expected calibration error between <b>{percent(bounds.low)}</b> and{' '}
          <b>{percent(bounds.high)}</b>: {bounds.outside} of {bounds.n} rows have an option outside
          the log
          {bounds.partly > 0 && `, ${bounds.partly} more a surface form of one`}.{' '}
          <span className={shared.quiet}>
            {bounds.exact
              ? 'Both ends can be attained. '
              : 'These ends enclose what can be attained. '}
            Sampling error comes on top. Explore’s single number counts what is outside as 0. At T ={' '}
            {settings.temperature}, α = {settings.scale}
            {settings.calibrator !== null && ', without the calibrator'}.
          </span>
        </p>
      )}
    </section>
  );
}
