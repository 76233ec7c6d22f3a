import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { embed } from './build/embed.ts';
import { figure } from './build/figure.ts';
import { offline } from './build/offline.ts';
import { contentSecurityPolicy, policy } from './build/policy.ts';
import { preload } from './build/preload.ts';
import { shipModels } from './build/shipModels.ts';

const root = import.meta.dirname;

/** `vite build --mode connect` builds a page that may connect to endpoints and the Hub; every other mode stays at home. */
export default defineConfig(({ mode }) => {
  const connect = mode === 'connect';
  return {
    // Relative addresses: the build works under any sub-path of a static host.
    base: './',
    plugins: [
      react(),
      policy(connect),
      preload(root),
      figure(root),
      embed(root),
      shipModels(root),
      offline(root, contentSecurityPolicy(connect)),
    ],
    worker: { format: 'es' },
    build: {
      target: 'es2023',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 800,
      rolldownOptions: {
        output: {
          // What the page needs at once comes in one file: on a slow line each further one waits.
          codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] },
        },
      },
    },
    // The dependency scanner would copy the runtime and lose the address of its WebAssembly file.
    optimizeDeps: { exclude: ['onnxruntime-web'] },
  };
});
