import { takeRows, type Decisions } from '../../calibration/decisions';
import { argmaxRows } from '../../calibration/probabilities';
import { FormatError } from '../../formats/errors';
import { findTask } from '../../tasks';

export const STUDY_MODES = ['greedy', 'sampled', 'rollouts', 'swap', 'forced'] as const;
export type StudyMode = (typeof STUDY_MODES)[number];

/** What a table of the study was computed on. `lambda` null where the arm has none. */
export type StudyHead = {
  readonly run: string;
  readonly arm: string;
  readonly seed: number;
  readonly lambda: number | null;
  readonly steps: number;
  readonly task: string;
  readonly mode: StudyMode;
};

/**
 * Decisions of one run on one task; where the reasoning was sampled, the likeliest one after it. `cases`: index of the case of every row of the file, decided or not; `caseOf` and the
 * other columns hold the decided rows only; `extra`: further columns, such as the target of a swap.
 */
export type StudyTable = {
  readonly head: StudyHead;
  readonly cases: Int32Array;
  readonly caseOf: Int32Array;
  readonly decisions: Decisions;
  readonly posterior: Float64Array;
  /** Option mass in (0, 1]. */
  readonly mass: Float64Array;
  readonly extra: Readonly<Record<string, Int32Array>>;
};

type Columns = Record<string, readonly (number | null)[]>;

const KNOWN = new Set(['index', 'chosen', 'logits', 'logMass']);

/**
 * Reads a table that the recipe's `probe` wrote; gold and posterior come from the sampler. Throws FormatError, naming
 * `where`, on anything else.
 */
export function readStudyTable(value: unknown, where: string): StudyTable {
  const file = (value ?? {}) as Partial<StudyHead> & {
    version?: number;
    caseSeed?: number;
    labels?: readonly string[];
    columns?: Columns;
  };
  const { version, caseSeed, labels = [], columns } = file;
  const task = findTask(file.task ?? '');
  if (version !== 1 || columns === undefined || caseSeed === undefined || task === undefined)
    throw new FormatError(
      `${where} is no study table of version 1. Write it anew with the recipe.`,
    );
  const k = labels.length;
  const { index = [], chosen = [], logits = [], logMass = [] } = columns;
  const n = index.length;
  if (chosen.length !== n || logits.length !== n * k || logMass.length !== n || k < 2)
    throw new FormatError(`${where}: columns of different lengths. Write it anew with the recipe.`);
  const posterior = new Float64Array(n * k);
  const gold = index.map((at, row) => {
    const instance = task.sample(caseSeed, at ?? 0);
    posterior.set(instance.posterior, row * k);
    return instance.options.indexOf(instance.gold);
  });
  const rows = chosen.flatMap((option, row) => ((option ?? -1) >= 0 ? [row] : []));
  const all: Decisions = {
    logits: Float64Array.from(logits, (logit) => logit ?? NaN),
    k,
    chosen: Uint32Array.from(chosen, (option) => Math.max(0, option ?? 0)),
    gold: Uint32Array.from(gold),
  };
  const stated = takeRows(all, rows);
  // Tables written before `probe` took it greedily drew the decision token too; its logits say which one is likeliest.
  const drawnToo = file.mode === 'sampled' || file.mode === 'rollouts';
  const decisions = drawnToo ? { ...stated, chosen: argmaxRows(stated.logits, k) } : stated;
  if (decisions.logits.some(Number.isNaN))
    throw new FormatError(`${where}: a decision without logits. Write it anew with the recipe.`);
  const of = (column: readonly (number | null)[]) =>
    Int32Array.from(rows, (row) => column[row] ?? -1);
  return {
    head: {
      run: file.run ?? '',
      arm: file.arm ?? '',
      seed: file.seed ?? 0,
      lambda: file.lambda ?? null,
      steps: file.steps ?? 0,
      task: task.name,
      mode: file.mode ?? 'greedy',
    },
    cases: Int32Array.from(index, (at) => at ?? 0),
    caseOf: of(index),
    decisions,
    posterior: Float64Array.from(
      rows.flatMap((row) => [...posterior.subarray(row * k, row * k + k)]),
    ),
    mass: Float64Array.from(rows, (row) => Math.exp(logMass[row] ?? NaN)),
    extra: Object.fromEntries(
      Object.entries(columns)
        .filter(([name]) => !KNOWN.has(name))
        .map(([name, column]) => [name, of(column)]),
    ),
  };
}
