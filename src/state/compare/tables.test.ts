import { expect, test, vi } from 'vitest';
import type { TableEntry } from '../catalogue';
import { catalogueOf, marginTable, shippedOf } from '../standIn';
import { createTables } from './tables';

const CATALOGUE = catalogueOf(['base', 'rlvr'], ['clinic']);
const table = marginTable([1]);

test('every file is fetched once, a failed one again when asked', async () => {
  const decisions = vi.fn((entry: TableEntry) =>
    entry.model === 'rlvr' && decisions.mock.calls.length < 3
      ? Promise.reject(new Error('no network'))
      : Promise.resolve(table),
  );
  const tables = createTables(shippedOf(CATALOGUE, decisions));
  const status = () => [...tables.store.getState().files.values()].map((file) => file.status);
  tables.want(CATALOGUE.tables);
  expect(status()).toEqual(['loading', 'loading']);
  tables.want(CATALOGUE.tables);
  await vi.waitFor(() => expect(status()).toEqual(['ready', 'failed']));
  expect(tables.store.getState().files.get('rlvr-clinic-q8')).toEqual({
    status: 'failed',
    message: 'no network',
  });
  tables.retry();
  await vi.waitFor(() => expect(status()).toEqual(['ready', 'ready']));
  expect(decisions).toHaveBeenCalledTimes(3);
});
