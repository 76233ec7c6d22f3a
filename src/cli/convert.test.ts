import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { run as convert } from './convert';
import { run as report } from './report';
import { UsageError } from './usage';

const fixtures = join(import.meta.dirname, '..', 'formats', 'import', 'fixtures');
const folder = mkdtempSync(join(tmpdir(), 'convert-'));
afterAll(() => rmSync(folder, { recursive: true }));
const scratch = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

/** What the command writes to standard output and to standard error. */
async function converted(name: string, ...args: string[]) {
  let [out, said] = ['', ''];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true)),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((said += String(text)), true)),
  ];
  try {
    const file = name.startsWith('/') ? name : join(fixtures, name);
    expect(await convert([file, ...args])).toBe(0);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return { out, said };
}

type Report = { n: number; accuracy: number; meanConfidence: number; missing: object };

async function reported(decisions: string): Promise<Report> {
  const log = vi.spyOn(console, 'log').mockReturnValue(undefined);
  try {
    await report([scratch('decisions.jsonl', decisions), '--json']);
    return JSON.parse(log.mock.calls.flat().join('')) as Report;
  } finally {
    log.mockRestore();
  }
}

/** What the spec beside a recorded sample says: its ids are the server's. */
const goldOf = (name: string) => {
  const text = readFileSync(join(fixtures, `${name}.spec.json`), 'utf8');
  return Object.entries((JSON.parse(text) as { gold: Record<string, string> }).gold);
};

const GOLD = scratch(
  'gold.jsonl',
  [
    ['q1', 'B'],
    ['q2', 0],
    ['q3', 'D'],
    ['resp_q1', 'B'],
    ['cmpl-q5', 'B'],
    ['cmpl-q6', 'A'],
    ['chatcmpl-q1', 'B'],
    ['chatcmpl-q2', 'A'],
    ['sg-q1', 'B'],
    ['sg-q2', 'A'],
    ['row-1', 'B'],
    ['row-2', 'A'],
    ...goldOf('openai-chat-llama-cpp'),
    ...goldOf('openai-completions-llama-cpp'),
  ]
    .map(([id, gold]) => JSON.stringify({ id, gold }))
    .join('\n'),
);

test.each<[string, string[], { n: number; accuracy: number }]>([
  ['openai-chat.json', [], { n: 3, accuracy: 2 / 3 }],
  ['openai-chat-batch.jsonl', ['--rule', 'Answer:'], { n: 3, accuracy: 2 / 3 }],
  ['openai-responses.json', ['--rule', 'last-option'], { n: 1, accuracy: 1 }],
  ['openai-completions.json', ['--rule', 'tag'], { n: 2, accuracy: 0.5 }],
  ['vllm-chat.jsonl', ['--temperature0', '0.5'], { n: 2, accuracy: 0.5 }],
  ['vllm-prompt.json', ['--part', 'prompt', '--rule', 'position:-1'], { n: 1, accuracy: 0 }],
  ['sglang.jsonl', ['--options', 'A,B,C,D'], { n: 2, accuracy: 0.5 }],
  ['llama-cpp.jsonl', ['--from', 'llama-cpp'], { n: 2, accuracy: 0.5 }],
  ['openai-chat-llama-cpp.jsonl', [], { n: 2, accuracy: 0.5 }],
  ['openai-completions-llama-cpp.jsonl', [], { n: 2, accuracy: 0.5 }],
  ['llama-cpp-old.jsonl', ['--rule', 'position:-1'], { n: 1, accuracy: 1 }],
  ['tgi.json', [], { n: 1, accuracy: 1 }],
  ['ollama.jsonl', ['--rule', 'boxed'], { n: 1, accuracy: 0 }],
  ['lm-eval.jsonl', [], { n: 6, accuracy: 1 / 6 }],
  ['inspect.json', [], { n: 4, accuracy: 0.5 }],
  ['inspect-partly.json', [], { n: 2, accuracy: 0.5 }],
  ['traces.jsonl', [], { n: 2, accuracy: 1 }],
  ['decisions.jsonl', [], { n: 6, accuracy: 2 / 6 }],
  ['confidence.csv', [], { n: 4, accuracy: 0.5 }],
  ['options.csv', [], { n: 2, accuracy: 1 }],
])('report reads what convert makes of %s', async (name, args, { n, accuracy }) => {
  const own = /traces|decisions|csv|lm-eval|inspect|openai-chat\.json$|^llama-cpp\.jsonl/.test(
    name,
  );
  const gold = own ? [] : ['--gold', GOLD];
  const { out, said } = await converted(name, '--to', 'decisions', ...gold, ...args);
  const figures = await reported(out);
  expect(figures.n).toBe(n);
  expect(figures.accuracy).toBeCloseTo(accuracy, 12);
  expect(said).toMatch(/\. \d+ read, \d+ could not be\.\n[^]*Decision \(/);
});

test('a table of confidences keeps them', async () => {
  const { out } = await converted('confidence.csv', '--to', 'decisions');
  expect((await reported(out)).meanConfidence).toBeCloseTo((0.83 + 0.55 + 0.985 + 0.5) / 4, 12);
});

test('traces go there and back: the same decisions, halves of characters and all', async () => {
  const { out: traces } = await converted('openai-chat.json', '--to', 'traces');
  const file = scratch('traces.jsonl', traces);
  const { out: direct } = await converted('openai-chat.json', '--to', 'decisions');
  for (const rule of ['recorded', 'Answer:']) {
    const { out: back, said } = await converted(file, '--to', 'decisions', '--rule', rule);
    expect(back).toBe(direct);
    expect(said).toContain('☃');
  }
});

test('brackets count where asked for, gold that is no option is named', async () => {
  const item = (token: string) => ({
    token,
    logprob: -0.1,
    top_logprobs: [{ token, logprob: -0.1 }],
  });
  const content = [item('Answer:'), item(' (B'), item(')')];
  const reply = {
    id: 'x',
    choices: [{ message: {}, finish_reason: 'stop', logprobs: { content } }],
  };
  const file = scratch(
    'reply.json',
    JSON.stringify([
      { id: 'x', gold: 'B', response: reply },
      { id: 'y', gold: 'no', response: reply },
    ]),
  );
  const args = ['--to', 'decisions', '--rule', 'Answer:', '--options', 'A, B'];
  expect((await converted(file, ...args)).out).toContain('"missing":"not-an-option"');
  const { out, said } = await converted(file, ...args, '--wide-forms');
  expect(out).toMatch(/^\{"id":"x".*"chosen":"B".*\}\n$/);
  expect(said).toContain('Gold that is no option: no.');
  expect(said).toContain('1 rows without gold are left out.');
});

const chat = join(fixtures, 'openai-chat.json');

test.each<[string[], RegExp]>([
  [[], /name one file/],
  [[chat], /--to wants decisions or traces/],
  [[chat, '--to', 'decisions', '--from', 'attic'], /“attic” is no format.*lm-eval/],
  [[chat, '--to', 'decisions', '--from', 'sglang'], /Nothing could be read as SGLang/],
  [[chat, '--to', 'decisions', '--rule', '('], /no regular expression/],
  [[chat, '--to', 'decisions', '--temperature0', 'hot'], /above 0/],
  [[chat, '--to', 'traces', '--temperature0', '2'], /for decisions/],
  [[chat, '--to', 'decisions', '--options', 'A'], /2 to 100 options/],
  [[chat, '--to', 'decisions', '--part', 'middle'], /completion or prompt/],
  [[chat, '--to', 'decisions', '--gold', join(folder, 'absent')], /absent/],
  [[chat, '--to', 'decisions', '--gold', chat], /wants|not JSON/],
  [[join(fixtures, 'tgi.json'), '--to', 'decisions'], /name them with --gold/],
  [[join(fixtures, 'lm-eval.jsonl'), '--to', 'traces'], /without tokens/],
  [[join(fixtures, 'absent.json'), '--to', 'decisions'], /cannot read .*absent\.json: ENOENT/],
  [[fixtures, '--to', 'decisions'], /cannot read .*folder/],
  [[chat, '--what'], /what/],
])('%j is refused', async (args, message) => {
  const quiet = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    await expect(convert(args)).rejects.toThrow(UsageError);
    await expect(convert(args)).rejects.toThrow(message);
  } finally {
    quiet.mockRestore();
  }
});
