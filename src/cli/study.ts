import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SHIFTS, TRAINED } from '../tasks/splits';
import { studyFigure } from './study/figure';
import { loadTables } from './study/load';
import { studyMarkdown } from './study/markdown';
import { computeStudy } from './study/results';
import { createStudy } from './study/view';
import { integerOption, UsageError, parseOptions } from './usage';

/** Numbers to six significant digits: rounding of the last bits must not change the committed file. */
function rounded(_key: string, value: unknown): unknown {
  if (typeof value !== 'number') return value;
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : null;
}

/** Rebuilds `study.json` and `STUDY.md` in the folder of models, and the claims that the page shows, from its tables. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseOptions(argv, {
    draws: { type: 'string', default: '400' },
  });
  const [models = 'models', ...more] = positionals;
  if (more.length > 0) throw new UsageError('name at most the folder of models.');
  const tables = await loadTables(join(models, 'study', 'tables'));
  const study = createStudy(tables);
  const results = computeStudy(study, integerOption('draws', values.draws, 1));
  await writeFile(join(models, 'study.json'), `${JSON.stringify(results, rounded, 1)}\n`);
  await writeFile(join(models, 'STUDY.md'), studyMarkdown(results));
  await writeFile(join(models, 'study.svg'), studyFigure(study, [...TRAINED, ...SHIFTS]));
  await writeFile(
    join('public', 'decisions', 'claims.json'),
    JSON.stringify({ claims: results.claims }, rounded),
  );
  for (const { statement, estimate, holds } of results.claims)
    console.log(`${holds ? 'holds' : 'MISSED'}  ${statement}  (${estimate.value.toPrecision(3)})`);
  return 0;
}
