import { decide } from '../traces/decide';
import { decode, type DecodeJob } from './decode';
import type { GenerateRequest } from './engine';
import { RequestError } from './errors';
import type { ModelEntry } from './manifest';
import type { CausalModel } from './model';
import type { GenerateProgress, PackedTrace, PackedUpdate } from './protocol';
import type { RowRecord } from './rowRecord';
import { createSampler } from './sample';
import { startOrder } from './startOrder';
import type { Codec } from './tokenizer';
import { validate } from './validate';

/** What a generation needs of a loaded model. */
export type Generator = {
  readonly entry: {
    readonly architecture: Pick<ModelEntry['architecture'], 'eosTokenId' | 'padTokenId'>;
  };
  /** Further tokens that end a turn. */
  readonly endTokenIds?: ReadonlySet<number>;
  readonly codec: Codec;
  readonly model: CausalModel;
};

/** What is sent while a generation runs, gathered for a while. */
export type GenerateBatch = {
  readonly updates: readonly PackedUpdate[];
  readonly traces: readonly PackedTrace[];
  readonly progress: GenerateProgress;
};

/** Least time between two messages: a frame when tokens are watched, else a few a second. */
const FRAME_MS = 16;
const QUIET_MS = 100;

/** The sequences of a request. Throws RequestError for a prompt that fills the context, TokenizeError. */
function toJobs(loaded: Generator, request: GenerateRequest): DecodeJob[] {
  const { codec, model } = loaded;
  return request.cases.map((input) => {
    const prompt = codec.encodePrompt(input.prompt);
    const { prefix = [] } = input;
    const forced = typeof prefix === 'string' ? codec.encode(prefix) : prefix;
    const unknown = forced.find((id) => !(id in codec.texts));
    if (unknown !== undefined)
      throw new RequestError(`The prefix of case ${input.id} holds ${unknown}, which is no token.`);
    if (prompt.length + forced.length >= model.contextLength)
      throw new RequestError(
        `The prompt of case ${input.id} has ${prompt.length + forced.length} tokens; ` +
          `the model reads ${model.contextLength}. Shorten it.`,
      );
    return {
      prompt,
      forced,
      maxNewTokens: request.maxNewTokens,
      forms: codec.formIds(input.options),
      sampler: createSampler(request.sampling, input.id),
    };
  });
}

/**
 * Generates the traces of a request. `send` gets them as they finish (and, with `stream`, the tokens of rows
 * under way), at most once a frame, or ten times a second without `stream`; the rest is sent before the promise resolves.
 * `interrupted` is asked between passes and may let messages in.
 */
export async function generate(
  loaded: Generator,
  request: GenerateRequest,
  stream: boolean,
  send: (batch: GenerateBatch) => void,
  interrupted: () => Promise<boolean>,
): Promise<void> {
  validate(request);
  const { codec, model, entry } = loaded;
  const jobs = toJobs(loaded, request);
  const order = startOrder(
    jobs.map((job) => job.prompt.length),
    request.batchSize,
  );
  const started = performance.now();
  const sent = new Map<number, number>();
  let traces: PackedTrace[] = [];
  let done = 0;
  let finishedTokens = 0;
  let lastSent = started;
  let underWay: readonly { readonly job: number; readonly record: RowRecord }[] = [];

  const flush = (now: number): void => {
    lastSent = now;
    const updates: PackedUpdate[] = [];
    let newTokens = finishedTokens;
    for (const { job, record } of underWay) {
      newTokens += record.count;
      const from = sent.get(job) ?? 0;
      if (!stream || record.count === from) continue;
      updates.push({ caseId: request.cases[order[job]!]!.id, tokens: record.pack(from) });
      sent.set(job, record.count);
    }
    const progress = {
      done,
      total: jobs.length,
      newTokens,
      seconds: (now - started) / 1000,
    };
    send({ updates, traces, progress });
    traces = [];
  };

  await decode(
    model,
    order.map((index) => jobs[index]!),
    {
      batchSize: request.batchSize,
      eosTokenId: entry.architecture.eosTokenId,
      padTokenId: entry.architecture.padTokenId,
      ...(loaded.endTokenIds !== undefined && { endTokenIds: loaded.endTokenIds }),
    },
    {
      interrupted,
      onStep: (rows) => {
        underWay = rows;
        const now = performance.now();
        if (now - lastSent >= (stream ? FRAME_MS : QUIET_MS)) flush(now);
      },
      onFinish: (job, record, finish) => {
        const input = request.cases[order[job]!]!;
        const texts = Array.from(record.idsFrom(0), (id) => codec.texts[id] ?? '');
        const decision = decide(texts, finish, input.options, request.rule, {
          formLogits: (step, option) => record.formLogitsAt(step, option),
          logsumexp: (step) => record.logsumexpAt(step),
        });
        traces.push({ caseId: input.id, tokens: record.pack(), finish, decision });
        finishedTokens += record.count;
        done++;
      },
    },
  );
  underWay = [];
  flush(performance.now());
}
