import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { groupOf, type FileEntry, type FileTable } from '../src/app/offline/fileTable.ts';
import type { Catalogue } from '../src/state/catalogue.ts';
import { buildScript } from './script.ts';

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** The files below `decisions/` that the page opens on: every arm's table of the first task, and one arm's traces. */
function openingFigures({ opens, tables }: Catalogue): Set<string> {
  const first = tables.find(({ model }) => model === opens);
  const shown = tables.filter(
    ({ model, task }, i) =>
      task === first?.task &&
      tables.findIndex((table) => table.model === model && table.task === task) === i,
  );
  const names = [
    'index.json',
    'claims.json',
    first?.traces ?? '',
    ...shown.map((t) => t.decisions),
  ];
  return new Set(names.map((name) => `decisions/${name}`));
}

async function fileTable(folder: string): Promise<FileTable> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((file) => file.isFile())
    .map((file) => relative(folder, join(file.parentPath, file.name)).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('models/') && path !== 'sw.js' && path !== 'offline.json')
    .sort();
  const catalogue = await readFile(join(folder, 'decisions/index.json'), 'utf8');
  const opening = openingFigures(JSON.parse(catalogue) as Catalogue);
  const files = await Promise.all(
    paths.map(async (path): Promise<FileEntry> => {
      const bytes = await readFile(join(folder, path));
      return {
        path: path === 'index.html' ? '' : path,
        bytes: bytes.length,
        sha256: sha256(bytes),
        group: groupOf(path, opening),
      };
    }),
  );
  return { version: sha256(JSON.stringify(files)).slice(0, 12), files };
}

/** After the build: the table of its files with their hashes (`offline.json`), and the service worker made for them. */
export function offline(root: string, policy: string): Plugin {
  let outDir = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: async () => {
        const table = await fileTable(outDir);
        await writeFile(join(outDir, 'offline.json'), JSON.stringify(table));
        await buildScript(root, {
          entry: join(root, 'src/app/offline/serviceWorker.ts'),
          name: 'serviceWorker',
          define: { __FILES__: JSON.stringify(table), __POLICY__: JSON.stringify(policy) },
          to: { outDir, file: 'sw.js' },
        });
      },
    },
  };
}
