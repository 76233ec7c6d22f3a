import type { Decision } from '../traces/decision';
import type { Provenance, Token, TokenAlternative, Trace } from '../traces/trace';
import { pruneAlternatives } from '../traces/prune';
import { readContainer, writeContainer } from './container';
import { FormatError } from './errors';
import { turn } from './turn';

/** Greedy traces as the page ships them: token texts once, numbers as columns. */
type Head = {
  readonly kind: 'traces';
  readonly provenance: Provenance;
  readonly texts: Readonly<Record<string, string>>;
  readonly traces: readonly {
    readonly caseId: string;
    readonly finish: Trace['finish'];
    readonly tokens: number;
    readonly decision: Decision;
  }[];
};

/** Log-probabilities as whole steps of 1/2048 below 0: off by 0.025 % of the probability at most, down to e^−31. */
const STEP = 2048;
const pack = (logprob: number) => Math.min(65535, Math.max(0, Math.round(-logprob * STEP)));
const unpack = (steps: number) => (steps === 0 ? 0 : -steps / STEP);

/** The normaliser of a step, from −64 to 192, as whole steps of 1/256: raw logits are shown to two digits. */
const packNormaliser = (value: number) =>
  Math.min(65535, Math.max(0, Math.round((value + 64) * 256)));
const unpackNormaliser = (steps: number) => steps / 256 - 64;

/** The traces of a shipped file by case id. Rejects with FormatError, naming `where`, on a damaged one. */
export async function readShippedTraces(
  bytes: Uint8Array,
  where: string,
): Promise<Map<string, Trace>> {
  const { head, columns } = await readContainer(bytes, where);
  await turn();
  const { kind, provenance, texts, traces } = head as Partial<Head>;
  const { ids, logprobs, logsumexps, counts, topIds, topLogprobs } = columns;
  if (kind !== 'traces' || provenance === undefined || texts === undefined || traces === undefined)
    throw new FormatError(`${where} is not a file of traces. Rebuild the page.`);
  const wanted = traces.reduce((sum, { tokens }) => sum + tokens, 0);
  const alternatives = Array.from(counts ?? [-1]).reduce((sum, count) => sum + count, 0);
  if (
    [ids, logprobs, logsumexps, counts].some((column) => column?.length !== wanted) ||
    [topIds, topLogprobs].some((column) => column?.length !== alternatives)
  )
    throw new FormatError(`${where}: columns of different lengths. The file is damaged; reload.`);
  let at = 0;
  let next = 0;
  const token = (): Token => {
    const top = Array.from({ length: counts![at]! }, (): TokenAlternative => {
      const id = topIds![next]!;
      return { id, text: texts[id] ?? '', logprob: unpack(topLogprobs![next++]!) };
    });
    const id = ids![at]!;
    const logprob = unpack(logprobs![at]!);
    return {
      id,
      text: texts[id] ?? '',
      logprob,
      logsumexp: unpackNormaliser(logsumexps![at++]!),
      top,
    };
  };
  return new Map(
    traces.map(({ caseId, finish, tokens, decision }) => [
      caseId,
      {
        id: `${caseId}/shipped`,
        caseId,
        provenance,
        sampling: { mode: 'greedy', temperature: 1, seed: 0 },
        tokens: Array.from({ length: tokens }, token),
        finish,
        decision,
      },
    ]),
  );
}

/** Packs traces for shipping, very unlikely alternatives pruned. */
export function writeShippedTraces(
  provenance: Provenance,
  traces: readonly Trace[],
): Promise<Uint8Array> {
  const pruned = traces.map((trace) => pruneAlternatives(trace));
  const tokens = pruned.flatMap((trace) => trace.tokens);
  const top = tokens.flatMap((token) => token.top);
  const head: Head = {
    kind: 'traces',
    provenance,
    texts: Object.fromEntries([...tokens, ...top].map(({ id, text }) => [id, text])),
    traces: pruned.map(({ caseId, finish, tokens: own, decision }) => ({
      caseId,
      finish,
      tokens: own.length,
      decision,
    })),
  };
  return writeContainer(head, {
    ids: Uint16Array.from(tokens, ({ id }) => id),
    logprobs: Uint16Array.from(tokens, ({ logprob }) => pack(logprob)),
    logsumexps: Uint16Array.from(tokens, ({ logsumexp }) => packNormaliser(logsumexp)),
    counts: Uint8Array.from(tokens, (token) => token.top.length),
    topIds: Uint16Array.from(top, ({ id }) => id),
    topLogprobs: Uint16Array.from(top, ({ logprob }) => pack(logprob)),
  });
}
