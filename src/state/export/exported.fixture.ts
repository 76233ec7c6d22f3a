import { decisionTable, type DecisionTable } from '../../traces/decisionTable';

const LOGITS = [
  [4, 1],
  [0.5, 2],
  [1, -Infinity],
  [3, 2.5],
];

/** Four decisions, three right, and one case without a decision. */
export function smallTable(model = 'rlvr'): DecisionTable {
  return decisionTable(
    { model, dtype: 'q8', backend: 'wasm' },
    'clinic',
    ['A', 'B'],
    [
      ...LOGITS.map((logits, i) => {
        const chosen = logits[0]! > logits[1]! ? 0 : 1;
        const decision = {
          status: 'found',
          tokenIndex: 0,
          chosen,
          logits,
          optionMass: 0.9,
        } as const;
        return { caseId: `clinic-7-${i}`, decision, gold: i === 3 ? 1 : chosen, posterior: null };
      }),
      {
        caseId: 'clinic-7-4',
        decision: { status: 'missing', reason: 'cut-off' },
        gold: 0,
        posterior: null,
      },
    ],
  );
}
