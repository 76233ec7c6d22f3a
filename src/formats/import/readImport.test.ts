import { expect, test } from 'vitest';
import { FormatError } from '../errors';
import { readImport, type ImportOptions } from './readImport';
import { chunksOf } from './testChunks';

const good = (id: string) => JSON.stringify({ id, options: ['A', 'B'], logits: [1, 0], gold: 'A' });
const read = (content: Uint8Array | string, options?: ImportOptions, size?: number) =>
  readImport(chunksOf(content, size), options);
const ids = async (content: Uint8Array | string, options?: ImportOptions) =>
  (await read(content, options)).traces.map(({ caseId }) => caseId);

const refused = async (content: Uint8Array | string, options?: ImportOptions) => {
  const error: unknown = await read(content, options).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FormatError);
  return error as FormatError;
};

test('bad rows are counted and listed by line, the good ones kept', async () => {
  const lines = [good('1'), '', '{"id": "2", "options"', 'true', good('5'), '{"logits": [1]}'];
  const result = await read(lines.join('\r\n'));
  expect(result.traces.map(({ caseId }) => caseId)).toEqual(['1', '5']);
  expect(result).toMatchObject({ format: 'decisions', rows: 5, badCount: 3, stopped: null });
  expect(result.bad.map(({ line }) => line)).toEqual([3, 4, 6]);
  expect(result.bad[0]!.message).toMatch(/^Line 3 is cut off/);
  expect(result.bad[1]!.message).toBe('Line 4 is not a JSON object.');
  expect(result.bad[2]!.message).toBe('Line 6 wants 0 numbers in “logits”, one an option.');
});

test('a damaged first line does not hide the others', async () => {
  expect(await ids(['{"id": "1", "opt', good('2'), good('3')].join('\n'))).toEqual(['2', '3']);
});

test('one document, several, an array, an array that is cut off', async () => {
  const pretty = (id: string) => JSON.stringify(JSON.parse(good(id)), null, 2);
  expect(await ids(pretty('1'))).toEqual(['1']);
  expect(await ids(`${pretty('1')}\n${pretty('2')}\n`)).toEqual(['1', '2']);
  expect(await ids(`[${good('1')},\n ${pretty('2')}\n]`)).toEqual(['1', '2']);
  const cut = await read(`[\n${good('1')},\n${good('2')},\n{"id": "3", "opt`);
  expect(cut.traces).toHaveLength(2);
  expect(cut.bad).toEqual([{ line: 4, message: expect.stringContaining('cut off') as string }]);
});

test('brackets, commas, quotes and line ends within strings part nothing', async () => {
  const nasty = ['}],[{', ',"', '\\', '\\"}', '\n'];
  for (const text of [
    `[${nasty.map(good).join(',')}]`,
    nasty.map((id) => JSON.stringify(JSON.parse(good(id)), null, 1)).join('\n'),
    nasty.map(good).join('\n'),
  ])
    for (const size of [1, 5, 1000])
      expect((await read(text, {}, size)).traces.map(({ caseId }) => caseId)).toEqual(nasty);
});

test('numbers that JSON does not know, but not inside of strings', async () => {
  const line =
    '{"id": "NaN, Infinity", "options": ["A", "B"], "logits": [0, -Infinity], "gold": "A"}';
  const { traces } = await read(line);
  expect(traces[0]).toMatchObject({
    caseId: 'NaN, Infinity',
    recorded: { logits: [0, -Infinity] },
  });
});

test('UTF-8 with a mark, UTF-16 with its mark', async () => {
  const utf16 = (bigEndian: boolean) => {
    const text = `\ufeff${good('é')}\n${good('2')}`;
    const view = new DataView(new ArrayBuffer(2 * text.length));
    for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), !bigEndian);
    return new Uint8Array(view.buffer);
  };
  expect(await ids(`\ufeff${good('é')}`)).toEqual(['é']);
  expect(await ids(utf16(false))).toEqual(['é', '2']);
  expect(await ids(utf16(true))).toEqual(['é', '2']);
  expect((await refused(utf16(false).subarray(2))).code).toBe('encoding');
});

test('a row that is not UTF-8 is bad, the file is not', async () => {
  const bytes = new TextEncoder().encode(`${good('1')}\n${good('X')}\n${good('3')}`);
  bytes[bytes.indexOf(0x58)] = 0xff;
  const result = await read(bytes);
  expect(result.traces).toHaveLength(2);
  expect(result.bad[0]!.message).toBe('Line 2 is not valid UTF-8. Save it as UTF-8.');
});

const deep = '['.repeat(1e6);

test.each<[string, string | Uint8Array, string, RegExp]>([
  ['nothing', '', 'empty', /empty/],
  ['blanks', '\n  \n', 'empty', /empty/],
  ['prose', 'Lorem ipsum, dolor\nsit amet, consectetur', 'unrecognised', /OpenAI chat completions/],
  ['a web page', '<!doctype html><script>alert(1)</script>', 'unrecognised', /web page/],
  ['a streamed reply', 'data: {"choices": []}\n\ndata: [DONE]', 'unrecognised', /"stream": false/],
  ['another JSON', '{"a": 1, "b": [2]}', 'unrecognised', /Its records have a, b/],
  ['brackets a million deep', deep, 'unrecognised', /nested more than 64 deep/],
  ['members a million deep', `{"a":${'{"a":'.repeat(1e6)}`, 'unrecognised', /nested|cut off/],
  ['closed brackets a million deep', `${deep}${']'.repeat(1e6)}`, 'unrecognised', /nested/],
  ['Parquet', new TextEncoder().encode('PAR1....'), 'unsupported', /Name the file/],
  ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'unsupported', /Unpack/],
  ['zip', Uint8Array.of(0x50, 0x4b, 3, 4), 'unsupported', /inspect log dump/],
  ['zeros', new Uint8Array(1000), 'encoding', /UTF-8/],
  [
    'only bad rows',
    `${good('1').replace('[1,0]', '[1]')}\n`,
    'damaged',
    /Nothing could be read.*Line 1 wants 2/,
  ],
])('%s is refused with what to do', async (_, content, code, message) => {
  const error = await refused(content);
  expect(error.message).toMatch(message);
  expect(error.code).toBe(code);
});

test('the format may be said, but must be one', async () => {
  expect((await read(good('1'), { format: 'decisions' })).reason).toBe('you said so');
  expect((await refused(good('1'), { format: 'attic' })).message).toMatch(/lm-eval/);
  expect((await refused(good('1'), { format: 'openai-chat' })).message).toMatch(/Nothing could be/);
});

test('nothing in a record reaches a prototype', async () => {
  const nasty = good('1').replace(
    '{',
    '{"__proto__": {"polluted": 1}, "constructor": {"prototype": 2}, ',
  );
  const { traces } = await read(nasty);
  expect(traces[0]!.caseId).toBe('1');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  const completion = {
    choices: [
      {
        text: 'x',
        logprobs: {
          tokens: ['__proto__'],
          token_logprobs: [-1],
          top_logprobs: [JSON.parse('{"__proto__": -1, "x": -2}') as object],
        },
      },
    ],
  };
  const token = (await read(JSON.stringify(completion))).traces[0]!.tokens[0]!;
  expect(token.alternatives.map(({ text }) => text)).toEqual(['__proto__', 'x']);
  const table = await read('__proto__,confidence,correct\n1,0.5,1\n');
  expect(table.traces).toHaveLength(1);
});

test('script text stays text', async () => {
  expect(await ids(good('<script>alert(1)</script>'))).toEqual(['<script>alert(1)</script>']);
});

test('caps: strings and records too long are bad rows, bytes and rows end the reading', async () => {
  const rows = [good('1'), good('x'.repeat(500)), good('3'), good('4')].join('\n');
  const strings = await read(rows, { caps: { stringLength: 100 } });
  expect(strings.bad[0]!.message).toMatch(/^Line 2 holds a string of more than 100 characters/);
  const records = await read(rows, { caps: { recordBytes: 200 } }, 10);
  expect(records.bad[0]!.message).toBe('Line 2 is longer than 200 bytes.');
  expect(records.traces).toHaveLength(3);
  const few = await read(rows, { caps: { rows: 2 } });
  expect(few.traces).toHaveLength(2);
  expect(few.stopped).toMatch(/first 2 rows/);
  const bytes = await read(rows, { caps: { bytes: rows.length - 10 } });
  expect(bytes.traces.map(({ caseId }) => caseId.slice(0, 1))).toEqual(['1', 'x', '3']);
  expect(bytes).toMatchObject({ badCount: 0, bytes: rows.length - 10 });
  expect(bytes.stopped).toMatch(/bytes/);
});

test('many bad rows are counted, some listed', async () => {
  const rows = [good('1'), ...Array.from({ length: 300 }, () => '{"a"')].join('\n');
  const result = await read(rows);
  expect(result.badCount).toBe(300);
  expect(result.bad).toHaveLength(200);
});

test('progress tells bytes and rows; a size that lies does no harm', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => good(String(i))).join('\n');
  const seen: (number | null)[] = [];
  const result = await readImport(
    chunksOf(rows, 1 << 14),
    { totalBytes: 50 },
    { onProgress: ({ fraction }) => seen.push(fraction) },
  );
  expect(result.traces).toHaveLength(3000);
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.every((fraction) => fraction === 1)).toBe(true);
});

test('reading can be stopped', async () => {
  const controller = new AbortController();
  async function* endless(): AsyncGenerator<Uint8Array> {
    const chunk = new TextEncoder().encode(`${good('1')}\n`.repeat(1000));
    for (let i = 0; ; i++) {
      if (i === 5) controller.abort();
      await Promise.resolve();
      yield chunk;
    }
  }
  await expect(readImport(endless(), {}, {}, controller.signal)).rejects.toThrow(/abort/i);
});

test('an error of the server in a row is said', async () => {
  const row = '{"error": {"message": "Rate limit reached"}}';
  const { bad } = await read(`${good('1')}\n${row}`, { format: 'decisions' });
  expect(bad[0]!.message).toBe('Line 2 is an error of the server: Rate limit reached');
});

test('an option mass is a probability: more is a bad row, a rounding error is not', async () => {
  const line = (id: string, optionMass: number) =>
    JSON.stringify({ id, options: ['A', 'B'], logits: [1, 0], gold: 'A', optionMass });
  const { traces, bad } = await read([line('1', 1.00001), line('2', 1e16)].join('\n'));
  expect(traces.map(({ recorded }) => recorded)).toMatchObject([{ optionMass: 1 }]);
  expect(bad.map(({ message }) => message)).toEqual([
    'Line 2 has the option mass 10000000000000000, not between 0 and 1.',
  ]);
});
