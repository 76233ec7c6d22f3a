import type { Backend, HubDtype } from '../engine';
import { RequestError } from '../errors';

export const HUB_DTYPES: readonly HubDtype[] = ['q4', 'q4f16', 'q8', 'fp16', 'fp32'];

/** A model of the Hub and how to run it. */
export type HubSpec = {
  /** Owner and name: `onnx-community/Qwen3-0.6B-ONNX`. */
  readonly repo: string;
  /** A branch, a tag or a commit. */
  readonly revision: string;
  readonly dtype: HubDtype;
  /** `auto` takes WebGPU where this machine has a GPU. */
  readonly device: Backend | 'auto';
  /** Whether the model reasons before it answers, where its chat template asks. */
  readonly thinking: boolean;
};

/** What traces name as their model. */
export const hubName = ({ repo, revision }: Pick<HubSpec, 'repo' | 'revision'>): string =>
  `${repo}@${revision}`;

const PREFIX = 'hub:';

/** Whether a model's name is that of a Hub model with its settings. */
export const isHubModel = (model: string): boolean => model.startsWith(PREFIX);

/** The spec as the name of a model, for `Engine.load`. */
export function writeHubSpec({ repo, revision, dtype, device, thinking }: HubSpec): string {
  const settings = new URLSearchParams({ revision, dtype, device, thinking: thinking ? '1' : '0' });
  return `${PREFIX}${repo}?${settings.toString()}`;
}

const REPO = /^[\w][\w.-]*\/[\w][\w.-]*$/u;
const REVISION = /^[\w][\w./-]*$/u;

/** What is wrong with a repository's id or revision, as a sentence; null where nothing is. */
export function hubProblem({ repo, revision }: Pick<HubSpec, 'repo' | 'revision'>): string | null {
  if (!REPO.test(repo) || repo.includes('..'))
    return 'A model on the Hub has an owner and a name, such as onnx-community/Qwen3-0.6B-ONNX.';
  if (!REVISION.test(revision) || revision.includes('..'))
    return 'The revision is a branch, a tag or a commit, such as main.';
  return null;
}

/** The spec of a name that `writeHubSpec` wrote. Throws RequestError for another. */
export function readHubSpec(model: string): HubSpec {
  const [repo = '', query = ''] = model.slice(PREFIX.length).split('?');
  const settings = new URLSearchParams(query);
  const revision = settings.get('revision') ?? 'main';
  const dtype = HUB_DTYPES.find((name) => name === settings.get('dtype'));
  const device = (['auto', 'wasm', 'webgpu'] as const).find((d) => d === settings.get('device'));
  const problem = hubProblem({ repo, revision });
  if (!isHubModel(model) || dtype === undefined || device === undefined || problem !== null)
    throw new RequestError(problem ?? `“${model}” names no model of the Hub with its settings.`);
  return { repo, revision, dtype, device, thinking: settings.get('thinking') === '1' };
}
