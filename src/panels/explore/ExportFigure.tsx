import { useState, type RefObject } from 'react';
import { version } from '../../../package.json';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useStrings } from '../../strings/language';
import { messageOf } from '../../state/engineStore';
import { useSay } from '../../strings/messages';
import { figureOf, type Figure } from '../../state/export/figure';
import { tableHash } from '../../state/export/tableHash';
import { linkOf } from '../../state/linkOf';
import type { Reliability } from '../../state/reliability';
import type { EceStatistics } from '../../state/statistics';
import type { DecisionTable } from '../../traces/decisionTable';
import { useArmOf, useExplorer } from '../context';
import { CopyText } from '../CopyText';
import { saveFile } from '../saveFile';
import { EmbedCode } from './EmbedCode';
import { drawingFile, htmlFile, parquetFile, rowsFile, type NamedFile } from './figureFiles';
import { useCaptionWords } from './useCaptionWords';
import styles from './export.module.css';

type Props = {
  readonly table: DecisionTable;
  readonly reliability: Reliability;
  /** Null while they do not belong to the diagram shown. */
  readonly statistics: EceStatistics | null;
  /** Holds the diagram. */
  readonly drawing: RefObject<HTMLElement | null>;
};

/** Saves the diagram as shown, its bins and its decisions; copies the link to the view, or what embeds it elsewhere. */
export function ExportFigure({ table, reliability, statistics, drawing }: Props) {
  const explorer = useExplorer();
  const { export: strings } = useStrings(EXPLORE_STRINGS);
  const arm = useArmOf(table.provenance.model) ?? null;
  const say = useSay();
  const words = useCaptionWords();
  const [said, setSaid] = useState('');

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
  const save = (name: string, make: (figure: Figure) => Promise<NamedFile> | NamedFile) => {
    const action = async () => {
      const file = await make(await describe());
      saveFile(file.name, file.content);
      setSaid(strings.saved(file.name));
    };
    const tell = (error: unknown) => setSaid(say(messageOf(error)));
    return (
      <button type="button" onClick={() => void action().catch(tell)}>
        {name}
      </button>
    );
  };
  const drawn = (type: 'svg' | 'png') => (figure: Figure) => {
    const node = drawing.current?.querySelector('svg');
    if (node == null) throw new Error('There is no diagram to save.');
    return drawingFile(type, figure, reliability, node, words);
  };
  const rows = (what: 'bins' | 'decisions', type: 'csv' | 'json') => (figure: Figure) =>
    rowsFile(what, type, figure, reliability, table);

  return (
    <details className={styles.export}>
      <summary>{strings.title}</summary>
      <div className={styles.choices}>
        <span>{strings.figure}</span>
        <div>
          {save('SVG', drawn('svg'))}
          {save('PNG', drawn('png'))}
          {save('HTML', (figure) => htmlFile(figure, table, arm, words))}
          <CopyText
            name={strings.copy}
            field={strings.link}
            copied={strings.copied}
            uncopied={strings.uncopied}
            text={() => `${location.href.replace(/#.*$/s, '')}#${here()}`}
            onSaid={setSaid}
          />
        </div>
        <span>{strings.bins}</span>
        <div>
          {save(strings.binsCsv, rows('bins', 'csv'))}
          {save(strings.binsJson, rows('bins', 'json'))}
        </div>
        <span>{strings.decisions}</span>
        <div>
          {save(strings.decisionsCsv, rows('decisions', 'csv'))}
          {save(strings.decisionsJson, rows('decisions', 'json'))}
          {save(strings.decisionsParquet, (figure) => parquetFile(figure, table))}
        </div>
      </div>
      <p role="status" aria-label={strings.title} className={styles.said}>
        {said}
      </p>
      <p className={styles.said}>{strings.drop}</p>
      <EmbedCode onSaid={setSaid} />
    </details>
  );
}
