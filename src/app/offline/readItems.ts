import { parseManifest } from '../../inference/manifest';
import type { FileTable } from './fileTable';
import { listItems, type Item } from './inventory';

async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}. Reload the page.`);
  return response.json();
}

/** Reads what can be stored from the build's table and the list of models. Rejects with a sentence about the network. */
export async function readItems(base: string): Promise<readonly Item[]> {
  const [table, manifest] = await Promise.all([
    readJson(new URL('offline.json', base).href),
    readJson(new URL('models/manifest.json', base).href),
  ]);
  return listItems(base, table as FileTable, parseManifest(manifest));
}
