import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readShippedDecisions } from '../../../formats/shippedDecisions';
import { numbersOf } from '../../../strings/numbers';
import { LEARN_STRINGS } from '../../../strings/learn';
import type { Facts } from '../../../strings/learn/facts';
import { LOCALES } from '../../../strings/locale';
import type { DecisionTable } from '../../../traces/decisionTable';
import { truthOf } from '../../catalogue';
import { reliability } from '../../reliability';
import { DEFAULT_SETTINGS } from '../../settings';
import { marginTable } from '../../standIn';
import { STEPS, type StepName } from '../../view/learn';
import { isAnswer } from '../answers';
import { computeFacts } from '../compute';
import { COURSE } from '../course';
import { splitEce } from './ece';
import { swapFactsHere, swapFactsOfStudy } from './swap';

const FOLDER = join(import.meta.dirname, '../../../../public/decisions');
const tables = new Map<string, Promise<DecisionTable>>();
function table(model: string, task: string): Promise<DecisionTable> {
  const name = `${model}-${task}-q8.bin`;
  const read = async () =>
    readShippedDecisions(new Uint8Array(readFileSync(join(FOLDER, name))), name, truthOf);
  const cached = tables.get(name) ?? read();
  tables.set(name, cached);
  return cached;
}

const study = swapFactsOfStudy(
  (JSON.parse(readFileSync(join(FOLDER, 'claims.json'), 'utf8')) as { claims: [] }).claims,
  'rlvr',
)!;

async function shippedFacts(step: StepName): Promise<Facts[StepName]> {
  if (step === 'swap') return study;
  const needed = COURSE[step].tables.map(([model, task]) => table(model, task));
  return computeFacts({ step, tables: await Promise.all(needed) });
}

/** The worker's answer goes through a structured clone, and the texts must bear every language. */
test.each(STEPS)('the shipped tables answer “%s” in every language', async (step) => {
  const facts = structuredClone(await shippedFacts(step));
  expect(isAnswer(step, facts.truth.value)).toBe(true);
  if (facts.truth.kind === 'share') {
    // A small ECE may lie below its interval: resampling adds to its bias.
    expect(facts.truth.low).toBeLessThanOrEqual(facts.truth.high);
    expect(facts.truth.high).toBeGreaterThanOrEqual(facts.truth.value);
  }
  for (const locale of LOCALES) {
    const text = (await LEARN_STRINGS.load(locale)).course[step] as {
      reveal: (of: typeof facts) => readonly string[];
      lesson: (of: typeof facts) => string;
      choices: Record<string, string>;
    };
    const said = [...text.reveal(facts), text.lesson(facts)];
    expect(said.length).toBeGreaterThan(1);
    for (const sentence of said) expect(sentence).not.toMatch(/undefined|NaN|\[object|–(?!\d)/);
    const { question } = COURSE[step];
    if (question.kind === 'choice')
      expect(Object.keys(text.choices).sort()).toEqual([...question.choices].sort());
  }
});

test('the first step’s truth is the accuracy that the diagram shows, in the words of both languages', async () => {
  const facts = await shippedFacts('confidence');
  const shown = reliability(await table('rlvr', 'clinic'), DEFAULT_SETTINGS);
  expect(facts.truth).toMatchObject({ kind: 'share', value: shown.accuracy });
  for (const locale of LOCALES) {
    const { course } = await LEARN_STRINGS.load(locale);
    expect(course.confidence.reveal(facts as Facts['confidence'])[0]).toContain(
      numbersOf(locale).percent(shown.accuracy),
    );
  }
});

test('a claim that is kept, one that is not, one that is more than kept', () => {
  const outcome = (margin: number, wrong: number) =>
    (
      computeFacts({
        step: 'confidence',
        tables: [
          marginTable(
            new Array<number>(200).fill(margin),
            Array.from({ length: wrong }, (_, i) => i),
          ),
        ],
      }) as Facts['confidence']
    ).outcome;
  expect(outcome(8, 80)).toBe('above');
  expect(outcome(0.1, 4)).toBe('below');
  expect(outcome(0, 100)).toBe('kept');
});

test('the reason of a fallen ECE follows what moved', () => {
  const some = (n: number) => Array.from({ length: n }, (_, i) => i);
  const sure = new Array<number>(400).fill(9);
  const before = marginTable(sure, some(200));
  const why = (after: DecisionTable) =>
    computeFacts({ step: 'why', tables: [before, after] }).truth.value;
  expect(why(marginTable(sure, some(60)))).toBe('accuracy');
  expect(why(marginTable(new Array<number>(400).fill(0.2), some(200)))).toBe('confidence');
  // Doubt where it errs, certainty where it does not.
  expect(
    why(
      marginTable(
        sure.map((m, i) => (i < 200 ? 0.01 : m)),
        some(200),
      ),
    ),
  ).toBe('knows');
  expect(why(marginTable(sure, some(205)))).toBe('not');
});

test('bins that split ties depend on the order of the file, ours do not', () => {
  const confidence = new Float64Array(60).fill(0.5);
  const alternating = Uint8Array.from({ length: 60 }, (_, i) => i % 2);
  expect(splitEce(confidence, alternating)).toBeCloseTo(0, 12);
  // All bins but the one in the middle are right or wrong throughout.
  expect(splitEce(confidence, alternating, true)).toBeCloseTo((0.5 * 14) / 15, 12);
});

test('a simulated calibrated model shows the more ECE the fewer decisions there are', async () => {
  const { sizes } = (await shippedFacts('ece')) as Facts['ece'];
  const means = sizes.map(({ mean }) => mean);
  expect(means).toEqual([...means].sort((a, b) => b - a));
  expect(sizes[0]?.n).toBe(50);
});

test('α = T leaves the decisions as they are', async () => {
  const { truth, settings } = (await shippedFacts('scaling')) as Facts['scaling'];
  expect(truth).toEqual({ kind: 'choice', value: 'same' });
  expect(new Set(settings.map(({ accuracy }) => accuracy)).size).toBe(1);
});

test('a fitted temperature takes the ECE of RLVR down and leaves its AUROC where it was, and the last step says both', async () => {
  const { fitted, rlvr, truth } = (await shippedFacts('why')) as Facts['why'];
  expect(truth.value).toBe('accuracy');
  expect(fitted!.after).toBeLessThan(fitted!.before / 2);
  expect(Math.abs(fitted!.confidenceAfter - fitted!.accuracy)).toBeLessThan(
    Math.abs(fitted!.confidenceBefore - fitted!.accuracy),
  );
  expect(Math.abs(fitted!.aurocAfter - fitted!.aurocBefore)).toBeLessThan(0.01);
  for (const locale of LOCALES) {
    const { why } = (await LEARN_STRINGS.load(locale)).course;
    const facts = (await shippedFacts('why')) as Facts['why'];
    expect(why.lesson(facts)).toMatch(
      /accuracy rose.*lowers all claims|Trefferquote stieg.*senkt alle/u,
    );
    expect(why.lesson({ ...facts, fitted: null })).not.toMatch(/lowers all claims|senkt alle/u);
    expect(why.lesson(facts)).toContain(numbersOf(locale).percent(rlvr.certain));
  }
});

test('swaps done here are judged by flips and by confidence', () => {
  const swap = (chosen: number, margin: number) => ({
    caseId: 'x',
    target: 1,
    before: { status: 'found', tokenIndex: 0, chosen: 0, logits: [9, 0], optionMass: 1 } as const,
    after: {
      ...({ status: 'found', tokenIndex: 0, optionMass: 1 } as const),
      chosen,
      logits: chosen === 1 ? [0, margin] : [margin, 0],
    },
  });
  const value = (chosen: number, margin: number) =>
    swapFactsHere([swap(chosen, margin), swap(chosen, margin)])?.truth.value;
  expect([value(1, 9), value(1, 0.5), value(0, 9)]).toEqual(['follows', 'doubts', 'stays']);
  expect(swapFactsHere([])).toBeNull();
});
