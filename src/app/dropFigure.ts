import type { Explorer } from '../state/explorer';
import { readFigureFile } from '../state/export/readFigureFile';
import { readLink } from '../state/link';

/** Bytes; the most decisions that an HTML figure holds take less. */
const MOST = 50e6;

/**
 * Restores the view of an exported figure that is dropped anywhere on the page, and its decisions where it holds them.
 * Only the record in it is read. Other files are refused with a sentence, unless a part of the page takes them itself.
 */
export function dropFigure(explorer: Explorer, window: Window): void {
  const tell = (error: string) => explorer.store.setState({ error });
  const restore = async (file: File) => {
    const bytes = file.size > MOST ? null : new Uint8Array(await file.arrayBuffer());
    const figure = bytes === null ? null : readFigureFile(bytes);
    const linked = figure === null ? null : readLink(figure.link);
    if (figure === null || linked === null) {
      tell(
        `${file.name} is no figure of this page. Drop an SVG, PNG or HTML that Export saved here.`,
      );
      return;
    }
    await explorer.restore(linked);
    const { table, origin } = figure;
    if (table !== null)
      explorer.showImported({ name: file.name, table, traceOf: () => Promise.resolve(null) });
    else if (origin !== 'shipped')
      tell(
        `The view of ${file.name} is restored, but not its decisions: an SVG or PNG holds none. Save the figure as HTML to keep them.`,
      );
  };
  window.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  window.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined || event.defaultPrevented) return;
    event.preventDefault();
    restore(file).catch(() => tell(`${file.name} could not be read. Try it again.`));
  });
}
