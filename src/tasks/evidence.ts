/** What a cue says: its wording in the prompt and how likely each class shows it. */
export type Cue = {
  readonly phrase: string;
  /** Relative weight of this cue among those of its attribute, one number > 0 a class. */
  readonly weights: readonly number[];
  /** Class that most annotators wrongly take this cue for (a shared misconception), if any. */
  readonly misread?: string;
};

/** One thing that can be observed: exactly one of its cues is true of a case. */
export type Attribute = readonly Cue[];

/** Definition of an evidence task: hidden class → cues; the posterior follows by Bayes' rule. */
export type EvidenceTask = {
  readonly name: string;
  readonly title: string;
  /** Opening words of the prompt, before the list of cues. */
  readonly opening: string;
  readonly question: string;
  readonly classes: readonly string[];
  /** Prior of each class; sums to 1. */
  readonly prior: readonly number[];
  readonly attributes: readonly Attribute[];
  /** Fewest and most cues that a case lists. */
  readonly cues: readonly [number, number];
};

type Found = { readonly attribute: Attribute; readonly cue: Cue };

/** Sum of an attribute's weights for every class; computed once, an opening page samples thousands of cases. */
const totals = new WeakMap<Attribute, readonly number[]>();

function totalsOf(attribute: Attribute): readonly number[] {
  const known = totals.get(attribute);
  if (known !== undefined) return known;
  const sums = attribute[0]!.weights.map((_, k) =>
    attribute.reduce((sum, { weights }) => sum + weights[k]!, 0),
  );
  totals.set(attribute, sums);
  return sums;
}

/** P(cue | class) for every class: the cue's weight over the sum of its attribute's. */
export function likelihood(attribute: Attribute, cue: Cue): number[] {
  const sums = totalsOf(attribute);
  return cue.weights.map((weight, k) => weight / sums[k]!);
}

const byPhrase = new WeakMap<EvidenceTask, ReadonlyMap<string, Found>>();

/** The attribute and cue that a phrase of the prompt names, or null. */
export function findCue(task: EvidenceTask, phrase: string): Found | null {
  let found = byPhrase.get(task);
  if (found === undefined) {
    const cues = task.attributes.flatMap((attribute) =>
      attribute.map((cue) => ({ attribute, cue })),
    );
    // The first of a name, as a search would find it.
    found = new Map(cues.reverse().map((item) => [item.cue.phrase, item]));
    byPhrase.set(task, found);
  }
  return found.get(phrase) ?? null;
}

/**
 * Posterior of each class given the cues listed. Which attributes a case lists does not depend on
 * its class, so the unlisted ones cancel. Throws RangeError on a phrase the task does not know.
 */
export function classPosterior(task: EvidenceTask, phrases: readonly string[]): number[] {
  const joint = [...task.prior];
  for (const phrase of phrases) {
    const found = findCue(task, phrase);
    if (found === null) throw new RangeError(`${task.name} has no cue “${phrase}”`);
    likelihood(found.attribute, found.cue).forEach((p, k) => (joint[k]! *= p));
  }
  const total = joint.reduce((sum, p) => sum + p, 0);
  return joint.map((p) => p / total);
}
