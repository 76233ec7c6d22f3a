import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';

/** For tests: a request and what a real server answered, both as they went over the wire; `asked` is '' for GET. */
export type Exchange = {
  readonly path: string;
  readonly asked: string;
  readonly status: number;
  readonly answer: string;
};

export type RecordedServer = {
  readonly url: string;
  readonly close: () => Promise<void>;
};

/** Reads what `writeRecording` wrote: JSON lines, gzip. */
export async function readRecording(file: string): Promise<readonly Exchange[]> {
  const text = gunzipSync(await readFile(file)).toString();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Exchange);
}

/** Sorted by request, so that the same answers make the same file. */
export async function writeRecording(file: string, exchanges: readonly Exchange[]): Promise<void> {
  const key = ({ path, asked }: Exchange) => `${path} ${asked}`;
  const lines = [...exchanges]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map((one) => `${JSON.stringify(one)}\n`);
  await writeFile(file, gzipSync(lines.join(''), { level: 9 }));
}

async function serve(
  answer: (path: string, asked: string) => Promise<Pick<Exchange, 'status' | 'answer'>>,
): Promise<RecordedServer> {
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    let asked = '';
    for await (const part of request) asked += String(part);
    const { status, answer: text } = await answer(request.url ?? '', asked);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(text);
  };
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A server that gives the recorded answers; a request that was never recorded is refused (400). */
export function replay(exchanges: readonly Exchange[]): Promise<RecordedServer> {
  const known = new Map(exchanges.map((one) => [`${one.path} ${one.asked}`, one]));
  return serve((path, asked) => {
    const message = `not recorded: ${path} ${asked}`;
    const refusal = { status: 400, answer: JSON.stringify({ error: { message } }) };
    return Promise.resolve(known.get(`${path} ${asked}`) ?? refusal);
  });
}

/** A server that passes requests on to `upstream` and keeps what it answers in `exchanges`. */
export async function record(
  upstream: string,
): Promise<RecordedServer & { readonly exchanges: Exchange[] }> {
  const exchanges: Exchange[] = [];
  const server = await serve(async (path, asked) => {
    const response = await fetch(`${upstream}${path}`, {
      ...(asked !== '' && { method: 'POST', body: asked }),
      headers: { 'Content-Type': 'application/json' },
    });
    const one = { path, asked, status: response.status, answer: await response.text() };
    exchanges.push(one);
    return one;
  });
  return { ...server, exchanges };
}
