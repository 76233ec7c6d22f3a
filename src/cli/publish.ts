import { cp, mkdir, readdir, readFile as readBytes, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import { countOf, FormatError, readFile, rowsOf, specFor } from '../formats/import';
import { parquetOf } from '../formats/import/parquetOf';
import { pageOf, workerOf, type PublishedFile } from './publish/page';
import { viewOf } from './publish/view';
import { siteOf } from './site';
import { withFile } from './source';
import { UsageError, parseOptions } from './usage';

export const help = `FILE is what “convert” writes or “report” reads: decisions or traces of ours, in JSONL or Parquet, or a table;
several are offered in a list, the page opens on the first. Convert logs of other programs first.
The folder needs no server program: copy it to any static host, under any path.

  --out FOLDER        new, or empty, or --force: published before
  --view LINK         what the page opens on: a link copied from the page, or its part after “#”
  --site FOLDER       a build of the page (default: the one that comes with this program)
  --force             replaces what is in FOLDER`;

const say = (text: string) => process.stderr.write(`${text}\n`);

const OPTIONS = {
  out: { type: 'string' },
  view: { type: 'string', default: '' },
  site: { type: 'string' },
  force: { type: 'boolean', default: false },
} as const;

async function prepare(folder: string, site: string, force: boolean): Promise<void> {
  const inside = relative(site, resolve(folder));
  if (inside === '' || !inside.startsWith('..'))
    throw new UsageError('--out is the build itself or lies within it: name another folder.');
  const held = await readdir(folder).catch((): string[] => []);
  if (held.length > 0) {
    if (!force)
      throw new UsageError(`${folder} is not empty: name a new folder, or replace it by --force.`);
    // Only what was published before may be thrown away.
    if (!held.includes('offline.json') || !held.includes('data'))
      throw new UsageError(`${folder} holds something else than a published page: empty it first.`);
    await rm(folder, { recursive: true });
  }
  await mkdir(folder, { recursive: true });
}

/** A file as the page will read it: Parquet, checked to hold decisions that can be drawn; `n` of them. */
async function toParquet(file: string): Promise<{ bytes: Uint8Array; n: number }> {
  try {
    const read = await withFile(file, (source) => readFile(source));
    const spec = specFor(read);
    const { matched, withGold, n } = countOf(read, spec, 0);
    const recorded = spec.rule.kind === 'recorded';
    if (!recorded)
      throw new UsageError(
        `${file} does not say its decisions (${read.title}): run “convert ${file} --to traces” first, with your rule.`,
      );
    if (Math.min(matched, withGold) === 0)
      throw new UsageError(`${file} has no row with both a decision and a gold option.`);
    say(`${file}: ${read.title}, ${matched} decisions of ${n}, gold of ${withGold}.`);
    if (read.badCount > 0)
      say(`  ${read.badCount} rows could not be read. ${read.bad[0]?.message ?? ''}`);
    if (read.stopped !== null) throw new UsageError(`${file}: ${read.stopped}`);
    const rows = rowsOf(read, spec);
    const usable = rows.rows.filter(
      ({ decision, gold }) => decision.status === 'found' && gold >= 0,
    );
    return { bytes: await parquetOf(read, rows, spec), n: usable.length };
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

const plainName = (file: string) =>
  basename(file, extname(file))
    .replace(/[^\w.-]+/gu, '-')
    .replace(/^[-.]+/u, '')
    .slice(0, 80) || 'decisions';

/** Writes a folder for any static host: the built page and the user's data, opening on a view of them. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseOptions(argv, OPTIONS);
  const { out, site: named, force } = values;
  if (positionals.length === 0) throw new UsageError('name one file or more.');
  if (out === undefined) throw new UsageError('--out is missing: the folder to write.');
  const view = viewOf(values.view);
  const site = await siteOf(named);
  const files: (PublishedFile & { readonly bytes: Uint8Array })[] = [];
  for (const file of positionals) {
    const { bytes, n } = await toParquet(file);
    const stem = plainName(file);
    const taken = files.filter(
      ({ name }) => name.startsWith(`${stem}.`) || name.startsWith(`${stem}-`),
    );
    const name = `${stem}${taken.length === 0 ? '' : `-${taken.length + 1}`}.parquet`;
    files.push({ name, path: `data/${name}`, n, bytes });
  }
  await prepare(out, site, force);
  await cp(site, out, { recursive: true });
  await mkdir(join(out, 'data'));
  for (const { path, bytes } of files) await writeFile(join(out, path), bytes);
  const page = pageOf(await readBytes(join(out, 'index.html'), 'utf8'), { files, view });
  await writeFile(join(out, 'index.html'), page);
  const [table, worker] = await Promise.all([
    readBytes(join(out, 'offline.json'), 'utf8'),
    readBytes(join(out, 'sw.js'), 'utf8'),
  ]);
  const offline = workerOf({ table, worker }, page, files);
  await writeFile(join(out, 'offline.json'), offline.table);
  await writeFile(join(out, 'sw.js'), offline.worker);
  say(
    `Published in ${out}. Copy the folder to any static host; to look at it here: npx serve ${out}`,
  );
  return 0;
}
