import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evaluationRow, type EvaluationLine } from '../formats/evaluation';
import { writeShippedDecisions } from '../formats/shippedDecisions';
import { writeShippedTraces } from '../formats/shippedTraces';
import type { Dtype } from '../inference/engine';
import { parseManifest, type Manifest, type ModelEntry } from '../inference/manifest';
import type { Catalogue, TableEntry } from '../state/catalogue';
import type { MissingReason } from '../traces/decision';
import { decisionTable } from '../traces/decisionTable';
import type { Trace } from '../traces/trace';
import { readJsonl } from './jsonl';
import { ARMS } from './study/arms';
import { messageOf, UsageError } from './usage';

/** One line of the recipe's whole traces. */
type EvaluationTrace = Pick<Trace, 'tokens' | 'finish' | 'decision'> & {
  readonly case: { readonly id: string };
};

const BACKEND = 'onnxruntime CPU';
const TRACES_SHIPPED = 60;
/** Far off the diagonal. */
const OPENS = 'rlvr';
/** The page opens on the first; the traces are of the first, too. */
const DTYPES: readonly Dtype[] = ['q8', 'fp32', 'q4'];

async function packDecisions(file: string, model: string, dtype: string) {
  const lines: EvaluationLine[] = [];
  const rows = [];
  const missing: Record<string, MissingReason> = {};
  for await (const { value, where } of readJsonl(file)) {
    const line = value as EvaluationLine;
    const row = evaluationRow(line, where);
    if (row.decision.status === 'missing') missing[rows.length] = row.decision.reason;
    lines.push(line);
    rows.push(row);
  }
  const first = /^(.+)-(\d+)-(\d+)$/.exec(lines[0]?.id ?? '');
  if (first === null) throw new UsageError(`${file} does not begin with a generated case.`);
  const cases = { seed: Number(first[2]), start: Number(first[3]) };
  lines.forEach(({ id }, i) => {
    const expected = `${first[1]!}-${cases.seed}-${cases.start + i}`;
    if (id !== expected)
      throw new UsageError(`${file}: case ${id} stands where ${expected} should.`);
  });
  const provenance = { model, dtype, backend: BACKEND };
  const table = decisionTable(provenance, lines[0]!.task, lines[0]!.options, rows);
  return {
    shipped: await writeShippedDecisions(table, cases, missing),
    n: rows.length,
    seed: cases.seed,
  };
}

async function packTraces(file: string, provenance: Trace['provenance']): Promise<Uint8Array> {
  const traces: Trace[] = [];
  for await (const { value } of readJsonl(file)) {
    const { case: instance, ...trace } = value as EvaluationTrace;
    const sampling = { mode: 'greedy', temperature: 1, seed: 0 } as const;
    traces.push({ ...trace, id: instance.id, caseId: instance.id, provenance, sampling });
    if (traces.length === TRACES_SHIPPED) break;
  }
  return writeShippedTraces(provenance, traces);
}

/** What `out` holds of the last time. Throws UsageError where its index cannot be read. */
async function packedBefore(out: string): Promise<readonly TableEntry[]> {
  const file = join(out, 'index.json');
  if (!existsSync(file)) return [];
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as Catalogue).tables;
  } catch (error) {
    throw new UsageError(
      `${file} is damaged: ${messageOf(error)}. Delete it to pack all models anew.`,
    );
  }
}

/** A model that was not evaluated anew keeps what was packed of it. */
async function packModel(
  model: ModelEntry,
  models: string,
  out: string,
  before: readonly TableEntry[],
): Promise<readonly TableEntry[]> {
  const work = join(models, 'work', 'evaluation');
  if (
    !model.tasks.some((task) => existsSync(join(work, `${model.name}-${task}-${DTYPES[0]!}.jsonl`)))
  )
    return before.filter((entry) => entry.model === model.name);
  const entries: TableEntry[] = [];
  for (const task of model.tasks) {
    const source = join(work, `traces-${model.name}-${task}.jsonl`);
    let traces: string | null = null;
    if (existsSync(source)) {
      traces = `${model.name}-${task}-traces.bin`;
      const provenance = { model: model.name, dtype: DTYPES[0]!, backend: BACKEND };
      await writeFile(join(out, traces), await packTraces(source, provenance));
    }
    for (const dtype of DTYPES.filter((name) => model.dtypes[name] !== undefined)) {
      const file = join(work, `${model.name}-${task}-${dtype}.jsonl`);
      if (!existsSync(file)) continue;
      const { shipped, n, seed } = await packDecisions(file, model.name, dtype);
      const decisions = `${model.name}-${task}-${dtype}.bin`;
      await writeFile(join(out, decisions), shipped);
      const own = dtype === DTYPES[0] ? traces : null;
      entries.push({ model: model.name, dtype, task, n, seed, decisions, traces: own });
    }
  }
  return entries;
}

async function readManifest(file: string): Promise<Manifest> {
  try {
    return parseManifest(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new UsageError(`${file}: ${messageOf(error)}`);
  }
}

/** In the order of every table, whatever the order they were shipped in; unknown arms last. */
function inOrder(models: Manifest['models']): Manifest['models'] {
  const place = (arm: string) => {
    const found = (ARMS as readonly string[]).indexOf(arm);
    return found < 0 ? ARMS.length : found;
  };
  return models.toSorted((a, b) => place(a.arm) - place(b.arm));
}

/** Packs the recipe's evaluation into `public/decisions`, what the page opens on; models that were not evaluated anew stay. */
export async function run(argv: string[]): Promise<number> {
  const [models = 'models', out = join('public', 'decisions'), ...more] = argv;
  if (more.length > 0) throw new UsageError('name at most the folder of models and the output.');
  const manifest = await readManifest(join(models, 'manifest.json'));
  const entries = inOrder(manifest.models);
  await mkdir(out, { recursive: true });
  const before = await packedBefore(out);
  const tables: TableEntry[] = [];
  for (const model of entries) tables.push(...(await packModel(model, models, out, before)));
  const used = new Set(tables.flatMap(({ decisions, traces }) => [decisions, traces]));
  for (const file of await readdir(out))
    if (file.endsWith('.bin') && !used.has(file)) await rm(join(out, file));
  const catalogue: Catalogue = {
    version: 2,
    opens: entries.some(({ name }) => name === OPENS) ? OPENS : entries[0]!.name,
    models: entries.map(({ name, title, arm, parameters, architecture, tasks, dtypes }) => ({
      name,
      title,
      arm,
      parameters,
      vocabularySize: architecture.vocabSize,
      tasks,
      dtypes: DTYPES.flatMap((dtype) => {
        const entry = dtypes[dtype];
        return entry === undefined ? [] : [{ name: dtype, bytes: entry.bytes }];
      }),
    })),
    tables,
  };
  await writeFile(join(out, 'index.json'), JSON.stringify(catalogue));
  console.log(`${tables.length} decision tables in ${out}`);
  return 0;
}
