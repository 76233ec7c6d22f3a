import { LEARN_STRINGS } from '../../strings/learn';
import { useNumbers, useStrings } from '../../strings/language';
import type { Answer } from '../../state/learn/judge';
import type { StepName } from '../../state/view/learn';

/** An answer of a step as text: a percentage, or the words of the choice. */
export function useAnswerText(step: StepName): (answer: Answer) => string {
  const { course } = useStrings(LEARN_STRINGS);
  const { percent } = useNumbers();
  const choices = course[step].choices as Readonly<Record<string, string>>;
  return (answer) => (typeof answer === 'number' ? percent(answer) : (choices[answer] ?? answer));
}
