import type { StepName } from '../view/learn';
import { STEPS } from '../view/learn';
import { COURSE } from './course';
import type { Answer } from './judge';

/** The prediction made at each step: a share in [0, 1] or a choice. */
export type Answers = Readonly<Partial<Record<StepName, Answer>>>;

/** Can this be an answer of the step? */
export function isAnswer(step: StepName, value: unknown): value is Answer {
  const { question } = COURSE[step];
  if (question.kind === 'share') return typeof value === 'number' && value >= 0 && value <= 1;
  return typeof value === 'string' && question.choices.some((choice) => choice === value);
}

/** The valid answers of an untrusted record, and how many of its entries are none. */
export function readAnswers(value: unknown): { answers: Answers; ignored: number } {
  if (typeof value !== 'object' || value === null) return { answers: {}, ignored: 0 };
  const given = new Map<string, unknown>(Object.entries(value));
  const valid = STEPS.filter((step) => isAnswer(step, given.get(step)));
  return {
    answers: Object.fromEntries(valid.map((step) => [step, given.get(step)])),
    ignored: given.size - valid.length,
  };
}
