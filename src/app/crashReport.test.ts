import { expect, test } from 'vitest';
import { crashReport } from './crashReport';

test('a report holds message, stack, browser and address, whether the stack repeats the message or not', () => {
  const error = new TypeError('x is not iterable');
  for (const stack of ['TypeError: x is not iterable\n    at f (a.js:1:2)', 'f@a.js:1:2\n']) {
    error.stack = stack;
    const report = crashReport(error, 'Browser/1', 'https://example.org/#v=1');
    expect(report.match(/TypeError: x is not iterable/g)).toHaveLength(1);
    expect(report).toContain('a.js:1:2');
    expect(report).toContain('Browser/1\nhttps://example.org/#v=1');
  }
});
