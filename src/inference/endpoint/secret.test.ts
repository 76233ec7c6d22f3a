import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { letterForms } from '../../traces/options';
import { createEndpointEngine } from './engine';
import { decides, fakeServer, MODELS, type Asked, type Reply } from './fakeServer';
import { createSecret } from './secret';

const KEY = 'sk-"Qz7\\Wx9"/k+1';
const SHAPES = ['Qz7', 'Wx9', encodeURIComponent(KEY)];

/** Everything that can be seen of a value. */
const seen = (value: unknown): string =>
  inspect(value, { depth: Infinity, showHidden: true, getters: true }) +
  JSON.stringify([value]) +
  (value instanceof Error ? `${value.stack} ${inspect(value.cause)}` : '');

/** A run, and all that came of it: results, errors, waits, progress. */
async function everything(reply: (asked: Asked, count: number) => Reply): Promise<string> {
  const server = fakeServer(reply);
  const parts: unknown[] = [];
  const engine = createEndpointEngine({
    baseUrl: 'http://server/v1',
    key: KEY,
    fetch: server.fetch,
    maxRetries: 1,
    random: () => 0,
    pageOrigin: 'http://localhost:1',
    onWait: (wait) => parts.push(wait),
  });
  parts.push(engine);
  const catching = (error: unknown) => void parts.push(error);
  await engine
    .load('m', { onProgress: (progress) => parts.push(progress) })
    .then((report) => parts.push(report), catching);
  await engine
    .generate(
      {
        cases: [{ id: 'c', prompt: 'p', options: letterForms(['A', 'B']) }],
        sampling: { mode: 'greedy', temperature: 1, seed: 0 },
        maxNewTokens: 5,
        batchSize: 1,
        rule: { name: 'r', after: '', pattern: 'Answer:' },
      },
      { onTrace: (trace) => parts.push(trace), onProgress: (progress) => parts.push(progress) },
    )
    .then((traces) => parts.push(traces), catching);
  expect(server.asked[0]!.headers.Authorization).toBe(`Bearer ${KEY}`);
  for (const { path, body } of server.asked) parts.push(path, body);
  return parts.map(seen).join('\n');
}

const echo = ({ headers }: Asked) =>
  `You sent ${headers.Authorization!} (${encodeURIComponent(KEY)})`;
const working =
  (then: Reply | null) =>
  (asked: Asked, count: number): Reply =>
    asked.path === '/models' ? MODELS : count > 3 && then !== null ? then : decides('A');

test.each<[string, (asked: Asked, count: number) => Reply]>([
  ['all goes well', working(null)],
  ['the key is refused and echoed', (asked) => ({ status: 401, text: echo(asked) })],
  [
    'an error echoes it as JSON',
    (asked) => ({ status: 400, json: { error: { message: echo(asked) } } }),
  ],
  ['a page echoes it', (asked) => ({ text: `<html>${echo(asked)}</html>` })],
  ['a failure echoes it', (asked) => new TypeError(echo(asked), { cause: { code: echo(asked) } })],
  [
    'the list of models holds it',
    (asked) => ({ json: { data: [{ id: echo(asked) }, { id: 'x' }] } }),
  ],
  ['it is in a later failure', working({ status: 400, json: { error: KEY } })],
])('nothing that comes out holds the key when %s', async (_, reply) => {
  const output = await everything(reply);
  expect(output.length).toBeGreaterThan(500);
  for (const shape of SHAPES) expect(output).not.toContain(shape);
});

test('a key that no header can carry is refused without being quoted', () => {
  for (const key of ['sk-1\nX: 2', 'sk-é', 'two words'])
    try {
      createSecret(key);
      expect.unreachable();
    } catch (error) {
      expect(seen(error)).toContain('The key holds');
      expect(seen(error)).not.toContain(key);
    }
  expect(createSecret(' \n').headers()).toEqual({});
});
