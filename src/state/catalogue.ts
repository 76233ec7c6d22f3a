import { FormatError } from '../formats/errors';
import { readShippedDecisions } from '../formats/shippedDecisions';
import { readShippedTraces } from '../formats/shippedTraces';
import type { Dtype } from '../inference/engine';
import type { DecisionTable } from '../traces/decisionTable';
import type { Trace } from '../traces/trace';

/** What the page ships: the models and, for some model × dtype × task, a decision table and traces. */
export type Catalogue = {
  readonly version: 1;
  readonly models: readonly {
    readonly name: string;
    readonly title: string;
    readonly parameters: number;
    readonly vocabularySize: number;
    readonly tasks: readonly string[];
    readonly dtypes: readonly { readonly name: Dtype; readonly bytes: number }[];
  }[];
  readonly tables: readonly {
    readonly model: string;
    readonly dtype: string;
    readonly task: string;
    readonly n: number;
    readonly seed: number;
    readonly decisions: string;
    readonly traces: string | null;
  }[];
};

export type TableEntry = Catalogue['tables'][number];
export type ModelEntry = Catalogue['models'][number];

/** Reads what the page ships. Every method rejects with FormatError or a sentence about the network. */
export type Shipped = {
  readonly catalogue: () => Promise<Catalogue>;
  readonly decisions: (entry: TableEntry) => Promise<DecisionTable>;
  /** Traces by case id; empty where the entry has none. */
  readonly traces: (entry: TableEntry) => Promise<ReadonlyMap<string, Trace>>;
};

function checked(value: unknown, where: string): Catalogue {
  const file = (value ?? {}) as Partial<Catalogue>;
  if (file.version !== 1 || !file.models?.length || file.tables === undefined)
    throw new FormatError(`${where} is not a catalogue of version 1. Rebuild the page.`);
  return file as Catalogue;
}

/** Fetches JSON below `base`; each file once, a failed one again at the next call. */
export function createShipped(base: string, fetchFile: typeof fetch = fetch): Shipped {
  const cache = new Map<string, Promise<unknown>>();
  const load = (name: string): Promise<unknown> => {
    const cached = cache.get(name);
    if (cached !== undefined) return cached;
    const loading = (async (): Promise<unknown> => {
      const response = await fetchFile(`${base}${name}`).catch(() => {
        throw new Error(`${name} could not be fetched. Check the connection and reload.`);
      });
      if (!response.ok)
        throw new Error(
          `${name}: the server answered ${response.status}. Reload, or rebuild the page.`,
        );
      return response.json();
    })();
    cache.set(name, loading);
    loading.catch(() => cache.delete(name));
    return loading;
  };
  return {
    catalogue: async () => checked(await load('index.json'), 'index.json'),
    decisions: async (entry) => readShippedDecisions(await load(entry.decisions), entry.decisions),
    traces: async ({ traces }) =>
      traces === null ? new Map<string, Trace>() : readShippedTraces(await load(traces), traces),
  };
}
