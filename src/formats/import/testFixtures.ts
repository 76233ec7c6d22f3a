import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** For tests: the folder of samples, and the names of those in it, without what describes or records them. */
export const FIXTURES = join(import.meta.dirname, 'fixtures');
export const SAMPLES = readdirSync(FIXTURES).filter(
  (name) => !/\.(?:golden|spec)\.json$|\.(?:md|py)$/u.test(name),
);
