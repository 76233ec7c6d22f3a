/** Seeded source of uniform numbers in [0, 1). Same seed, same sequence, on every machine. */
export type Random = () => number;

/** 32-bit hash of a string (FNV-1a with an avalanche), to derive independent seeds from names. */
export function hashSeed(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * sfc32 (Doty-Humphrey, PractRand; 128 bits of state), 53 bits a draw.
 * `seed`: any string or number; different seeds give independent-looking sequences.
 */
export function createRandom(seed: string | number): Random {
  let a = hashSeed(`a${seed}`);
  let b = hashSeed(`b${seed}`);
  let c = hashSeed(`c${seed}`);
  let counter = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
}

/** Uniform integer in 0 … n − 1. Throws RangeError unless n is a positive integer. */
export function randomIndex(random: Random, n: number): number {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`cannot draw from ${n} values`);
  return Math.floor(random() * n);
}

/** Index drawn with the given non-negative weights (they need not sum to 1, but not all be 0). */
export function randomWeighted(random: Random, weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError('weights must have a positive sum');
  let rest = random() * total;
  let last = 0;
  for (const [i, weight] of weights.entries()) {
    if (weight <= 0) continue;
    if (rest < weight) return i;
    rest -= weight;
    last = i;
  }
  return last;
}

/** Shuffled copy (Fisher–Yates). */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = randomIndex(random, i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
