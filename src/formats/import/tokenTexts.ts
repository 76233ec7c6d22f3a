import type { ImportedToken } from './importedTrace';

/**
 * Text of each token such that together they are the completion: a token that holds only the first
 * bytes of a character is empty, the one that completes it has the character.
 */
export function tokenTexts(tokens: readonly ImportedToken[]): string[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let pending = false;
  return tokens.map(({ text, bytes }) => {
    if (bytes === null && !pending) return text;
    if (bytes === null) {
      pending = false;
      return decoder.decode() + text;
    }
    pending = true;
    return decoder.decode(bytes, { stream: true });
  });
}
