import type { ChoiceOf, CourseStep, Facts } from './facts';

/** The text of a step: before the prediction, and what the computed facts say afterwards. */
export type StepText<Name extends CourseStep> = {
  readonly title: string;
  readonly text: readonly string[];
  /** What to try before the prediction; null for nothing. */
  readonly look: string | null;
  readonly question: string;
  readonly choices: Readonly<Record<ChoiceOf<Name>, string>>;
  readonly reveal: (facts: Facts[Name]) => readonly string[];
  /** What follows from these numbers; it depends on them. */
  readonly lesson: (facts: Facts[Name]) => string;
};

export type StepTexts = { readonly [Name in CourseStep]: StepText<Name> };
