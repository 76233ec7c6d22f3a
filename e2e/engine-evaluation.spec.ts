import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Trace } from '../src/traces/trace';
import { useHarness } from './engine/harnessPage';
import { MODELS } from './engine/serve';

/** The recipe's evaluation: its cases, and how many of them the browser repeats. */
const SEED = 20260001;
const CASES = 200;

type Figures = Readonly<Record<'n' | 'accuracy' | 'meanConfidence' | 'ece', number>>;

/** What the Python evaluation found of the same cases, by task and dtype. */
const { figures200 } = (
  JSON.parse(readFileSync(join(MODELS, 'manifest.json'), 'utf8')) as {
    models: [{ figures200: Record<string, Record<string, Figures>> }];
  }
).models[0];

/** One line of the Python evaluation's decision table. */
type Line = {
  readonly id: string;
  readonly options: readonly string[];
  readonly logits: readonly number[] | null;
  readonly optionMass?: number;
  readonly chosen: string | null;
  readonly missing?: string;
  readonly completion: string;
};

useHarness();

/** A trace without its numbers token by token: they take Playwright longer to carry than the engine to compute. */
type Told = Pick<Trace, 'caseId' | 'decision'> & { readonly completion: string };

/** Runs the cases as the explorer does, and takes from the table what its diagram shows. */
function run(
  page: Page,
  task: string,
  dtype: 'fp32' | 'q8',
): Promise<Figures & { readonly traces: readonly Told[] }> {
  return page.evaluate(
    async ([name, as, seed, count]) => {
      const { createEngine, DEFAULT_SETTINGS, reliability, runCases } = window.harness;
      const { engine } = createEngine();
      const { backend } = await engine.load('base', { backend: 'wasm', dtype: as });
      const traces: Told[] = [];
      let table: Parameters<typeof reliability>[0] | undefined;
      await runCases(
        engine,
        {
          task: name,
          seed,
          count,
          sampling: { mode: 'greedy', temperature: 1, seed: 1 },
          provenance: { model: 'base', dtype: as, backend },
        },
        {
          onTable: (latest) => (table = latest),
          onTrace: ({ caseId, decision, tokens }) =>
            traces.push({ caseId, decision, completion: tokens.map(({ text }) => text).join('') }),
          onProgress: () => undefined,
        },
        new AbortController().signal,
      );
      const { n, accuracy, meanConfidence, ece } = reliability(table!, DEFAULT_SETTINGS);
      return { n, accuracy, meanConfidence, ece, traces };
    },
    [task, dtype, SEED, CASES] as const,
  );
}

/** The decision table of the Python evaluation, in fp32, by case. */
function pythonLines(task: string): Map<string, Line> {
  const text = readFileSync(join(MODELS, 'evaluation', `base-${task}-fp32.jsonl`), 'utf8');
  const lines = text.trim().split('\n').slice(0, CASES);
  return new Map(lines.map((line) => JSON.parse(line) as Line).map((line) => [line.id, line]));
}

/** Token by token the same completion, and the same decision. */
function expectSame({ caseId, completion, decision }: Told, line: Line | undefined): void {
  if (line === undefined) throw new Error(`the Python evaluation has no case ${caseId}`);
  expect(completion).toBe(line.completion);
  if (decision.status === 'missing') {
    expect(decision.reason).toBe(line.missing);
    return;
  }
  expect(line.options[decision.chosen]).toBe(line.chosen);
  expect(Math.abs(decision.optionMass - line.optionMass!)).toBeLessThan(1e-4);
  for (const [k, logit] of decision.logits.entries())
    expect(Math.abs(logit - line.logits![k]!)).toBeLessThan(1e-3);
}

for (const task of ['clinic', 'moderation', 'courier'])
  for (const dtype of ['fp32', 'q8'] as const)
    test(`${CASES} greedy ${task} cases in ${dtype} have the Python evaluation's figures`, async ({
      page,
    }) => {
      test.setTimeout(300_000);
      const { traces, ...found } = await run(page, task, dtype);
      const expected = figures200[task]![dtype]!;
      console.log(`${task} ${dtype}: ${JSON.stringify(found)}`);
      expect(traces).toHaveLength(CASES);
      expect(found.n).toBe(expected.n);
      for (const name of ['accuracy', 'meanConfidence', 'ece'] as const)
        expect(Math.abs(found[name] - expected[name])).toBeLessThanOrEqual(1e-3);
      if (dtype !== 'fp32') return;
      const lines = pythonLines(task);
      for (const trace of traces) expectSame(trace, lines.get(trace.caseId));
    });
