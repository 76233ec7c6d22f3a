/**
 * π = (K·p − 1)/(K − 1), not below 0: undoes the bias (1 − π)/K of training against “one-hot when
 * right, uniform when wrong”. Needs no labels. Source: the closed form of the paper target's
 * minimum.
 */
export type Barycentre = { name: 'barycentre'; fittedOn: 0 };

/** The corrected confidence of one row with `options` options; a single option stays certain. */
export function barycentreCorrection(confidence: number, options: number): number {
  if (options < 2) return confidence;
  return Math.max(0, (options * confidence - 1) / (options - 1));
}
