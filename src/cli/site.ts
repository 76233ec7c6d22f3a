import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError } from './usage';

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** The folder of a build of the page: the one named, else that of the packed program or of this checkout. Throws UsageError where there is none. */
export async function siteOf(named: string | undefined): Promise<string> {
  // Two folders up both from here and from the packed program.
  const place = named ?? join(import.meta.dirname, '../../dist');
  if (await exists(join(place, 'offline.json'))) return resolve(place);
  throw new UsageError(
    named === undefined
      ? 'there is no build of the page: run “npm run build”, or name one with --site.'
      : `${named} is no build of the page (it has no offline.json).`,
  );
}
