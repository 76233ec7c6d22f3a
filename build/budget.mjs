// What the built page costs before its first diagram, held to budgets in bytes. Run after the build: `node build/budget.mjs`.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = join(import.meta.dirname, '../dist');

/** In bytes after gzip: 1 kB is 1000 bytes. The diagram's at 10 Mbit/s take 0.48 s. */
const BUDGETS = { javascript: 180_000, diagram: 600_000 };

const read = (/** @type {string} */ path) => readFileSync(join(DIST, path));
const weigh = (/** @type {string} */ path) => gzipSync(read(path)).length;

/** The scripts that load before the page runs: those that the page names, and what they import, not what they may fetch later. */
function initialScripts(/** @type {string} */ page) {
  const queue = [...page.matchAll(/<(?:script|link)[^>]*?(?:src|href)="\.\/([^"]+\.js)"/g)].map(
    ([, path]) => path ?? '',
  );
  const found = new Set(queue);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const code = read(path).toString();
    for (const [, from] of code.matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) {
      const imported = posix.join(posix.dirname(path), from ?? '');
      if (!found.has(imported)) queue.push(imported);
      found.add(imported);
    }
  }
  return [...found].sort();
}

const page = read('index.html').toString();
const scripts = initialScripts(page);
const styles = [...page.matchAll(/href="\.\/([^"]+\.css)"/g)].map(([, path]) => path ?? '');
/** @type {{ files: { path: string, group: string }[] }} */
const table = JSON.parse(read('offline.json').toString());
const figures = table.files
  .filter(({ path, group }) => group === 'shell' && path.startsWith('decisions/'))
  .map(({ path }) => path);

const sizes = new Map(
  ['index.html', ...scripts, ...styles, ...figures].map((path) => [path, weigh(path)]),
);
const total = (/** @type {Iterable<string>} */ paths) =>
  [...paths].reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);
const javascript = total(scripts);
const diagram = total(sizes.keys());

for (const [path, bytes] of sizes) console.log(`${String(bytes).padStart(8)}  ${path}`);
console.log(`${String(javascript).padStart(8)}  initial JavaScript, budget ${BUDGETS.javascript}`);
console.log(`${String(diagram).padStart(8)}  to the first diagram, budget ${BUDGETS.diagram}`);

const problems = [];
if (scripts.length === 0) problems.push('The page names no script.');
if (figures.length < 3)
  problems.push('The figures that the page opens on are not in offline.json.');
if (javascript > BUDGETS.javascript)
  problems.push(
    'Initial JavaScript is over its budget: fetch a panel or a part of it when it is opened.',
  );
if (diagram > BUDGETS.diagram) problems.push('The first diagram is over its budget.');
for (const path of scripts)
  if (/InferenceSession|ort-wasm/.test(read(path).toString()))
    problems.push(`${path} holds the runtime, or names it: it belongs to the engine's worker.`);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
