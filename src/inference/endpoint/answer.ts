import { EndpointAnswerError, EndpointLogprobsError } from './errors';

/** One token as a server logs it. `logprob`: NaN where it was not logged. */
export type LoggedToken = {
  readonly text: string;
  /** Its UTF-8 bytes where the server tells them: a token may be half a character. */
  readonly bytes: Uint8Array | null;
  /** The server's id, where it tells one. */
  readonly id: number | null;
  readonly logprob: number;
};

/** A generated token and the likeliest of its step, as logged: the chosen one among them or not. */
export type LoggedStep = LoggedToken & { readonly top: readonly LoggedToken[] };

export type Answer = {
  readonly steps: readonly LoggedStep[];
  readonly finish: 'stop' | 'length' | 'aborted';
  /** The model that answered, where the server names it. */
  readonly model: string | null;
};

type Fields = Readonly<Partial<Record<string, unknown>>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** Servers write −9999 for a token that was not among the likeliest: nothing is known of it. */
const SENTINEL = -9999;

function logprobOf(value: unknown): number {
  if (value === null || value === undefined) return NaN;
  const number =
    typeof value !== 'string' || /^nan$/iu.test(value)
      ? value
      : Number(value.replace(/^-inf(inity)?$/iu, '-Infinity'));
  if (typeof number === 'string') return NaN;
  if (typeof number !== 'number' || !(number <= 0.01))
    throw new EndpointAnswerError(
      `The answer has ${JSON.stringify(value).slice(0, 40)} where a log-probability should stand.`,
    );
  return number <= SENTINEL && number > -Infinity ? NaN : Math.min(0, number);
}

function bytesOf(value: unknown): Uint8Array | null {
  if (!Array.isArray(value)) return null;
  const bytes = value as readonly unknown[];
  return bytes.every((b) => Number.isInteger(b) && Number(b) >= 0 && Number(b) < 256)
    ? Uint8Array.from(bytes as number[])
    : null;
}

const decoder = new TextDecoder();

function token(value: unknown): LoggedToken {
  const { token: text, bytes: logged, id, logprob } = fieldsOf(value);
  if (typeof text !== 'string')
    throw new EndpointAnswerError('The answer has an entry without “token” in its logprobs.');
  const bytes = bytesOf(logged);
  return {
    text: bytes === null || (bytes.length === 0 && text !== '') ? text : decoder.decode(bytes),
    bytes: bytes !== null && bytes.length === 0 && text !== '' ? null : bytes,
    id: typeof id === 'number' && Number.isInteger(id) && id >= 0 ? id : null,
    logprob: logprobOf(logprob),
  };
}

const known = ({ logprob }: LoggedToken): boolean => !Number.isNaN(logprob);

/** Steps of the chat form: `content: [{token, logprob, bytes, top_logprobs}]`. */
function chatSteps(content: readonly unknown[]): LoggedStep[] {
  return content.map((item) => {
    const { top_logprobs: top } = fieldsOf(item);
    return { ...token(item), top: (Array.isArray(top) ? top.map(token) : []).filter(known) };
  });
}

/** Steps of the older form: `tokens`, `token_logprobs` and `top_logprobs` side by side. */
function completionSteps(logprobs: Fields): LoggedStep[] {
  const { tokens, token_logprobs: own, top_logprobs: tops } = logprobs;
  if (!Array.isArray(tokens) || !Array.isArray(own) || own.length !== tokens.length)
    throw new EndpointAnswerError(
      'The logprobs of the answer do not have one number a token. The server is not OpenAI-compatible here.',
    );
  const bare = (text: unknown, logprob: unknown): LoggedToken => token({ token: text, logprob });
  return tokens.map((text: unknown, i) => {
    const top = fieldsOf(Array.isArray(tops) ? tops[i] : null);
    const likeliest = Object.entries(top).map(([name, value]) => bare(name, value));
    return { ...bare(text, own[i]), top: likeliest.filter(known) };
  });
}

const CUT = new Set(['length', 'max_tokens', 'content_filter']);

function finishOf(reason: unknown): Answer['finish'] {
  if (typeof reason !== 'string') return 'stop';
  if (CUT.has(reason)) return 'length';
  return reason === 'abort' || reason === 'aborted' ? 'aborted' : 'stop';
}

/**
 * Reads the answer of `/chat/completions` or `/completions` (llama.cpp gives the chat form in both).
 * Throws EndpointAnswerError for what has not its form, EndpointLogprobsError where text came without
 * log-probabilities.
 */
export function readAnswer(value: unknown): Answer {
  const { choices, model } = fieldsOf(value);
  const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
  if (!isFields(choice))
    throw new EndpointAnswerError(
      'The answer has no “choices”. The server is not OpenAI-compatible here.',
    );
  const logprobs = fieldsOf(choice.logprobs);
  const steps = Array.isArray(logprobs.content)
    ? chatSteps(logprobs.content)
    : Array.isArray(logprobs.tokens)
      ? completionSteps(logprobs)
      : null;
  const text = fieldsOf(choice.message).content ?? choice.text;
  if (steps === null || (steps.length === 0 && typeof text === 'string' && text !== ''))
    throw new EndpointLogprobsError(
      'The server answered without log-probabilities, so there is no confidence to read. ' +
        'Choose a model and a server that give them: vLLM, SGLang and llama.cpp do, and recent versions of Ollama; reasoning models of OpenAI do not.',
    );
  return {
    steps,
    finish: finishOf(choice.finish_reason),
    model: typeof model === 'string' ? model : null,
  };
}
