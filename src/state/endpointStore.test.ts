import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createEndpointEngine } from '../inference/endpoint/engine';
import { fakeServer, obliging, type Reply } from '../inference/endpoint/fakeServer';
import { createEndpointStore } from './endpointStore';

const KEY = 'sk-Qz7Wx9';

function setUp(reply: Parameters<typeof fakeServer>[0]) {
  const server = fakeServer(reply);
  const endpoint = createEndpointStore((options) =>
    createEndpointEngine({ ...options, fetch: server.fetch, maxRetries: 0 }),
  );
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
