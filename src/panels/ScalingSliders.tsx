import { useControls, useSettings } from './controls';
import { FactorSlider } from './FactorSlider';

/** Temperature and decision-token scale: the same two in every panel. */
export function ScalingSliders() {
  const { settings } = useControls();
  const { temperature, scale } = useSettings();
  return (
    <>
      <FactorSlider
        name="Temperature"
        symbol="T"
        value={temperature}
        onChange={(value) => settings.change({ temperature: value })}
        help="Divides every logit: recolours the trace, rescales the decision, samples new traces."
      />
      <FactorSlider
        name="Decision-token scale"
        symbol="α"
        value={scale}
        onChange={(value) => settings.change({ scale: value })}
        help="Multiplies the decision token's logits only."
      />
    </>
  );
}
