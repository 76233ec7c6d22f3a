import { readAnswers, type Answers } from './answers';

const FORMAT = 'calibration-explorer/predictions';
const VERSION = 1;
/** Bytes; a file with all answers has under a thousand. */
export const MOST_BYTES = 64_000;
const ID = /^[0-9a-f]{16}$/;
const MOST_NAME = 60;

/** One learner's predictions. `learner`: random, so that the same file is not counted twice; `name`: as typed, or empty. */
export type AnswersFile = {
  readonly learner: string;
  readonly name: string;
  readonly answers: Answers;
};

export type Refusal = 'big' | 'json' | 'format' | 'version' | 'empty';

export function writeAnswersFile({ learner, name, answers }: AnswersFile): string {
  const record = {
    format: FORMAT,
    version: VERSION,
    learner,
    name: name.slice(0, MOST_NAME),
    answers,
  };
  return `${JSON.stringify(record, null, 1)}\n`;
}

/** Reads an untrusted file; what is wrong with it comes back as a reason. `ignored`: entries that are no valid prediction. */
export function readAnswersFile(
  text: string,
): { readonly file: AnswersFile; readonly ignored: number } | { readonly refused: Refusal } {
  if (text.length > MOST_BYTES) return { refused: 'big' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { refused: 'json' };
  }
  if (typeof value !== 'object' || value === null) return { refused: 'format' };
  const { format, version, learner, name, answers } = value as Record<string, unknown>;
  if (format !== FORMAT || typeof learner !== 'string' || !ID.test(learner))
    return { refused: 'format' };
  if (version !== VERSION) return { refused: 'version' };
  const read = readAnswers(answers);
  if (Object.keys(read.answers).length === 0) return { refused: 'empty' };
  const called = typeof name === 'string' ? name.slice(0, MOST_NAME) : '';
  return { file: { learner, name: called, answers: read.answers }, ignored: read.ignored };
}

/** A name for a new learner: 64 random bits. */
export function newLearner(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
