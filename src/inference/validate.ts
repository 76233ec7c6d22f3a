import type { GenerateRequest } from './engine';
import { RequestError } from './errors';

/** What every engine asks of a request. Throws RequestError. */
export function validate(request: GenerateRequest): void {
  const { mode, temperature } = request.sampling;
  if (mode === 'sample' && !(temperature > 0 && Number.isFinite(temperature)))
    throw new RequestError(`The sampling temperature must be positive, not ${temperature}.`);
  for (const name of ['maxNewTokens', 'batchSize'] as const)
    if (!Number.isInteger(request[name]) || request[name] < 1)
      throw new RequestError(`${name} must be a whole number of at least 1, not ${request[name]}.`);
  if (new Set(request.cases.map(({ id }) => id)).size < request.cases.length)
    throw new RequestError('Two cases have the same id, so their traces could not be told apart.');
}
