import type { Calibrator } from '../calibration/calibrators/calibrator';
import { describeCalibrator } from '../calibration/calibrators/describe';
import { CalibratorFitError } from '../calibration/calibrators/fitError';
import { takeRows } from '../calibration/decisions';
import { CALIBRATOR_DEAL, fitDecisions } from '../state/calibration';
import { dealHalves, shareToLearn } from '../state/halves';
import { selectRows, type Table } from './report/columns';
import { checkFigures, writeFigures } from './report/figure';
import { computeFigures, reasonsOf } from './report/figures';
import { parseReport, type ReportSettings } from './report/options';
import { readTable } from './report/read';
import { isBinsFile, readBinFigures } from './report/bins';
import { formatBins, formatReport } from './report/text';
import { UsageError } from './usage';

export { REPORT_HELP as help } from './report/options';

/** Fits the calibrator on one part of the cases, as the page does, and gives the other part to judge it on. */
function calibrate(
  table: Table,
  settings: ReportSettings,
): { calibrator: Calibrator | null; judged: Table } {
  const { calibrator: name, fitFraction, seed } = settings;
  const { decisions, cases } = table;
  if (name === null || cases === null) return { calibrator: null, judged: table };
  const factor = settings.scale / settings.temperature;
  // Nothing is learnt from labels, so nothing has to be held back.
  if (name === 'barycentre')
    return { calibrator: fitDecisions(decisions, name, factor), judged: table };
  const rows = Int32Array.from(cases.ids.keys());
  const share = fitFraction ?? shareToLearn(cases.rows);
  const { learn, judge } = dealHalves({ caseIds: cases.ids }, rows, CALIBRATOR_DEAL, {
    seed,
    share,
  });
  try {
    const calibrator = fitDecisions(takeRows(decisions, learn), name, factor);
    if (judge.length === 0)
      throw new UsageError(`${name}: no decision is left to judge it on; bring more cases.`);
    return { calibrator, judged: selectRows(table, judge) };
  } catch (error) {
    if (error instanceof CalibratorFitError) throw new UsageError(error.message);
    throw error;
  }
}

/** Prints what bins say that another program has added up: they have their own borders, T and α. */
async function reportBins(settings: ReportSettings) {
  const { file, json, calibrator, temperature, scale, svg, html } = settings;
  if (svg !== null || html !== null)
    throw new UsageError(
      `${file} holds bins, not decisions: --svg and --html need decisions. Open it in the page (Data) instead.`,
    );
  if (calibrator !== null || temperature !== 1 || scale !== 1)
    throw new UsageError(
      `${file} holds bins, not decisions: --temperature, --scale and --calibrator need decisions.`,
    );
  const figures = await readBinFigures(file);
  const heading = [`${file}: ${figures.bins.length} bins that were added up elsewhere`];
  console.log(json ? JSON.stringify(figures) : formatBins(figures, heading));
  return 0;
}

/**
 * Prints every calibration figure of a JSONL file of decisions, as JSON or as text with a diagram.
 */
export async function run(argv: string[]): Promise<number> {
  const settings = parseReport(argv);
  checkFigures(settings);
  if (settings.file !== '-' && (await isBinsFile(settings.file))) return reportBins(settings);
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const table = await readTable(settings.file, say, settings.calibrator !== null);
  const { calibrator, judged } = calibrate(table, settings);
  const figures = computeFigures(judged, settings, calibrator);
  const reasons = reasonsOf(figures);
  // Where it is written shapes no number.
  const { json } = settings;
  const shown = { ...settings, json: undefined, svg: undefined, html: undefined };
  await writeFigures(figures, settings);
  if (json) {
    const description = calibrator === null ? null : describeCalibrator(calibrator);
    console.log(JSON.stringify({ ...figures, calibrator, description, reasons, settings: shown }));
    return 0;
  }
  const { bins, binning, edges, temperature, scale } = settings;
  const heading = [
    `${settings.file}: ${bins} ${binning} bins${binning === 'equal-width' ? `, edges ${edges}` : ''}, T = ${temperature}, α = ${scale}`,
    ...(calibrator === null
      ? []
      : [
          `${calibrator.name}: ${describeCalibrator(calibrator)}${calibrator.fittedOn > 0 ? ', judged on the rest' : ''}`,
        ]),
  ];
  console.log(formatReport(figures, heading, reasons));
  return 0;
}
