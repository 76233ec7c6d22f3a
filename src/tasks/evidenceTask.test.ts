import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TASKS } from '.';
import { CLINIC } from './clinic';
import { classPosterior, likelihood } from './evidence';
import { GARAGE } from './garage';
import { INBOX } from './inbox';
import { MODERATION } from './moderation';

const DEFINITIONS = [CLINIC, MODERATION, GARAGE, INBOX];

describe.each(TASKS)('$name', (task) => {
  test('the empirical frequency of gold given the posterior matches it', () => {
    const cells = Array.from({ length: 10 }, () => ({ n: 0, p: 0, hits: 0, variance: 0 }));
    for (let index = 0; index < 20_000; index++) {
      const { posterior, options, gold } = task.sample(11, index);
      posterior.forEach((p, i) => {
        const cell = cells[Math.min(9, Math.floor(p * 10))]!;
        cell.n++;
        cell.p += p;
        cell.variance += p * (1 - p);
        if (options[i] === gold) cell.hits++;
      });
    }
    // Four standard errors, ten cells a task: a correct sampler fails once in about 300 seeds.
    for (const cell of cells.filter(({ n }) => n > 200))
      expect(Math.abs(cell.hits - cell.p)).toBeLessThan(4 * Math.sqrt(cell.variance));
  });

  test('a case depends on seed and index only, and its posterior is read back from its prompt', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (seed, index) => {
        const instance = task.sample(seed, index);
        expect(task.sample(seed, index)).toEqual(instance);
        expect(instance.options).toContain(instance.gold);
        expect(instance.posterior.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        expect(task.posterior(instance.prompt)).toEqual(instance.posterior);
      }),
    );
  });

  test('a prompt of something else has no posterior', () => {
    const { prompt } = task.sample(1, 1);
    expect(task.posterior('How are you?')).toBeNull();
    expect(task.posterior(prompt.replace(/^.*/, (told) => `${told} Oh.`))).toBeNull();
    expect(task.posterior(prompt.replace(/\n- .* = B/, ''))).toBeNull();
  });

  test('options are shuffled: every class stands at every letter about equally often', () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 4000; index++) {
      const first = task.sample(5, index).optionTexts[0]!;
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect(counts.size).toBe(task.optionCount);
    for (const count of counts.values())
      expect(Math.abs(count - 4000 / task.optionCount)).toBeLessThan(150);
  });
});

describe.each(DEFINITIONS)('definition of $name', (task) => {
  test('likelihoods and prior are distributions, phrases unique and free of separators', () => {
    expect(task.prior.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    const phrases = task.attributes.flat().map((cue) => cue.phrase);
    expect(new Set(phrases).size).toBe(phrases.length);
    for (const phrase of phrases) expect(phrase).toMatch(/^[a-z ]+$/);
    for (const attribute of task.attributes)
      task.classes.forEach((_, k) => {
        const total = attribute.reduce((sum, cue) => sum + likelihood(attribute, cue)[k]!, 0);
        expect(total).toBeCloseTo(1, 12);
      });
    expect(task.attributes.length).toBeGreaterThanOrEqual(task.cues[1]);
  });

  test('about a third of the cues carry a shared misconception, each of another class', () => {
    const cues = task.attributes.flat();
    const misread = cues.filter((cue) => cue.misread !== undefined);
    expect(misread.length / cues.length).toBeGreaterThan(0.25);
    expect(misread.length / cues.length).toBeLessThan(0.4);
    for (const cue of misread) {
      const attribute = task.attributes.find((candidate) => candidate.includes(cue))!;
      const p = likelihood(attribute, cue);
      expect(task.classes.indexOf(cue.misread!)).not.toBe(p.indexOf(Math.max(...p)));
      expect(task.classes).toContain(cue.misread);
    }
  });
});

test('the posterior is Bayes by hand', () => {
  // P(threat | remove) = 6/9, P(threat | keep) = 1/7, equal priors.
  const [remove] = classPosterior(MODERATION, ['a threat']);
  expect(remove).toBeCloseTo(6 / 9 / (6 / 9 + 1 / 7), 12);
});

test('an unknown cue is refused by name', () => {
  expect(() => classPosterior(CLINIC, ['a purple aura'])).toThrow(
    /clinic has no cue “a purple aura”/,
  );
});
