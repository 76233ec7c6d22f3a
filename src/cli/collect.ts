import { setMaxListeners } from 'node:events';
import { open } from 'node:fs/promises';
import { writeTraceLine } from '../formats/traceLine';
import { createEndpointEngine } from '../inference/endpoint/engine';
import { EngineError } from '../inference/errors';
import { gather } from '../state/collect/gather';
import { collectedCases } from './collect/cases';
import { collectOptions, HELP, type CollectOptions } from './collect/options';
import { createProgress, type Progress } from './collect/progress';
import { pairKey, writtenPairs } from './collect/written';
import { UsageError } from './usage';

export const help = HELP;

/** Exit code of a program that was interrupted. */
const INTERRUPTED = 130;

/** A first Ctrl-C stops cleanly; a second one ends the program at once. */
function interruption(): { readonly signal: AbortSignal; readonly release: () => void } {
  const stop = new AbortController();
  const first = () => stop.abort(new Error('interrupted'));
  process.once('SIGINT', first).once('SIGTERM', first);
  return {
    signal: stop.signal,
    release: () => process.off('SIGINT', first).off('SIGTERM', first),
  };
}

async function collect(
  options: CollectOptions,
  signal: AbortSignal,
  say: (text: string) => void,
): Promise<number> {
  const cases = await collectedCases(options);
  const key = process.env[options.keyVariable] ?? '';
  let progress: Progress | null = null;
  const engine = createEndpointEngine({
    ...options.endpoint,
    key,
    onWait: ({ reason, milliseconds }) =>
      (progress?.say ?? say)(`waiting ${Math.ceil(milliseconds / 1000)} s: ${reason}`),
  });
  const report = await engine.load(options.model, { signal });
  const { backend, dtype, model = options.model, notes = [] } = report;
  say(`${model} at ${options.endpoint.baseUrl}. ${notes.join(' ')}`);

  const { sampling, rule, out } = options;
  const common = { provenance: { model, dtype, backend }, sampling, rule };
  const { pairs: written, repaired } = await writtenPairs(out, common);
  if (repaired) say(`The last line of ${out} was cut off; it is mended.`);
  const all = Array.from({ length: options.rollouts }, (_, rollout) =>
    cases.map((instance) => ({ case: instance, rollout })),
  ).flat();
  const missing = all.filter((pair) => !written.has(pairKey(pair.case.id, pair.rollout)));
  const before = all.length - missing.length;
  if (before > 0) say(`${before} of ${all.length} traces are there already.`);

  const file = await open(out, 'a');
  const shown = createProgress(process.stderr, before);
  progress = shown;
  let done = before;
  let failed = 0;
  let undecided = 0;
  let last = Promise.resolve();
  try {
    await gather(
      engine,
      missing,
      { ...options, concurrency: options.endpoint.concurrency ?? 1 },
      (pair, trace) => {
        const line = writeTraceLine({ ...pair, trace, rule });
        if (trace.decision.status === 'missing') undecided++;
        // One after the other: a line is never written into another.
        last = last.then(() => file.appendFile(`${line}\n`));
        shown.update(++done, all.length, failed);
        return last;
      },
      (pair, error) => {
        failed++;
        shown.say(`case ${pair.case.id}, rollout ${pair.rollout}: ${error.message}`);
      },
      signal,
    );
  } finally {
    await last;
    await file.close();
    shown.end();
    await engine.dispose();
  }
  const decided =
    undecided > 0 ? ` ${undecided} of the new ones have no decision: check --rule.` : '';
  say(`${done} of ${all.length} traces in ${out}.${decided}`);
  if (failed > 0) say(`${failed} failed. Run the same command again to try them once more.`);
  return failed > 0 ? 1 : 0;
}

/**
 * Collects traces of cases from an OpenAI-compatible server into JSONL. What is already in the file is
 * skipped, so an interrupted run goes on where it stopped. Exit code 0 when all traces are there, 1 when some
 * failed, 2 for a mistake of the user's or the server's, 130 when interrupted.
 */
export async function run(argv: string[]): Promise<number> {
  const options = collectOptions(argv);
  const say = (text: string) => process.stderr.write(`${text}\n`);
  setMaxListeners(0);
  const { signal, release } = interruption();
  try {
    return await collect(options, signal, say);
  } catch (error) {
    if (signal.aborted) {
      say(`Stopped. What came is in ${options.out}; run the same command again to go on.`);
      return INTERRUPTED;
    }
    if (error instanceof EngineError) throw new UsageError(error.message);
    throw error;
  } finally {
    release();
  }
}
