import { useId, useState, type SyntheticEvent } from 'react';
import { LEARN_STRINGS } from '../../strings/learn';
import { useStrings } from '../../strings/language';
import { readNumber } from '../../strings/numbers';
import { COURSE } from '../../state/learn/course';
import type { Answer } from '../../state/learn/judge';
import type { StepName } from '../../state/view/learn';
import styles from './prediction.module.css';
import shared from '../panels.module.css';

type Props = {
  readonly step: StepName;
  /** The prediction that was made. */
  readonly answer: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
};

/** The question, and until it is answered the field or the choices for a prediction. */
export function Prediction({ step, answer, onAnswer }: Props) {
  const strings = useStrings(LEARN_STRINGS);
  const { question, choices } = strings.course[step];
  const asked = COURSE[step].question;
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const problemId = useId();
  if (answer !== undefined) return <p className={styles.question}>{question}</p>;
  const texts = choices as Readonly<Record<string, string>>;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const share = readNumber(typed.replace('%', '')) / 100;
    const given = asked.kind === 'choice' ? chosen : share >= 0 && share <= 1 ? share : null;
    setRefused(given === null);
    if (given !== null) onAnswer(given);
  };
  return (
    <form className={styles.prediction} onSubmit={submit}>
      <fieldset aria-describedby={refused ? problemId : undefined}>
        <legend className={styles.question}>{question}</legend>
        {asked.kind === 'choice' ? (
          asked.choices.map((name) => (
            <label key={name} className={styles.choice}>
              <input
                type="radio"
                name={`predict-${step}`}
                value={name}
                checked={chosen === name}
                onChange={() => setChosen(name)}
              />
              {texts[name]}
            </label>
          ))
        ) : (
          <label className={styles.share}>
            {strings.percent}
            <input
              type="text"
              inputMode="decimal"
              autoComplete="off"
              size={6}
              value={typed}
              aria-invalid={refused}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
        )}
      </fieldset>
      <p id={problemId} role="alert" className={shared.problem}>
        {refused && (asked.kind === 'choice' ? strings.chooseOne : strings.between)}
      </p>
      <button type="submit" className={shared.primary}>
        {strings.submit}
      </button>
    </form>
  );
}
