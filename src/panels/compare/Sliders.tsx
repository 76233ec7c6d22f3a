import { FactorSlider } from '../FactorSlider';
import { useExplorer, useSettings } from '../context';
import styles from './sliders.module.css';

/** The two sliders that move every diagram of the panel. */
export function Sliders() {
  const { settings } = useExplorer();
  const { temperature, scale } = useSettings();
  return (
    <section className={styles.sliders} aria-label="Sliders">
      <FactorSlider
        name="Temperature"
        symbol="T"
        value={temperature}
        onChange={(value) => settings.change({ temperature: value })}
        help="Divides every logit."
      />
      <FactorSlider
        name="Decision-token scale"
        symbol="α"
        value={scale}
        onChange={(value) => settings.change({ scale: value })}
        help="Multiplies the decision token's logits only."
      />
    </section>
  );
}
