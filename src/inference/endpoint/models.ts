import { EndpointModelError, EndpointRefusedError, EndpointAnswerError } from './errors';
import type { Transport } from './transport';

/** Names of `{data: [{id}]}`; null where the answer has another form. */
function namesOf(value: unknown): string[] | null {
  const data = (value as { data?: unknown } | null)?.data;
  if (!Array.isArray(data)) return null;
  return data.flatMap((item: unknown) => {
    const id = (item as { id?: unknown } | null)?.id;
    return typeof id === 'string' ? [id] : [];
  });
}

/**
 * The models that a server lists; null where it has no list. One try only: a first contact that fails should say
 * so at once. Rejects where the server cannot be reached or refuses the key.
 */
export async function modelsOf(
  transport: Transport,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  try {
    return namesOf(await transport({ path: '/models', signal, retries: 0 }));
  } catch (error) {
    const none = [EndpointModelError, EndpointRefusedError, EndpointAnswerError];
    if (none.some((kind) => error instanceof kind)) return null;
    throw error;
  }
}
