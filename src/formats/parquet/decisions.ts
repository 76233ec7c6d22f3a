import { FALSE, STATED_OR_NOT, TRUE } from '../import/columnNames';
import { REASONS, type DecisionColumns } from '../import/decisionColumns';
import { shown } from '../import/fields';
import { FormatError } from '../errors';
import type { CodeColumn, NumberColumn, PackedColumn } from './columns';
import type { DecisionPlan } from './plan';
import type { Column } from './readColumns';
import { dropRows, type Draft } from './draft';
import { optionNames } from './optionNames';

/** A row that cannot be read, and why: a clause. */
type Refuse = (row: number, why: string) => void;

const numbers = (column: Column | undefined) => (column?.kind === 'numbers' ? column : undefined);
const codes = (column: Column | undefined) => (column?.kind === 'codes' ? column : undefined);

/** The one text of a column; `several` where it has more. */
function common(column: CodeColumn | undefined, several: string, none: string): string {
  const used = column?.texts ?? [];
  return used.length === 0 ? none : used.length === 1 ? used[0]! : several;
}

const SLACK = 1e-4;

function draftOf(n: number, labels: readonly string[]): Draft {
  const k = labels.length;
  return {
    n,
    labels,
    logits: new Float64Array(n * k).fill(-Infinity),
    bounds: null,
    chosen: new Int8Array(n).fill(-1),
    reasons: new Uint8Array(n),
    gold: new Int32Array(n).fill(-1),
    goldNames: [],
    optionMass: new Float64Array(n).fill(NaN),
    posterior: null,
  };
}

/** Puts the value of option j of a row: NaN is none. */
function put(draft: Draft, row: number, j: number, value: number, p: boolean, refuse: Refuse) {
  if (Number.isNaN(value)) return;
  if (p && (value < 0 || value > 1 + SLACK)) refuse(row, `has the probability ${value}.`);
  else if (value === Infinity) refuse(row, 'has an infinite logit.');
  else draft.logits[row * draft.labels.length + j] = p ? Math.log(Math.min(value, 1)) : value;
}

/** Numbers of a list column, K a row where it has them; null where no row has. */
function listed(
  column: NumberColumn | undefined,
  n: number,
  k: number,
  check: (value: number, row: number) => boolean,
): Float64Array | null {
  if (column?.offsets === undefined || column.offsets === null || column.values.length === 0)
    return null;
  const result = new Float64Array(n * k).fill(NaN);
  for (let row = 0; row < n; row++) {
    const from = column.offsets[row]!;
    if (column.offsets[row + 1]! - from !== k) continue;
    for (let j = 0; j < k; j++) {
      const value = column.values[from + j]!;
      if (check(value, row)) result[row * k + j] = value;
    }
  }
  return result;
}

/** The likeliest option of each row that has a probability and chooses none itself. */
function decide(draft: Draft, chosen: CodeColumn | undefined, indexOf: Index, refuse: Refuse) {
  const { n, logits } = draft;
  const k = draft.labels.length;
  for (let row = 0; row < n; row++) {
    let best = -1;
    for (let j = 0; j < k; j++) {
      const z = logits[row * k + j]!;
      if (z > -Infinity && (best < 0 || z > logits[row * k + best]!)) best = j;
    }
    if (best < 0) continue;
    const code = chosen?.codes[row] ?? -1;
    const own = code < 0 ? best : indexOf(chosen!, row, code);
    if (own < 0) refuse(row, `has ${shown(chosen!.texts[code])} for its choice, not an option.`);
    draft.chosen[row] = own;
  }
}

type Index = (column: CodeColumn, row: number, code: number) => number;

const reasonIndex = (text: string | undefined) =>
  Math.max(
    0,
    REASONS.findIndex((reason) => reason === text),
  );

/** Gold by name where all rows have the same options, else by index. */
function setGold(draft: Draft, gold: CodeColumn | undefined, same: boolean, indexOf: Index): Draft {
  if (gold === undefined) return draft;
  if (same) return { ...draft, gold: gold.codes, goldNames: gold.texts };
  for (let row = 0; row < draft.n; row++) {
    const code = gold.codes[row]!;
    if (code >= 0) draft.gold[row] = indexOf(gold, row, code);
  }
  return { ...draft, goldNames: draft.labels.map((_, j) => String(j)) };
}

function fromLists(
  plan: DecisionPlan,
  columns: ReadonlyMap<string, Column>,
  refuse: Refuse,
): Draft {
  const lists = numbers(columns.get('logits'));
  if (lists?.offsets === undefined || lists.offsets === null)
    throw new FormatError('The Parquet file is damaged: a list is none.');
  const { offsets, values } = lists;
  const n = offsets.length - 1;
  let most = 0;
  for (let row = 0; row < n; row++) most = Math.max(most, offsets[row + 1]! - offsets[row]!);
  const names = optionNames(codes(columns.get('options')), n, most);
  const { labels, same, indexOf } = names;
  if (labels.length < 2 || labels.length > 100)
    throw new FormatError(`A decision has 2 to 100 options, not ${labels.length}.`, 'unclear');
  const draft = draftOf(n, labels);
  const reasons = codes(columns.get('missing'));
  for (let row = 0; row < n; row++) {
    const from = offsets[row]!;
    const count = offsets[row + 1]! - from;
    const wants = names.countOf(row);
    if (count > 0 && wants !== count) refuse(row, `has ${count} numbers for ${wants} options.`);
    else
      for (let j = 0; j < count; j++)
        put(draft, row, j, values[from + j]!, plan.probabilities, refuse);
    draft.reasons[row] =
      count > 0
        ? REASONS.indexOf('no-probability')
        : reasonIndex(reasons?.texts[reasons.codes[row]!]);
  }
  const bounds = listed(numbers(columns.get('bounds')), n, labels.length, () => true);
  decide(draft, codes(columns.get('chosen')), indexOf, refuse);
  return { ...setGold(draft, codes(columns.get('gold')), same, indexOf), bounds };
}

function fromOptions(plan: DecisionPlan, columns: ReadonlyMap<string, Column>, refuse: Refuse) {
  const { options } = plan;
  const own = options.map((_, j) => numbers(columns.get(`option ${j}`))!.values);
  const n = own[0]!.length;
  const draft = draftOf(n, options);
  draft.reasons.fill(REASONS.indexOf('no-probability'));
  for (const [j, values] of own.entries())
    for (let row = 0; row < n; row++) put(draft, row, j, values[row]!, plan.probabilities, refuse);
  const { indexOf } = optionNames(undefined, n, options.length, options);
  decide(draft, codes(columns.get('chosen')), indexOf, refuse);
  return setGold(draft, codes(columns.get('gold')), true, indexOf);
}

function fromConfidence(columns: ReadonlyMap<string, Column>, refuse: Refuse): Draft {
  const { values } = numbers(columns.get('confidence'))!;
  const right = codes(columns.get('correct'))!;
  const outcomes = right.texts.map((text) => {
    const word = text.trim().toLowerCase();
    return TRUE.has(word) ? 0 : FALSE.has(word) ? 1 : -1;
  });
  const draft = draftOf(values.length, STATED_OR_NOT);
  for (const [row, p] of values.entries()) {
    const outcome = outcomes[right.codes[row]!] ?? -1;
    if (!(p >= 0 && p <= 1)) refuse(row, `has the confidence ${p}, not between 0 and 1.`);
    else if (outcome < 0)
      refuse(row, `has ${shown(right.texts[right.codes[row]!])} for “correct”: write 1 or 0.`);
    draft.logits[2 * row] = Math.log(p);
    draft.logits[2 * row + 1] = Math.log1p(-p);
    draft.chosen[row] = 0;
    draft.gold[row] = outcome;
  }
  return { ...draft, goldNames: STATED_OR_NOT };
}

/**
 * Decisions from the columns of a Parquet file. Rows that cannot be are left out; `onBad` hears of each, counted from 0.
 * Throws FormatError where there are no decisions at all.
 */
export function decisionsOf(
  plan: DecisionPlan,
  columns: ReadonlyMap<string, Column>,
  onBad: (row: number, why: string) => void,
): DecisionColumns {
  const bad = new Set<number>();
  const refuse: Refuse = (row, why) => {
    if (!bad.has(row)) onBad(row, why);
    bad.add(row);
  };
  const draft =
    plan.kind === 'lists'
      ? fromLists(plan, columns, refuse)
      : plan.kind === 'options'
        ? fromOptions(plan, columns, refuse)
        : fromConfidence(columns, refuse);
  const { n, labels } = draft;
  const truth = listed(numbers(columns.get('posterior')), n, labels.length, (q, row) => {
    if (q < 0 || q > 1) refuse(row, `has ${q} in its posterior.`);
    return true;
  });
  const mass = numbers(columns.get('optionMass'))?.values;
  for (const [row, value] of mass?.entries() ?? [])
    if (value < 0 || value > 1 + SLACK)
      refuse(row, `has the option mass ${value}, not between 0 and 1.`);
  const ids = columns.get('id') as PackedColumn | undefined;
  const whole = {
    ...draft,
    posterior: truth,
    ...(mass === undefined ? {} : { optionMass: mass.map((value) => Math.min(value, 1)) }),
  };
  const kept = dropRows(whole, ids ?? null, bad);
  return {
    ...kept,
    task: common(codes(columns.get('task')), 'several tasks', ''),
    model: common(codes(columns.get('model')), 'several models', 'unknown'),
  };
}
