import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** The build that the tests run on. */
export const DIST = join(import.meta.dirname, '../../dist');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** A static host: files below a path and their types, no other header, as GitHub Pages has it. */
export type Site = {
  /** Address of the page. */
  readonly url: string;
  /** Paths that were asked for. */
  readonly requested: string[];
  /** Publishes another folder in its place. */
  readonly publish: (folder: string) => void;
  readonly close: () => Promise<void>;
};

export async function serveSite(path = '/', folder = DIST): Promise<Site> {
  let published = folder;
  const requested: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    requested.push(pathname);
    const name = pathname.slice(path.length) || 'index.html';
    const file = join(published, normalize(`/${name}`));
    const refuse = () => response.writeHead(404).end();
    if (!pathname.startsWith(path)) refuse();
    else
      stat(file).then((found) => {
        if (!found.isFile()) return refuse();
        const type = TYPES[extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, 'content-length': found.size });
        return createReadStream(file).pipe(response);
      }, refuse);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://localhost:${address.port}${path}`,
    requested,
    publish: (next) => {
      published = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
