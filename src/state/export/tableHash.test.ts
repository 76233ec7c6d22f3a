import { expect, test, vi } from 'vitest';
import { smallTable } from './exported.fixture';
import { tableHash } from './tableHash';

test('the same table has the same hash, today and in a later version', async () => {
  const hash = await tableHash(smallTable());
  expect(hash).toBe('46709c1fce9becbf0ae57c85920c62e9bc657b9c17d2d9795c0e7ec30e9d3ee0');
  expect(await tableHash(smallTable())).toBe(hash);
});

test('another model, logit or case has another', async () => {
  const table = smallTable();
  const logits = table.logits.with(0, 4.000001);
  const caseIds = table.caseIds.with(0, 'clinic-7-9');
  const hashes = await Promise.all(
    [table, smallTable('base'), { ...table, logits }, { ...table, caseIds }].map(tableHash),
  );
  expect(new Set(hashes).size).toBe(4);
});

test('null where the browser has no SHA-256', async () => {
  vi.stubGlobal('crypto', {});
  expect(await tableHash(smallTable())).toBeNull();
});
