import type { Token, Trace } from '../trace';

const THINK_END = '</think>';
/** What the decision token follows once the reasoning is closed. */
export const STATEMENT = '\nAnswer:';

/** The reasoning up to some step, closed: what the assistant's turn starts with when the decision is forced there. */
export type ForcedStep = {
  /** The line of reasoning that this step added; empty before the first. */
  readonly line: string;
  /** Token ids; a text only where the trace never closed its reasoning, so that the closing tokens are not known. */
  readonly prefix: readonly number[] | string;
};

/** Number of tokens up to each line break of the reasoning; the first is the one after `<think>`. */
export function lineEnds(texts: readonly string[]): number[] {
  const close = texts.findIndex((text) => text.includes(THINK_END));
  const reasoning = close < 0 ? texts : texts.slice(0, close);
  return reasoning.flatMap((text, i) => (text.includes('\n') ? [i + 1] : []));
}

/** The tokens between the last of the reasoning and the decision token, as the trace itself wrote them. */
function closing(trace: Trace): readonly Token[] | null {
  const { tokens, decision } = trace;
  const from = tokens.findIndex(({ text }) => text.includes(THINK_END));
  return from < 0 || decision.status === 'missing' ? null : tokens.slice(from, decision.tokenIndex);
}

/**
 * The reasoning of a trace cut after each of its lines and closed, from no line to all of them. The last prefix of a trace
 * with a decision is the trace up to its decision token, so the decision forced there is the trace's own (where it was
 * not drawn against the odds).
 */
export function forcedSteps(trace: Trace): ForcedStep[] {
  const texts = trace.tokens.map(({ text }) => text);
  const tail = closing(trace);
  let from = 0;
  return lineEnds(texts).map((end, step) => {
    const kept = trace.tokens.slice(0, end);
    const line = texts.slice(from, end).join('').trim();
    from = end;
    return {
      line: step === 0 ? '' : line,
      prefix:
        tail === null
          ? `${texts.slice(0, end).join('')}${THINK_END}${STATEMENT}`
          : [...kept, ...tail].map(({ id }) => id),
    };
  });
}

/**
 * First step from which the decision stays the one of the last step, or −1 where the last step has none. `chosen`: the
 * option of each step, −1 for none.
 */
export function formationStep(chosen: readonly number[]): number {
  const final = chosen.at(-1) ?? -1;
  return final < 0 ? -1 : chosen.findLastIndex((option) => option !== final) + 1;
}
