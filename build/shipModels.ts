import { cp } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

const SHIPPED =
  /^(?:manifest\.json|[^/]+\/(?:config|generation_config|tokenizer|tokenizer_config)\.json|[^/]+\/onnx\/[^/]+\.onnx)$/;
const NOT_SHIPPED = new Set(['recipe', 'evaluation', 'study', 'work']);

/** Copies what the page loads of `models/` beside the build; the dev server serves it from the root. */
export function shipModels(root: string): Plugin {
  let outDir = '';
  return {
    name: 'ship-models',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(root, config.build.outDir);
    },
    closeBundle: async () => {
      const models = join(root, 'models');
      await cp(models, join(outDir, 'models'), {
        recursive: true,
        filter: (source) => {
          const path = relative(models, source);
          if (NOT_SHIPPED.has(path.split('/')[0]!)) return false;
          return !/\.\w+$/.test(path) || SHIPPED.test(path);
        },
      });
    },
  };
}
