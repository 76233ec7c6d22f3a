import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { eceOfRows } from '../src/calibration/ece';
import { softmax } from '../src/calibration/scaling';
import { findTask } from '../src/tasks';
import { MODELS, servePage } from './engine/serve';

/** The recipe's evaluation: its cases, and how many of them the browser repeats. */
const SEED = 20260001;
const CASES = 200;

/** One line of the Python evaluation. */
type Line = {
  readonly id: string;
  readonly options: readonly string[];
  readonly gold: string;
  readonly logits: readonly number[] | null;
  readonly optionMass?: number;
  readonly chosen: string | null;
  readonly missing?: string;
  readonly completion: string;
};

/** What both sides say of a case. */
type Decided = Pick<Line, 'logits' | 'chosen' | 'gold' | 'options'>;

function pythonLines(task: string, dtype: string): Line[] {
  const file = join(MODELS, 'evaluation', `base-${task}-${dtype}.jsonl`);
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(0, CASES);
  return lines.map((line) => JSON.parse(line) as Line);
}

/** Accuracy, mean confidence and ECE (15 equal-mass bins) of the decisions that were found. */
function figures(rows: readonly Decided[]) {
  const found = rows.filter(({ logits }) => logits !== null);
  const confidence = Float64Array.from(
    found,
    ({ logits, chosen, options }) => softmax(logits!)[options.indexOf(chosen!)]!,
  );
  const correct = Uint8Array.from(found, ({ chosen, gold }) => Number(chosen === gold));
  const mean = (values: Iterable<number>): number =>
    [...values].reduce((sum, value) => sum + value, 0) / found.length;
  return {
    n: found.length,
    accuracy: mean(correct),
    meanConfidence: mean(confidence),
    ece: eceOfRows(confidence, correct, { bins: 15, binning: 'equal-mass' }),
  };
}

let served: Awaited<ReturnType<typeof servePage>>;

test.beforeAll(async () => {
  served = await servePage('e2e/engine/harness.html');
});
test.afterAll(() => served.close());

for (const task of ['clinic', 'moderation'])
  for (const dtype of ['fp32', 'q8'] as const)
    test(`the browser decides ${CASES} ${task} cases in ${dtype} as the Python evaluation does`, async ({
      page,
    }) => {
      test.setTimeout(300_000);
      const python = pythonLines(task, dtype);
      const cases = python.map((_, i) => findTask(task)!.sample(SEED, i));
      expect(cases.map(({ id, gold }) => ({ id, gold }))).toEqual(
        python.map(({ id, gold }) => ({ id, gold })),
      );
      await page.goto(served.url);
      await page.waitForFunction(() => 'harness' in window);
      const traces = await page.evaluate(
        async ([list, as]) => {
          const { engine } = window.harness.createEngine();
          await engine.load('base', { backend: 'wasm', dtype: as });
          return engine.generate(window.harness.requestFor(list, { batchSize: 32 }), {});
        },
        [cases, dtype] as const,
      );

      const browser: Decided[] = [];
      for (const [i, { decision, tokens }] of traces.entries()) {
        const { options, gold, logits, chosen, missing, completion, optionMass } = python[i]!;
        expect(tokens.map(({ text }) => text).join('')).toBe(completion);
        const found = decision.status === 'found';
        browser.push({
          options,
          gold,
          logits: found ? decision.logits : null,
          chosen: found ? options[decision.chosen]! : null,
        });
        expect(browser[i]!.chosen).toBe(chosen);
        if (!found) expect(decision.reason).toBe(missing);
        else {
          for (const [k, logit] of decision.logits.entries())
            expect(Math.abs(logit - logits![k]!)).toBeLessThan(1e-3);
          expect(Math.abs(decision.optionMass - optionMass!)).toBeLessThan(1e-4);
        }
      }
      const [ours, theirs] = [figures(browser), figures(python)];
      console.log(`${task} ${dtype}: ${JSON.stringify(ours)}`);
      expect(ours.n).toBe(theirs.n);
      for (const name of ['accuracy', 'meanConfidence', 'ece'] as const)
        expect(Math.abs(ours[name] - theirs[name])).toBeLessThan(1e-3);
    });
