import { differenceOfDraws } from '../../../calibration/pairedDifference';
import { createRandom, shuffled } from '../../../calibration/random';
import type { ShiftFacts } from '../../../strings/learn/facts';
import type { DecisionTable } from '../../../traces/decisionTable';
import { armWithDraws, side } from './arm';

const OUTCOME = { below: 'fell', unclear: 'unclear', above: 'grew' } as const;

/** Arms in distribution and under its shift; the last pair is the arm that is asked about. */
export function shiftFacts(
  pairs: readonly (readonly [DecisionTable, DecisionTable])[],
): ShiftFacts {
  const arms = pairs.map((pair) => {
    const [inside, shifted] = [armWithDraws(pair[0]), armWithDraws(pair[1])];
    // The splits hold different cases, so each is drawn on its own.
    const mixed = shuffled(createRandom('learn/shift'), [...inside.eceDraws]);
    const { value, low, high } = differenceOfDraws(
      shifted.figures.ece.value - inside.figures.ece.value,
      shifted.eceDraws.map((draw, i) => draw - mixed[i]!),
    );
    return { inside: inside.figures, shifted: shifted.figures, ece: { value, low, high } };
  });
  const repaired = arms.at(-1);
  if (repaired === undefined) throw new RangeError('no arm to compare');
  return { truth: { kind: 'choice', value: OUTCOME[side(repaired.ece)] }, arms, repaired };
}
