import { CALIBRATOR_NAMES, type CalibratorName } from '../calibration/calibrators/calibrator';
import { barycentreNote, CALIBRATORS } from './calibrators';
import { useExplorer, useExplorerState, useSettings } from './context';
import styles from './calibrator.module.css';

/** Which calibrator shapes the numbers, with the sentence that says what it does. `model`: whose decisions are shown. */
export function CalibratorPicker({ model }: { readonly model: string | null }) {
  const { settings, selectBin } = useExplorer();
  const { calibrator } = useSettings();
  const arm = useExplorerState(
    ({ catalogue }) => catalogue?.models.find(({ name }) => name === model)?.arm,
  );
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
