import { expect, test } from 'vitest';
import { pruneAlternatives } from './prune';
import { chosenProbability } from './recolour';
import type { Trace } from './trace';

const top = [0.9, 0.0998, 1e-5, 2e-6].map((p, id) => ({
  id,
  text: `t${id}`,
  logprob: Math.log(p),
}));
const token = { id: 1, text: 't1', logprob: top[1]!.logprob, logsumexp: 12.5, top };
const trace: Trace = {
  id: 'x',
  caseId: 'x',
  provenance: { model: 'base', dtype: 'fp32', backend: 'cpu' },
  sampling: { mode: 'greedy', temperature: 1, seed: 0 },
  tokens: [token],
  finish: 'stop',
  decision: { status: 'missing', reason: 'no-decision' },
};

test('very unlikely alternatives go, but for the first of them', () => {
  const pruned = pruneAlternatives(trace);
  expect(pruned.tokens[0]!.top.map((item) => item.text)).toEqual(['t0', 't1', 't2']);
  expect({ ...pruned, tokens: [] }).toEqual({ ...trace, tokens: [] });
});

test('probabilities at another temperature stay bounded, only more widely', () => {
  const [before, after] = [trace, pruneAlternatives(trace)].map((t) =>
    chosenProbability(t.tokens[0]!, 3, 700),
  );
  expect(after!.low).toBeLessThanOrEqual(before!.low);
  expect(after!.high).toBeGreaterThanOrEqual(before!.high - 1e-12);
});
