import { readOptions } from './prompt';

/** What a completion of an evidence task says, read strictly. */
export type Verdict = {
  /** Reasoning closed by `</think>`, a conclusion in it, and a decision that is one of the options. */
  readonly formatValid: boolean;
  /** Letter of the class the reasoning concludes with, or null. */
  readonly concluded: string | null;
  /** Letter after `Answer:`, or null. */
  readonly decided: string | null;
};

/**
 * Reads a completion (`<think> … </think>\nAnswer: X`, end-of-turn marker allowed) against its prompt.
 * `concluded` is the letter of the class *named* in the conclusion, by the prompt's option lines.
 */
export function verify(prompt: string, completion: string): Verdict {
  const options = readOptions(prompt);
  const parts = /^<think>\n([^]*)\n<\/think>\nAnswer: ([A-J])\s*(?:<\|im_end\|>)?\s*$/.exec(
    completion,
  );
  if (parts === null) return { formatValid: false, concluded: null, decided: null };
  const decided = options.some((option) => option.label === parts[2]) ? parts[2]! : null;
  const conclusion = /(?:^|\n)(?:On balance|First impression): ([^=\n]+) = [A-J]\.$/.exec(
    parts[1]!,
  );
  const concluded = options.find((option) => option.text === conclusion?.[1])?.label ?? null;
  return { formatValid: decided !== null && concluded !== null, concluded, decided };
}
