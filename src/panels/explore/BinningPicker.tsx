import { EXPLORE_STRINGS } from '../../strings/explore';
import { useStrings } from '../../strings/language';
import type { Binning } from '../../calibration/bins';
import { useControls, useSettings } from '../controls';
import styles from '../fields.module.css';

/** How decisions are put into bins. */
export function BinningPicker() {
  const { settings, selectBin } = useControls();
  const { bins, binning } = useSettings();
  const { bins: strings } = useStrings(EXPLORE_STRINGS);
  return (
    <div className={styles.pair}>
      <label>
        {strings.binning}
        <select
          value={binning}
          onChange={(event) => {
            selectBin(null);
            settings.change({ binning: event.target.value as Binning });
          }}
        >
          <option value="equal-mass">{strings.kinds['equal-mass']}</option>
          <option value="equal-width">{strings.kinds['equal-width']}</option>
        </select>
      </label>
      <label>
        {strings.bins}
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
