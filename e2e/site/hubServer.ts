import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MODELS, serveModels } from '../engine/serve';

/** Our checkpoints as the Hub serves its own, `/hub/test/{name}/resolve/main/{file}`, for pages of any origin. */
export async function startHubServer(): Promise<{
  readonly host: string;
  readonly requested: string[];
  readonly close: () => Promise<void>;
}> {
  const requested: string[] = [];
  const serve = serveModels(MODELS);
  const server = createServer((request, response) => {
    requested.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    if (request.method === 'OPTIONS') response.end();
    else
      serve(request, response, () => {
        response.statusCode = 404;
        response.end();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `http://127.0.0.1:${port}/hub/`,
    requested,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
