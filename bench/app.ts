import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { serveGzip, type GzipHost } from './serveGzip';

const ROOT = join(import.meta.dirname, '..');

/** Builds the page as it ships and serves it compressed, as static hosts do. Resolves to its URL and what ends the server and removes the build. */
export async function serveApp(): Promise<GzipHost> {
  const outDir = await mkdtemp(join(tmpdir(), 'explorer-app-'));
  await build({ root: ROOT, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  const server = await serveGzip(outDir);
  return {
    ...server,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
