import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begin, record, redo, undo } from './history';

test('undoing every step and redoing them gives the same history again', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 20 }), (values) => {
      const done = values.reduce(
        (history, value) => record(history, { value }),
        begin({ value: -1 }),
      );
      let history = done;
      values.forEach(() => (history = undo(history)));
      expect(history.present).toEqual({ value: -1 });
      expect(undo(history)).toBe(history);
      values.forEach(() => (history = redo(history)));
      expect(history).toEqual(done);
      expect(redo(history)).toBe(history);
    }),
  );
});

test('a new value drops what was undone; the same value is no step', () => {
  const history = record(undo(record(begin('a'), 'b')), 'c');
  expect(history).toEqual({ past: ['a'], present: 'c', future: [] });
  expect(record(history, 'c').past).toEqual(['a']);
});
