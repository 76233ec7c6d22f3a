import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** For tests: an OpenAI-compatible server over HTTP that decides by the prompt. `answered`: completions so far. */
export type TestServer = {
  readonly url: string;
  readonly answered: () => number;
  readonly keys: Set<string>;
  readonly close: () => Promise<void>;
};

const item = (token: string, p: number) => ({
  token,
  bytes: [...new TextEncoder().encode(token)],
  logprob: Math.log(p),
});

const step = (token: string, likeliest: Readonly<Record<string, number>>) => ({
  ...item(token, likeliest[token]!),
  top_logprobs: Object.entries(likeliest).map(([text, p]) => item(text, p)),
});

/**
 * Answers take `milliseconds`; prompts with `refuse` in them are refused; pages of `origin` may call it, no others. It lists
 * `models`, and is busy (429) the first `busy` times that it is asked for a case.
 */
export async function startTestServer(
  milliseconds = 0,
  origin?: string,
  { models = ['tiny'], busy = 0 }: { readonly models?: readonly string[]; busy?: number } = {},
): Promise<TestServer> {
  let answered = 0;
  let refusals = busy;
  const keys = new Set<string>();
  const server: Server = createServer((request, response) => {
    const send = (status: number, body: object) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (origin !== undefined) response.setHeader('Access-Control-Allow-Origin', origin);
    if (request.method === 'OPTIONS') {
      response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type');
      send(200, {});
      return;
    }
    keys.add(request.headers.authorization ?? '');
    if (request.url === '/v1/models') {
      send(200, { data: models.map((id) => ({ id })) });
      return;
    }
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      const { messages } = JSON.parse(text) as { messages: { content: string }[] };
      const prompt = messages[0]!.content;
      if (prompt.includes('\n') && refusals-- > 0) {
        send(429, { error: { message: 'too many requests' } });
        return;
      }
      if (prompt.includes('refuse')) {
        send(400, { error: { message: 'the prompt is too long' } });
        return;
      }
      const letter = prompt.length % 2 === 0 ? ' A' : ' B';
      const content = [
        step('Answer', { Answer: 0.9, I: 0.1 }),
        step(':', { ':': 0.99, ' is': 0.01 }),
        step(letter, letter === ' A' ? { ' A': 0.7, ' B': 0.2 } : { ' B': 0.6, ' A': 0.35 }),
      ];
      setTimeout(() => {
        answered++;
        send(200, {
          model: 'tiny',
          choices: [
            {
              message: { content: `Answer:${letter}` },
              finish_reason: 'stop',
              logprobs: { content },
            },
          ],
        });
      }, milliseconds);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    answered: () => answered,
    keys,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
