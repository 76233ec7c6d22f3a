import { calibration } from './calibration';
import { createContext, type BenchModule } from './context';
import { dtypes } from './dtypes';
import { frames } from './frames';
import { generation } from './generation';
import { heap } from './heap';
import { lighthouse } from './lighthouse';
import { opening } from './opening';
import { formatTable, type Row } from './row';
import { scale } from './scale';

/** Every benchmark. `npm run bench -- [--json] [name …]` runs all, or those named. */
const MODULES: readonly BenchModule[] = [
  generation,
  dtypes,
  calibration,
  frames,
  scale,
  opening,
  lighthouse,
  heap,
];

const args = process.argv.slice(2);
const asJson = args.includes('--json');
const names = args.filter((arg) => !arg.startsWith('--'));
const unknown = names.filter((name) => !MODULES.some((module) => module.name === name));
if (unknown.length > 0)
  throw new Error(
    `no benchmark ${unknown.join(', ')}; there are: ${MODULES.map(({ name }) => name).join(', ')}`,
  );

const context = createContext();
const rows: Row[] = [];
try {
  for (const module of MODULES)
    if (names.length === 0 || names.includes(module.name))
      rows.push(...(await module.run(context)));
} finally {
  await context.close();
}
console.log(asJson ? JSON.stringify(rows, null, 2) : formatTable(rows));
