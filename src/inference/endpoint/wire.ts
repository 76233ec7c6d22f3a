import { hashSeed } from '../../calibration/random';
import type { Sampling } from '../../traces/trace';
import type { EndpointSettings } from './settings';

/** What the probe learned of a server's wishes. */
export type Dialect = {
  /** How it calls the limit on new tokens. */
  readonly limit: 'max_tokens' | 'max_completion_tokens';
  /** Alternatives a token that it accepts to be asked for. */
  readonly topLogprobs: number;
};

/** A seed of the case's own, so that cases with one seed are not drawn with the same numbers: 31 bits, not negative. */
const seedOf = (sampling: Sampling, caseId: string): number =>
  hashSeed(`${sampling.seed}:${caseId}`) >>> 1;

/** Path and body that ask for one completion with log-probabilities. `prefix` only with `completions`. */
export function requestBody(
  settings: EndpointSettings,
  dialect: Dialect,
  model: string,
  input: { readonly id: string; readonly prompt: string; readonly prefix: string },
  sampling: Sampling,
  maxNewTokens: number,
): { readonly path: string; readonly body: object } {
  const common = {
    model,
    [dialect.limit]: maxNewTokens,
    ...(sampling.mode === 'greedy'
      ? { temperature: 0 }
      : { temperature: sampling.temperature, top_p: 1, seed: seedOf(sampling, input.id) }),
    ...(settings.stop.length > 0 && { stop: settings.stop }),
  };
  if (settings.api === 'chat')
    return {
      path: '/chat/completions',
      body: {
        ...common,
        messages: [{ role: 'user', content: input.prompt }],
        logprobs: true,
        top_logprobs: dialect.topLogprobs,
      },
    };
  const prompt = settings.promptTemplate.split('{prompt}').join(input.prompt);
  return {
    path: '/completions',
    body: { ...common, prompt: `${prompt}${input.prefix}`, logprobs: dialect.topLogprobs },
  };
}
