import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UsageError } from '../usage';
import { readStudyTable, type StudyTable } from './table';

/** Every table below `folder` (`<run>/<task>-<mode>.json.gz`), by name. Throws UsageError where there is none. */
export async function loadTables(folder: string): Promise<StudyTable[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json.gz')).sort();
  if (files.length === 0)
    throw new UsageError(
      `${folder} holds no study tables. Write them with models/recipe/study.sh.`,
    );
  const tables: StudyTable[] = [];
  for (const name of files) {
    const file = join(folder, name);
    const text = gunzipSync(await readFile(file)).toString('utf8');
    tables.push(readStudyTable(JSON.parse(text), file));
  }
  return tables;
}
