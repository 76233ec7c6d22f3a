import { decisionTable, type DecisionTable } from '../traces/decisionTable';
import type { Catalogue, Shipped, TableEntry } from './catalogue';

/** For tests: a catalogue of every model × task × dtype. */
export function catalogueOf(
  models: readonly string[],
  tasks: readonly string[],
  dtypes: readonly ('q8' | 'q4' | 'fp32')[] = ['q8'],
): Catalogue {
  return {
    version: 2,
    opens: models[0] ?? '',
    models: models.map((name) => ({
      ...{ name, title: name.toUpperCase(), arm: name, parameters: 1e6, vocabularySize: 700 },
      ...{ tasks, dtypes: dtypes.map((dtype) => ({ name: dtype, bytes: 1 })) },
    })),
    tables: models.flatMap((model) =>
      tasks.flatMap((task) =>
        dtypes.map((dtype) => ({
          ...{ model, task, dtype, n: 4, seed: 1, traces: null },
          decisions: `${model}-${task}-${dtype}`,
        })),
      ),
    ),
  };
}

/**
 * For tests: a table of two options. Row i is case `from + i`, decided for option 0 with the margin `margins[i]`, right
 * unless listed in `wrong`; a NaN margin is a case without decision.
 */
export function marginTable(
  margins: readonly number[],
  wrong: readonly number[] = [],
  { task = 'inbox', from = 0, model = 'base', dtype = 'q8' } = {},
): DecisionTable {
  return decisionTable(
    { model, dtype, backend: 'test' },
    task,
    ['A', 'B'],
    margins.map((margin, i) => ({
      caseId: `${task}-1-${from + i}`,
      gold: wrong.includes(i) ? 1 : 0,
      posterior: null,
      decision: Number.isNaN(margin)
        ? { status: 'missing', reason: 'cut-off' }
        : { status: 'found', tokenIndex: 0, chosen: 0, logits: [margin, 0], optionMass: 1 },
    })),
  );
}

/** For tests: a page that ships `catalogue`, its tables as told. */
export function shippedOf(
  catalogue: Catalogue,
  decisions: (entry: TableEntry) => Promise<DecisionTable>,
): Shipped {
  return {
    catalogue: () => Promise.resolve(catalogue),
    claims: () => Promise.resolve([]),
    traces: () => Promise.resolve(new Map()),
    decisions,
  };
}
