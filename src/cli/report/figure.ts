import { readFile as readText, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { version } from '../../../package.json';
import { reliabilitySvg } from '../../charts/export/reliabilitySvg';
import { FormatError, readFile, specFor, tableOf } from '../../formats/import';
import { FIGURE_ID, figureOf, type Figure } from '../../state/export/figure';
import { ENGLISH, figureCaption, figureSubject } from '../../state/export/figureCaption';
import { figureHtml } from '../../state/export/figureHtml';
import { FIGURE_TEMPLATE } from '../../state/export/figureTemplate';
import { tableHash } from '../../state/export/tableHash';
import { writeLink } from '../../state/link';
import { reliability } from '../../state/reliability';
import { FACTOR_RANGE, type Settings } from '../../state/settings';
import { diagramBounds } from '../../state/tableBounds';
import { INITIAL_VIEW } from '../../state/view/view';
import type { DecisionTable } from '../../traces/decisionTable';
import { siteOf } from '../site';
import { withFile } from '../source';
import { messageOf, UsageError } from '../usage';
import type { Figures } from './figures';
import type { ReportSettings } from './options';

/** The decisions of a file as the page would show them. */
async function tableOfFile(file: string): Promise<DecisionTable> {
  try {
    const read = await withFile(file, (source) => readFile(source));
    return tableOf(read, specFor(read));
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

/** What a figure cannot show, told before anything is read. Throws UsageError. */
export function checkFigures(settings: ReportSettings) {
  const { file, svg, html, calibrator, fitFraction, seed, temperature, scale } = settings;
  if (svg === null && html === null) return;
  if (file === '-') throw new UsageError('--svg and --html read the file twice: name one.');
  if (calibrator !== null && (fitFraction !== null || seed !== 0))
    throw new UsageError(
      'a figure with --calibrator goes without --fit-fraction and --seed: restored, the page deals the cases in its own way.',
    );
  for (const value of [temperature, scale])
    if (value < FACTOR_RANGE.min || value > FACTOR_RANGE.max)
      throw new UsageError(
        `a figure takes --temperature and --scale between ${FACTOR_RANGE.min} and ${FACTOR_RANGE.max}, not ${value}.`,
      );
}

async function save(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new UsageError(`cannot write ${file}: ${messageOf(error)}`);
  }
  process.stderr.write(`Saved ${file}\n`);
}

async function htmlOf(figure: Figure, table: DecisionTable): Promise<string> {
  const template = await readText(join(await siteOf(undefined), FIGURE_TEMPLATE), 'utf8').catch(
    (error: unknown) => {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`the build of the page has no ${FIGURE_TEMPLATE}: build it again.`);
    },
  );
  try {
    return figureHtml(template, figure, table, null);
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}

/**
 * Writes the SVG and HTML that the settings name, with the interval of the report. Throws UsageError where the file means
 * something else to the page, so that a figure never contradicts the report.
 */
export async function writeFigures(told: Figures, report: ReportSettings): Promise<void> {
  const { svg, html, bins, binning, edges, temperature, scale, calibrator } = report;
  if (svg === null && html === null) return;
  const settings: Settings = { bins, binning, edges, temperature, scale, calibrator };
  const table = await tableOfFile(report.file);
  const shown = reliability(table, settings);
  if (shown.n !== told.n || !(Math.abs(shown.ece - told.ece.value) <= 1e-9 || told.n === 0))
    throw new UsageError(
      `the page reads ${report.file} differently (n = ${shown.n} instead of ${told.n}): run “convert ${report.file} --to decisions” first.`,
    );
  const figure = figureOf({
    ...{ table, reliability: shown, settings, interval: told.ece, app: version },
    link: writeLink({ settings, view: INITIAL_VIEW, origin: 'imported' }),
    origin: 'imported',
    sha256: await tableHash(table),
  });
  if (svg !== null)
    await save(
      svg,
      reliabilitySvg(
        { ...shown, bounds: diagramBounds(table, shown, settings)?.bins ?? null },
        {
          title: ENGLISH.caption.title(figureSubject(figure)),
          caption: figureCaption(figure, shown),
          metadata: { id: FIGURE_ID, json: JSON.stringify(figure) },
        },
      ),
    );
  if (html !== null) await save(html, await htmlOf(figure, table));
}
