import { joinBytes } from './bytes';

/** The bytes of one record and the line where it begins; null: it was longer than allowed. */
export type Piece = { readonly bytes: Uint8Array | null; readonly line: number };

/** Gathers bytes of one piece across chunks, and forgets them once there are too many. */
class Gathered {
  private parts: Uint8Array[] = [];
  private size = 0;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  add(part: Uint8Array): void {
    this.size += part.length;
    if (this.size > this.limit) this.parts = [];
    else if (part.length > 0) this.parts.push(part);
  }

  take(): Uint8Array | null {
    const bytes =
      this.size > this.limit
        ? null
        : joinBytes(this.parts.length > 0 ? this.parts : [new Uint8Array()]);
    this.parts = [];
    this.size = 0;
    return bytes;
  }

  get empty(): boolean {
    return this.size === 0;
  }
}

/** A copy of the end of a chunk: its owner may fill it anew. */
const copyFrom = (chunk: Uint8Array, from: number) => new Uint8Array(chunk.subarray(from));

/** The lines of a text, without their ends. */
export async function* lines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<Piece> {
  const gathered = new Gathered(limit);
  let line = 1;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      gathered.add(chunk.subarray(from, end));
      yield { bytes: gathered.take(), line: line++ };
      from = end + 1;
    }
    gathered.add(copyFrom(chunk, from));
  }
  if (!gathered.empty) yield { bytes: gathered.take(), line };
}

const [QUOTE, SLASH, COMMA] = [0x22, 0x5c, 0x2c];

/**
 * JSON values one by one, so that a large array or several documents in a row need not be held
 * together. `depth` 0: the values of the text; 1: the elements of the array that the text is.
 */
export async function* values(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
  depth: 0 | 1,
): AsyncGenerator<Piece> {
  const gathered = new Gathered(limit);
  let [level, line, start] = [0, 1, 1];
  let [inString, escaped, begun] = [false, false, false];
  for await (const chunk of chunks) {
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (byte === 10) line++;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === SLASH) escaped = true;
        else if (byte === QUOTE) inString = false;
        continue;
      }
      if (!begun && byte > 32 && level >= depth) [begun, start] = [true, line];
      if (byte === QUOTE) inString = true;
      else if (byte === 0x7b || byte === 0x5b) {
        level++;
        if (level === depth && depth === 1) [from, begun] = [i + 1, false];
      } else if (byte === 0x7d || byte === 0x5d) {
        level--;
        const closes = level < depth || (depth === 0 && level === 0);
        if (!closes) continue;
        const end = depth === 0 ? i + 1 : i;
        gathered.add(chunk.subarray(from, end));
        // An array may be empty, or end in a comma: then nothing stands before its end.
        const bytes = gathered.take();
        if (begun && !(depth === 1 && isBlank(bytes))) yield { bytes, line: start };
        [from, begun] = [i + 1, false];
        level = Math.max(level, 0);
      } else if (byte === COMMA && level === depth && depth === 1) {
        gathered.add(chunk.subarray(from, i));
        yield { bytes: gathered.take(), line: start };
        [from, begun] = [i + 1, false];
      }
    }
    gathered.add(copyFrom(chunk, from));
  }
  const rest = gathered.take();
  if (!isBlank(rest)) yield { bytes: rest, line: begun ? start : line };
}

function isBlank(bytes: Uint8Array | null): boolean {
  return bytes?.every((byte) => byte <= 32) === true;
}
