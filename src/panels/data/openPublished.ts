import type { Explorer } from '../../state/explorer';
import { readLink } from '../../state/link';
import type { Published } from '../../state/published';
import { dataOf } from './useData';

/**
 * Shows the first file of a published page, with the bin that its view selects. Where that fails the Data panel opens and
 * says why.
 */
export async function openPublished(
  explorer: Explorer,
  { files }: Published,
  base: string,
  hash: string,
): Promise<void> {
  const [file] = files;
  if (file === undefined) return;
  const data = dataOf(explorer);
  const url = new URL(file.path, base).href;
  await data.openLinked({ url, name: file.name, foreign: false });
  if (await data.show()) explorer.selectBin(readLink(hash)?.bin ?? null);
  else explorer.view.change('page', { panel: 'data' });
}
