import type { Binning } from '../../calibration/bins';
import { useControls, useSettings } from '../controls';
import styles from '../fields.module.css';

/** How decisions are put into bins. */
export function BinningPicker() {
  const { settings, selectBin } = useControls();
  const { bins, binning } = useSettings();
  return (
    <div className={styles.pair}>
      <label>
        Binning
        <select
          value={binning}
          onChange={(event) => {
            selectBin(null);
            settings.change({ binning: event.target.value as Binning });
          }}
        >
          <option value="equal-mass">equal mass</option>
          <option value="equal-width">equal width</option>
        </select>
      </label>
      <label>
        Bins
        <select
          value={bins}
          onChange={(event) => {
            selectBin(null);
            settings.change({ bins: Number(event.target.value) });
          }}
        >
          {[5, 10, 15, 20, 30].map((count) => (
            <option key={count}>{count}</option>
          ))}
        </select>
      </label>
    </div>
  );
}
