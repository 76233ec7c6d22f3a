import type { Page } from '@playwright/test';

/** All that a page keeps or shows, as one text: storage, databases, caches, addresses, markup, typed fields but for passwords. */
export function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [];
    const textOf = async (value: unknown): Promise<unknown> => {
      if (value instanceof Blob) return value.text();
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
        return new TextDecoder().decode(value);
      if (Array.isArray(value)) return Promise.all(value.map(textOf));
      if (typeof value === 'object' && value !== null)
        return Promise.all(Object.entries(value).flat().map(textOf));
      return value;
    };
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('the database could not be read'));
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name!));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = [objects.getAllKeys(), objects.getAll()];
        found.push(name, store, await textOf(await settled(keys)));
        found.push(await textOf(await settled(values)));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        found.push(name, request.url, [...request.headers]);
        found.push(await (await cache.match(request))!.text());
      }
    }
    for (const storage of [localStorage, sessionStorage]) found.push(Object.entries(storage));
    found.push(document.cookie, location.href, history.state, document.referrer, window.name);
    found.push(document.documentElement.outerHTML, document.title);
    for (const field of document.querySelectorAll('input, textarea, select'))
      if (!(field instanceof HTMLInputElement && field.type === 'password'))
        found.push((field as HTMLInputElement).value);
    found.push(performance.getEntries().map(({ name }) => name));
    return JSON.stringify(found);
  });
}
