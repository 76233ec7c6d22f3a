import { createStore } from 'zustand/vanilla';
import type { Dtype, Engine } from '../inference/engine';
import { findTask, TASKS } from '../tasks';
import type { Provenance, Trace } from '../traces/trace';
import { createArms } from './arms';
import { createEngineRouter } from './engineRouter';
import { createEngineStore, messageOf } from './engineStore';
import { createExclusive } from './exclusive';
import { generateTrace } from './generateTrace';
import {
  shippedEntry,
  type Choice,
  type Dependencies,
  type ExplorerState,
  type Origin,
  type OwnModel,
  type Work,
} from './explorerState';
import { importedSubject, type Imported } from './import/imported';
import type { LinkedView } from './link';
import type { ModelEntry } from './catalogue';
import { keepCollected } from './collect/kept';
import { createRuns, keepRuns } from './runs';
import { createSettings } from './settings';
import { createView } from './view/view';
import { sampleSubject, SHIPPED_SEED, subjectOfId, type Subject } from './subject';

const INITIAL: ExplorerState = {
  catalogue: null,
  choice: { model: '', dtype: 'fp32', task: 'clinic', mode: 'greedy' },
  origin: 'shipped',
  shipped: null,
  runTable: null,
  imported: null,
  awaited: false,
  runSampling: null,
  work: 'none',
  run: null,
  runEnd: null,
  subject: sampleSubject('clinic', SHIPPED_SEED, 0),
  trace: null,
  streaming: null,
  selectedBin: null,
  error: null,
};

/** The stores of the page and the actions on them. No action rejects: a failure becomes `error`. */
export function createExplorer({
  engine: pageEngine,
  shipped,
  statistics,
  keeper = keepRuns(),
  collectedKeeper = keepCollected(),
}: Dependencies) {
  const settings = createSettings();
  const view = createView();
  const { engine, add } = createEngineRouter(pageEngine);
  const loading = createEngineStore(engine);
  const store = createStore<ExplorerState>(() => INITIAL);
  const { getState: get, setState: set } = store;
  /** Traces of the latest run, by case. */
  const runTraces = new Map<string, Trace>();
  const exclusive = createExclusive<Work>((kind) => set({ work: kind ?? 'none' }));

  const guarded = async (action: () => Promise<void>) => {
    try {
      await action();
    } catch (error) {
      set({ error: messageOf(error) });
    }
  };

  /**
   * Runs `action` with the chosen model loaded, alone on the engine: what was under way stops. A failure becomes `error`, an
   * abort (`stop`) is none.
   */
  const withEngine = (
    kind: Work,
    action: (signal: AbortSignal, engine: Engine, provenance: Provenance) => Promise<void>,
  ) =>
    guarded(() =>
      exclusive.run(kind, async (signal) => {
        set({ error: null });
        const { model, dtype } = get().choice;
        const report = await loading.ensure(model, dtype, signal);
        const own = { model: report.model ?? model, dtype: report.dtype, backend: report.backend };
        try {
          await action(signal, engine, own);
        } catch (error) {
          loading.failed(error);
          throw error;
        }
      }),
    );

  const shippedTraceOf = async (caseId: string) => {
    const entry = shippedEntry(get());
    return entry === undefined ? null : ((await shipped.traces(entry)).get(caseId) ?? null);
  };

  /** Puts a subject on the bench and its stored trace beside it, where there is one. */
  const show = (subject: Subject) =>
    guarded(async () => {
      if (get().work === 'generate') exclusive.stop();
      const { origin, imported } = get();
      const ofRun = origin === 'run' && !subject.edited ? runTraces.get(subject.id) : undefined;
      set({ subject, streaming: null, trace: ofRun ?? null, error: null });
      const entry = shippedEntry(get());
      if (get().trace !== null || subject.edited) return;
      const own = origin === 'imported' && imported?.table.caseIds.includes(subject.id) === true;
      const stored = own ? imported.traceOf : shippedTraceOf;
      const trace = await stored(subject.id);
      const now = get();
      const unchanged = now.subject === subject && now.trace === null && now.streaming === null;
      if (unchanged && (own || shippedEntry(now) === entry)) set({ trace });
    });

  const showShippedTable = () =>
    guarded(async () => {
      set({ shipped: null, selectedBin: null });
      const entry = shippedEntry(get());
      if (entry === undefined) return;
      const table = await shipped.decisions(entry);
      if (shippedEntry(get()) === entry) set({ shipped: table });
    });

  /** The latest view asked for: one that still waits for the catalogue gives way to it. */
  let asked: LinkedView | null = null;
  let opening: Promise<unknown> = Promise.resolve();

  /** What of a link needs no catalogue. */
  const adopt = (linked: LinkedView) => {
    settings.change(linked.settings);
    view.setState(linked.view);
  };

  /** Shows the table, the case and the bin of a link. */
  const showLinked = async (linked: LinkedView) => {
    const { catalogue, choice: former, imported } = get();
    exclusive.stop();
    const model = catalogue?.models.find(({ name }) => name === (linked.model ?? catalogue.opens));
    const has = (task: string) =>
      model?.tasks.includes(task) === true && findTask(task) !== undefined;
    const task = linked.task !== undefined && has(linked.task) ? linked.task : former.task;
    const dtype = model?.dtypes.find(({ name }) => name === linked.dtype)?.name ?? former.dtype;
    const mode = linked.mode ?? former.mode;
    const choice = { model: model?.name ?? former.model, dtype, task, mode };
    runTraces.clear();
    // A link names the file of the user's own that it was made of no more than by its being open.
    const origin = linked.origin === 'imported' && imported !== null ? 'imported' : 'shipped';
    set({ choice, origin, runTable: null, run: null, runEnd: null, error: null });
    const subject = sampleSubject(task, SHIPPED_SEED, linked.caseIndex ?? 0);
    await Promise.all([showShippedTable(), show(subject)]);
    if (linked.bin !== undefined && asked === linked) set({ selectedBin: linked.bin });
  };

  /** Another model, dtype, task or way of drawing; stops what is under way. */
  const choose = async (change: Partial<Choice>) => {
    const former = get();
    const choice = { ...former.choice, ...change };
    exclusive.stop();
    set({ choice, awaited: false, error: null });
    const { model, dtype, task } = former.choice;
    if (choice.task === task && choice.model === model && choice.dtype === dtype) return;
    runTraces.clear();
    set({ origin: 'shipped', runTable: null, run: null, runEnd: null });
    const subject =
      choice.task === task ? former.subject : sampleSubject(choice.task, SHIPPED_SEED, 0);
    await Promise.all([showShippedTable(), show(subject)]);
  };

  const showImported = (imported: Imported) =>
    set({ imported, origin: 'imported', awaited: false, selectedBin: null, error: null });

  const runs = createRuns({
    store,
    keeper,
    runTraces,
    temperature: () => settings.getState().temperature,
    guarded,
    withEngine,
    choose,
    showAgain: () => show(get().subject),
    showImported,
  });

  return {
    store,
    settings,
    view,
    engine: loading.store,
    arms: createArms(shipped),
    shipped,
    keeper,
    collectedKeeper,
    withEngine,
    statistics,
    show,

    /** Loads the catalogue and opens on the linked view, else on the first table of the model that the catalogue names. */
    open: (linked: LinkedView | null = null) =>
      guarded(async () => {
        asked = linked;
        // At once: what the reader changes while the catalogue is on its way stays, and there may be none to be had.
        if (linked !== null) adopt(linked);
        const loading = shipped.catalogue().then((catalogue) => {
          const first = catalogue.tables.find(({ model }) => model === catalogue.opens);
          const opened = first && { dtype: first.dtype as Dtype, task: first.task };
          set({ catalogue, choice: { ...get().choice, model: catalogue.opens, ...opened } });
          return first;
        });
        opening = loading.catch(() => undefined);
        const first = await loading;
        if (asked !== linked) return;
        const imported = get().imported !== null;
        if (linked !== null)
          return showLinked(imported ? { ...linked, origin: 'imported' } : linked);
        const subject = sampleSubject(get().choice.task, first?.seed ?? SHIPPED_SEED, 0);
        await Promise.all([showShippedTable(), show(subject)]);
      }),

    /** Shows a linked view; what it names and is not there stays as it is. */
    restore: (linked: LinkedView) =>
      guarded(async () => {
        asked = linked;
        adopt(linked);
        if (get().catalogue === null) await opening;
        if (asked === linked) await showLinked(linked);
      }),

    choose,
    ...runs,

    showCase: async (caseId: string) => {
      const { origin, imported } = get();
      const own = origin === 'imported' && imported !== null;
      // A collected case may have another prompt than the generated one of the same id.
      const asked = own ? (imported.subjectOf?.(caseId) ?? null) : null;
      const subject =
        asked ?? subjectOfId(caseId) ?? (own ? importedSubject(imported, caseId) : null);
      if (subject !== null) await show(subject);
    },

    /** Generates a trace of the subject, loading the model first where it is not loaded. */
    generate: () =>
      withEngine('generate', (signal) =>
        generateTrace(store, engine, settings.getState().temperature, signal),
      ),

    /** Adds a model of the user's own to those that can be chosen, in the place of one of its name, and chooses it. */
    addModel: async ({ name, title, engine: own }: OwnModel) => {
      const { catalogue, choice } = get();
      if (catalogue === null) return;
      add(name, own);
      loading.forget(name);
      const entry: ModelEntry = {
        ...{ name, title, arm: 'own', parameters: NaN, vocabularySize: 0, own: true },
        tasks: TASKS.map((task) => task.name),
        dtypes: [{ name: choice.dtype, bytes: 0 }],
      };
      const models = [...catalogue.models.filter((model) => model.name !== name), entry];
      set({ catalogue: { ...catalogue, models } });
      await choose({ model: name });
    },

    stop: () => exclusive.stop(),
    /** Shows a trace of the subject that some tool made. */
    openTrace: (trace: Trace) => set({ trace, streaming: null }),
    setOrigin: (origin: Origin) => set({ origin, awaited: false, selectedBin: null }),
    /** Shows decisions of the user's own, which stay beside the shipped ones and those of runs. */
    showImported,
    selectBin: (selectedBin: number | null) => set({ selectedBin }),
    dismissError: () => set({ error: null }),
  };
}

export type Explorer = ReturnType<typeof createExplorer>;
