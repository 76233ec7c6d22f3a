import { expect, test } from 'vitest';
import { ownScript } from './trustedTypes';

const BASE = 'https://host.example/some/path/';

test('a script below the page is let through, whole', () => {
  expect(ownScript('assets/worker-1.js', BASE)).toBe(`${BASE}assets/worker-1.js`);
  expect(ownScript(`${BASE}sw.js`, BASE)).toBe(`${BASE}sw.js`);
});

test.each([
  'https://elsewhere.example/some/path/x.js',
  '//elsewhere.example/x.js',
  '/x.js',
  '../x.js',
  'https://host.example/some/path-other/x.js',
  'data:text/javascript,1',
  'blob:https://host.example/some/path/1',
  'javascript:1',
])('%s is refused', (url) => {
  expect(() => ownScript(url, BASE)).toThrow(TypeError);
});
