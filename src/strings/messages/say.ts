/** An English sentence with holes `{0}`, `{1}` …, `{#0}` for a number, and what another language says in its place. */
export type Entry = readonly [english: string, other: string];

/** A sentence of the code, in another language. */
export type Say = (message: string) => string;

/** Longer ones hold something of somebody else’s, and matching costs time. */
const LONGEST = 1500;
const DEEPEST = 5;
const MOST_SENTENCES = 20;

type Pattern = {
  readonly regex: RegExp;
  readonly holes: readonly string[];
  readonly other: string;
};

function patternOf([english, other]: Entry): Pattern & { readonly literal: number } {
  const holes = [...english.matchAll(/\{#?(\d)\}/g)].map(([, hole]) => hole!);
  const parts = english.split(/\{#?\d\}/);
  const source = english
    .split(/(\{#?\d\})/)
    .map((part) =>
      /^\{#\d\}$/.test(part)
        ? '([\\d.,]+)'
        : /^\{\d\}$/.test(part)
          ? '(.*?)'
          : part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'),
    )
    .join('');
  return {
    regex: new RegExp(`^${source}$`, 's'),
    holes,
    other,
    literal: parts.join('').length,
  };
}

/**
 * Says what the entries know, a whole message or sentence by sentence, and what stands in the holes likewise. What they do
 * not know stays as it is: a name, a word of the browser’s. `number` writes one with a point or grouped thousands.
 */
export function createSay(entries: readonly Entry[], number: (english: string) => string): Say {
  // The most telling first: a hole takes anything.
  const patterns = entries.map(patternOf).sort((a, b) => b.literal - a.literal);

  const whole = (message: string, depth: number): string | null => {
    for (const { regex, holes, other } of patterns) {
      const match = regex.exec(message);
      if (match === null) continue;
      const filled = new Map(holes.map((hole, i) => [hole, say(match[i + 1]!, depth + 1)]));
      return other.replace(/\{#?(\d)\}/g, (_, hole: string) => filled.get(hole) ?? '');
    }
    return null;
  };

  const say = (message: string, depth: number): string => {
    if (/^[-−]?(\d*\.\d+|\d{1,3}(,\d{3})+)$/.test(message)) return number(message);
    if (depth > DEEPEST || !/\p{L}/u.test(message)) return message;
    const lead = /^\s+/.exec(message)?.[0] ?? '';
    if (lead !== '') return lead + say(message.slice(lead.length), depth);
    const said = whole(message, depth);
    if (said !== null) return said;
    const ends = [...message.matchAll(/[.!?:…”)]\s+/g)].map(({ index }) => index + 1);
    if (ends.length > MOST_SENTENCES) return message;
    for (const end of ends.toReversed()) {
      const first = whole(message.slice(0, end), depth);
      if (first !== null) return `${first} ${say(message.slice(end).trimStart(), depth)}`;
    }
    const [end] = ends;
    if (end === undefined)
      // In a hole: a list of names.
      return depth > 0 && message.includes(', ')
        ? message
            .split(', ')
            .map((item) => whole(item, depth) ?? item)
            .join(', ')
        : message;
    return `${message.slice(0, end)} ${say(message.slice(end).trimStart(), depth)}`;
  };

  return (message) => (message.length > LONGEST ? message : say(message, 0));
}
