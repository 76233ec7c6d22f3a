import { expect, test } from 'vitest';
import { RequestError } from '../errors';
import { hubName, hubProblem, isHubModel, readHubSpec, writeHubSpec, type HubSpec } from './spec';

const SPEC: HubSpec = {
  repo: 'onnx-community/Qwen3-0.6B-ONNX',
  revision: 'refs/pr/3',
  dtype: 'q4f16',
  device: 'wasm',
  thinking: true,
};

test('a spec survives as the name of a model', () => {
  expect(readHubSpec(writeHubSpec(SPEC))).toEqual(SPEC);
  expect(isHubModel(writeHubSpec(SPEC))).toBe(true);
  expect(isHubModel('rlvr')).toBe(false);
  expect(hubName(SPEC)).toBe('onnx-community/Qwen3-0.6B-ONNX@refs/pr/3');
});

test.each(['Qwen3', 'a/b/c', '../x', 'a/..', 'https://huggingface.co/a/b', ''])(
  '%j is no id of a model',
  (repo) => {
    expect(hubProblem({ repo, revision: 'main' })).toContain('an owner and a name');
    const read = () => readHubSpec(writeHubSpec({ ...SPEC, repo }));
    expect(read).toThrow(RequestError);
  },
);

test('a revision that leaves its place and settings that are none are refused', () => {
  expect(hubProblem({ repo: 'a/b', revision: '../../x' })).toContain('a branch');
  const read = () => readHubSpec('hub:a/b?dtype=q3&device=auto');
  expect(read).toThrow(RequestError);
});
