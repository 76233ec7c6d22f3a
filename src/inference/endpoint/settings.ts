import { RequestError } from '../errors';

export type EndpointApi = 'chat' | 'completions';

/** A pause before another try: why, and how long. */
export type EndpointWait = { readonly reason: string; readonly milliseconds: number };

/** An OpenAI-compatible server and how to ask it. The key is kept in a closure and sent as a header, nowhere else. */
export type EndpointOptions = {
  /** E.g. `http://localhost:8000/v1`; `/v1` is added to a bare address. */
  readonly baseUrl: string;
  /** Default `chat`. */
  readonly api?: EndpointApi;
  readonly key?: string;
  /** Requests under way at once. Default 4. */
  readonly concurrency?: number;
  /** Requests started a second at most. Default no limit. */
  readonly requestsPerSecond?: number;
  /** Further tries of a request that failed for a reason that may pass. Default 5. */
  readonly maxRetries?: number;
  /** Longest wait for one answer. Default 120 000. */
  readonly timeoutMs?: number;
  /** Alternatives to ask for a token; the probe lowers it to what the server allows. Default 20. */
  readonly topLogprobs?: number;
  /** For `completions`: the prompt's place is `{prompt}`. Default `{prompt}` alone. */
  readonly promptTemplate?: string;
  /** Texts that end a completion. Default none. */
  readonly stop?: readonly string[];
  /**
   * Temperature that the server has already divided its logits by, to be undone; 1: raw. Left out, the
   * probe finds out whether log-probabilities follow the sampling temperature.
   */
  readonly temperature0?: number;
  readonly onWait?: (wait: EndpointWait) => void;
  /** Default the global one. */
  readonly fetch?: typeof fetch;
  /** Uniform in [0, 1), for jitter. Default Math.random. */
  readonly random?: () => number;
  /** Origin of the page, for the advice on CORS; null outside browsers. */
  readonly pageOrigin?: string | null;
};

/** The options, checked and complete, without the key. */
export type EndpointSettings = Readonly<
  Required<Omit<EndpointOptions, 'key' | 'temperature0' | 'onWait'>>
> &
  Pick<EndpointOptions, 'temperature0' | 'onWait'>;

const LOCAL = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/u;

/** Whether browsers let an https page call this address though it is http. */
export const isLocal = (url: URL): boolean => LOCAL.test(url.hostname);

/** The address without its trailing slash, `/v1` added where there is no path. Throws RequestError. */
export function normaliseBaseUrl(text: string): string {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    throw new RequestError(
      'The base URL is no address. Write it in full, for example http://localhost:8000/v1.',
    );
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new RequestError('The base URL must begin with http:// or https://.');
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new RequestError(
      'The base URL must hold neither a name, a password nor a query: they would be kept with the traces. Put the key into its own field.',
    );
  const path = url.pathname
    .replace(/\/+$/u, '')
    .replace(/\/(?:chat\/completions|completions|models)$/u, '');
  return `${url.origin}${path === '' ? '/v1' : path}`;
}

function within(name: string, value: number, least: number, whole: boolean): number {
  if (!(value >= least) || (whole && !Number.isSafeInteger(value)))
    throw new RequestError(
      `${name} must be a ${whole ? 'whole ' : ''}number of at least ${least}, not ${value}.`,
    );
  return value;
}

/** Checks the options and fills in what is left out. Throws RequestError. */
export function settingsOf(options: EndpointOptions): EndpointSettings {
  const { promptTemplate = '{prompt}', requestsPerSecond = Infinity, temperature0 } = options;
  if (!promptTemplate.includes('{prompt}'))
    throw new RequestError('The prompt template must say where the prompt stands: {prompt}.');
  for (const [name, value] of Object.entries({ requestsPerSecond, temperature0 }))
    if (value !== undefined && !(value > 0))
      throw new RequestError(`${name} must be positive, not ${value}.`);
  const browser = typeof document === 'undefined' ? null : globalThis.location.origin;
  return {
    baseUrl: normaliseBaseUrl(options.baseUrl),
    api: options.api ?? 'chat',
    concurrency: within('concurrency', options.concurrency ?? 4, 1, true),
    requestsPerSecond,
    maxRetries: within('maxRetries', options.maxRetries ?? 5, 0, true),
    timeoutMs: within('timeoutMs', options.timeoutMs ?? 120_000, 1, false),
    topLogprobs: within('topLogprobs', options.topLogprobs ?? 20, 1, true),
    promptTemplate,
    stop: options.stop ?? [],
    fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
    random: options.random ?? Math.random,
    pageOrigin: options.pageOrigin === undefined ? browser : options.pageOrigin,
    ...(temperature0 !== undefined && { temperature0 }),
    ...(options.onWait !== undefined && { onWait: options.onWait }),
  };
}
