import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST } from './serve';

/** A copy of the build with another title, as the next release would have it: page, table and service worker agree. */
export async function newVersion(title: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'explorer-version-'));
  await cp(DIST, folder, { recursive: true });
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const page = await read('index.html');
  const next = page.replace(/<title>.*<\/title>/, `<title>${title}</title>`);
  await writeFile(join(folder, 'index.html'), next);
  for (const name of ['offline.json', 'sw.js']) {
    const text = await read(name);
    if (!text.includes(hash(page))) throw new Error(`${name} does not name the page`);
    await writeFile(join(folder, name), text.replaceAll(hash(page), hash(next)));
  }
  return folder;
}
