import { CALIBRATOR_NAMES, type CalibratorName } from '../calibration/calibrators/calibrator';
import { barycentreNote, CALIBRATORS } from './calibrators';
import { useControls, useSettings } from './controls';
import styles from './calibrator.module.css';

/** Which calibrator shapes the numbers, with the sentence that says what it does. `arm`: of the model that is shown. */
export function CalibratorPicker({ arm }: { readonly arm: string | undefined }) {
  const { settings, selectBin } = useControls();
  const { calibrator } = useSettings();
  const note = calibrator === 'barycentre' ? barycentreNote(arm) : null;
  return (
    <div className={styles.picker}>
      <label>
        Calibrator{' '}
        <select
          value={calibrator ?? ''}
          onChange={({ target }) => {
            selectBin(null);
            settings.change({
              calibrator: target.value === '' ? null : (target.value as CalibratorName),
            });
          }}
        >
          <option value="">none</option>
          {CALIBRATOR_NAMES.map((name) => (
            <option key={name} value={name}>
              {CALIBRATORS[name].title}
            </option>
          ))}
        </select>
      </label>
      <p>
        {calibrator === null
          ? 'Learns from one half of the cases how much to trust a confidence, and is shown on the other half.'
          : CALIBRATORS[calibrator].sentence}
      </p>
      {note !== null && <p data-warning={!note.applies}>{note.sentence}</p>}
    </div>
  );
}
