import { ManifestError } from './errors';

/** Readers of one value of the manifest each: the value in its type, or a ManifestError that names the place. */
export type Fields = Readonly<Record<string, unknown>>;

export function fail(where: string, what: string): never {
  throw new ManifestError(
    `models/manifest.json is broken: ${where} ${what}. Rebuild it with the recipe (models/recipe).`,
  );
}

export function fields(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    fail(where, 'must be an object');
  return value as Fields;
}

export function list<T>(
  value: unknown,
  where: string,
  read: (item: unknown, where: string) => T,
): T[] {
  if (!Array.isArray(value)) fail(where, 'must be a list');
  return value.map((item, i) => read(item, `${where}[${i}]`));
}

export function text(value: unknown, where: string): string {
  return typeof value === 'string' && value !== '' ? value : fail(where, 'must be a text');
}

export function number(value: unknown, where: string): number {
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : fail(where, 'must be a number');
}

export function numberOrNull(value: unknown, where: string): number | null {
  return value === null ? null : number(value, where);
}

export function atLeast(minimum: number): (value: unknown, where: string) => number {
  return (value, where) =>
    Number.isInteger(value) && (value as number) >= minimum
      ? (value as number)
      : fail(where, `must be a whole number of at least ${minimum}`);
}

export const count = atLeast(0);
export const positive = atLeast(1);

/** A path that stays below the model's folder. */
export function path(value: unknown, where: string): string {
  const found = text(value, where);
  return /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[\w./-]+$/u.test(found)
    ? found
    : fail(where, `must be a relative path, not ${JSON.stringify(found)}`);
}

export function sha256(value: unknown, where: string): string {
  const found = text(value, where);
  return /^[0-9a-f]{64}$/u.test(found) ? found : fail(where, 'must be 64 lower-case hex digits');
}
