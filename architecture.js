/**
 * The arrows of the design: folder of `src` → folders it may import.
 * Arrows are transitive: who may import `traces` may import `calibration` too.
 * Read by the lint rule (eslint.config.js) and by the test (src/architecture.test.ts).
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const ARROWS = {
  strings: [],
  calibration: [],
  traces: ['calibration'],
  tasks: ['traces'],
  formats: ['traces'],
  inference: ['traces'],
  state: ['calibration', 'traces', 'tasks', 'formats', 'inference', 'strings'],
  charts: ['calibration', 'strings'],
  panels: ['state', 'charts', 'traces'],
  app: ['panels'],
  cli: ['state', 'charts'],
};

/** Every folder that `folder` may import, itself included. @param {string} folder @returns {Set<string>} */
export function reachable(folder) {
  const seen = new Set([folder]);
  const queue = [folder];
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const to of ARROWS[next] ?? [])
      if (!seen.has(to)) {
        seen.add(to);
        queue.push(to);
      }
  return seen;
}
