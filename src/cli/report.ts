import { fitCalibrator, type Calibrator } from '../calibration/calibrators/calibrator';
import { splitRows } from '../calibration/calibrators/crossFit';
import { describeCalibrator } from '../calibration/calibrators/describe';
import { CalibratorFitError } from '../calibration/calibrators/fitError';
import { takeRows } from '../calibration/decisions';
import { selectRows, type Table } from './report/columns';
import { checkFigures, writeFigures } from './report/figure';
import { computeFigures, reasonsOf } from './report/figures';
import { parseReport, type ReportSettings } from './report/options';
import { readTable } from './report/read';
import { isBinsFile, readBinFigures } from './report/bins';
import { formatBins, formatReport } from './report/text';
import { UsageError } from './usage';

export { REPORT_HELP as help } from './report/options';

/** Fits the calibrator on one part of the rows, and gives the other part to judge it on. */
function calibrate(
  table: Table,
  settings: ReportSettings,
): { calibrator: Calibrator | null; judged: Table } {
  const { calibrator: name, fitFraction, seed, bins } = settings;
  if (name === null) return { calibrator: null, judged: table };
  const options = { factor: settings.scale / settings.temperature, bins };
  // Nothing is learnt from labels, so nothing has to be held back.
  if (name === 'barycentre')
    return { calibrator: fitCalibrator(name, table.decisions, options), judged: table };
  const [fit, judge] = splitRows(table.decisions.gold.length, fitFraction, seed);
  try {
    return {
      calibrator: fitCalibrator(name, takeRows(table.decisions, fit), options),
      judged: selectRows(table, judge),
    };
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
  const table = await readTable(settings.file, (text) => process.stderr.write(`${text}\n`));
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
