import { BatchInputs, columnsOf } from './batch';
import type { CausalModel, KvCache, RowSlice } from './model';
import { RowRecord, type FormIds } from './rowRecord';
import type { Sampler } from './sample';

/** One sequence to continue. */
export type DecodeJob = {
  readonly prompt: readonly number[];
  /** Tokens the continuation starts with; recorded like chosen ones. */
  readonly forced: readonly number[];
  /** Limit on chosen tokens; the context's end is the other limit. */
  readonly maxNewTokens: number;
  readonly forms: FormIds;
  readonly sampler: Sampler;
};

export type DecodeOptions = {
  /** Rows decoded together. */
  readonly batchSize: number;
  readonly eosTokenId: number;
  /** Further tokens that end a row. */
  readonly endTokenIds?: ReadonlySet<number>;
  readonly padTokenId: number;
};

export type DecodeHooks = {
  readonly onFinish: (
    job: number,
    record: RowRecord,
    finish: 'stop' | 'length' | 'aborted',
  ) => void;
  /** After every pass: rows under way may have a new token. */
  readonly onStep?: (rows: readonly { readonly job: number; readonly record: RowRecord }[]) => void;
  /** Between passes; gives messages a turn. True asks to stop. */
  readonly interrupted: () => boolean | Promise<boolean>;
};

type Row = {
  readonly job: number;
  readonly record: RowRecord;
  readonly sampler: Sampler;
  /** Tokens after which the row is cut off. */
  readonly limit: number;
  /** Columns of the cache that are its own. */
  length: number;
  /** Token to feed next. */
  next: number;
  done: boolean;
};

/**
 * Free places are filled once they are this share of the batch. Rows of like age share a narrow cache, so
 * filling every place at once would be slower: measured with `npm run bench`, 1/16 costs 8 %.
 */
const REFILL_SHARE = 1 / 2;

/** Retired rows are dropped from the cache once they are this share of its rows. */
const RETIRE_SHARE = 1 / 16;

/** Most rows of one prefill: a larger one pads more, holds more logits and is no faster a row. */
const PREFILL_ROWS = 8;

/**
 * Continuous batching: decodes all jobs with at most `batchSize` rows at a time. A row retires when it
 * ends its turn, reaches its limit or the context's end; the queue's next jobs take the free places in
 * groups, prefilled together and merged into the cache, which is trimmed to the longest row left.
 * Jobs start in the given order. What a row yields depends on no other row, up to rounding.
 */
export async function decode(
  model: CausalModel,
  jobs: readonly DecodeJob[],
  options: DecodeOptions,
  hooks: DecodeHooks,
): Promise<void> {
  const inputs = new BatchInputs(options.padTokenId);
  const group = Math.max(1, Math.ceil(options.batchSize * REFILL_SHARE));
  let rows: Row[] = [];
  let live = 0;
  let cache: KvCache | null = null;
  let queued = 0;

  /** Records `token` for a row and retires it at its end. */
  const take = (row: Row, token: number, logits: Float32Array, offset: number): void => {
    row.record.push(token, logits, offset);
    row.next = token;
    const ends = token === options.eosTokenId || options.endTokenIds?.has(token) === true;
    const finish = ends ? 'stop' : row.record.count >= row.limit ? 'length' : null;
    if (finish === null) return;
    row.done = true;
    live--;
    hooks.onFinish(row.job, row.record, finish);
  };

  const admit = async (count: number): Promise<{ rows: Row[]; cache: KvCache }> => {
    const first = queued;
    queued += count;
    const admitted = jobs.slice(first, queued);
    const sequences = admitted.map((job) => [...job.prompt, ...job.forced]);
    const keep = 1 + Math.max(...admitted.map((job) => job.forced.length));
    const output = await inputs.prefill(model, sequences, keep);
    const columns = output.logitColumns ?? output.cache.columns;
    const started = admitted.map((job, i): Row => {
      const room = model.contextLength - job.prompt.length;
      const limit = Math.min(job.forced.length + job.maxNewTokens, room);
      return {
        job: first + i,
        record: new RowRecord(limit, model.vocabSize, job.forms),
        sampler: job.sampler,
        limit,
        length: sequences[i]!.length,
        next: options.padTokenId,
        done: false,
      };
    });
    live += count;
    for (const [i, row] of started.entries()) {
      const { forced } = admitted[i]!;
      const at = (step: number): number =>
        ((i + 1) * columns - 1 - forced.length + step) * model.vocabSize;
      for (const [step, token] of forced.entries()) row.record.push(token, output.logits, at(step));
      const offset = at(forced.length);
      take(row, row.sampler(output.logits, offset, model.vocabSize), output.logits, offset);
    }
    return { rows: started, cache: output.cache };
  };

  /** Keeps the rows under way of the batch and of the newcomers, in one cache. */
  const merge = (newcomers: { rows: Row[]; cache: KvCache } | null): void => {
    const kept: Row[] = [];
    const slices: RowSlice[] = [];
    for (const part of [{ rows, cache }, newcomers]) {
      if (part?.cache == null) continue;
      for (const [index, row] of part.rows.entries()) {
        if (row.done) continue;
        kept.push(row);
        slices.push({ cache: part.cache, row: index, length: row.length });
      }
    }
    const merged = slices.length === 0 ? null : model.gather(slices, columnsOf(slices));
    cache?.release();
    newcomers?.cache.release();
    cache = merged;
    rows = kept;
  };

  try {
    while (!(await hooks.interrupted())) {
      const waiting = jobs.length - queued;
      if (live === 0 && waiting === 0) break;
      const free = options.batchSize - live;
      if (waiting > 0 && free >= Math.min(group, waiting)) {
        const newcomers = await admit(Math.min(free, waiting, PREFILL_ROWS));
        if (rows.length === 0 && newcomers.rows.every((row) => !row.done)) {
          ({ rows, cache } = newcomers);
        } else merge(newcomers);
      } else {
        if (rows.length - live >= Math.max(1, rows.length * RETIRE_SHARE)) merge(null);
        if (cache === null) break;
        const past: KvCache = cache;
        cache = null;
        const output = await inputs.step(
          model,
          past,
          rows,
          rows.map((row) => row.next),
        );
        cache = output.cache;
        for (const [i, row] of rows.entries()) {
          row.length++;
          const offset = i * model.vocabSize;
          if (!row.done)
            take(row, row.sampler(output.logits, offset, model.vocabSize), output.logits, offset);
        }
      }
      hooks.onStep?.(rows.filter((row) => !row.done));
    }
    for (const row of rows) if (!row.done) hooks.onFinish(row.job, row.record, 'aborted');
  } finally {
    cache?.release();
  }
}
