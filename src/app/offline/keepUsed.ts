import { keepItem, type Item } from './inventory';
import { readItems } from './readItems';

/**
 * Stores the runtime and the model that were just loaded, so that they are there without a network: before the service
 * worker was in place, nobody did. Resolves to a sentence where the browser has no room for them, else to null.
 * `key` names model and dtype.
 */
export async function keepUsed(base: string, backend: string, key: string): Promise<string | null> {
  try {
    const used = (await readItems(base)).filter(({ id }: Item) => id === backend || id === key);
    for (const item of used) await keepItem(item, {});
    return null;
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError'
      ? 'The model runs, but the browser has no room to keep it: it will be fetched again next time. Remove something under Offline to make room.'
      : null;
  }
}
