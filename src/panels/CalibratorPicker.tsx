import { CALIBRATOR_NAMES, type CalibratorName } from '../calibration/calibrators/calibrator';
import { CONTROL_STRINGS } from '../strings/controls';
import { useStrings } from '../strings/language';
import { useControls, useSettings } from './controls';
import styles from './calibrator.module.css';

/** Which calibrator shapes the numbers, with the sentence that says what it does. `arm`: of the model that is shown. */
export function CalibratorPicker({ arm }: { readonly arm: string | undefined }) {
  const { settings, selectBin } = useControls();
  const { calibrator } = useSettings();
  const { calibrator: strings, calibrators } = useStrings(CONTROL_STRINGS);
  // The bias that the barycentre correction undoes is that of the paper’s target alone.
  const applies = arm === 'ca-paper';
  return (
    <div className={styles.picker}>
      <label>
        {strings.label}{' '}
        <select
          value={calibrator ?? ''}
          onChange={({ target }) => {
            selectBin(null);
            settings.change({
              calibrator: target.value === '' ? null : (target.value as CalibratorName),
            });
          }}
        >
          <option value="">{strings.none}</option>
          {CALIBRATOR_NAMES.map((name) => (
            <option key={name} value={name}>
              {calibrators[name].title}
            </option>
          ))}
        </select>
      </label>
      <p>{calibrator === null ? strings.about : calibrators[calibrator].sentence}</p>
      {calibrator === 'barycentre' && (
        <p data-warning={!applies}>
          {applies ? strings.barycentre.applies : strings.barycentre.warning}
        </p>
      )}
    </div>
  );
}
