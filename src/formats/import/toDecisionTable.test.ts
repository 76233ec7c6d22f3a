import { expect, test } from 'vitest';
import { FormatError } from '../errors';
import { goldIndex } from './goldIndex';
import { matchCount } from './matchCount';
import { readImport } from './readImport';
import { suggestSpec } from './suggestSpec';
import { chunksOf } from './testChunks';
import { toDecisionTable } from './toDecisionTable';
import { toTraces } from './toTraces';

const item = (token: string, top: Record<string, number>) => ({
  token,
  logprob: top[token] ?? null,
  top_logprobs: Object.entries(top).map(([text, logprob]) => ({ token: text, logprob })),
});
const chat = (id: string, last: object, finish = 'stop') => ({
  id,
  choices: [
    {
      message: {},
      finish_reason: finish,
      logprobs: { content: [item('Answer', { Answer: -0.1 }), item(':', { ':': 0 }), last] },
    },
  ],
});
const read = async (records: readonly object[]) =>
  (await readImport(chunksOf(JSON.stringify(records)))).traces;

const TRACES = await read([
  chat('a', item(' A', { ' A': -0.2, ' B': -2 })),
  chat('b', item(' maybe', { ' maybe': -0.2 })),
  chat('c', item(' B', { ' A': 'NaN' as unknown as number })),
]);

test('the match count says what was found, what not and why, and shows it', () => {
  const spec = {
    ...suggestSpec(TRACES),
    gold: new Map([
      ['a', 'B'],
      ['b', 'Z'],
    ]),
  };
  expect(spec.rule.kind).toBe('regex');
  const count = matchCount(TRACES, { ...spec, rule: { kind: 'regex', pattern: 'Answer:' } });
  expect(count).toEqual({
    n: 3,
    matched: 1,
    missing: { 'not-an-option': 1, 'no-probability': 1 },
    withGold: 1,
    unknownGold: ['Z'],
    bounded: 1,
    samples: [{ caseId: 'a', before: 'Answer:', token: ' A', after: '', option: 'A' }],
  });
  expect(matchCount(TRACES, spec).matched).toBe(1);
});

test.each([
  ['B', 1],
  [' b ', 1],
  ['(B)', 1],
  ['B.', 1],
  [1, 1],
  ['1', 1],
  ['two', 1],
  ['7', -1],
  [null, -1],
  ['', -1],
] as const)('gold %j is option %i', (gold, index) => {
  expect(goldIndex(gold, ['A', 'B', 'C'], ['one', 'two', 'three'])).toBe(index);
});

test('where labels are numerals, gold is a label and no index', () => {
  expect(goldIndex('1', ['1', '2'], null)).toBe(0);
  expect(goldIndex(0, ['1', '2'], null)).toBe(-1);
});

test('a spec that cannot do is refused with what to say', () => {
  const spec = suggestSpec(TRACES);
  expect(() => toDecisionTable(TRACES, { ...spec, options: null })).toThrow(/Name them/);
  const twice = [
    { label: 'A', forms: ['x'] },
    { label: 'B', forms: ['x'] },
  ];
  expect(() => toDecisionTable(TRACES, { ...spec, options: twice })).toThrow(/two options/);
  expect(() => toDecisionTable(TRACES, { ...spec, temperature0: 0 })).toThrow(FormatError);
});

test('cases with different options go by letter, shorter ones padded', async () => {
  const traces = await read([
    { id: 1, options: ['yes', 'no'], logits: [1, 0], gold: 'no' },
    { id: 2, options: ['x', 'y', 'z'], logits: [1, 0, 2], gold: 'x' },
  ]);
  const table = toDecisionTable(traces, suggestSpec(traces));
  expect(table.labels).toEqual(['A', 'B', 'C']);
  expect([...table.logits]).toEqual([1, 0, -Infinity, 1, 0, 2]);
  expect([...table.gold]).toEqual([1, 0]);
});

test('traces for the page: ids where the log has none, the decision under the spec', () => {
  const traces = toTraces(TRACES, suggestSpec(TRACES));
  expect(traces).toHaveLength(3);
  const [answer, colon, decided] = traces[0]!.tokens;
  expect(new Set([answer!.id, colon!.id, decided!.id]).size).toBe(3);
  expect(decided!.id).toBe(decided!.top[0]!.id);
  expect(Math.max(answer!.id, colon!.id)).toBeLessThan(0);
  expect(traces[0]!.decision).toMatchObject({ status: 'found', tokenIndex: 2, chosen: 0 });
});
