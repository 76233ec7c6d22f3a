import { expect, test } from 'vitest';
import { judge, met } from './judge';

const share = { kind: 'share', value: 0.5, low: 0.4, high: 0.52 } as const;

test('a share is met within 5 points or within its interval', () => {
  expect([0.45, 0.55, 0.41, 0.3, 0.56].map((answer) => judge(answer, share))).toEqual([
    'close',
    'close',
    'close',
    'low',
    'high',
  ]);
});

test('a choice is right or it is not', () => {
  const truth = { kind: 'choice', value: 'same' } as const;
  expect([judge('same', truth), judge('larger', truth)]).toEqual(['right', 'wrong']);
  expect(met(judge('same', truth))).toBe(true);
  expect(met(judge('larger', truth))).toBe(false);
});
