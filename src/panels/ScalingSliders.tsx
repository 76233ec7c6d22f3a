import { CONTROL_STRINGS } from '../strings/controls';
import { useStrings } from '../strings/language';
import { useExplorer, useSettings } from './context';
import { FactorSlider } from './FactorSlider';

/** Temperature and decision-token scale: the same two in every panel. */
export function ScalingSliders() {
  const { settings } = useExplorer();
  const { sliders } = useStrings(CONTROL_STRINGS);
  const { temperature, scale } = useSettings();
  return (
    <>
      <FactorSlider
        name={sliders.temperature}
        symbol="T"
        value={temperature}
        onChange={(value) => settings.change({ temperature: value })}
        help={sliders.temperatureHelp}
      />
      <FactorSlider
        name={sliders.scale}
        symbol="α"
        value={scale}
        onChange={(value) => settings.change({ scale: value })}
        help={sliders.scaleHelp}
      />
    </>
  );
}
