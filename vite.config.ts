import { cp } from 'node:fs/promises';
import { join, relative } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const SHIPPED =
  /^(?:manifest\.json|[^/]+\/(?:config|generation_config|tokenizer|tokenizer_config)\.json|[^/]+\/onnx\/[^/]+\.onnx)$/;
const NOT_SHIPPED = new Set(['recipe', 'evaluation', 'study', 'work']);

/** Copies what the page loads of `models/` beside the build; the dev server serves it from the root. */
function shipModels(): Plugin {
  let outDir = '';
  return {
    name: 'ship-models',
    apply: 'build',
    configResolved: (config) => {
      outDir = config.build.outDir;
    },
    closeBundle: async () => {
      const root = join(import.meta.dirname, 'models');
      await cp(root, join(import.meta.dirname, outDir, 'models'), {
        recursive: true,
        filter: (source) => {
          const path = relative(root, source);
          if (NOT_SHIPPED.has(path.split('/')[0]!)) return false;
          return !/\.\w+$/.test(path) || SHIPPED.test(path);
        },
      });
    },
  };
}

export default defineConfig({
  // Relative addresses: the build works under any sub-path of a static host.
  base: './',
  plugins: [react(), shipModels()],
  worker: { format: 'es' },
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 800 },
  // The dependency scanner would copy the runtime and lose the address of its WebAssembly file.
  optimizeDeps: { exclude: ['onnxruntime-web'] },
});
