import { FormatError } from '../errors';

/** Limits on what one record may be. */
export type RecordCaps = {
  /** Brackets within brackets. */
  readonly depth: number;
  /** Characters of one string, escapes counted as written. */
  readonly stringLength: number;
};

/** How JSON text that does not end well ends. */
type Scan = {
  readonly open: string;
  readonly inString: boolean;
  readonly lastComma: number;
  readonly openAtComma: string;
};

const CLOSE: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** Index of the quote that closes the string whose content begins at `from`, or −1. */
function stringEnd(text: string, from: number): number {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return quote;
  }
  return -1;
}

/**
 * Walks over JSON text without building anything: throws FormatError `too-large` above the caps.
 * Tells which brackets are still open at the end, and at the last comma outside of strings.
 */
export function scanJson(text: string, caps: RecordCaps): Scan {
  const open: string[] = [];
  let lastComma = -1;
  let openAtComma = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 0x22) {
      const end = stringEnd(text, i + 1);
      if ((end < 0 ? text.length : end) - i - 1 > caps.stringLength)
        throw new FormatError(
          `holds a string of more than ${caps.stringLength.toLocaleString('en')} characters. Split or shorten it.`,
          'too-large',
        );
      if (end < 0) return { open: open.join(''), inString: true, lastComma, openAtComma };
      i = end;
    } else if (char === 0x7b || char === 0x5b) {
      open.push(text[i]!);
      if (open.length > caps.depth)
        throw new FormatError(
          `is nested more than ${caps.depth} deep. No log of a model is; check what wrote it.`,
          'too-large',
        );
    } else if (char === 0x7d || char === 0x5d) open.pop();
    else if (char === 0x2c) {
      lastComma = i;
      openAtComma = open.join('');
    }
  }
  return { open: open.join(''), inString: false, lastComma, openAtComma };
}

/** The beginning of a JSON document, closed after its last whole member: for recognising it. */
export function closeJson(text: string, caps: RecordCaps): string {
  const { open, inString, lastComma, openAtComma } = scanJson(text, caps);
  if (open === '' && !inString) return text;
  const closers = Array.from(openAtComma, (bracket) => CLOSE[bracket]!).reverse();
  return text.slice(0, Math.max(lastComma, 0)) + closers.join('');
}
