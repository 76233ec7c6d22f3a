import { EngineError } from '../errors';
import { readAnswer, type Answer } from './answer';
import {
  EndpointAnswerError,
  EndpointLogprobsError,
  EndpointModelError,
  EndpointRefusedError,
} from './errors';
import { modelsOf } from './models';
import { processedBy } from './processed';
import type { EndpointSettings } from './settings';
import type { Transport } from './transport';
import { requestBody, type Dialect } from './wire';

/** What the probe found out. */
export type Probed = {
  readonly model: string;
  readonly dialect: Dialect;
  /** Whether the sampling temperature is in the log-probabilities and has to be undone. */
  readonly processed: boolean;
  readonly notes: readonly string[];
};

/** Numbers of alternatives that servers allow: vLLM, SGLang and OpenAI's chat 20, others 10, completions of OpenAI 5. */
const LADDER = [20, 10, 5, 1];
const PROMPT = 'Name one letter of the alphabet.';

/** The model to ask for: the named one, or the only one of the list. */
function choose(model: string, list: readonly string[] | null, baseUrl: string): string {
  if (model !== '') return model;
  if (list?.length === 1) return list[0]!;
  throw new EndpointModelError(
    list === null || list.length === 0
      ? `Name a model: ${baseUrl} does not list any.`
      : `Name a model; ${baseUrl} serves ${shown(list)}.`,
  );
}

const shown = (list: readonly string[]): string =>
  list.slice(0, 10).join(', ') + (list.length > 10 ? ` and ${list.length - 10} more` : '');

/**
 * Asks the server for its models, then for one token with log-probabilities, in the dialect it takes: fewer
 * alternatives or another name for the token limit where it refuses the usual ones. A second token at
 * temperature 2 tells whether log-probabilities follow the temperature. Rejects with the named EngineError
 * of what is wrong.
 */
export async function probe(
  settings: EndpointSettings,
  transport: Transport,
  wanted: string,
  signal: AbortSignal,
): Promise<Probed> {
  const { baseUrl } = settings;
  const list = await modelsOf(transport, signal);
  const model = choose(wanted, list, baseUrl);
  const notes: string[] = [];

  const ask = async (dialect: Dialect, temperature: number): Promise<Answer> => {
    const { path, body } = requestBody(
      settings,
      dialect,
      model,
      { id: 'probe', prompt: PROMPT, prefix: '' },
      { mode: 'sample', temperature, seed: 0 },
      1,
    );
    return readAnswer(
      await transport({ path, body, signal, retries: Math.min(1, settings.maxRetries) }),
    );
  };

  let dialect: Dialect = { limit: 'max_tokens', topLogprobs: settings.topLogprobs };
  let answer: Answer;
  for (;;)
    try {
      answer = await ask(dialect, 1);
      break;
    } catch (error) {
      const next = error instanceof EndpointRefusedError ? adapt(dialect, error.message) : null;
      if (next !== null) dialect = next;
      else throw explained(error, list);
    }

  const first = answer.steps[0];
  if (first === undefined)
    throw new EndpointAnswerError('The server answered the probe with no token at all.');
  const given = first.top.length;
  if (given === 0)
    throw new EndpointLogprobsError(
      'The server gives the log-probability of the chosen token only, none of the alternatives, so the options cannot be compared. Look for a setting of it such as top_logprobs.',
    );
  const total = first.top.reduce((sum, { logprob }) => sum + Math.exp(logprob), 0);
  if (total > 1.01)
    throw new EndpointAnswerError(
      `The probabilities of the likeliest tokens add up to ${total.toFixed(2)}: what the server calls log-probabilities are none.`,
    );
  notes.push(
    `The ${given} likeliest tokens are known at each step; an option outside of them gets a bound.`,
  );
  if (list !== null && !list.includes(model))
    notes.push(`The server lists ${shown(list)}, not ${model}, but answers to that name.`);
  if (answer.model !== null && answer.model !== model)
    notes.push(`The server says that ${answer.model} answered.`);

  let processed = false;
  if (settings.temperature0 === undefined) {
    const second = await ask(dialect, 2).catch((error: unknown) => {
      if (error instanceof EngineError) return null;
      throw error;
    });
    const found = processedBy(first, second?.steps[0], 2);
    processed = found === true;
    notes.push(
      found === null
        ? 'Whether log-probabilities follow the sampling temperature could not be found out; they are taken as raw.'
        : found
          ? 'Log-probabilities follow the sampling temperature; that is undone.'
          : 'Log-probabilities are raw, whatever the sampling temperature.',
    );
  }
  return { model, dialect, processed, notes };
}

/** What to try after a refusal, or null where nothing is left. Each step lowers or renames, so it ends. */
function adapt(dialect: Dialect, refusal: string): Dialect | null {
  if (dialect.limit === 'max_tokens' && refusal.includes('max_completion_tokens'))
    return { ...dialect, limit: 'max_completion_tokens' };
  if (!/log_?prob/iu.test(refusal)) return null;
  const topLogprobs = LADDER.find((count) => count < dialect.topLogprobs);
  return topLogprobs === undefined ? null : { ...dialect, topLogprobs };
}

/** The error with what the user needs besides: the list of models, or that log-probabilities are refused. */
function explained(error: unknown, list: readonly string[] | null): unknown {
  if (error instanceof EndpointModelError && list !== null && list.length > 0)
    return new EndpointModelError(`${error.message} It lists: ${shown(list)}.`);
  if (error instanceof EndpointRefusedError && /log_?prob/iu.test(error.message))
    return new EndpointLogprobsError(
      `${error.message} Without log-probabilities there is no confidence to read: choose another model (reasoning models of OpenAI give none) or another server.`,
    );
  return error;
}
