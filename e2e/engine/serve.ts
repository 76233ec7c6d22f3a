import { createReadStream } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { build, preview } from 'vite';

const ROOT = join(import.meta.dirname, '../..');

/** Folder of the checkpoints that pages are served with; the variable is for checkpoints in the making. */
export const MODELS = process.env.MODELS_FOLDER ?? join(ROOT, 'models');

const TYPES: Readonly<Record<string, string>> = { json: 'application/json' };

/** The file of a checkpoint that a path names: below /models/, or as the Hub has it, /hub/test/{name}/resolve/main/{file}. */
function fileOf(path: string): string | null {
  const [, name, file] = /^\/hub\/test\/([\w-]+)\/resolve\/main(\/.*)$/u.exec(path) ?? [];
  if (name !== undefined && file !== undefined) return normalize(`/${name}${file}`);
  return path.startsWith('/models/') ? normalize(path.slice('/models'.length)) : null;
}

/** Serves the checkpoints of the repository (or of `folder`) below /models/, and in the Hub's layout below /hub/. */
export function serveModels(
  folder: string,
): (request: { url?: string | undefined }, response: ServerResponse, next: () => void) => void {
  return (request, response, next) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const name = fileOf(path);
    if (name === null) {
      if (!path.startsWith('/hub/')) {
        next();
        return;
      }
      response.statusCode = 404;
      return response.end();
    }
    const file = join(folder, name);
    stat(file).then(
      ({ size }) => {
        response.setHeader('Content-Length', size);
        response.setHeader(
          'Content-Type',
          TYPES[file.split('.').at(-1)!] ?? 'application/octet-stream',
        );
        createReadStream(file).pipe(response);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  };
}

/**
 * Builds one page of the repository as the app is built, and serves it with the checkpoints beside it.
 * Resolves to the page's URL and what ends the server and removes the build.
 */
export async function servePage(
  page: string,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'explorer-page-'));
  const shared = {
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    worker: { format: 'es' },
  } as const;
  await build({
    ...shared,
    build: {
      outDir,
      target: 'es2023',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: join(ROOT, page) },
    },
  });
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
    plugins: [
      {
        name: 'serve-models',
        configurePreviewServer: (started) => {
          started.middlewares.use(serveModels(MODELS));
        },
      },
    ],
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/${page}`,
    close: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
