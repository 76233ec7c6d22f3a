/** Longest wait that a server may ask for before the request is given up, in milliseconds. */
export const LONGEST_WAIT = 600_000;

const FIRST = 500;
const LONGEST_OWN = 30_000;

/**
 * Milliseconds that the headers `Retry-After` (seconds or a date) or `retry-after-ms` ask to wait, from
 * `now`; null where they say nothing that can be read. Never negative.
 */
export function retryAfter(headers: Headers, now: number): number | null {
  const exact = headers.get('retry-after-ms');
  const told = headers.get('retry-after');
  for (const [text, unit] of [
    [exact, 1],
    [told, 1000],
  ] as const)
    if (text !== null && /^\s*\d+(?:\.\d+)?\s*$/u.test(text)) return Number(text) * unit;
  const date = told === null ? NaN : Date.parse(told);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/**
 * Milliseconds before try `attempt` + 1 (attempt from 0): twice as long each time, up to half a minute,
 * of which the upper half is drawn, so that many clients do not come back together. What the server
 * told is a least wait, with up to a quarter (one second at most) on top.
 */
export function retryDelay(attempt: number, told: number | null, random: () => number): number {
  if (told !== null) return told + random() * Math.min(1000, Math.max(100, told / 4));
  const longest = Math.min(LONGEST_OWN, FIRST * 2 ** attempt);
  return (longest * (1 + random())) / 2;
}
