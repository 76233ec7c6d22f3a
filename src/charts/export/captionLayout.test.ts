import { expect, test } from 'vitest';
import { captionLayout, wrapWords } from './captionLayout';

test('words are wrapped, none is lost, none is too long', () => {
  const text = 'a reliability diagram with averyveryverylongwordinit at the end';
  const lines = wrapWords(text, 12);
  expect(lines.every((line) => line.length <= 12)).toBe(true);
  expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  expect(wrapWords('', 12)).toEqual([]);
});

test('lines lie below each other and inside the figure', () => {
  const caption = [
    { text: 'head', strong: true },
    { text: 'word '.repeat(40), strong: false },
  ];
  const { lines, height } = captionLayout(caption, 350, 430);
  expect(lines.length).toBeGreaterThan(3);
  const ys = lines.map(({ y }) => y);
  expect(ys).toEqual([...ys].sort((a, b) => a - b));
  expect(ys[0]).toBeGreaterThan(430);
  expect(height).toBeGreaterThan(ys.at(-1)!);
  expect(captionLayout([], 350, 430).height).toBeGreaterThanOrEqual(430);
});
