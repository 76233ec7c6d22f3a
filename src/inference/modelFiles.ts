import type { VerifiedFile } from './download';
import type { Dtype } from './engine';
import { ManifestError } from './errors';
import { DTYPES, type ModelEntry } from './manifest';

const TOKENIZER = ['tokenizer.json', 'tokenizer_config.json', 'chat_template.jinja'];

/** A file of a model, by its path below the checkpoint. */
export type FileOfModel = VerifiedFile & { readonly path: string };

/**
 * The files that loading a model in a dtype fetches: the tokenizer's, shared by all dtypes, and the weights last.
 * `modelsUrl` is absolute and ends in a slash. Throws ManifestError where the model has no such dtype.
 */
export function modelFiles(
  entry: ModelEntry,
  dtype: Dtype,
  modelsUrl: string,
): readonly FileOfModel[] {
  const weights = entry.dtypes[dtype];
  if (weights === undefined) {
    const known = DTYPES.filter((name) => entry.dtypes[name] !== undefined).join(', ');
    throw new ManifestError(`Model ${entry.name} has no ${dtype} file; it has: ${known}.`);
  }
  const tokenizer = entry.files.filter(({ path }) => TOKENIZER.includes(path));
  return [...tokenizer, { ...weights, path: weights.file }].map(({ path, bytes, sha256 }) => ({
    path,
    url: new URL(`${entry.path}/${path}`, modelsUrl).href,
    bytes,
    sha256,
  }));
}
