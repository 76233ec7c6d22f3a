import { describe, expect, it } from 'vitest';
import { ManifestError } from './errors';
import { findModel, parseManifest } from './manifest';

const HASH = 'a'.repeat(64);

function valid() {
  return {
    version: 1,
    models: [
      {
        name: 'base',
        title: 'Base',
        arm: 'base',
        path: 'base',
        parameters: 1_400_000,
        tasks: ['clinic'],
        architecture: {
          layers: 4,
          kvHeads: 2,
          headDim: 32,
          vocabSize: 3,
          contextLength: 512,
          eosTokenId: 2,
          padTokenId: 0,
        },
        files: [{ path: 'tokenizer.json', bytes: 10, sha256: HASH }],
        dtypes: {
          q8: {
            file: 'onnx/model_quantized.onnx',
            bytes: 10,
            sha256: HASH,
            tolerance: 0.001,
            maxLogitDifference: 0.4,
            argmaxAgreement: 0.99,
          },
        },
        golden: [{ tokens: [1, 2], positions: [1], logits: { q8: [[1, 2, 3]] } }],
        figures: {},
      },
    ],
  };
}

type Valid = ReturnType<typeof valid>;
type Model = Valid['models'][number];

const breakers: readonly (readonly [string, string, (model: Model, manifest: Valid) => void])[] = [
  ['a newer version', 'version', (_, manifest) => (manifest.version = 2)],
  ['no name', 'models[0].name', (model) => (model.name = '')],
  ['a path out of its folder', 'files[0].path', (model) => (model.files[0]!.path = '../secret')],
  ['an absolute path', 'models[0].path', (model) => (model.path = '/etc')],
  ['another server', 'models[0].path', (model) => (model.path = 'https://x.example')],
  ['a short hash', 'sha256', (model) => (model.files[0]!.sha256 = 'ab')],
  ['no bytes', 'files[0].bytes', (model) => (model.files[0]!.bytes = 0)],
  ['no tolerance', 'q8.tolerance', (model) => (model.dtypes.q8.tolerance = 0)],
  ['an infinite tolerance', 'q8.tolerance', (model) => (model.dtypes.q8.tolerance = Infinity)],
  ['half a layer', 'architecture.layers', (model) => (model.architecture.layers = 1.5)],
  ['tokens outside', 'golden[0].tokens', (model) => (model.golden[0]!.tokens = [1, 3])],
  ['positions outside', 'golden[0].positions', (model) => (model.golden[0]!.positions = [2])],
  ['few logits', 'golden[0].logits.q8', (model) => (model.golden[0]!.logits.q8 = [[1, 2]])],
  ['an untestable dtype', 'models[0].golden', (model) => (model.golden = [])],
  [
    'an unknown dtype',
    'models[0].dtypes',
    (model) => Object.assign(model.dtypes, { q2: model.dtypes.q8 }),
  ],
];

describe('the manifest', () => {
  it('reads what the recipe writes', () => {
    const manifest = parseManifest(valid());
    expect(manifest).toEqual(valid());
    expect(findModel(manifest, 'base').parameters).toBe(1_400_000);
  });

  it('reads the figures of a model that never decided, and refuses figures that are no numbers', () => {
    const withAccuracy = (accuracy: unknown) => {
      const undecided = { n: 50, accuracy, meanConfidence: null, ece: null, formatValid: 0 };
      const manifest = valid();
      Object.assign(manifest.models[0]!, { figures: { clinic: { q8: undecided } } });
      return manifest;
    };
    expect(parseManifest(withAccuracy(null))).toEqual(withAccuracy(null));
    expect(() => parseManifest(withAccuracy('high'))).toThrow('figures.clinic.q8.accuracy');
  });

  it.each(breakers)('refuses %s and says where', (_, place, breakIt) => {
    const manifest = valid();
    breakIt(manifest.models[0]!, manifest);
    expect(() => parseManifest(manifest)).toThrow(ManifestError);
    expect(() => parseManifest(manifest)).toThrow(place);
  });

  it.each([null, 3, [], '{}', { version: 1 }, { version: 1, models: [null] }])(
    'refuses %j',
    (value) => {
      expect(() => parseManifest(value)).toThrow(ManifestError);
    },
  );

  it('names the models there are when one is unknown', () => {
    expect(() => findModel(parseManifest(valid()), 'grpo')).toThrow(/"grpo".*: base\./u);
  });
});
