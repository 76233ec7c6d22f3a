import { parseArgs, type ParseArgsConfig } from 'node:util';

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

/** Options and names of a command line. Throws UsageError for an option that is none of `options`. */
export function parseOptions<const T extends NonNullable<ParseArgsConfig['options']>>(
  argv: string[],
  options: T,
) {
  try {
    return parseArgs({ args: argv, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}
