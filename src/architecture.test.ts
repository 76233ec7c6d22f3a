import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ARROWS, reachable } from '../architecture.js';

const root = import.meta.dirname;

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

/** Folders of `src` that a file imports, found in static and dynamic imports, re-exports and worker URLs. */
function importedFolders(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import|URL)\s*\(?\s*['"](\.[^'"]+)['"]/g)];
  return specifiers
    .map((match) => join(file, '..', match[1]!).split('/')[0]!)
    .filter((folder) => folder in ARROWS);
}

test('the arrows have no cycle', () => {
  for (const folder of Object.keys(ARROWS))
    for (const to of ARROWS[folder]!) expect(reachable(to)).not.toContain(folder);
});

test('every import in src follows the arrows', () => {
  const present = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(Object.keys(ARROWS)).toEqual(expect.arrayContaining(present));
  const against = present.flatMap((folder) =>
    sources(folder).flatMap((file) =>
      importedFolders(file)
        .filter((to) => !reachable(folder).has(to))
        .map((to) => `${file} → ${to}`),
    ),
  );
  expect(against).toEqual([]);
});
