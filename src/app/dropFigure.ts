import type { Explorer } from '../state/explorer';
import { readFigure } from '../state/export/figure';
import { readLink } from '../state/link';

/** Bytes; a figure has a few tens of thousands. */
const MOST = 5e6;

/**
 * Restores the view of an exported SVG that is dropped anywhere on the page. Only the record in it is read. Other files
 * are refused with a sentence, unless a part of the page takes them itself.
 */
export function dropFigure(explorer: Explorer, window: Window): void {
  const tell = (error: string) => explorer.store.setState({ error });
  const restore = async (file: File) => {
    const figure = file.size > MOST ? null : readFigure(await file.text());
    const linked = figure === null ? null : readLink(figure.link);
    if (figure === null || linked === null) {
      tell(`${file.name} is no figure of this page. Drop an SVG that Export saved here.`);
      return;
    }
    await explorer.restore(linked);
    if (figure.origin === 'run')
      tell(
        `The view of ${file.name} is restored, but not its decisions: a figure does not hold the run it shows.`,
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
