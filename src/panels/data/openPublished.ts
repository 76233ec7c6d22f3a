import type { Explorer } from '../../state/explorer';
import type { PublishedFile } from '../../state/published';
import { dataOf } from './useData';

/**
 * Shows a file of a published page, with the bin that is selected. Where that fails the Data panel opens and says why.
 * `wanted`: false when another file was asked for meanwhile.
 */
export async function openPublished(
  explorer: Explorer,
  file: PublishedFile,
  base: string,
  bin: number | null,
  wanted: () => boolean,
): Promise<void> {
  const data = dataOf(explorer);
  const url = new URL(file.path, base).href;
  await data.openLinked({ url, name: file.name, foreign: false });
  if (!wanted()) return;
  // The file before stays open where this one could not be read.
  if (data.store.getState().error === null && (await data.show())) explorer.selectBin(bin);
  else explorer.view.change('page', { panel: 'data' });
}
