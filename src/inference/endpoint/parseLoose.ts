/** Strings, kept as they are, and the bare numbers of Python servers that JSON does not know. */
const BARE = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:Infinity|NaN)\b/gsu;

/** The value of a JSON text; bare NaN and ±Infinity become strings. Undefined for what is none. */
export function parseLoose(text: string): unknown {
  for (const read of [
    () => text,
    () => text.replace(BARE, (found) => (found.startsWith('"') ? found : `"${found}"`)),
  ])
    try {
      return JSON.parse(read()) as unknown;
    } catch {
      continue;
    }
  return undefined;
}
