import type { EngineError } from '../errors';
import {
  EndpointBusyError,
  EndpointKeyError,
  EndpointModelError,
  EndpointRefusedError,
  EndpointServerError,
} from './errors';

/** The error that a status stands for. `said`: the server's own words, the key already taken out. */
export function statusError(
  status: number,
  said: string,
  baseUrl: string,
  path: string,
): EngineError {
  const words = said === '' ? '' : ` It says: “${said}”`;
  if (status === 401)
    return new EndpointKeyError(
      `${baseUrl} wants a valid key (401).${words} Enter the key of this server, without “Bearer”.`,
    );
  if (status === 403)
    return new EndpointKeyError(
      `${baseUrl} forbids the request (403).${words} The key may lack the right to this model, or the server may not allow requests from here.`,
    );
  if (status === 404)
    return /model/iu.test(said)
      ? new EndpointModelError(
          `${baseUrl} does not serve this model (404).${words} Choose one of its list, ${baseUrl}/models.`,
        )
      : new EndpointModelError(
          `${baseUrl} has no ${path} (404).${words} Check the base URL (it usually ends in /v1) and whether the server has this API.`,
        );
  if (status === 429)
    return new EndpointBusyError(
      `${baseUrl} refuses more requests for now (429).${words} Lower the number of requests at once or a second, or go on later.`,
    );
  if (status >= 500)
    return new EndpointServerError(
      `${baseUrl} failed (${status}).${words} Look at the server's log, then try again.`,
    );
  return new EndpointRefusedError(`${baseUrl} refuses the request (${status}).${words}`);
}
