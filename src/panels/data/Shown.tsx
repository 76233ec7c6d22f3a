import { useMemo } from 'react';
import { tableEceBounds } from '../../state/tableBounds';
import { useExplorer, useExplorerState } from '../context';
import { useSettings } from '../controls';
import { DATA_STRINGS } from '../../strings/data';
import { useNumbers, useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import styles from './data.module.css';

/** The imported decisions that the other panels show, with what is not known of them. */
export function Shown() {
  const { setOrigin, view } = useExplorer();
  const imported = useExplorerState((state) => state.imported);
  const current = useExplorerState(({ origin }) => origin === 'imported');
  const settings = useSettings();
  const { shown: strings } = useStrings(DATA_STRINGS);
  const { percent, factor } = useNumbers();
  const bounds = useMemo(
    () => (imported === null ? null : tableEceBounds(imported.table, settings)),
    [imported, settings],
  );
  if (imported === null) return null;
  const { name, table } = imported;
  return (
    <section className={shared.section} aria-label={strings.title}>
      <h2>{strings.title}</h2>
      <p>
        <b>{name}</b>
        {strings.about(table.usable.length, table.chosen.length, table.provenance.model)}{' '}
        {!current && `${strings.others} `}
        <button
          type="button"
          onClick={() => {
            setOrigin('imported');
            view.change('page', { panel: 'explore' });
          }}
        >
          {strings.open}
        </button>
      </p>
      {bounds !== null && (
        <p role="status" aria-label={strings.bounds} className={styles.bounds}>
          {strings.between} <b>{percent(bounds.low)}</b> {strings.and} <b>{percent(bounds.high)}</b>
          {strings.outside(bounds.outside, bounds.n, bounds.partly)}{' '}
          <span className={shared.quiet}>
            {bounds.exact ? strings.exact : strings.enclosing}{' '}
            {strings.note(
              factor(settings.temperature),
              factor(settings.scale),
              settings.calibrator !== null,
            )}
          </span>
        </p>
      )}
    </section>
  );
}
