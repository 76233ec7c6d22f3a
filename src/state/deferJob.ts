import { aurcInterval, type AurcEstimate } from '../calibration/aurcInterval';
import { controlRisk, type RiskControl } from '../calibration/riskControl';
import type { Rows } from './deferral';

/** Areas under the risk–coverage curves of several arms. */
export type AreasRequest = { readonly kind: 'areas'; readonly arms: readonly Rows[] };

/** A threshold for a target risk, held with probability 1 − `delta`. */
export type RiskRequest = {
  readonly kind: 'risk';
  readonly choose: Rows;
  readonly risk: number;
  readonly delta: number;
};

/** The areas in the order of the request's arms, on the calling thread. */
export const areasOf = ({ arms }: AreasRequest): readonly AurcEstimate[] =>
  arms.map(({ confidence, correct }) => aurcInterval(confidence, correct));

/** See `controlRisk`; on the calling thread. */
export const riskControlOf = ({ choose, risk, delta }: RiskRequest): RiskControl =>
  controlRisk(choose.confidence, choose.correct, { risk, delta });
