import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const outDir = join(root, 'dist-cli');

/** `npm run build:cli`: the command line as plain JavaScript that needs Node and nothing else. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: join(root, 'src/cli/main.ts'),
    outDir,
    target: 'node20',
    emptyOutDir: true,
    rolldownOptions: {
      output: { banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : '') },
    },
  },
  plugins: [
    {
      name: 'executable',
      closeBundle: () => chmod(join(outDir, 'main.js'), 0o755),
    },
  ],
});
