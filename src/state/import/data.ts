import { createStore, type StoreApi } from 'zustand/vanilla';
import { looksLikeBins, readBins, type AggregatedBins } from '../../formats/bins/readBins';
import { FormatError } from '../../formats/errors';
import type { MatchCount } from '../../formats/import';
import { unpackTable } from '../../formats/import/packedTable';
import { messageOf } from '../engineStore';
import type { WorkerLike } from '../newest';
import type { Imported } from './imported';
import { fetchData, type LinkedData } from './linkedData';
import type { GoldList, Preview } from './protocol';
import { createReader, type Reader } from './reader';
import { formOf, specOf, type SpecForm } from './specForm';

/** A file that was read, what the user says of it and what that makes of its traces. */
export type OpenFile = {
  readonly name: string;
  readonly preview: Preview;
  readonly form: SpecForm;
  readonly gold: (GoldList & { readonly name: string }) | null;
  /** Of the form as it was when last counted; null where it cannot be. */
  readonly count: MatchCount | null;
  readonly counting: boolean;
  /** What is wrong with the form or the gold file. */
  readonly problem: string | null;
};

/** A table of bins that another program has added up: no decisions, so nothing that the other panels could show. */
export type OpenBins = AggregatedBins & { readonly name: string };

export type DataState = {
  readonly reading: {
    readonly name: string;
    readonly bytes: number;
    readonly total: number | null;
    /** Records read so far; null while bytes still arrive from a server. */
    readonly rows: number | null;
  } | null;
  /** Why the latest file could not be read; the one before it stays. */
  readonly error: string | null;
  readonly file: OpenFile | null;
  /** The latest file, where it holds bins. */
  readonly bins: OpenBins | null;
};

/** Enough for the head of a table. */
const BINS_HEAD = 2000;
const MOST_BINS_BYTES = 1e7;

type Source = (
  signal: AbortSignal,
  onBytes: (bytes: number, total: number | null) => void,
) => Promise<Blob>;

export type Data = {
  readonly store: StoreApi<DataState>;
  /** Reads a file or a pasted text in a new worker. */
  readonly open: (name: string, blob: Blob) => Promise<void>;
  readonly openLinked: (linked: LinkedData) => Promise<void>;
  /** Stops reading; the file before stays. */
  readonly cancel: () => void;
  readonly edit: (change: Partial<SpecForm>) => void;
  /** Reads a gold file, or drops the one there is. */
  readonly setGold: (file: File | null) => Promise<void>;
  /** Makes the decision table and hands it to `onShow`. Resolves whether it did. */
  readonly show: () => Promise<boolean>;
  /** Drops the open file and whatever is being done with it; of bins, the file before shows again. */
  readonly close: () => void;
};

/** Reading files of the user's own, one at a time. No action rejects. */
export function createData(spawn: () => WorkerLike, onShow: (imported: Imported) => void): Data {
  const store = createStore<DataState>(() => ({
    ...{ reading: null, error: null, file: null, bins: null },
  }));
  const { getState: get, setState: set } = store;
  let job: AbortController | null = null;
  let reader: Reader | null = null;
  /** The reader whose table is shown: kept open for its traces. */
  let shown: Reader | null = null;
  /** How often a count was wanted. */
  let wanted = 0;

  const change = (own: Reader, update: Partial<OpenFile>) => {
    const { file } = get();
    if (file !== null && reader === own) set({ file: { ...file, ...update } });
  };

  const release = (next: Reader | null) => {
    if (reader !== null && reader !== shown && reader !== next) reader.close();
    reader = next;
  };

  /** Counts under the form; while one count is under way the newest form waits. */
  const count = async () => {
    const [own, { file }] = [reader, get()];
    const turn = ++wanted;
    if (own === null || file === null || file.counting) return;
    const spec = specOf(file.form, file.preview);
    if (typeof spec === 'string') {
      change(own, { count: null, problem: spec });
      return;
    }
    change(own, { counting: true });
    try {
      const counted = await own.ask('count', spec);
      change(own, { count: counted, problem: null, counting: false });
    } catch (error) {
      change(own, { count: null, problem: messageOf(error), counting: false });
    }
    if (wanted !== turn && reader === own) await count();
  };

  const cancel = () => {
    job?.abort();
    job = null;
    set({ reading: null });
  };

  const read = async (name: string, source: Source) => {
    cancel();
    const own = new AbortController();
    const { signal } = own;
    job = own;
    const report = (bytes: number, total: number | null, rows: number | null) => {
      if (!signal.aborted) set({ reading: { name, bytes, total, rows } });
    };
    set({ error: null, bins: null });
    report(0, null, null);
    let next: Reader | null = null;
    try {
      const blob = await source(signal, (bytes, total) => report(bytes, total, null));
      signal.throwIfAborted();
      if (looksLikeBins(await blob.slice(0, BINS_HEAD).text())) {
        if (blob.size > MOST_BINS_BYTES)
          throw new FormatError('A table of bins has up to 10 MB.', 'too-large');
        const read = readBins(await blob.text());
        signal.throwIfAborted();
        job = null;
        set({ reading: null, bins: { name, ...read } });
        return;
      }
      signal.throwIfAborted();
      next = createReader(spawn);
      signal.addEventListener('abort', next.close);
      const preview = await next.ask('read', blob, ({ bytes, rows }) =>
        report(bytes, blob.size, rows),
      );
      signal.throwIfAborted();
      signal.removeEventListener('abort', next.close);
      release(next);
      job = null;
      const form = formOf(preview);
      const rest = { gold: null, count: null, counting: false, problem: null };
      set({ reading: null, file: { name, preview, form, ...rest } });
      await count();
    } catch (error) {
      next?.close();
      if (!signal.aborted) set({ reading: null, error: `${name}: ${messageOf(error)}` });
    }
  };

  return {
    store,
    open: (name, blob) => read(name, () => Promise.resolve(blob)),
    openLinked: (linked) =>
      read(linked.name, (signal, onBytes) => fetchData(linked, onBytes, signal)),
    cancel,
    edit: (update) => {
      const { file } = get();
      if (file === null) return;
      set({ file: { ...file, form: { ...file.form, ...update } } });
      void count();
    },
    setGold: async (goldFile) => {
      const own = reader;
      if (own === null) return;
      try {
        const list = await own.ask('gold', goldFile);
        change(own, { gold: goldFile === null ? null : { ...list, name: goldFile.name } });
      } catch (error) {
        change(own, { problem: `${goldFile?.name ?? 'Gold'}: ${messageOf(error)}` });
        return;
      }
      await count();
    },
    show: async () => {
      const [own, { file }] = [reader, get()];
      if (own === null || file === null) return false;
      const spec = specOf(file.form, file.preview);
      try {
        if (typeof spec === 'string') throw new Error(spec);
        const table = unpackTable(await own.ask('table', spec));
        if (table.usable.length === 0)
          throw new Error(
            'No trace has both a decision and a gold option, so there is nothing to draw. Change the rule or add a gold file.',
          );
        if (shown !== null && shown !== own && shown !== reader) shown.close();
        shown = own;
        const traceOf = (caseId: string) => own.ask('trace', caseId);
        onShow({ name: file.name, table, traceOf });
        return true;
      } catch (error) {
        change(own, { problem: messageOf(error) });
        return false;
      }
    },
    close: () => {
      cancel();
      if (get().bins !== null) {
        set({ bins: null, error: null });
        return;
      }
      release(null);
      set({ file: null, error: null });
    },
  };
}
