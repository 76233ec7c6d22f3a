import { useId, useState } from 'react';
import { CONTROL_STRINGS } from '../strings/controls';
import { useNumbers, useStrings } from '../strings/language';
import { FACTOR_RANGE } from '../state/settings';
import styles from './FactorSlider.module.css';

/** Ends of the slider; typed values may go further, to `FACTOR_RANGE`. */
const SLIDER = { min: Math.log10(0.05), max: Math.log10(100) };

type Props = {
  readonly name: string;
  readonly symbol: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly help: string;
};

/** A positive factor on a log slider with a typed value and a reset to 1. */
export function FactorSlider({ name, symbol, value, onChange, help }: Props) {
  const id = useId();
  const { sliders: strings } = useStrings(CONTROL_STRINGS);
  const { factor } = useNumbers();
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (text: string) => {
    const typed = Number(text.replace(',', '.'));
    if (text.trim() !== '' && typed > 0) onChange(typed);
    setDraft(null);
  };
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>
        {name} <i>{symbol}</i>
      </label>
      <input
        id={id}
        type="range"
        aria-label={name}
        aria-valuetext={`${symbol} = ${factor(value)}`}
        aria-description={help}
        min={SLIDER.min}
        max={SLIDER.max}
        step="any"
        value={Math.log10(value)}
        onChange={(event) => onChange(10 ** Number(event.target.value))}
        onKeyDown={(event) => {
          // The browser's own step on a continuous slider is too coarse to teach with.
          const step = { ArrowLeft: -0.02, ArrowDown: -0.02, ArrowRight: 0.02, ArrowUp: 0.02 }[
            event.key
          ];
          if (step === undefined) return;
          event.preventDefault();
          const exponent = Math.log10(value) + step;
          onChange(10 ** Math.min(SLIDER.max, Math.max(SLIDER.min, exponent)));
        }}
      />
      <input
        type="text"
        inputMode="decimal"
        aria-label={strings.value(name)}
        title={strings.range(factor(FACTOR_RANGE.min), factor(FACTOR_RANGE.max))}
        value={draft ?? factor(value)}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={(event) => draft !== null && commit(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit(event.currentTarget.value);
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      <button
        type="button"
        disabled={value === 1}
        onClick={() => onChange(1)}
        aria-label={strings.resetOf(name)}
      >
        {strings.reset}
      </button>
    </div>
  );
}
