import { useState, type RefObject } from 'react';
import { version } from '../../../package.json';
import { figurePng, figureSvg, type FigureParts } from '../../charts/export/figureSvg';
import { csvText, rowObjects, type Columns } from '../../state/export/csvText';
import { binRows, decisionRows } from '../../state/export/exportRows';
import { FIGURE_ID, figureFile, figureOf, type Figure } from '../../state/export/figure';
import { figureHtml } from '../../state/export/figureHtml';
import { FIGURE_TEMPLATE } from '../../state/export/figureTemplate';
import { withPngText } from '../../state/export/pngText';
import { tableHash } from '../../state/export/tableHash';
import { linkOf } from '../../state/linkOf';
import type { Reliability } from '../../state/reliability';
import type { EceStatistics } from '../../state/statistics';
import type { DecisionTable } from '../../traces/decisionTable';
import { useArmOf, useExplorer } from '../context';
import { saveFile } from '../saveFile';
import { figureCaption } from './figureCaption';
import styles from './export.module.css';

type Props = {
  readonly table: DecisionTable;
  readonly reliability: Reliability;
  /** Null while they do not belong to the diagram shown. */
  readonly statistics: EceStatistics | null;
  /** Holds the diagram. */
  readonly drawing: RefObject<HTMLElement | null>;
};

const CONTENT = {
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
  svg: 'image/svg+xml',
} as const;

async function pngWith(png: Blob, { id, json }: FigureParts['metadata']): Promise<Blob> {
  const bytes = withPngText(new Uint8Array(await png.arrayBuffer()), id, json);
  return new Blob([bytes as BlobPart], { type: 'image/png' });
}

async function fetchTemplate(): Promise<string> {
  const answer = await fetch(new URL(FIGURE_TEMPLATE, document.baseURI)).catch(() => null);
  if (answer?.ok === true) return answer.text();
  throw new Error(
    'The page that a figure is written into could not be fetched. Check the connection.',
  );
}

/** Saves the diagram as shown, its bins and its decisions; copies the link to the view. */
export function ExportFigure({ table, reliability, statistics, drawing }: Props) {
  const explorer = useExplorer();
  const arm = useArmOf(table.provenance.model) ?? null;
  const [said, setSaid] = useState('');
  const [uncopied, setUncopied] = useState<string | null>(null);

  const here = () =>
    linkOf(explorer.store.getState(), explorer.settings.getState(), explorer.view.getState());
  const describe = async (): Promise<Figure> => {
    const [link, settings] = [here(), explorer.settings.getState()];
    const { origin } = explorer.store.getState();
    const interval = statistics?.interval ?? null;
    const sha256 = await tableHash(table);
    return figureOf({
      ...{ table, reliability, settings, interval, link, origin, sha256, app: version },
    });
  };
  const save = (name: string, content: Blob) => {
    saveFile(name, content);
    setSaid(`Saved ${name}`);
  };
  const told = (action: () => Promise<void>) => () => {
    setUncopied(null);
    action().catch((error: unknown) =>
      setSaid(error instanceof Error ? error.message : String(error)),
    );
  };

  const saveFigure = (type: 'svg' | 'png') => async () => {
    const figure = await describe();
    const node = drawing.current?.querySelector('svg');
    if (node == null) return;
    const metadata = { id: FIGURE_ID, json: JSON.stringify(figure) };
    const svg = figureSvg(node, {
      title: `Reliability diagram: ${figure.model} on ${figure.task}`,
      caption: figureCaption(figure, reliability),
      metadata,
    });
    const content =
      type === 'svg'
        ? new Blob([svg.text], { type: CONTENT.svg })
        : await pngWith(await figurePng(svg), metadata);
    save(figureFile('reliability', figure, type), content);
  };
  const saveHtml = async () => {
    const figure = await describe();
    const html = figureHtml(await fetchTemplate(), figure, table, arm);
    save(figureFile('figure', figure, 'html'), new Blob([html], { type: CONTENT.html }));
  };
  const saveRows = (what: 'bins' | 'decisions', type: 'csv' | 'json') => async () => {
    const rows: Columns =
      what === 'bins' ? binRows(reliability.bins) : decisionRows(table, reliability);
    const figure = await describe();
    const text =
      type === 'csv'
        ? csvText(rows)
        : `${JSON.stringify({ ...figure, [what]: rowObjects(rows) }, null, 1)}\n`;
    save(figureFile(what, figure, type), new Blob([text], { type: CONTENT[type] }));
  };
  const copyLink = async () => {
    const address = `${location.href.replace(/#.*$/s, '')}#${here()}`;
    try {
      await navigator.clipboard.writeText(address);
      setSaid('Link copied');
    } catch {
      setSaid('The browser does not let this page copy. Copy the link from the field:');
      setUncopied(address);
    }
  };

  const button = (name: string, action: () => Promise<void>) => (
    <button type="button" onClick={told(action)}>
      {name}
    </button>
  );
  return (
    <details className={styles.export}>
      <summary>Export</summary>
      <div className={styles.choices}>
        <span>figure</span>
        <div>
          {button('SVG', saveFigure('svg'))}
          {button('PNG', saveFigure('png'))}
          {button('HTML', saveHtml)}
          {button('Copy link', copyLink)}
        </div>
        <span>bins</span>
        <div>
          {button('Bins CSV', saveRows('bins', 'csv'))}
          {button('Bins JSON', saveRows('bins', 'json'))}
        </div>
        <span>decisions</span>
        <div>
          {button('Decisions CSV', saveRows('decisions', 'csv'))}
          {button('Decisions JSON', saveRows('decisions', 'json'))}
        </div>
      </div>
      <p role="status" aria-label="Export" className={styles.said}>
        {said}
      </p>
      {uncopied !== null && (
        <input
          readOnly
          aria-label="Link to this view"
          value={uncopied}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <p className={styles.said}>
        A saved SVG, PNG or HTML dropped on the page restores its view; the HTML works without this
        page.
      </p>
    </details>
  );
}
