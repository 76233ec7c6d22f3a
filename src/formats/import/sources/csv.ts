import { FormatError } from '../../errors';
import {
  CHOSEN,
  CONFIDENCE,
  CORRECT,
  FALSE,
  GOLD,
  ID,
  optionColumns,
  STATED_OR_NOT,
  TRUE,
} from '../columnNames';
import { numberOf, shown, type Fields } from '../fields';
import { traceOf, type ImportFormat, type RecordContext } from '../record';
import type { ImportedTrace } from '../importedTrace';
import { recordedOf } from './recorded';

type Row = Readonly<Record<string, string>>;

const pick = (row: Row, names: readonly string[]): string | undefined => {
  const key = Object.keys(row).find((name) => names.includes(name.trim().toLowerCase()));
  return key === undefined ? undefined : row[key]?.trim();
};

/** A number as tables write it: `0.5`, `50%`, and `0,5` where commas do not separate. */
function cell(text: string): number {
  const percent = text.endsWith('%');
  const number = numberOf(
    (percent ? text.slice(0, -1) : text).replace(/^(-?\d+),(\d+)$/u, '$1.$2'),
  );
  if (number === null) throw new FormatError(`has ${shown(text)} where a number should stand.`);
  return percent ? number / 100 : number;
}

function perOption(row: Row, context: RecordContext): ImportedTrace {
  const { keys, options, logits } = optionColumns(Object.keys(row));
  const values = keys.map((key) => (row[key]!.trim() === '' ? null : cell(row[key]!.trim())));
  if (!logits && values.some((p) => p !== null && p > 1.0001))
    throw new FormatError('has a probability above 1.');
  const chosen = pick(row, CHOSEN);
  const line: Fields = { [logits ? 'logits' : 'probs']: values, ...(chosen ? { chosen } : {}) };
  const gold = pick(row, GOLD) ?? null;
  const index =
    gold !== null && !options.includes(gold) && /^\d+$/u.test(gold) ? Number(gold) : gold;
  return traceOf(context, {
    id: pick(row, ID),
    source: 'CSV',
    tokens: [],
    options,
    gold: index === '' ? null : index,
    recorded: recordedOf(line, options),
  });
}

function confidenceRow(row: Row, context: RecordContext): ImportedTrace {
  const confidence = cell(pick(row, CONFIDENCE) ?? '');
  if (!(confidence >= 0 && confidence <= 1))
    throw new FormatError(`has the confidence ${confidence}, not between 0 and 1.`);
  const word = (pick(row, CORRECT) ?? '').toLowerCase();
  if (!TRUE.has(word) && !FALSE.has(word))
    throw new FormatError(`has ${shown(word)} for “correct”: write 1 or 0.`);
  return traceOf(context, {
    id: pick(row, ID),
    source: 'CSV',
    tokens: [],
    options: STATED_OR_NOT,
    gold: TRUE.has(word) ? 0 : 1,
    recorded: {
      status: 'found',
      logits: [Math.log(confidence), Math.log1p(-confidence)],
      bounds: null,
      chosen: 0,
      optionMass: NaN,
      tokenIndex: -1,
    },
  });
}

/**
 * A row of a table with a head: (confidence, correct), or a column an option (`p_A`, `logit_A`) and
 * gold. Of (confidence, correct) no options are known: a row becomes its answer against another.
 */
export const CSV: ImportFormat = {
  name: 'csv',
  title: 'CSV',
  recognise(record) {
    const row = record as Row;
    if (!Object.values(record).every((value) => typeof value === 'string')) return null;
    const { options } = optionColumns(Object.keys(row));
    if (options.length > 1) return `it has a column for each of the options ${options.join(', ')}`;
    return pick(row, CONFIDENCE) !== undefined && pick(row, CORRECT) !== undefined
      ? 'it has a column of confidence and one of whether it was right'
      : null;
  },
  read: (record, context) => [
    optionColumns(Object.keys(record)).options.length > 1
      ? perOption(record as Row, context)
      : confidenceRow(record as Row, context),
  ],
};
