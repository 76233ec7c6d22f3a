import fc from 'fast-check';
import { test } from 'vitest';
import { IMPORT_PROPERTIES } from './fuzzProperties';

/** As many as fit into every run of the tests; `npm run fuzz` takes a hundred times as many. */
const RUNS = 1000;

test.each(Object.entries(IMPORT_PROPERTIES))(
  '%s',
  async (_, property) => fc.assert(property, { numRuns: RUNS }),
  600_000,
);
