import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createEndpointEngine } from '../inference/endpoint/engine';
import { decides, fakeServer, obliging, type Reply } from '../inference/endpoint/fakeServer';
import { listModels } from '../inference/endpoint/listModels';
import type { EndpointOptions } from '../inference/endpoint/settings';
import { createEndpointStore } from './endpointStore';

const KEY = 'sk-Qz7Wx9';

function setUp(reply: Parameters<typeof fakeServer>[0], maxRetries = 0) {
  const server = fakeServer(reply);
  const own = (options: EndpointOptions) => ({ ...options, fetch: server.fetch, maxRetries });
  const endpoint = createEndpointStore({
    create: (options) => createEndpointEngine(own(options)),
    list: (options, stop) => listModels(own(options), stop),
  });
  endpoint.edit({ baseUrl: 'http://server' });
  return { ...endpoint, server };
}
const signal = () => new AbortController().signal;

test('a connection that works has its report and its engine, and a change ends it', async () => {
  const { store, connect, engine, edit, setKey, server } = setUp(obliging);
  setKey(KEY);
  await connect(signal());
  expect(store.getState()).toMatchObject({
    hasKey: true,
    connection: { status: 'ready', report: { model: 'm' } },
  });
  expect(engine()).not.toBeNull();
  expect(server.asked[0]!.headers.Authorization).toBe(`Bearer ${KEY}`);
  expect(inspect(store.getState(), { depth: Infinity })).not.toContain('Qz7');
  edit({ model: 'x' });
  expect(engine()).toBeNull();
  setKey('');
  await connect(signal());
  expect(server.asked.at(-1)!.headers).not.toHaveProperty('Authorization');
});

test('what is wrong stands in the state: the server’s no, and options that cannot be', async () => {
  const { store, connect, engine, edit } = setUp(() => ({ status: 401, text: 'who are you?' }));
  await connect(signal());
  expect(store.getState().connection).toMatchObject({ status: 'failed' });
  expect(engine()).toBeNull();
  edit({ baseUrl: 'server' });
  await connect(signal());
  expect(store.getState().connection).toMatchObject({
    message: expect.stringContaining('no address') as string,
  });
});

test('an abort leaves nothing, and the newest of two calls wins', async () => {
  const never = new Promise<Reply>(() => undefined);
  let slow = true;
  const { store, connect, engine } = setUp((asked) => (slow ? never : obliging(asked)));
  const stop = new AbortController();
  const stopped = connect(stop.signal);
  stop.abort();
  await stopped;
  expect(store.getState().connection).toEqual({ status: 'idle' });
  const first = connect(signal());
  slow = false;
  await connect(signal());
  await first;
  expect(store.getState().connection.status).toBe('ready');
  expect(engine()).not.toBeNull();
});

test('of several models one has to be named, and what is listed is told', async () => {
  const list = { json: { data: [{ id: 'm' }, { id: 'other' }] } };
  const { store, connect, edit, server } = setUp(({ path }) =>
    path === '/models' ? list : decides('A'),
  );
  await connect(signal());
  expect(store.getState()).toMatchObject({
    models: ['m', 'other'],
    connection: { status: 'choose' },
  });
  expect(server.asked).toHaveLength(1);
  edit({ model: 'other' });
  expect(store.getState().models).toEqual(['m', 'other']);
  await connect(signal());
  expect(store.getState().connection).toMatchObject({ report: { model: 'other' } });
  edit({ baseUrl: 'http://elsewhere' });
  expect(store.getState().models).toBeNull();
});

test('a pause before another try is told until it ends', async () => {
  let refused = 0;
  const { store, connect } = setUp((asked) => {
    if (asked.path === '/models' || refused++ > 0) return obliging(asked);
    return { status: 429, text: 'slow down', headers: { 'retry-after': '0.05' } };
  }, 1);
  const waits: string[] = [];
  store.subscribe(({ wait }) => wait !== null && waits.push(wait.reason));
  await connect(signal());
  expect(waits[0]).toContain('slow down');
  expect(store.getState().connection.status).toBe('ready');
  await expect.poll(() => store.getState().wait).toBeNull();
});
