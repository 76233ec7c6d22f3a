import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { IMPORT_PROPERTIES } from '../src/formats/import/fuzzProperties';

const HELP = `npm run fuzz -- [--runs 100000] [--seed S] [--path P] [--only NAME]
Gives the importers random and damaged files. Exit code 0: every property held for all of them; 1: one did not, and the
command that repeats the failure is printed; 130: stopped before the end.`;

/** Inputs a seed: between two, progress is told and what was generated is forgotten. */
const BATCH = 1000;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    path: { type: 'string' },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
const [runs, first] = [Number(values.runs), Number(values.seed)];
const asked = Object.entries(IMPORT_PROPERTIES).filter(([name]) => name.includes(values.only));
const whole = (value: number) => Number.isInteger(value) && value >= 0;

let inputs = 0;
const began = performance.now();
const so = () =>
  `${inputs.toLocaleString('en')} inputs in ${((performance.now() - began) / 1000).toFixed(0)} s, seed ${first}`;

function stop(verdict: string, code: number): never {
  console.log(`${verdict}: ${so()}`);
  process.exit(code);
}

/** Resolves where the property held for `runs` inputs; else prints the smallest it fails for. */
async function hold(name: string, property: fc.IAsyncProperty<unknown>): Promise<void> {
  for (let done = 0; done < runs; done += BATCH) {
    const seed = first + done / BATCH;
    const numRuns = Math.min(BATCH, runs - done);
    const { path } = values;
    const result = await fc.check(property, {
      numRuns,
      seed,
      ...(path === undefined ? {} : { path }),
    });
    inputs += result.numRuns;
    if (result.failed) {
      console.error(result.errorInstance);
      if (result.counterexample !== null) console.error(fc.stringify(result.counterexample));
      console.error(
        `To repeat it: npm run fuzz -- --only '${name}' --runs 1 --seed ${seed} --path ${result.counterexamplePath ?? '0'}`,
      );
      stop('FAILED', 1);
    }
    if ((done / BATCH) % 10 === 9) console.log(`${name}: ${done + BATCH} of ${runs}; ${so()}`);
  }
}

if (values.help || !whole(runs) || !whole(first) || asked.length === 0) {
  console.log(HELP);
  process.exit(values.help ? 0 : 2);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => stop('STOPPED, nothing failed so far', 130));
for (const [name, property] of asked) await hold(name, property);
stop(`PASSED, ${asked.length} properties`, 0);
