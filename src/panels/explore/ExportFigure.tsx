import { useState, type RefObject } from 'react';
import { version } from '../../../package.json';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useStrings } from '../../strings/language';
import { figurePng, figureSvg } from '../../charts/export/figureSvg';
import { csvText, rowObjects, type Columns } from '../../state/export/csvText';
import { binRows, decisionRows } from '../../state/export/exportRows';
import { FIGURE_ID, figureFile, figureOf, type Figure } from '../../state/export/figure';
import { tableHash } from '../../state/export/tableHash';
import { linkOf } from '../../state/linkOf';
import type { Reliability } from '../../state/reliability';
import type { EceStatistics } from '../../state/statistics';
import type { DecisionTable } from '../../traces/decisionTable';
import { useExplorer } from '../context';
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

const CONTENT = { csv: 'text/csv', json: 'application/json', svg: 'image/svg+xml' } as const;

/** Saves the diagram as shown, its bins and its decisions; copies the link to the view. */
export function ExportFigure({ table, reliability, statistics, drawing }: Props) {
  const explorer = useExplorer();
  const { export: strings } = useStrings(EXPLORE_STRINGS);
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
    setSaid(strings.saved(name));
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
    const svg = figureSvg(node, {
      title: `Reliability diagram: ${figure.model} on ${figure.task}`,
      caption: figureCaption(figure, reliability),
      metadata: { id: FIGURE_ID, json: JSON.stringify(figure) },
    });
    const content =
      type === 'png' ? await figurePng(svg) : new Blob([svg.text], { type: CONTENT.svg });
    save(figureFile('reliability', figure, type), content);
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
      setSaid(strings.copied);
    } catch {
      setSaid(strings.uncopied);
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
      <summary>{strings.title}</summary>
      <div className={styles.choices}>
        <span>{strings.figure}</span>
        <div>
          {button('SVG', saveFigure('svg'))}
          {button('PNG', saveFigure('png'))}
          {button(strings.copy, copyLink)}
        </div>
        <span>{strings.bins}</span>
        <div>
          {button(strings.binsCsv, saveRows('bins', 'csv'))}
          {button(strings.binsJson, saveRows('bins', 'json'))}
        </div>
        <span>{strings.decisions}</span>
        <div>
          {button(strings.decisionsCsv, saveRows('decisions', 'csv'))}
          {button(strings.decisionsJson, saveRows('decisions', 'json'))}
        </div>
      </div>
      <p role="status" aria-label={strings.title} className={styles.said}>
        {said}
      </p>
      {uncopied !== null && (
        <input
          readOnly
          aria-label={strings.link}
          value={uncopied}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <p className={styles.said}>{strings.drop}</p>
    </details>
  );
}
