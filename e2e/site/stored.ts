import type { Page } from '@playwright/test';

/** How many traces a database of the page holds: these a reload finds. The page itself has opened it before. */
export const storedIn = (page: Page, database: string): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(new Error(`${name} could not be opened`));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('traces').objectStore('traces').count();
          counting.onsuccess = () => resolve(counting.result);
          counting.onerror = () => reject(new Error(`${name} could not be read`));
          opening.result.close();
        };
      }),
    database,
  );
