import { describe, expect, it } from 'vitest';
import { softmax } from '../calibration/scaling';
import { createSampler, greedy } from './sample';

const LOGITS = Float32Array.from([1, 3, 2.5, 3, -80]);

function frequencies(temperature: number, draws: number): number[] {
  const sampler = createSampler({ mode: 'sample', temperature, seed: 11 }, 'case');
  const counts = Array.from(LOGITS, () => 0);
  for (let i = 0; i < draws; i++) counts[sampler(LOGITS, 0, LOGITS.length)]!++;
  return counts.map((count) => count / draws);
}

describe('choosing a token', () => {
  it('takes the lowest id among the likeliest when greedy', () => {
    expect(greedy(LOGITS, 0, LOGITS.length)).toBe(1);
    expect(greedy(LOGITS, 2, 3)).toBe(1);
  });

  it.each([0.5, 1, 3])('draws as softmax(z / T) says at T = %s', (temperature) => {
    const draws = 20_000;
    const expected = softmax([...LOGITS], 1 / temperature);
    for (const [id, share] of frequencies(temperature, draws).entries())
      expect(Math.abs(share - expected[id]!)).toBeLessThan(
        4 * Math.sqrt((expected[id]! * (1 - expected[id]!)) / draws) + 1e-12,
      );
  });

  it('draws one of the likeliest as T vanishes', () => {
    const [, first, , second] = frequencies(1e-6, 200);
    expect(first! + second!).toBe(1);
  });

  it('depends on the seed and the case, and on nothing else', () => {
    const draw = (seed: number, id: string): number[] => {
      const sampler = createSampler({ mode: 'sample', temperature: 2, seed }, id);
      return Array.from({ length: 40 }, () => sampler(LOGITS, 0, LOGITS.length));
    };
    expect(draw(1, 'a')).toEqual(draw(1, 'a'));
    expect(draw(1, 'a')).not.toEqual(draw(2, 'a'));
    expect(draw(1, 'a')).not.toEqual(draw(1, 'b'));
  });
});
