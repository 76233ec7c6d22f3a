import { megabytes } from '../numbers';

/** Bytes for people: small files in kilobytes. */
export function size(bytes: number): string {
  return bytes < 1e5 ? `${(bytes / 1000).toFixed(1)} kB` : megabytes(bytes);
}
