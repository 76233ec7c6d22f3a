import type { Decisions } from '../src/calibration/decisions';
import { argmaxRows } from '../src/calibration/probabilities';
import { createRandom } from '../src/calibration/random';

/** Seeded decisions of an overconfident model: logits up to ±15, seven in ten right, k options. */
export function benchTable(n: number, k: number): Decisions {
  const random = createRandom(`bench ${n} ${k}`);
  const logits = new Float64Array(n * k).map(() => (random() + random() + random() - 1.5) * 10);
  const chosen = argmaxRows(logits, k);
  const gold = chosen.map((option) => (random() < 0.6 ? option : Math.floor(random() * k)));
  return { logits, k, chosen, gold };
}
