import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../build/policy';
import { mayConnect } from './policy';

const PAGE = 'https://me.example';
const HOME = contentSecurityPolicy(false);
const CONNECT = contentSecurityPolicy(true);

test.each([
  ['https://me.example/v1', true, true],
  ['https://api.elsewhere.example/v1', false, true],
  ['http://localhost:8000/v1', false, true],
  ['http://127.0.0.1/v1', false, true],
  ['http://192.168.0.2:8000/v1', false, false],
  ['no address', true, true],
])('%s: as built %s, with --mode connect %s', (address, home, connect) => {
  expect(mayConnect(HOME, address, PAGE)).toBe(home);
  expect(mayConnect(CONNECT, address, PAGE)).toBe(connect);
  expect(mayConnect('', address, PAGE)).toBe(true);
});

test('hosts, ports and the default directive count', () => {
  const may = (sources: string, address: string) =>
    mayConnect(`default-src ${sources}`, address, PAGE);
  expect(may('https://*.hf.co', 'https://cdn.hf.co/x')).toBe(true);
  expect(may('https://*.hf.co', 'https://hf.co.evil.example')).toBe(false);
  expect(may('https://a.example', 'https://a.example:8443')).toBe(false);
  expect(may("'none'", 'https://a.example')).toBe(false);
});
