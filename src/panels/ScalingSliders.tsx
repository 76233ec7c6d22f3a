import { useControls, useSettings } from './controls';
import { FactorSlider } from './FactorSlider';

type Props = { readonly temperature?: boolean; readonly scale?: boolean };

/** Temperature and decision-token scale: the same two in every panel, or one of them. */
export function ScalingSliders({ temperature: heat = true, scale: sharpness = true }: Props) {
  const { settings } = useControls();
  const { temperature, scale } = useSettings();
  return (
    <>
      {heat && (
        <FactorSlider
          name="Temperature"
          symbol="T"
          value={temperature}
          onChange={(value) => settings.change({ temperature: value })}
          help="Divides every logit: recolours the trace, rescales the decision, samples new traces."
        />
      )}
      {sharpness && (
        <FactorSlider
          name="Decision-token scale"
          symbol="α"
          value={scale}
          onChange={(value) => settings.change({ scale: value })}
          help="Multiplies the decision token's logits only."
        />
      )}
    </>
  );
}
