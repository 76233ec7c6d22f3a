import type { Trace } from '../../traces/trace';
import type { CaseInput, Engine, GenerateEvents, GenerateRequest, LoadReport } from '../engine';
import { LoadAbortedError, RequestError, toEngineError } from '../errors';
import { validate } from '../validate';
import { readAnswer } from './answer';
import { EndpointUnsupportedError } from './errors';
import { createGate } from './gate';
import { pool } from './pool';
import { probe, type Probed } from './probe';
import { createSecret } from './secret';
import { settingsOf, type EndpointOptions, type EndpointSettings } from './settings';
import { toTrace } from './toTrace';
import { createTransport } from './transport';
import { requestBody } from './wire';

type Prepared = CaseInput & { readonly prefix: string };

/** Refuses what no server can do. Throws EndpointUnsupportedError. */
function prepare({ prefix = '', ...input }: CaseInput, api: EndpointSettings['api']): Prepared {
  if (typeof prefix !== 'string')
    throw new EndpointUnsupportedError(
      `Case ${input.id} begins with tokens of another trace: a server takes text only, and its tokenizer may cut it otherwise. Give the prefix as text, or use a model of this page.`,
    );
  if (prefix !== '' && api === 'chat')
    throw new EndpointUnsupportedError(
      `Case ${input.id} begins with a prefix: chat servers do not in general go on with a turn that has begun. Choose the completions API with the model's prompt template.`,
    );
  return { ...input, prefix };
}

/**
 * An engine behind an OpenAI-compatible server. `load` probes the server and takes '' for its only model;
 * `generate` sends one request a case, `concurrency` at once (`batchSize` has no effect), and aborting
 * leaves the traces that have come: nothing is known of those under way. All numbers are as the server
 * logs them: log-probabilities of the likeliest tokens, with bounds for options outside (see
 * `FoundDecision.bounds`). `score` is refused. Runs in browsers and in Node.
 * Throws RequestError for options that cannot be.
 */
export function createEndpointEngine(options: EndpointOptions): Engine {
  const settings = settingsOf(options);
  const gate = createGate(settings.concurrency, settings.requestsPerSecond);
  const transport = createTransport(settings, createSecret(options.key), gate);
  const backend = `endpoint ${settings.api} ${new URL(settings.baseUrl).host}` as const;
  const disposal = new AbortController();
  let loaded: Probed | null = null;

  const alive = (signal: AbortSignal | undefined): AbortSignal => {
    if (disposal.signal.aborted)
      throw new RequestError('The engine was disposed of. Create a new one.');
    return signal === undefined ? disposal.signal : AbortSignal.any([disposal.signal, signal]);
  };

  const load: Engine['load'] = async (model, { signal, onProgress }) => {
    if (signal?.aborted) throw new LoadAbortedError('Loading was stopped.');
    const own = alive(signal);
    loaded = null;
    onProgress?.({ stage: 'probe', loadedBytes: 0, totalBytes: 0 });
    try {
      loaded = await probe(settings, transport, model.trim(), own);
    } catch (error) {
      if (own.aborted) throw new LoadAbortedError('Loading was stopped.');
      throw toEngineError(error);
    }
    const { notes } = loaded;
    return {
      model: loaded.model,
      backend,
      dtype: 'as served',
      selfTest: null,
      refused: [],
      notes,
    } satisfies LoadReport;
  };

  const generate = async (
    request: GenerateRequest,
    events: GenerateEvents,
    signal?: AbortSignal,
  ): Promise<readonly Trace[]> => {
    const own = alive(signal);
    if (loaded === null) throw new RequestError('No model is loaded. Load one first.');
    validate(request);
    const { model, dialect, processed } = loaded;
    const { mode, temperature } = request.sampling;
    const temperature0 =
      settings.temperature0 ?? (processed && mode === 'sample' ? temperature : 1);
    const cases = request.cases.map((input) => prepare(input, settings.api));
    const provenance = { model, dtype: 'as served', backend };
    const traces = new Map<string, Trace>();
    const started = performance.now();
    let newTokens = 0;

    const one = async (input: Prepared, stop: AbortSignal): Promise<void> => {
      const { path, body } = requestBody(
        settings,
        dialect,
        model,
        input,
        request.sampling,
        request.maxNewTokens,
      );
      const answer = readAnswer(
        await gate.run(() => transport({ path, body, signal: stop }), stop),
      );
      stop.throwIfAborted();
      const trace = toTrace(answer, input, request, provenance, temperature0);
      traces.set(input.id, trace);
      newTokens += answer.steps.length;
      events.onTrace?.(trace);
      events.onProgress?.({
        done: traces.size,
        total: cases.length,
        newTokens,
        seconds: (performance.now() - started) / 1000,
      });
    };

    try {
      await pool(cases, settings.concurrency, one, own);
    } catch (error) {
      if (!own.aborted) throw toEngineError(error);
    }
    return cases.flatMap(({ id }) => traces.get(id) ?? []);
  };

  return {
    load,
    generate,
    score: () =>
      Promise.reject(
        new EndpointUnsupportedError(
          'An endpoint cannot score given tokens: it tells the likeliest tokens of what it generates, no logits over the vocabulary. Use a model of this page for that.',
        ),
      ),
    dispose() {
      disposal.abort();
      loaded = null;
      return Promise.resolve();
    },
  };
}
