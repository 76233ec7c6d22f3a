import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, type DecodeJob } from './decode';
import { FakeModel, fakeLogits } from './fakeModel';
import { createSampler, greedy } from './sample';

const VOCAB = 13;
const CONTEXT = 24;
const EOS = 2;

type Spec = Pick<DecodeJob, 'prompt' | 'forced' | 'maxNewTokens'>;
type Result = { ids: number[]; finish: string };

const tokens = (maxLength: number, minLength = 0) =>
  fc.array(fc.integer({ min: 3, max: VOCAB - 1 }), { minLength, maxLength });
const specs = fc.array(
  fc.record({
    prompt: tokens(14, 1),
    forced: tokens(4),
    maxNewTokens: fc.integer({ min: 1, max: 20 }),
  }),
  { maxLength: 20 },
);

function toJobs(list: readonly Spec[], mode: 'greedy' | 'sample'): DecodeJob[] {
  return list.map((spec, i) => ({
    ...spec,
    forms: [[4, 5], [6]],
    sampler: createSampler({ mode, temperature: 1.5, seed: 3 }, `case ${i}`),
  }));
}

/** One row, one token at a time, no cache: what batching must reproduce. */
function naive(job: DecodeJob): Result {
  const ids = [...job.forced];
  for (let chosen = 0; chosen < job.maxNewTokens; chosen++) {
    const seen = [...job.prompt, ...ids];
    if (seen.length >= CONTEXT) return { ids, finish: 'length' };
    const id = job.sampler(fakeLogits(seen, VOCAB), 0, VOCAB);
    ids.push(id);
    if (id === EOS) return { ids, finish: 'stop' };
  }
  return { ids, finish: 'length' };
}

async function run(
  list: readonly Spec[],
  batchSize: number,
  mode: 'greedy' | 'sample',
  stopAfter = Infinity,
): Promise<{ model: FakeModel; results: Map<number, Result> }> {
  const model = new FakeModel(VOCAB, CONTEXT);
  const results = new Map<number, Result>();
  let turns = 0;
  await decode(
    model,
    toJobs(list, mode),
    { batchSize, eosTokenId: EOS, padTokenId: 0 },
    {
      interrupted: () => turns++ >= stopAfter,
      onFinish: (job, record, finish) => {
        expect(results.has(job)).toBe(false);
        results.set(job, { ids: Array.from(record.idsFrom(0)), finish });
      },
    },
  );
  return { model, results };
}

describe('batched decoding', () => {
  for (const mode of ['greedy', 'sample'] as const)
    it(`yields for each row what decoding it alone yields (${mode})`, async () => {
      await fc.assert(
        fc.asyncProperty(specs, fc.integer({ min: 1, max: 9 }), async (list, batchSize) => {
          const { model, results } = await run(list, batchSize, mode);
          const alone = toJobs(list, mode).map(naive);
          expect(Array.from({ length: list.length }, (_, job) => results.get(job))).toEqual(alone);
          expect(model.cachesInUse).toBe(0);
          expect(model.mostRows).toBeLessThanOrEqual(batchSize);
        }),
        { numRuns: 150 },
      );
    });

  it('keeps what was decoded when it is stopped', async () => {
    await fc.assert(
      fc.asyncProperty(specs, fc.nat({ max: 30 }), async (list, stopAfter) => {
        const { model, results } = await run(list, 4, 'greedy', stopAfter);
        const alone = toJobs(list, 'greedy').map(naive);
        expect(model.cachesInUse).toBe(0);
        for (const [job, { ids, finish }] of results)
          if (finish === 'aborted') expect(alone[job]!.ids.slice(0, ids.length)).toEqual(ids);
          else expect({ ids, finish }).toEqual(alone[job]);
      }),
      { numRuns: 100 },
    );
  });

  it('fills the places of finished rows instead of waiting for the longest', async () => {
    const short = { prompt: [3, 4], forced: [], maxNewTokens: 1 };
    const long = { prompt: [5], forced: [], maxNewTokens: 16 };
    const list = [long, ...Array.from({ length: 30 }, () => short)];
    const { model } = await run(list, 4, 'greedy');
    const limit = toJobs([long], 'greedy').map(naive)[0]!.ids.length;
    expect(model.passes).toBeLessThanOrEqual(limit + 30 / 3 + 1);
  });

  it('records the statistics of forced and chosen tokens from the logits before them', async () => {
    const model = new FakeModel(VOCAB, CONTEXT);
    const job: DecodeJob = {
      prompt: [3, 4, 5],
      forced: [6, 7],
      maxNewTokens: 3,
      forms: [[4, 5], [6]],
      sampler: greedy,
    };
    const padded: DecodeJob = { ...job, prompt: [8, 9, 10, 11, 12, 3, 4] };
    await decode(
      model,
      [padded, job],
      { batchSize: 2, eosTokenId: EOS, padTokenId: 0 },
      {
        interrupted: () => false,
        onFinish: (which, record) => {
          const { prompt } = [padded, job][which]!;
          const packed = record.pack();
          expect(packed.count).toBeGreaterThan(2);
          for (let step = 0; step < packed.count; step++) {
            const logits = fakeLogits([...prompt, ...packed.ids.subarray(0, step)], VOCAB);
            const norm = Math.log(logits.reduce((sum, z) => sum + Math.exp(z), 0));
            expect(packed.logsumexps[step]).toBeCloseTo(norm, 10);
            expect(packed.logprobs[step]).toBeCloseTo(logits[packed.ids[step]!]! - norm, 10);
            expect(packed.topLogprobs[step * 10]).toBeCloseTo(Math.max(...logits) - norm, 10);
            expect(record.formLogitsAt(step, 0)).toEqual([logits[4], logits[5]]);
            expect(record.formLogitsAt(step, 1)).toEqual([logits[6]]);
          }
        },
      },
    );
  });
});
