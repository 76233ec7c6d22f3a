/** Longest excerpt of a server's own words in a message. */
const LONGEST = 300;

const isRecord = (value: unknown): value is Readonly<Partial<Record<string, unknown>>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an error's body says, on one short line: `error.message`, `message`, `detail`, or the text. */
export function serverSays(body: string): string {
  let text = body;
  try {
    const value: unknown = JSON.parse(body);
    const error = isRecord(value) ? value.error : undefined;
    const inner = isRecord(error) ? error : isRecord(value) ? value : {};
    const found = [inner.message, inner.detail, error].find((part) => part !== undefined);
    if (found !== undefined) text = typeof found === 'string' ? found : JSON.stringify(found);
  } catch {
    // Not JSON: a proxy's page, say.
  }
  const line = text
    .replace(/<[^>]{0,500}>/gu, ' ')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
