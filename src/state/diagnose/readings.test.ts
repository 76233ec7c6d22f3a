import { expect, test } from 'vitest';
import type { Engine, GenerateRequest } from '../../inference/engine';
import { sampleSubject, SHIPPED_SEED } from '../subject';
import { readDecisionToken } from './readings';
import { decided, traceOfIds, undecided } from './traceFixture';

const subject = sampleSubject('moderation', SHIPPED_SEED, 0);
const { signal } = new AbortController();

function engineOf(texts: readonly string[]) {
  const requests: GenerateRequest[] = [];
  const engine = {
    vocabulary: () => texts,
    generate: (request: GenerateRequest) => {
      requests.push(request);
      const [{ options, prefix }] = request.cases as [GenerateRequest['cases'][0]];
      const decision = { ...decided(0), logits: options.map((_, i) => i) };
      return Promise.resolve([{ ...traceOfIds([...(prefix as number[]), 9], decision) }]);
    },
  } as unknown as Engine;
  return { engine, requests };
}

test('every form that is a token of the model is read as an option of its own', async () => {
  const { engine, requests } = engineOf(['A', ' A', ' B', ' b', 'other']);
  const reading = await readDecisionToken(
    engine,
    subject,
    traceOfIds([1, 2, 3], decided(0)),
    signal,
  );
  expect(requests[0]!.cases[0]!.prefix).toEqual([1, 2, 3]);
  expect(reading!.forms.logits).toEqual({ ' A': 0, ' B': 1, A: 2, ' b': 3 });
  expect(reading!.token.id).toBe(3);
});

test('a trace without decision has nothing to read', async () => {
  const { engine, requests } = engineOf([' A', ' B']);
  expect(await readDecisionToken(engine, subject, traceOfIds([1], undecided), signal)).toBeNull();
  expect(requests).toEqual([]);
});

test('what was stopped is no reading', async () => {
  const { engine } = engineOf([' A', ' B']);
  const trace = traceOfIds([1, 2, 3], decided(0));
  expect(await readDecisionToken(engine, subject, trace, AbortSignal.abort())).toBeNull();
});
