import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
/** What static hosts compress. */
const COMPRESSED = new Set(['.css', '.html', '.js', '.json', '.svg', '.wasm']);

export type GzipHost = {
  readonly url: string;
  /** Bytes of the bodies that it has sent. */
  readonly sent: () => number;
  readonly close: () => Promise<void>;
};

/** A static host of a folder that compresses as such hosts do. */
export async function serveGzip(folder: string): Promise<GzipHost> {
  let sent = 0;
  const zippedBefore = new Map<string, Buffer>();
  const zip = (path: string, bytes: Buffer) => {
    const zipped = zippedBefore.get(path) ?? gzipSync(bytes);
    zippedBefore.set(path, zipped);
    return zipped;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(pathname === '/' ? '/index.html' : pathname);
    readFile(join(folder, path)).then(
      (bytes) => {
        const zipped = COMPRESSED.has(extname(path));
        const body = zipped ? zip(path, bytes) : bytes;
        response.writeHead(200, {
          'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
          'content-length': body.length,
          // As GitHub Pages says: what the page stores for offline use is then not fetched twice.
          'cache-control': 'max-age=600',
          ...(zipped && { 'content-encoding': 'gzip' }),
        });
        response.end(body);
        sent += body.length;
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    sent: () => sent,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
