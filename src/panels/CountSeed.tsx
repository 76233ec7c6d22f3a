import { useState, type ReactNode } from 'react';
import { CONTROL_STRINGS } from '../strings/controls';
import { useStrings } from '../strings/language';
import shared from './panels.module.css';

type Props = {
  readonly name: string;
  readonly count: number;
  readonly most: number;
  readonly seed: number;
  readonly disabled: boolean;
  /** Text of the button for a number of things. */
  readonly verb: (count: number) => string;
  readonly onRun: (count: number, seed: number) => void;
  /** Further controls, ahead of the button. */
  readonly children?: ReactNode;
};

/** How many, from which seed, and the button that starts. */
export function CountSeed(props: Props) {
  const { name, most, disabled, verb, onRun, children } = props;
  const { run: strings } = useStrings(CONTROL_STRINGS);
  const [count, setCount] = useState(String(props.count));
  const [seed, setSeed] = useState(String(props.seed));
  const n = Number(count);
  const countValid = Number.isInteger(n) && n >= 1 && n <= most;
  const seedValid = /^\d{1,15}$/.test(seed);
  return (
    <form
      className={shared.section}
      onSubmit={(event) => {
        event.preventDefault();
        if (countValid && seedValid && !disabled) onRun(n, Number(seed));
      }}
    >
      <div className={shared.controls}>
        <label>
          {name}
          <input
            type="number"
            min={1}
            max={most}
            value={count}
            onChange={(event) => setCount(event.target.value)}
          />
        </label>
        <label>
          {strings.seed}
          <input
            inputMode="numeric"
            size={9}
            value={seed}
            onChange={(event) => setSeed(event.target.value.trim())}
          />
        </label>
        {children}
        <button
          type="submit"
          className={shared.primary}
          disabled={!countValid || !seedValid || disabled}
        >
          {verb(countValid ? n : props.count)}
        </button>
      </div>
      {!countValid && <p className={shared.problem}>{strings.count(most)}</p>}
      {!seedValid && <p className={shared.problem}>{strings.badSeed}</p>}
    </form>
  );
}
