import type { DiagramFacts } from '../../../strings/learn/facts';
import type { DecisionTable } from '../../../traces/decisionTable';
import { decided } from './arm';

/** The bin with the most confidence: what it claims and what came true. Throws RangeError for a table without decisions. */
export function diagramFacts(table: DecisionTable): DiagramFacts {
  const { bins, n } = decided(table);
  const filled = bins.flatMap((bin, index) => (bin.count > 0 ? [{ ...bin, index }] : []));
  const bin = filled.at(-1);
  if (bin === undefined) throw new RangeError('the table holds no decision');
  const { index, count, confidence, accuracy, low, high } = bin;
  return {
    truth: { kind: 'share', value: accuracy, low, high },
    bin: { index, count, confidence, accuracy, low, high },
    filled: filled.length,
    n,
    outcome: confidence > high ? 'below' : confidence < low ? 'above' : 'within',
  };
}
