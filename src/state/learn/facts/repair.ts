import type { RepairFacts } from '../../../strings/learn/facts';
import type { DecisionTable } from '../../../traces/decisionTable';
import { armFigures, change } from './arm';

/** The calibration-aware arms against RLVR on the same cases. */
export function repairFacts(
  rlvr: DecisionTable,
  paper: DecisionTable,
  proper: DecisionTable,
): RepairFacts {
  const arms = [rlvr, paper, proper].map(armFigures);
  const [ofRlvr, ofPaper, repaired] = [arms[0]!, arms[1]!, arms[2]!];
  const changed = change(rlvr, proper);
  const right = ofPaper.accuracy.value;
  return {
    truth: { kind: 'share', ...repaired.ece },
    arms,
    rlvr: ofRlvr,
    paper: ofPaper,
    repaired,
    ece: changed('ece'),
    accuracy: changed('accuracy'),
    settles: right + (1 - right) / ofPaper.k,
  };
}
