import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { run } from './pack';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'pack-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('what was not evaluated anew stays as it was packed, and what no table names goes', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const [models, out, shipped] = [
    join(folder, 'models'),
    join(folder, 'out'),
    join(ROOT, 'public/decisions'),
  ];
  cpSync(join(ROOT, 'models/manifest.json'), join(models, 'manifest.json'));
  cpSync(shipped, out, { recursive: true });
  writeFileSync(join(out, 'forgotten.bin'), '');
  expect(await run([models, out])).toBe(0);
  expect(readdirSync(out).sort()).toEqual(readdirSync(shipped).sort());
  const index = (where: string) => readFileSync(join(where, 'index.json'), 'utf8');
  expect(index(out)).toBe(index(shipped));
});

test('an index that is damaged is named, and nothing is deleted', async () => {
  const out = join(folder, 'damaged');
  cpSync(join(ROOT, 'public/decisions'), out, { recursive: true });
  writeFileSync(join(out, 'index.json'), '{');
  const files = readdirSync(out);
  await expect(run([join(ROOT, 'models'), out])).rejects.toThrow(/damaged.index\.json is damaged/);
  expect(readdirSync(out)).toEqual(files);
});
