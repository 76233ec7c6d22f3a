import { expect, test } from 'vitest';
import { pickLocale } from './locale';

test('the link speaks before the kept choice, and that before the machine', () => {
  expect(pickLocale('de', 'en', ['en-GB'])).toBe('de');
  expect(pickLocale(null, 'en', ['de-AT'])).toBe('en');
  expect(pickLocale(null, null, ['fr', 'de-AT', 'en'])).toBe('de');
  expect(pickLocale(null, null, ['fr', '__proto__', ''])).toBe('en');
});
