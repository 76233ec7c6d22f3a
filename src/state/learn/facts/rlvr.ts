import type { RlvrFacts, WhyFacts } from '../../../strings/learn/facts';
import type { DecisionTable } from '../../../traces/decisionTable';
import { armFigures, change, side } from './arm';
import { fittedTemperature } from './fitted';

/** A mean confidence that moves by less has stayed. */
const STAYED = 0.01;
/** AUROC that has to be gained for “it knows when it errs”. */
const KNOWS = 0.1;

const moved = (by: number) => (by < -STAYED ? 'fell' : by > STAYED ? 'rose' : 'stayed');

/** What reinforcement on right decisions does to accuracy and to confidence. */
export function rlvrFacts(before: DecisionTable, after: DecisionTable): RlvrFacts {
  const [base, rlvr] = [armFigures(before), armFigures(after)];
  const changed = change(before, after);
  const [accuracy, confidence] = [changed('accuracy'), changed('meanConfidence')];
  return {
    truth: { kind: 'choice', value: moved(confidence.value) },
    base,
    rlvr,
    accuracy,
    confidence,
    holds: side(accuracy) === 'above' && rlvr.certain > 0.9,
  };
}

/**
 * Why the ECE changed: of a model that claims more than it keeps, the gap closes from below (accuracy) or from above
 * (confidence); telling right from wrong shows in the AUROC.
 */
export function whyFacts(before: DecisionTable, after: DecisionTable): WhyFacts {
  const [base, rlvr] = [armFigures(before), armFigures(after)];
  const changed = change(before, after);
  const [ece, accuracy, confidence] = [
    changed('ece'),
    changed('accuracy'),
    changed('meanConfidence'),
  ];
  const fell = side(ece) === 'below';
  const auroc = rlvr.auroc - base.auroc;
  const reason =
    auroc >= KNOWS ? 'knows' : accuracy.value > -confidence.value ? 'accuracy' : 'confidence';
  return {
    truth: { kind: 'choice', value: fell ? reason : 'not' },
    ...{ base, rlvr, ece, accuracy, confidence, auroc, fell },
    fitted: fittedTemperature(after),
  };
}
