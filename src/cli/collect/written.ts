import { existsSync } from 'node:fs';
import { open, truncate, type FileHandle } from 'node:fs/promises';
import { isTraceLine } from '../../formats/traceLine';
import type { DecisionRule } from '../../traces/rule';
import type { Provenance, Sampling } from '../../traces/trace';
import { UsageError } from '../usage';

/** What every line of one file has in common; a file of other traces is not added to. */
export type Common = {
  readonly provenance: Provenance;
  readonly sampling: Sampling;
  readonly rule: DecisionRule;
};

export const pairKey = (caseId: string, rollout: number): string =>
  JSON.stringify([caseId, rollout]);

type Line = Common & { readonly case: { readonly id: string }; readonly rollout: number };

function checkSame(line: Line, common: Common, where: string): void {
  const of = (
    { provenance, sampling: { mode, temperature, seed }, rule }: Common,
    rollout = 0,
  ) => ({
    model: provenance.model,
    server: provenance.backend,
    sampling: mode === 'greedy' ? 'greedy' : `temperature ${temperature}, seed ${seed - rollout}`,
    rule: `${rule.pattern} after “${rule.after}”`,
  });
  const there = of(line, line.rollout);
  const here = of(common);
  for (const name of Object.keys(here) as (keyof typeof here)[])
    if (there[name] !== here[name])
      throw new UsageError(
        `${where} has traces of another ${name} (${there[name]}, now ${here[name]}). Choose another --out, or the same settings.`,
      );
}

/** Pieces of a file between line ends, with the offset after each; the last may lack its end. */
async function* piecesOf(
  file: FileHandle,
): AsyncGenerator<{ text: string; end: number; whole: boolean }> {
  let rest = Buffer.alloc(0);
  let end = 0;
  for await (const chunk of file.createReadStream({ autoClose: false, start: 0 })) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      end += at + 1;
      yield { text: rest.toString('utf8', 0, at), end, whole: true };
      rest = rest.subarray(at + 1);
    }
  }
  if (rest.length > 0) yield { text: rest.toString('utf8'), end: end + rest.length, whole: false };
}

/**
 * The pairs of case and rollout that a file already holds. A last line that was cut off when the program
 * was ended is taken away; one that only lacks its end gets it. Throws UsageError for a file that
 * holds something else, or traces of another model, sampling or rule.
 */
export async function writtenPairs(
  out: string,
  common: Common,
): Promise<{ readonly pairs: ReadonlySet<string>; readonly repaired: boolean }> {
  const pairs = new Set<string>();
  if (!existsSync(out)) return { pairs, repaired: false };
  const file = await open(out, 'r+');
  let good = 0;
  let number = 0;
  let torn = false;
  try {
    for await (const { text, end, whole } of piecesOf(file)) {
      number++;
      const where = `line ${number} of ${out}`;
      if (text.trim() !== '') {
        let value: unknown = null;
        try {
          value = JSON.parse(text);
        } catch {
          if (whole) throw new UsageError(`${where} is not JSON. Choose another --out.`);
          torn = true;
          break;
        }
        if (!isTraceLine(value))
          throw new UsageError(`${where} is no trace. Choose another --out.`);
        const line = value as Line;
        checkSame(line, common, where);
        pairs.add(pairKey(line.case.id, line.rollout));
      }
      good = end;
      if (!whole) {
        torn = true;
        await file.write('\n', end);
        good = end + 1;
      }
    }
  } finally {
    await file.close();
  }
  if (torn) await truncate(out, good);
  return { pairs, repaired: torn };
}
