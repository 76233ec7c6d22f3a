import { expect, test } from 'vitest';
import { contentSecurityPolicy } from './policy';

const directives = (connect: boolean) =>
  new Map(
    contentSecurityPolicy(connect)
      .split('; ')
      .map((directive) => directive.split(/ (.*)/) as [string, string]),
  );

test('nothing inline, no eval beyond WebAssembly, nothing foreign', () => {
  const policy = directives(false);
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
  expect(policy.get('connect-src')).toBe("'self'");
  expect(policy.get('require-trusted-types-for')).toBe("'script'");
  expect(contentSecurityPolicy(false)).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
});

test('the connect variant opens connections and nothing else', () => {
  const [home, connect] = [directives(false), directives(true)];
  expect(connect.get('connect-src')).toBe("'self' https: http://localhost:* http://127.0.0.1:*");
  for (const [name, value] of home)
    if (name !== 'connect-src') expect(connect.get(name)).toBe(value);
});
