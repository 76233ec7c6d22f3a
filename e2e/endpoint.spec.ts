import { expect, test } from '@playwright/test';
import { startTestServer } from '../src/cli/collect/testServer';
import { TASKS } from '../src/tasks';
import { useHarness } from './engine/harnessPage';

useHarness();

const KEY = 'sk-Qz7Wx9-browser';
const cases = Array.from({ length: 5 }, (_, i) =>
  TASKS.find(({ name }) => name === 'moderation')!.sample(3, i),
);

test('a page collects traces from a server that allows its origin, and keeps the key nowhere', async ({
  page,
}) => {
  const server = await startTestServer(0, new URL(page.url()).origin);
  const out = await page.evaluate(
    async ({ baseUrl, key, instances }) => {
      const { createEndpointEngine, requestFor } = window.harness;
      const engine = createEndpointEngine({ baseUrl, key });
      const report = await engine.load('', {});
      const rule = { name: 'Answer:', after: '', pattern: 'Answer:' };
      const traces = await engine.generate(requestFor(instances, { rule }), {});
      const caches = await Promise.all(
        (await window.caches.keys()).map(async (name) => (await window.caches.open(name)).keys()),
      );
      const kept = [
        ...Object.entries(localStorage),
        ...Object.entries(sessionStorage),
        document.cookie,
        location.href,
        document.documentElement.outerHTML,
        (await indexedDB.databases()).map(({ name }) => name),
        caches.flat().map(({ url }) => url),
        performance.getEntries().map(({ name }) => name),
      ];
      return { report, traces, kept: JSON.stringify(kept) };
    },
    { baseUrl: server.url, key: KEY, instances: cases },
  );
  await server.close();
  expect(out.report.model).toBe('tiny');
  expect(out.traces.map(({ caseId }) => caseId)).toEqual(cases.map(({ id }) => id));
  expect(out.traces.every(({ decision }) => decision.status === 'found')).toBe(true);
  expect(server.keys).toEqual(new Set([`Bearer ${KEY}`]));
  expect(JSON.stringify(out)).not.toContain('Qz7Wx9');
});

test('a server that does not allow the page and one that is down are told with what to do', async ({
  page,
}) => {
  const server = await startTestServer();
  const message = (baseUrl: string) =>
    page.evaluate(
      (url) =>
        window.harness
          .createEndpointEngine({ baseUrl: url, key: 'k' })
          .load('', {})
          .then(
            () => 'loaded',
            (error: unknown) => String(error),
          ),
      baseUrl,
    );
  const blocked = await message(server.url);
  await server.close();
  const down = await message(server.url);
  const { origin } = new URL(page.url());
  for (const text of [blocked, down]) {
    expect(text).toContain('EndpointUnreachableError');
    expect(text).toContain(`does not allow pages from ${origin} (CORS)`);
    expect(text).toContain(`llama.cpp --cors-origins ${origin}`);
  }
});
