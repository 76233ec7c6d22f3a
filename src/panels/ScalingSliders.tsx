import { CONTROL_STRINGS } from '../strings/controls';
import { useStrings } from '../strings/language';
import { useControls, useSettings } from './controls';
import { FactorSlider } from './FactorSlider';

type Props = { readonly temperature?: boolean; readonly scale?: boolean };

/** Temperature and decision-token scale: the same two in every panel, or one of them. */
export function ScalingSliders({ temperature: heat = true, scale: sharpness = true }: Props) {
  const { settings } = useControls();
  const { sliders } = useStrings(CONTROL_STRINGS);
  const { temperature, scale } = useSettings();
  return (
    <>
      {heat && (
        <FactorSlider
          name={sliders.temperature}
          symbol="T"
          value={temperature}
          onChange={(value) => settings.change({ temperature: value })}
          help={sliders.temperatureHelp}
        />
      )}
      {sharpness && (
        <FactorSlider
          name={sliders.scale}
          symbol="α"
          value={scale}
          onChange={(value) => settings.change({ scale: value })}
          help={sliders.scaleHelp}
        />
      )}
    </>
  );
}
