import { differenceOfDraws } from '../../../calibration/pairedDifference';
import { createRandom, shuffled } from '../../../calibration/random';
import type { Estimate, ShiftFacts } from '../../../strings/learn/facts';
import type { DecisionTable } from '../../../traces/decisionTable';
import { columnsOf } from '../../compare/columns';
import { compareColumns } from '../../compare/job';
import { DEFAULT_SETTINGS } from '../../settings';
import { armFigures, BINNING, side } from './arm';

/** ECE on one split less that on another, which holds other cases: both are drawn on their own. */
function eceApart(inside: DecisionTable, shifted: DecisionTable): Estimate {
  const [first, second] = [inside, shifted].map((table) => {
    const columns = columnsOf([table], DEFAULT_SETTINGS);
    return compareColumns({ columns, values: [0], pairs: [], binning: BINNING }).values[0]!.ece;
  });
  const mixed = shuffled(createRandom('learn/shift'), [...first!.draws]);
  const draws = second!.draws.map((draw, i) => draw - mixed[i]!);
  const { value, low, high } = differenceOfDraws(second!.value - first!.value, draws);
  return { value, low, high };
}

const OUTCOME = { below: 'fell', unclear: 'unclear', above: 'grew' } as const;

/** Arms in distribution and under its shift; the last pair is the arm that is asked about. */
export function shiftFacts(
  pairs: readonly (readonly [DecisionTable, DecisionTable])[],
): ShiftFacts {
  const arms = pairs.map(([inside, shifted]) => ({
    inside: armFigures(inside),
    shifted: armFigures(shifted),
    ece: eceApart(inside, shifted),
  }));
  const repaired = arms.at(-1);
  if (repaired === undefined) throw new RangeError('no arm to compare');
  return { truth: { kind: 'choice', value: OUTCOME[side(repaired.ece)] }, arms, repaired };
}
