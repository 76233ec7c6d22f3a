import { decideLogged } from '../../traces/loggedOptions';
import type { Provenance, Token, Trace } from '../../traces/trace';
import type { CaseInput, GenerateRequest } from '../engine';
import { traceId } from '../traceId';
import type { Answer, LoggedToken } from './answer';
import { rawStep } from './rawStep';
import { alignedTexts } from './texts';

/**
 * Ids of the tokens of one trace: the server's where it tells them, else −1, −2, … for each distinct text
 * in the order of appearance, so that a trace does not depend on the others.
 */
function idsOf(): (token: LoggedToken) => number {
  const given = new Map<string, number>();
  return ({ id, text, bytes }) => {
    if (id !== null) return id;
    const key = bytes === null ? text : `${text}\0${bytes.join()}`;
    const known = given.get(key) ?? -1 - given.size;
    given.set(key, known);
    return known;
  };
}

/** What the server said of the texts that are not its own: their probabilities are unknown. */
const forced = (text: string, id: number): Token => ({
  id,
  text,
  logprob: NaN,
  logsumexp: 0,
  top: [],
});

/**
 * The trace of an answer. Log-probabilities are raw, `logsumexp` 0 throughout. A prefix stands as one token
 * of unknown probability before what was generated.
 */
export function toTrace(
  answer: Answer,
  input: CaseInput & { readonly prefix?: string },
  request: Pick<GenerateRequest, 'sampling' | 'rule'>,
  provenance: Provenance,
  temperature0: number,
): Trace {
  const { prefix = '' } = input;
  const idOf = idsOf();
  const steps = answer.steps.map((step) => rawStep(step, temperature0));
  const texts = alignedTexts(answer.steps);
  const generated = steps.map(({ chosen, top }, i): Token => ({
    id: idOf(chosen),
    text: texts[i]!,
    logprob: chosen.logprob,
    logsumexp: 0,
    top: top.map((item) => ({ id: idOf(item), text: item.text, logprob: item.logprob })),
  }));
  const before =
    prefix === ''
      ? []
      : [forced(prefix, idOf({ text: prefix, bytes: null, id: null, logprob: 0 }))];
  const tokens = [...before, ...generated];
  const decision = decideLogged(
    tokens.map(({ text }) => text),
    answer.finish,
    input.options,
    request.rule,
    (index) => {
      const step = steps[index - before.length];
      return step === undefined || Number.isNaN(step.chosen.logprob) ? null : step;
    },
  );
  return {
    id: traceId(provenance, input.id, request.sampling),
    caseId: input.id,
    provenance,
    sampling: request.sampling,
    tokens,
    finish: answer.finish,
    decision,
  };
}
