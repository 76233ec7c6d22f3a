import { expect, test } from 'vitest';
import { PREDICTION_CELLS, predictionCell, predictionCounts } from './predictionLayout';

test('a prediction of a whole percent is in the cell that begins at or below it', () => {
  for (let percent = 0; percent <= 100; percent++)
    expect(predictionCell(percent / 100)).toBe(
      Math.min(PREDICTION_CELLS - 1, Math.floor(percent / 5)),
    );
});

test('every prediction is counted once', () => {
  const counts = predictionCounts([0, 0.049, 0.05, 0.5, 1, 1]);
  expect([counts[0], counts[1], counts[10], counts.at(-1)]).toEqual([2, 1, 1, 2]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
});
