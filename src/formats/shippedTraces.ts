import type { Decision } from '../traces/decision';
import type { Provenance, Token, Trace } from '../traces/trace';
import { pruneAlternatives } from '../traces/prune';
import { FormatError } from './errors';

/** id, logprob, logsumexp, then pairs of alternative id and logprob, likeliest first. */
type PackedToken = readonly number[];

/** Greedy traces as the page ships them: token texts once, tokens as rows of numbers. */
export type ShippedTraces = {
  readonly version: 1;
  readonly provenance: Provenance;
  readonly texts: Readonly<Record<string, string>>;
  readonly traces: readonly {
    readonly caseId: string;
    readonly finish: Trace['finish'];
    readonly tokens: readonly PackedToken[];
    readonly decision: Decision;
  }[];
};

function unpackToken(packed: PackedToken, texts: ShippedTraces['texts']): Token {
  const [id = -1, logprob = NaN, logsumexp = NaN, ...rest] = packed;
  const top = Array.from({ length: rest.length / 2 }, (_, i) => ({
    id: rest[2 * i]!,
    text: texts[rest[2 * i]!] ?? '',
    logprob: rest[2 * i + 1]!,
  }));
  return { id, text: texts[id] ?? '', logprob, logsumexp, top };
}

/** The traces of a shipped file by case id. Throws FormatError, naming `where`, on a damaged one. */
export function readShippedTraces(value: unknown, where: string): Map<string, Trace> {
  const file = (value ?? {}) as Partial<ShippedTraces>;
  const { version, provenance, texts, traces } = file;
  if (version !== 1 || provenance === undefined || texts === undefined || traces === undefined)
    throw new FormatError(`${where} is not a file of traces of version 1. Rebuild the page.`);
  return new Map(
    traces.map((packed) => [
      packed.caseId,
      {
        id: `${packed.caseId}/shipped`,
        caseId: packed.caseId,
        provenance,
        sampling: { mode: 'greedy', temperature: 1, seed: 0 },
        tokens: packed.tokens.map((token) => unpackToken(token, texts)),
        finish: packed.finish,
        decision: packed.decision,
      },
    ]),
  );
}

/** Packs traces for shipping, very unlikely alternatives pruned. */
export function writeShippedTraces(
  provenance: Provenance,
  traces: readonly Trace[],
): ShippedTraces {
  const texts: Record<string, string> = {};
  const round = (value: number) => Number(value.toPrecision(5));
  const pack = (token: Token): number[] => {
    for (const { id, text } of [token, ...token.top]) texts[id] = text;
    const alternatives = token.top.flatMap(({ id, logprob }) => [id, round(logprob)]);
    return [token.id, round(token.logprob), round(token.logsumexp), ...alternatives];
  };
  return {
    version: 1,
    provenance,
    traces: traces
      .map((trace) => pruneAlternatives(trace))
      .map(({ caseId, finish, tokens, decision }) => ({
        caseId,
        finish,
        tokens: tokens.map(pack),
        decision,
      })),
    texts,
  };
}
