import '../../src/inference/worker';

/**
 * The engine's worker on a GPU that computes something else: every shader takes powers of 2 instead of e.
 * Nothing fails; only the numbers are wrong.
 */
const createShaderModule = Reflect.get(GPUDevice.prototype, 'createShaderModule');
GPUDevice.prototype.createShaderModule = function (descriptor) {
  const code = descriptor.code.replaceAll(/\bexp\(/gu, 'exp2(');
  return createShaderModule.call(this, { ...descriptor, code });
};
