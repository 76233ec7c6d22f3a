import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';

const ROOT = join(import.meta.dirname, '..');

/** Builds the page as it ships and serves it. Resolves to its URL and what ends the server and removes the build. */
export async function serveApp(): Promise<{
  readonly url: string;
  readonly close: () => Promise<void>;
}> {
  const outDir = await mkdtemp(join(tmpdir(), 'explorer-app-'));
  const shared = { root: ROOT, logLevel: 'warn', build: { outDir, emptyOutDir: true } } as const;
  await build(shared);
  const server = await preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
