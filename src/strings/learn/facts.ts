/**
 * What the texts of the course are told: numbers of the shipped tables and what they say of the lesson. Shares are in
 * [0, 1], intervals 95 %.
 */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number };

/** What the right answer is. `low`, `high`: how far chance reaches. */
export type Truth =
  ({ readonly kind: 'share' } & Estimate) | { readonly kind: 'choice'; readonly value: string };

/** One arm on one task. */
export type ArmFigures = {
  readonly arm: string;
  readonly task: string;
  readonly n: number;
  /** Number of options. */
  readonly k: number;
  readonly accuracy: Estimate;
  readonly ece: Estimate;
  readonly meanConfidence: Estimate;
  /** ECE that a calibrated model with these confidences would show at this n, on average. */
  readonly nullEce: number;
  /** Share of decisions with confidence above .99. */
  readonly certain: number;
  /** NaN where there is nothing to rank. */
  readonly auroc: number;
};

type Base = { readonly truth: Truth };

/** `wrong`: number of a case that is wrong though certain, counted from 1; null for none among the shipped traces. */
export type ConfidenceFacts = Base & {
  readonly arm: ArmFigures;
  readonly outcome: 'above' | 'below' | 'kept';
  readonly wrong: { readonly index: number; readonly confidence: number } | null;
};

export type DiagramFacts = Base & {
  readonly bin: {
    readonly index: number;
    readonly count: number;
    readonly confidence: number;
    readonly accuracy: number;
    readonly low: number;
    readonly high: number;
  };
  readonly filled: number;
  readonly n: number;
  readonly outcome: 'above' | 'below' | 'within';
};

/** `sizes`: ECE of a calibrated model at n decisions, its mean and 95 % quantile. */
export type EceFacts = Base & {
  readonly arm: ArmFigures;
  readonly sizes: readonly { readonly n: number; readonly mean: number; readonly upper: number }[];
  readonly bins: readonly { readonly bins: number; readonly ece: number }[];
  /** ECE of confidences that repeat: kept together, or split in the order of the file, or of one sorted by outcome. Null where none was fitted. */
  readonly ties: {
    readonly n: number;
    readonly distinct: number;
    readonly together: number;
    readonly inFile: number;
    readonly sorted: number;
  } | null;
};

/** A temperature fitted to one half of the cases, and the other half before and after it. */
export type Fitted = {
  readonly temperature: number;
  readonly n: number;
  readonly accuracy: number;
  readonly confidenceBefore: number;
  readonly confidenceAfter: number;
  /** ECE. */
  readonly before: number;
  readonly after: number;
  /** ECE that a calibrated model with the confidences after it would show on average. */
  readonly nullAfter: number;
  readonly aurocBefore: number;
  readonly aurocAfter: number;
};

export type ScalingFacts = Base & {
  readonly n: number;
  readonly settings: readonly {
    readonly temperature: number;
    readonly scale: number;
    readonly ece: number;
    readonly accuracy: number;
    readonly meanConfidence: number;
  }[];
  /** Null where no temperature could be fitted. */
  readonly fitted: Fitted | null;
};

/** Second arm less first, over the cases that both decided. */
export type Change = Estimate & { readonly n: number };

export type RlvrFacts = Base & {
  readonly base: ArmFigures;
  readonly rlvr: ArmFigures;
  readonly accuracy: Change;
  readonly confidence: Change;
  readonly holds: boolean;
};

export type SwapFacts = Base & {
  /** `study`: figures of the study; `here`: swaps done in this browser. */
  readonly source: 'study' | 'here';
  readonly rate: Estimate;
  /** Median confidence after the swap. */
  readonly median: number;
  /** Swaps done here; seeds of the study. */
  readonly n: number;
};

export type RepairFacts = Base & {
  readonly arms: readonly ArmFigures[];
  readonly rlvr: ArmFigures;
  readonly repaired: ArmFigures;
  readonly paper: ArmFigures;
  readonly ece: Change;
  readonly accuracy: Change;
  /** Where the paper's target would settle at this accuracy: π + (1 − π)/K. */
  readonly settles: number;
};

export type ShiftFacts = Base & {
  readonly arms: readonly {
    readonly inside: ArmFigures;
    readonly shifted: ArmFigures;
    readonly ece: Estimate;
  }[];
  readonly repaired: {
    readonly inside: ArmFigures;
    readonly shifted: ArmFigures;
    readonly ece: Estimate;
  };
};

export type DeferralFacts = Base & {
  readonly arms: readonly (ArmFigures & {
    /** Accuracy of the half with the most confidence. */
    readonly half: Estimate & { readonly n: number };
  })[];
  readonly repaired: ArmFigures & { readonly half: Estimate & { readonly n: number } };
  readonly rlvr: ArmFigures & { readonly half: Estimate & { readonly n: number } };
  /** Half of `repaired` less all of it, within chance or not. */
  readonly outcome: 'helps' | 'unclear' | 'harms';
};

export type WhyFacts = Base & {
  readonly base: ArmFigures;
  readonly rlvr: ArmFigures;
  readonly ece: Change;
  readonly accuracy: Change;
  readonly confidence: Change;
  readonly auroc: number;
  readonly fell: boolean;
  /** Of RLVR; null where no temperature could be fitted. */
  readonly fitted: Fitted | null;
};

/** The facts of each step. */
export type Facts = {
  readonly confidence: ConfidenceFacts;
  readonly diagram: DiagramFacts;
  readonly ece: EceFacts;
  readonly scaling: ScalingFacts;
  readonly rlvr: RlvrFacts;
  readonly swap: SwapFacts;
  readonly repair: RepairFacts;
  readonly shift: ShiftFacts;
  readonly deferral: DeferralFacts;
  readonly why: WhyFacts;
};

/** The choices of the steps that ask for one. */
export type Choices = {
  readonly scaling: 'smaller' | 'same' | 'larger';
  readonly rlvr: 'fell' | 'stayed' | 'rose';
  readonly swap: 'follows' | 'doubts' | 'stays';
  readonly shift: 'fell' | 'unclear' | 'grew';
  readonly why: 'confidence' | 'accuracy' | 'knows' | 'not';
};

export type CourseStep = keyof Facts;
export type ChoiceOf<Name extends CourseStep> = Name extends keyof Choices ? Choices[Name] : never;
