import { LoadAbortedError, toEngineError } from '../errors';
import { createGate } from './gate';
import { modelsOf } from './models';
import { createSecret } from './secret';
import { settingsOf, type EndpointOptions } from './settings';
import { createTransport } from './transport';

/**
 * The models that a server lists; null where it has no list. Rejects with the EngineError of what is wrong: no
 * answer, a key that is refused, options that cannot be, an abort.
 */
export async function listModels(
  options: EndpointOptions,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  try {
    const settings = settingsOf(options);
    const secret = createSecret(options.key);
    return await modelsOf(createTransport(settings, secret, createGate(1, Infinity)), signal);
  } catch (error) {
    throw signal.aborted ? new LoadAbortedError('Asking was stopped.') : toEngineError(error);
  }
}
