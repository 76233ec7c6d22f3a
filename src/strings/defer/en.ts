import type { Forms } from '../numbers';

const TESTS: Forms = { one: 'test', other: 'tests' };

export const EN = {
  interval: '95 % interval',
  answeredPercent: 'answered %',
  threshold: 'threshold',
  choices: {
    model: 'Model',
    task: 'Task',
    asSet: 'as set in Explore.',
  },
  panel: {
    label: 'Decisions',
    lead:
      'Answer where the model is confident, defer where it is not. That works as far as confidence tells right from wrong: the ' +
      'paper found that under RLVR nearly every decision has p ≈ 1, right or wrong, so there is little to choose by, and that ' +
      'calibration-aware training gives a fallback something to go on.',
    unfitted: (why: string) =>
      `The calibrator cannot be fitted: ${why} The numbers are those without it.`,
    empty:
      'No decisions to show yet. If none arrive, open a model with a shipped table, or run some cases in Explore.',
  },
  control: {
    label: 'Threshold',
    title: (arm: string) => `Threshold: ${arm}`,
    slider: 'Answer where confidence is at least',
    told: (threshold: string, coverage: string) => `${threshold}, answers ${coverage}`,
    field: 'Threshold',
    allowed: '0 to 1',
    answered: 'answered',
    deferred: 'deferred',
    of: (n: number, share: string) => `of ${n} · ${share}`,
    right: (share: string) => `${share} right`,
    interval: (range: string) => `95 % interval ${range}`,
  },
  curves: {
    label: 'Risk and coverage',
    heading: 'Risk by coverage: what is wrong among the most confident answers',
    title: 'Risk–coverage curves',
    summary: (threshold: string, arms: string) => `At threshold ${threshold}: ${arms}`,
    nothing: (arm: string) => `${arm} answers nothing.`,
    answers: (arm: string, coverage: string, risk: string) =>
      `${arm} answers ${coverage} with ${risk} wrong.`,
    x: 'answered, %',
    y: 'wrong among them, %',
    note: (fewest: number) =>
      'A falling line to the left means that confidence ranks: what is deferred is what is wrong. A marker is the threshold’s ' +
      'point on each arm with its 95 % interval; a click sets the threshold of the current one. ' +
      `Drawn from ${fewest} answers on.`,
    asTable: 'The curves as a table',
    wrongOf: (arm: string) => `${arm}: wrong %`,
    table: 'Arms at the threshold',
    arm: 'arm',
    wrong: 'wrong among them %',
    excess: 'excess AURC',
    areas:
      'AURC: mean error rate over all coverages, 95 % interval from a bootstrap; excess: above a perfect ranking of equal ' +
      'accuracy, so it is about the ranking alone.',
  },
  fallback: {
    label: 'Fallback',
    heading: 'A fallback model as second stage',
    none: 'No other model decided these cases. Open a task with shipped tables to build a cascade.',
    choose: 'Deferred cases go to',
    option: (arm: string, accuracy: string) => `${arm} · ${accuracy} right`,
    status: 'Cascade',
    result: (range: string, sent: number, n: number, share: string, other: string) =>
      `right (95 % interval ${range}), with ${sent} of ${n} cases (${share}) sent on to ${other}.`,
    title: 'Accuracy of the cascade by the share sent on',
    summary: (arm: string, first: string, other: string, second: string) =>
      `From ${first} of ${arm} alone to ${second} of ${other} alone;`,
    summaryNow: (accuracy: string, share: string) => `${accuracy} with ${share} sent on.`,
    x: 'sent on, %',
    y: 'right, %',
    table: 'Cascade and each model alone',
    cascade: 'cascade',
    alone: (arm: string) => `${arm} alone`,
    right: 'right %',
    difference: 'cascade less this, points',
    paired: '95 % interval, paired',
    asTable: 'The cascade curve as a table',
    most: 'sent on at most %',
    both: (n: number) => `${n} cases that both models decided.`,
    bothBut: (n: number, alone: number, other: string) =>
      `${n} cases that both models decided; ${alone} that ${other} did not are left out.`,
  },
  target: {
    label: 'Target risk',
    heading: 'A threshold for a target risk, guaranteed',
    risk: 'Target risk, % wrong',
    riskAllowed: '0.1 to 90',
    certainty: 'Confidence 1 − δ, %',
    certaintyAllowed: '51 to 99.9',
    testing: 'Testing thresholds …',
    status: 'Threshold for the target risk',
    use: 'Use this threshold',
    promise: (arm: string, risk: string, certainty: string, n: number) =>
      `Where ${arm} answers new cases of this kind at this confidence or more, at most ${risk} of the answers are wrong. ` +
      `The procedure keeps such a promise with probability at least ${certainty} over the draw of the ${n} cases it chose on, ` +
      'for any model and without any assumption about its confidence; the cases must be independent and the new ones must ' +
      'come from where these came from.',
    judged: (answered: number, n: number, coverage: string, wrong: string) =>
      `On the other half it answers ${answered} of ${n} (${coverage}), ${wrong}.`,
    noneWrong: 'none of them, so nothing is known of its errors',
    wrong: (risk: string, range: string) => `${risk} of them wrong (95 % interval ${range})`,
    notFound: 'No threshold qualifies.',
    noDecisions:
      'There are no decisions to choose on. Run some cases, or open a model with a shipped table.',
    tooRisky: (arm: string, wrong: number, answered: number, certainty: string) =>
      `Even where ${arm} looked surest, ${wrong} of ${answered} answers were wrong: with ${certainty} confidence`,
    bound: (upper: string, risk: string) =>
      `that bounds the risk by ${upper} only, above the target of ${risk}. ` +
      'Allow a larger risk, use more cases, or a model whose confidence ranks its decisions.',
    tests: (n: number, counted: (n: number, forms: Forms) => string) =>
      `How it is chosen, and the ${n === 1 ? 'test' : counted(n, TESTS)}`,
    how: (ordering: number, testing: number) =>
      'Learn then Test (Angelopoulos, Bates, Candès, Jordan & Lei 2021, arXiv 2110.01052). Of the choosing half (seed 0), ' +
      `${ordering} decisions say where to start and give ever looser thresholds; the other ${testing} test one after the ` +
      'other, by the exact one-sided bound of Clopper and Pearson, until the first that may exceed the target. The last ' +
      'that passed is taken.',
    table: 'Tests of the target risk',
    answered: 'answered',
    wrongColumn: 'wrong',
    atMost: 'risk at most',
    passed: 'passed',
    yes: 'yes',
    no: 'no',
    some: 'The first test and the last seven.',
  },
  costs: {
    label: 'Costs',
    heading: 'What an error and a deferral cost',
    error: 'Cost of an error',
    deferral: 'Cost of a deferral',
    allowed: '0 or more, any unit',
    never:
      'A deferral costs as much as an error or more, so deferring never pays if confidence is calibrated.',
    pays: (deferral: string, error: string, theory: string) =>
      `If confidence is calibrated, deferring pays below 1 − ${deferral}/${error} = ${theory}. ` +
      'Where it is not, the cheapest threshold lies elsewhere.',
    title: 'Expected cost by threshold',
    summary: (now: string, calibrated: string, cheapest: string, n: number) =>
      `At the present threshold a case costs ${now}, at 1 − deferral/error ${calibrated}, at the cheapest of the choosing ` +
      `half ${cheapest}; ${n} cases.`,
    x: 'threshold (spaced by log-odds)',
    y: 'cost of a case',
    rules: { this: 'now', theory: 'if calibrated', best: 'cheapest' },
    names: {
      this: 'this threshold',
      theory: '1 − deferral/error',
      best: 'cheapest on the choosing half',
      all: 'answer everything',
      none: 'defer everything',
    },
    table: 'Expected costs',
    use: 'Use',
    useOf: (threshold: string) => `Use threshold ${threshold}`,
    asTable: 'The cost curve as a table',
    atLeast: 'answered at least %',
    note: (judged: number, chosen: number) =>
      `Costs on the ${judged} decisions of the judging half; the cheapest threshold was chosen on the other ${chosen}.`,
  },
};

export type DeferStrings = typeof EN;
