import type { LoggedToken } from './answer';

const encoder = new TextEncoder();

/**
 * Texts of tokens in a row that join to what they say together. A character whose bytes are spread over
 * several tokens stands with the last of them; the others have '' for it.
 */
export function alignedTexts(tokens: readonly LoggedToken[]): string[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const texts = tokens.map(({ text, bytes }) =>
    decoder.decode(bytes ?? encoder.encode(text), { stream: true }),
  );
  const rest = decoder.decode();
  const last = texts.pop();
  return last === undefined ? [] : [...texts, last + rest];
}
