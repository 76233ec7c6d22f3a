import type { Numbers } from '../../strings/numbers';

/** Bytes for people: small files in kilobytes. */
export function size(bytes: number, { fixed, megabytes }: Numbers): string {
  return bytes < 1e5 ? `${fixed(bytes / 1000, 1)} kB` : megabytes(bytes);
}
