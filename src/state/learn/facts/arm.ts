import { auroc } from '../../../calibration/auroc';
import { eceNull } from '../../../calibration/ece';
import type { ArmFigures, Change, Estimate } from '../../../strings/learn/facts';
import type { DecisionTable } from '../../../traces/decisionTable';
import { columnsOf } from '../../compare/columns';
import { compareColumns, type Differences, type Figure } from '../../compare/job';
import { reliability } from '../../reliability';
import { DEFAULT_SETTINGS } from '../../settings';

const { bins, binning, edges } = DEFAULT_SETTINGS;
export const BINNING = { bins, binning, edges };

const plain = ({ value, low, high }: Estimate): Estimate => ({ value, low, high });

/** The figures of one table as decided (T = α = 1), with the intervals that Explore and Compare show, and the draws of its ECE. */
export function armWithDraws(table: DecisionTable): {
  readonly figures: ArmFigures;
  readonly eceDraws: Float64Array;
} {
  const [columns] = columnsOf([table], DEFAULT_SETTINGS);
  const { confidence, correct } = columns!;
  const request = { columns: [columns!], values: [0], pairs: [], binning: BINNING };
  const { n, accuracy, ece, meanConfidence } = compareColumns(request).values[0]!;
  const figures = {
    arm: table.provenance.model,
    task: table.task,
    n,
    k: table.labels.length,
    accuracy: plain(accuracy),
    ece: plain(ece),
    meanConfidence: plain(meanConfidence),
    nullEce: eceNull(confidence, correct, BINNING, { resamples: 200 }).mean,
    certain: confidence.filter((c) => c > 0.99).length / n,
    auroc: auroc(confidence, correct),
  };
  return { figures, eceDraws: ece.draws };
}

export const armFigures = (table: DecisionTable): ArmFigures => armWithDraws(table).figures;

/** Figures of `second` less those of `first`, over the cases that both decided. */
export function change(first: DecisionTable, second: DecisionTable): (figure: Figure) => Change {
  const columns = columnsOf([first, second], DEFAULT_SETTINGS);
  const request = { columns, values: [], pairs: [[1, 0]] as const, binning: BINNING };
  const pair: Differences = compareColumns(request).pairs[0]!;
  return (figure) => ({ ...plain(pair[figure]), n: pair.n });
}

/** Is the difference beyond chance, and on which side? */
export function side({ low, high }: Pick<Estimate, 'low' | 'high'>): 'below' | 'unclear' | 'above' {
  if (high < 0) return 'below';
  return low > 0 ? 'above' : 'unclear';
}

/** Confidences and outcomes as decided. */
export function decided(table: DecisionTable) {
  return reliability(table, DEFAULT_SETTINGS);
}
