import { FormatError } from '../formats/errors';
import { readShippedDecisions, type CaseTruth } from '../formats/shippedDecisions';
import { readShippedTraces } from '../formats/shippedTraces';
import type { Dtype } from '../inference/engine';
import type { DecisionTable } from '../traces/decisionTable';
import { findTask } from '../tasks';
import type { Trace } from '../traces/trace';

/** What the page ships: the models and, for some model × dtype × task, a decision table and traces. */
export type Catalogue = {
  readonly version: 2;
  /** The model that the page opens on: the one that makes the point. */
  readonly opens: string;
  readonly models: readonly {
    readonly name: string;
    readonly title: string;
    readonly arm: string;
    readonly parameters: number;
    readonly vocabularySize: number;
    readonly tasks: readonly string[];
    readonly dtypes: readonly { readonly name: Dtype; readonly bytes: number }[];
    /** A model of the user's own, added while the page is open: it has no size that is known, and no tables. */
    readonly own?: true;
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

/** A statement of the study with the number that decided it; computed by `npm run study`. */
export type Claim = {
  readonly id: string;
  readonly statement: string;
  readonly figure: string;
  readonly unit: 'points' | 'ratio' | 'share';
  readonly target: { readonly at: 'least' | 'most'; readonly value: number };
  readonly estimate: { readonly value: number; readonly low: number; readonly high: number };
  readonly seeds: number;
  readonly holds: boolean;
  readonly clear: boolean;
};

/** Reads what the page ships. Every method rejects with FormatError or a sentence about the network. */
export type Shipped = {
  readonly catalogue: () => Promise<Catalogue>;
  readonly decisions: (entry: TableEntry) => Promise<DecisionTable>;
  /** The claims of the study. */
  readonly claims: () => Promise<readonly Claim[]>;
  /** Traces by case id; empty where the entry has none. */
  readonly traces: (entry: TableEntry) => Promise<ReadonlyMap<string, Trace>>;
};

function checked(value: unknown, where: string): Catalogue {
  const file = (value ?? {}) as Partial<Catalogue>;
  if (file.version !== 2 || !file.models?.length || file.tables === undefined)
    throw new FormatError(`${where} is not a catalogue of version 2. Rebuild the page.`);
  return file as Catalogue;
}

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

/** Gold and posterior of a generated case. Throws FormatError on a task that is not known. */
export function truthOf(name: string, seed: number, index: number): CaseTruth {
  const task = findTask(name);
  if (task === undefined) throw new FormatError(`there is no task ${name}. Rebuild the page.`);
  const { options, gold, posterior } = task.sample(seed, index);
  return { gold: options.indexOf(gold), posterior };
}

/** The same, each case sampled once: every arm's table is of the same cases. */
function rememberTruth(): typeof truthOf {
  const known = new Map<string, CaseTruth>();
  return (name, seed, index) => {
    const id = `${name}-${seed}-${index}`;
    const truth = known.get(id) ?? truthOf(name, seed, index);
    known.set(id, truth);
    return truth;
  };
}

/** Fetches files below `base`; each once, a failed one again at the next call. */
export function createShipped(base: string, fetchFile: typeof fetch = fetch): Shipped {
  const cache = new Map<string, Promise<unknown>>();
  const truth = rememberTruth();
  const load = <T>(name: string, read: (response: Response) => Promise<T>): Promise<T> => {
    const cached = cache.get(name);
    if (cached !== undefined) return cached as Promise<T>;
    const loading = (async (): Promise<T> => {
      const response = await fetchFile(`${base}${name}`).catch(() => {
        throw new Error(`${name} could not be fetched. Check the connection and reload.`);
      });
      if (!response.ok)
        throw new Error(
          `${name}: the server answered ${response.status}. Reload, or rebuild the page.`,
        );
      return read(response);
    })();
    cache.set(name, loading);
    loading.catch(() => cache.delete(name));
    return loading;
  };
  return {
    catalogue: () =>
      load('index.json', async (response) => checked(await response.json(), 'index.json')),
    decisions: ({ decisions }) =>
      load(decisions, async (response) =>
        readShippedDecisions(await bytesOf(response), decisions, truth),
      ),
    claims: () =>
      load('claims.json', async (response) => {
        const { claims } = ((await response.json()) ?? {}) as { claims?: readonly Claim[] };
        if (!Array.isArray(claims)) throw new FormatError('claims.json holds no claims. Reload.');
        return claims as readonly Claim[];
      }),
    traces: async ({ traces }) =>
      traces === null
        ? new Map<string, Trace>()
        : load(traces, async (response) => readShippedTraces(await bytesOf(response), traces)),
  };
}
