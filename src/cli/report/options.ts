import type { Binning, Edges } from '../../calibration/bins';
import { CALIBRATOR_NAMES, type CalibratorName } from '../../calibration/calibrators/calibrator';
import { integerOption, UsageError, parseOptions } from '../usage';

/** What the user asked of `report`; `resamples` null: as many as the size of the file allows. */
export type ReportSettings = {
  file: string;
  json: boolean;
  /** Files to write a figure to. */
  svg: string | null;
  html: string | null;
  bins: number;
  binning: Binning;
  edges: Edges;
  temperature: number;
  scale: number;
  calibrator: CalibratorName | null;
  /** Null: as the page deals. */
  fitFraction: number | null;
  seed: number;
  resamples: number | null;
};

export const REPORT_HELP = `FILE is JSONL (“-”: standard input), one decision a line, or Parquet with the same columns:
  {id, options: [..], logits | logprobs | probs: [..], gold, chosen?, bounds?, optionMass?, posterior?}
  or a column an option (p_A, logit_B), or confidence and correct (Parquet); or a CSV of bins: lower, upper, n, sum_confidence, sum_correct.
  gold and chosen are options or their index; chosen is the argmax where it is left out.

  --json                  one JSON object instead of a table and a diagram
  --svg FILE              the reliability diagram with its caption; dropped on the page it restores the view
  --html FILE             the same with controls and the decisions, in one file that needs no network
  --bins 15               number of bins
  --binning equal-mass    or equal-width
  --edges right           (a, b], 0 in the first; left: [a, b), 1 in the last;
                          guo: 0 in no bin; torchmetrics: 1 alone in an extra bin (equal width only)
  --temperature 1         divides every logit
  --scale 1               multiplies the decision token's logits
  --calibrator NAME       ${CALIBRATOR_NAMES.join(', ')}
  --fit-fraction F        part of the cases it is fitted on, the rest is judged; default: as the page,
                          half of them, no more than about 10 000 rows
  --seed 0                of the deal of cases and of resampling
  --resamples B           of interval and null; default 1000, fewer above 200 000 rows`;

/** Reads the command line. Throws UsageError that names the option and what it takes. */
export function parseReport(argv: string[]): ReportSettings {
  const { values, positionals } = parseOptions(argv, OPTIONS);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError(
      `name one file, or “-” for standard input${more.length > 0 ? `; not “${positionals.join(' ')}”` : ''}.`,
    );
  const { calibrator } = values;
  const fraction = values['fit-fraction'];
  const fitFraction = fraction === undefined ? null : numberOption('fit-fraction', fraction);
  if (fitFraction !== null && !(fitFraction < 1))
    throw new UsageError('--fit-fraction wants a number between 0 and 1.');
  return {
    file,
    json: values.json,
    svg: values.svg ?? null,
    html: values.html ?? null,
    bins: integerOption('bins', values.bins, 1),
    binning: oneOf('binning', values.binning, ['equal-mass', 'equal-width']),
    edges: oneOf('edges', values.edges, ['right', 'left', 'guo', 'torchmetrics']),
    temperature: numberOption('temperature', values.temperature),
    scale: numberOption('scale', values.scale),
    calibrator: calibrator === undefined ? null : oneOf('calibrator', calibrator, CALIBRATOR_NAMES),
    fitFraction,
    seed: integerOption('seed', values.seed, 0),
    resamples:
      values.resamples === undefined ? null : integerOption('resamples', values.resamples, 1),
  };
}

const OPTIONS = {
  json: { type: 'boolean', default: false },
  svg: { type: 'string' },
  html: { type: 'string' },
  bins: { type: 'string', default: '15' },
  binning: { type: 'string', default: 'equal-mass' },
  edges: { type: 'string', default: 'right' },
  temperature: { type: 'string', default: '1' },
  scale: { type: 'string', default: '1' },
  calibrator: { type: 'string' },
  'fit-fraction': { type: 'string' },
  seed: { type: 'string', default: '0' },
  resamples: { type: 'string' },
} as const;

function numberOption(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value < Infinity))
    throw new UsageError(`--${name} wants a number above 0, not “${text}”.`);
  return value;
}

function oneOf<T extends string>(name: string, text: string, names: readonly T[]): T {
  const found = names.find((candidate) => candidate === text);
  if (found === undefined)
    throw new UsageError(`--${name} wants one of ${names.join(', ')}; not “${text}”.`);
  return found;
}
