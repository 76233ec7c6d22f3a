import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

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
      await build({
        root,
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        build: {
          outDir,
          emptyOutDir: false,
          target: 'es2023',
          reportCompressedSize: false,
          lib: {
            entry: join(root, 'src/app/embed/element.ts'),
            formats: ['iife'],
            name: 'embed',
            fileName: () => 'embed.js',
          },
        },
      });
    },
  };
}
