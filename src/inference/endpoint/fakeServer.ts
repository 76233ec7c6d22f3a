/** For tests: what a server was asked. */
export type Asked = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Partial<Record<string, unknown>>>;
  readonly signal: AbortSignal;
};

/** An answer: a value (status 200), or a status with what goes with it. An Error is a failed connection. */
export type Reply =
  | { readonly json: unknown; readonly status?: number; readonly headers?: Record<string, string> }
  | { readonly text: string; readonly status?: number; readonly headers?: Record<string, string> }
  | Error;

/** For tests: `fetch` of a server under http://server/v1; `reply` answers, later if it returns a promise. */
export function fakeServer(reply: (asked: Asked, count: number) => Reply | Promise<Reply>): {
  readonly fetch: typeof fetch;
  readonly asked: Asked[];
  readonly most: () => number;
} {
  const asked: Asked[] = [];
  let underWay = 0;
  let most = 0;
  const serve = async (url: string, init: RequestInit): Promise<Response> => {
    const signal = init.signal!;
    signal.throwIfAborted();
    const one: Asked = {
      path: url.replace('http://server/v1', ''),
      headers: init.headers as Record<string, string>,
      body: JSON.parse(typeof init.body === 'string' ? init.body : '{}') as Asked['body'],
      signal,
    };
    asked.push(one);
    most = Math.max(most, ++underWay);
    try {
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () =>
          reject(new DOMException('This operation was aborted', 'AbortError')),
        );
      });
      const found = await Promise.race([reply(one, asked.length), aborted]);
      if (found instanceof Error) throw found;
      const text = 'text' in found ? found.text : JSON.stringify(found.json);
      return new Response(text, { status: found.status ?? 200, headers: found.headers ?? {} });
    } finally {
      underWay--;
    }
  };
  return { fetch: serve as typeof fetch, asked, most: () => most };
}

type Top = Readonly<Record<string, number>>;

/** A chat answer whose tokens are `[text, likeliest tokens with their probabilities]`. */
export function chatAnswer(tokens: readonly (readonly [string, Top])[], model = 'm'): Reply {
  const item = (token: string, p: number) => ({ token, logprob: Math.log(p), bytes: null });
  return {
    json: {
      model,
      choices: [
        {
          message: { role: 'assistant', content: tokens.map(([text]) => text).join('') },
          finish_reason: 'stop',
          logprobs: {
            content: tokens.map(([text, top]) => ({
              ...item(text, top[text] ?? 1e-4),
              top_logprobs: Object.entries(top).map(([name, p]) => item(name, p)),
            })),
          },
        },
      ],
    },
  };
}

/** `Answer: X` in three tokens; X has probability .6 and the other letter .3. */
export function decides(letter: 'A' | 'B'): Reply {
  const other = letter === 'A' ? 'B' : 'A';
  return chatAnswer([
    ['Answer', { Answer: 0.9, I: 0.05 }],
    [':', { ':': 0.95, ' is': 0.04 }],
    [` ${letter}`, { [` ${letter}`]: 0.6, [` ${other}`]: 0.3, [letter]: 0.05 }],
  ]);
}

export const MODELS: Reply = { json: { data: [{ id: 'm' }] } };

/** A server of one model that decides A, its list included. */
export const obliging = ({ path }: Asked): Reply => (path === '/models' ? MODELS : decides('A'));
