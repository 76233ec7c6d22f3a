import { BatchInputs } from './batch';
import type { ScoreRequest } from './engine';
import { RequestError } from './errors';
import type { CausalModel } from './model';

/** Full-vocabulary logits at the asked positions of a teacher-forced sequence. Throws RequestError. */
export async function score(
  model: CausalModel,
  request: ScoreRequest,
  padTokenId: number,
): Promise<Float32Array<ArrayBuffer>[]> {
  const { tokens, positions } = request;
  if (tokens.length === 0 || tokens.length > model.contextLength)
    throw new RequestError(
      `A sequence must have 1 to ${model.contextLength} tokens, not ${tokens.length}.`,
    );
  if (tokens.some((id) => !Number.isInteger(id) || id < 0 || id >= model.vocabSize))
    throw new RequestError(`A token is outside the vocabulary of ${model.vocabSize}.`);
  if (positions.some((at) => !Number.isInteger(at) || at < 0 || at >= tokens.length))
    throw new RequestError(`A position is outside the sequence of ${tokens.length} tokens.`);
  const { logits, cache } = await new BatchInputs(padTokenId).prefill(model, [tokens]);
  cache.release();
  return positions.map((at) => logits.slice(at * model.vocabSize, (at + 1) * model.vocabSize));
}
