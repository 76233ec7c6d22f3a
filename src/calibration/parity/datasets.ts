import { createRandom, type Random } from '../random';

/** Confidences and outcomes of a golden case, the same bit by bit as `make_golden.py` draws. */
export function binaryData(
  kind: string,
  n: number,
  seed: string | number,
): { confidence: Float64Array; correct: Uint8Array } {
  const random = createRandom(`${kind} ${n} ${seed}`);
  const confidence = new Float64Array(n);
  const correct = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const [u, v, w] = [random(), random(), random()];
    const c = DRAW[kind]!(u, v);
    confidence[i] = c;
    correct[i] = kind === 'right' ? 1 : kind === 'wrong' ? 0 : w < c * c * 0.9 + 0.05 ? 1 : 0;
  }
  return { confidence, correct };
}

const DRAW: Readonly<Record<string, (u: number, v: number) => number>> = {
  uniform: (u) => u,
  eighths: (u) => Math.floor(u * 9) / 8,
  tenths: (u) => Math.floor(u * 11) / 10,
  hundredths: (u) => Math.floor(u * 101) / 100,
  extreme: (u, v) => (v < 0.2 ? 0 : v < 0.6 ? 1 : u),
  high: (u) => 1 - u * u * u * u * 0.5,
  right: (u) => u,
  wrong: (u) => u,
  constant: () => 0.8,
  gaps: (u, v) => (v < 0.5 ? 0.1 + u * 0.1 : 0.9 + u * 0.1),
};

/** Logits (n·k) and gold options of a golden case. */
export function multiclassData(
  kind: string,
  n: number,
  k: number,
  seed: number,
): { logits: Float64Array; gold: Uint8Array } {
  const random = createRandom(`${kind} ${n} ${k} ${seed}`);
  const logits = new Float64Array(n * k);
  const gold = new Uint8Array(n);
  for (let row = 0; row < n; row++) {
    const z = logits.subarray(row * k, (row + 1) * k);
    for (let j = 0; j < k; j++) z[j] = logit(kind, random);
    const [pick, other] = [random(), random()];
    gold[row] = pick < 0.6 ? z.indexOf(Math.max(...z)) : Math.floor(other * k);
  }
  return { logits, gold };
}

function logit(kind: string, random: Random): number {
  const z = (random() - 0.5) * (kind === 'confident' ? 60 : 6);
  return kind === 'halves' ? Math.floor(z * 2) / 2 : z;
}
