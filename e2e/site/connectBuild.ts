import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { serveSite } from './serve';

const ROOT = join(import.meta.dirname, '../..');

/** Builds the page that may connect elsewhere (`--mode connect`), and serves it; `close` removes it again. */
export async function serveConnectBuild(): Promise<{
  readonly url: string;
  readonly close: () => Promise<void>;
}> {
  const outDir = await mkdtemp(join(tmpdir(), 'explorer-connect-'));
  await build({
    root: ROOT,
    mode: 'connect',
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, reportCompressedSize: false },
  });
  const site = await serveSite('/', outDir);
  return {
    url: site.url,
    close: async () => {
      await site.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
