import type { Facts } from '../../strings/learn/facts';
import type { DecisionTable } from '../../traces/decisionTable';
import type { StepName } from '../view/learn';
import { confidenceFacts } from './facts/confidence';
import { deferralFacts } from './facts/deferral';
import { diagramFacts } from './facts/diagram';
import { eceFacts } from './facts/ece';
import { repairFacts } from './facts/repair';
import { rlvrFacts, whyFacts } from './facts/rlvr';
import { scalingFacts } from './facts/scaling';
import { shiftFacts } from './facts/shift';

/** The steps whose facts come from decision tables. */
export type TableStep = Exclude<StepName, 'swap'>;

/** `tables`: those of the step's `tables`, in that order. */
export type FactsRequest = { readonly step: TableStep; readonly tables: readonly DecisionTable[] };

/** The facts of a step, on the calling thread. Throws RangeError where a table is missing or holds no decision. */
export function computeFacts({ step, tables }: FactsRequest): Facts[TableStep] {
  const at = (i: number) => {
    const table = tables[i];
    if (table === undefined) throw new RangeError(`${step} needs a table more`);
    if (table.usable.length === 0) throw new RangeError('a table holds no decision');
    return table;
  };
  switch (step) {
    case 'confidence':
      return confidenceFacts(at(0));
    case 'diagram':
      return diagramFacts(at(0));
    case 'ece':
      return eceFacts(at(0));
    case 'scaling':
      return scalingFacts(at(0));
    case 'rlvr':
      return rlvrFacts(at(0), at(1));
    case 'repair':
      return repairFacts(at(0), at(1), at(2));
    case 'shift':
      return shiftFacts([0, 2, 4].map((i) => [at(i), at(i + 1)] as const));
    case 'deferral':
      return deferralFacts(at(0), at(1));
    case 'why':
      return whyFacts(at(0), at(1));
  }
}
