import type { Dtype } from './engine';
import { ManifestError } from './errors';
import {
  count,
  fail,
  fields,
  list,
  number,
  numberOrNull,
  path,
  positive,
  sha256,
  text,
} from './readers';

/** A file below the model's path. `sha256` is lower-case hex. */
export type ModelFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

export type DtypeEntry = {
  /** Path of the ONNX file below the model's path. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Largest absolute logit difference to the golden logits that the self-test accepts. */
  readonly tolerance: number;
  /** Against torch in fp32, as the recipe measured it: largest logit difference, share of equal argmax. */
  readonly maxLogitDifference: number;
  readonly argmaxAgreement: number;
};

export type Architecture = {
  readonly layers: number;
  readonly kvHeads: number;
  readonly headDim: number;
  readonly vocabSize: number;
  readonly contextLength: number;
  readonly eosTokenId: number;
  readonly padTokenId: number;
};

/** Logits after the tokens at `positions` of a teacher-forced sequence, one row of V numbers each. */
export type Golden = {
  readonly tokens: readonly number[];
  readonly positions: readonly number[];
  readonly logits: Partial<Readonly<Record<Dtype, readonly (readonly number[])[]>>>;
};

/** What the recipe's evaluation of one task in one dtype found; null where no trace decided. */
export type Figures = {
  readonly n: number;
  readonly accuracy: number | null;
  readonly meanConfidence: number | null;
  readonly ece: number | null;
  readonly formatValid: number;
};

export type ModelEntry = {
  readonly name: string;
  readonly title: string;
  readonly arm: string;
  /** Folder of the checkpoint below the models' URL. */
  readonly path: string;
  readonly parameters: number;
  readonly tasks: readonly string[];
  readonly architecture: Architecture;
  readonly files: readonly ModelFile[];
  readonly dtypes: Partial<Readonly<Record<Dtype, DtypeEntry>>>;
  readonly golden: readonly Golden[];
  readonly figures: Readonly<Record<string, Partial<Readonly<Record<Dtype, Figures>>>>>;
};

export type Manifest = { readonly version: 1; readonly models: readonly ModelEntry[] };

export const DTYPES: readonly Dtype[] = ['fp32', 'q8', 'q4'];

function modelFile(value: unknown, where: string): ModelFile {
  const file = fields(value, where);
  return {
    path: path(file.path, `${where}.path`),
    bytes: positive(file.bytes, `${where}.bytes`),
    sha256: sha256(file.sha256, `${where}.sha256`),
  };
}

function dtypeEntry(value: unknown, where: string): DtypeEntry {
  const entry = fields(value, where);
  const tolerance = number(entry.tolerance, `${where}.tolerance`);
  if (tolerance <= 0) fail(`${where}.tolerance`, 'must be positive');
  return {
    file: path(entry.file, `${where}.file`),
    bytes: positive(entry.bytes, `${where}.bytes`),
    sha256: sha256(entry.sha256, `${where}.sha256`),
    tolerance,
    maxLogitDifference: number(entry.maxLogitDifference, `${where}.maxLogitDifference`),
    argmaxAgreement: number(entry.argmaxAgreement, `${where}.argmaxAgreement`),
  };
}

/** Reads the entries of a record keyed by dtype; an unknown dtype is an error. */
function byDtype<T>(
  value: unknown,
  where: string,
  read: (item: unknown, where: string) => T,
): Partial<Record<Dtype, T>> {
  const found: Partial<Record<Dtype, T>> = {};
  for (const [name, item] of Object.entries(fields(value, where))) {
    const dtype = DTYPES.find((known) => known === name);
    if (dtype === undefined) fail(where, `names the unknown dtype ${JSON.stringify(name)}`);
    found[dtype] = read(item, `${where}.${name}`);
  }
  return found;
}

function architecture(value: unknown, where: string): Architecture {
  const found = fields(value, where);
  return {
    layers: positive(found.layers, `${where}.layers`),
    kvHeads: positive(found.kvHeads, `${where}.kvHeads`),
    headDim: positive(found.headDim, `${where}.headDim`),
    vocabSize: positive(found.vocabSize, `${where}.vocabSize`),
    contextLength: positive(found.contextLength, `${where}.contextLength`),
    eosTokenId: count(found.eosTokenId, `${where}.eosTokenId`),
    padTokenId: count(found.padTokenId, `${where}.padTokenId`),
  };
}

function golden(value: unknown, where: string, vocabSize: number): Golden {
  const found = fields(value, where);
  const tokens = list(found.tokens, `${where}.tokens`, count);
  const positions = list(found.positions, `${where}.positions`, count);
  if (tokens.some((token) => token >= vocabSize)) fail(`${where}.tokens`, 'leave the vocabulary');
  if (positions.length === 0 || positions.some((position) => position >= tokens.length))
    fail(`${where}.positions`, 'must point into the tokens');
  const logits = byDtype(found.logits, `${where}.logits`, (rows, at) => {
    const read = list(rows, at, (row, rowAt) => list(row, rowAt, number));
    if (read.length !== positions.length || read.some((row) => row.length !== vocabSize))
      fail(at, `must hold ${vocabSize} logits for each of ${positions.length} positions`);
    return read;
  });
  return { tokens, positions, logits };
}

function figures(value: unknown, where: string): Figures {
  const found = fields(value, where);
  return {
    n: count(found.n, `${where}.n`),
    accuracy: numberOrNull(found.accuracy, `${where}.accuracy`),
    meanConfidence: numberOrNull(found.meanConfidence, `${where}.meanConfidence`),
    ece: numberOrNull(found.ece, `${where}.ece`),
    formatValid: number(found.formatValid, `${where}.formatValid`),
  };
}

function modelEntry(value: unknown, where: string): ModelEntry {
  const found = fields(value, where);
  const shape = architecture(found.architecture, `${where}.architecture`);
  const entry: ModelEntry = {
    name: text(found.name, `${where}.name`),
    title: text(found.title, `${where}.title`),
    arm: text(found.arm, `${where}.arm`),
    path: path(found.path, `${where}.path`),
    parameters: positive(found.parameters, `${where}.parameters`),
    tasks: list(found.tasks, `${where}.tasks`, text),
    architecture: shape,
    files: list(found.files, `${where}.files`, modelFile),
    dtypes: byDtype(found.dtypes, `${where}.dtypes`, dtypeEntry),
    golden: list(found.golden, `${where}.golden`, (item, at) => golden(item, at, shape.vocabSize)),
    figures: Object.fromEntries(
      Object.entries(fields(found.figures ?? {}, `${where}.figures`)).map(([task, item]) => [
        task,
        byDtype(item, `${where}.figures.${task}`, figures),
      ]),
    ),
  };
  for (const dtype of Object.keys(entry.dtypes) as Dtype[])
    if (!entry.golden.some((sequence) => sequence.logits[dtype] !== undefined))
      fail(`${where}.golden`, `has no logits for ${dtype}, so ${dtype} could not be tested`);
  return entry;
}

/** Reads a parsed manifest. Throws ManifestError, naming the place, where it breaks the schema. */
export function parseManifest(value: unknown): Manifest {
  const found = fields(value, 'the manifest');
  if (found.version !== 1) fail('version', 'must be 1');
  return { version: 1, models: list(found.models, 'models', modelEntry) };
}

/** The entry of a model. Throws ManifestError where there is none of that name. */
export function findModel(manifest: Manifest, name: string): ModelEntry {
  const found = manifest.models.find((model) => model.name === name);
  if (found !== undefined) return found;
  const names = manifest.models.map((model) => model.name).join(', ');
  throw new ManifestError(`There is no model ${JSON.stringify(name)}; the manifest has: ${names}.`);
}
