import { generate } from './generate';
import { loadModel } from './load';
import { score } from './score';
import { hostEngine } from './workerHost';

hostEngine(async (options) => {
  const loaded = await loadModel(options);
  const { model, entry, codec, report } = loaded;
  return {
    report,
    texts: codec.texts,
    generate: (...call) => generate(loaded, ...call),
    score: (request) => score(model, request, entry.architecture.padTokenId),
    dispose: () => model.dispose(),
  };
});
