/** A mistake of the user's: its message says what is wrong and what to do; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What an error says. */
export const messageOf = (error: unknown) =>
  error instanceof Error ? error.message : String(error);

/** Integer option of at least `least`; throws UsageError that names the option. */
export function integerOption(name: string, text: string, least: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < least)
    throw new UsageError(`--${name} wants an integer of at least ${least}, not “${text}”.`);
  return value;
}
