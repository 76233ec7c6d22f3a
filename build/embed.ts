import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { buildScript } from './script.ts';

/** After the build: `embed.js`, a script of its own that other pages load for the custom element. */
export function embed(root: string): Plugin {
  let outDir = '';
  return {
    name: 'embed',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(root, config.build.outDir);
    },
    closeBundle: async () => {
      await buildScript(root, {
        entry: join(root, 'src/app/embed/element.ts'),
        name: 'embed',
        to: { outDir, file: 'embed.js' },
      });
    },
  };
}
