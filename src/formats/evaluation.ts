import type { MissingReason } from '../traces/decision';
import type { DecisionRow } from '../traces/decisionTable';
import { FormatError } from './errors';

/** One line of the recipe's evaluation: a decision with its case. */
export type EvaluationLine = {
  readonly id: string;
  readonly task: string;
  readonly options: readonly string[];
  readonly logits: readonly number[] | null;
  readonly optionMass: number | null;
  readonly gold: string;
  readonly chosen: string | null;
  readonly posterior: readonly number[];
  readonly missing?: MissingReason;
};

/** Row of the decision table that a line stands for. Throws FormatError, naming `where`. */
export function evaluationRow(line: EvaluationLine, where: string): DecisionRow {
  const { id, options, logits, optionMass, chosen, posterior, missing } = line;
  const gold = options.indexOf(line.gold);
  if (gold < 0) throw new FormatError(`${where}: gold “${line.gold}” is none of its options.`);
  if (logits === null || chosen === null)
    return {
      caseId: id,
      decision: { status: 'missing', reason: missing ?? 'no-decision' },
      gold,
      posterior,
    };
  const index = options.indexOf(chosen);
  if (index < 0 || logits.length !== options.length)
    throw new FormatError(`${where}: chosen and logits do not fit the options.`);
  return {
    caseId: id,
    decision: {
      status: 'found',
      tokenIndex: -1,
      chosen: index,
      logits,
      optionMass: optionMass ?? NaN,
    },
    gold,
    posterior,
  };
}
