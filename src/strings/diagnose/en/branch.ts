import { numbersOf } from '../../numbers';

const { percent } = numbersOf('en');

export const BRANCH = {
  label: 'Branches',
  toolbar: {
    steps: 'Least certain steps',
    run: (n: number) =>
      `Branch at ${n === 1 ? 'the least certain step' : `the ${n} least certain steps}`}`,
    undo: 'Undo branch',
    redo: 'Redo branch',
    remove: 'Remove branch',
    keys: { undo: 'Ctrl + Z', redo: 'Ctrl + Shift + Z', remove: 'Delete, in the tree' },
  },
  growing: {
    one: (tokens: number) => `The model goes on: ${tokens} tokens so far.`,
    many: (done: number, total: number) => `${done} of ${total} branches have ended.`,
  },
  result: {
    label: 'Changes of the decision',
    changed: 'The decision changed in',
    of: (n: number) => `of ${n} branches`,
    share: (share: number, low: number, high: number) =>
      ` (${percent(share)}, 95 % interval ${percent(low)} – ${percent(high)})`,
    spoiled: (n: number) => `, ${n} of them from right to wrong`,
    mended: (n: number) => `, ${n} of them to the gold option`,
    undecided: (n: number) => ` ${n} more came to no decision.`,
    how: (root: boolean) =>
      `Each left the ${root ? 'original trace' : 'branch'} with the runner-up at one of its least certain steps before the decision token.`,
  },
  tree: {
    label: 'Tree of branches',
    root: 'original trace',
    at: (token: number) => `token ${token}`,
  },
  trace: {
    label: 'Selected branch',
    root: 'The original trace',
    selected: 'The selected branch',
    pick: 'Pick a token by click or with the arrow keys to see what else the model weighed there.',
    shared: (n: number) => ` The first ${n} tokens are those of the trace that it left.`,
    ends: { stop: '', length: ' Cut off at the token limit.', aborted: ' Stopped before its end.' },
    tokens: 'Tokens to branch at',
  },
  alternatives: {
    label: 'Alternatives',
    title: (token: number, t: string) => `Token ${token}: what the model weighed at T = ${t}`,
    table: 'Alternatives to go on with',
    taken: 'taken',
    goOn: 'Go on',
    goOnWith: (token: string) => `Go on with ${token}`,
    few: 'Of this trace only the likely alternatives are stored.',
    list: 'List ten',
    typed: 'Another token',
    submit: 'Go on with it',
    greedily: 'The model goes on greedily, as Decoding says.',
    sampled: (t: string) => `The model goes on sampled at T = ${t}, as Decoding says.`,
  },
  table: {
    summary: 'Branches as a table',
    original: 'original',
    greedily: 'greedily',
    sampled: 'sampled',
    columns: {
      branch: 'branch',
      of: 'of',
      at: 'at token',
      instead: 'instead of',
      took: 'took',
      drawn: 'drawn',
      decision: 'decision',
      confidence: 'confidence',
      verdict: 'verdict',
    },
  },
  missing: {
    'no-decision': 'no decision',
    'not-an-option': 'no option',
    'cut-off': 'cut off',
    'no-probability': 'no probability logged',
  },
};
