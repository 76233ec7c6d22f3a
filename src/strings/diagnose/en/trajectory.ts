import { numbersOf } from '../../numbers';

const { probability } = numbersOf('en');

export const TRAJECTORY = {
  label: 'Trajectory',
  title: 'The decision, forced after each line of the reasoning',
  forms: 'When the decision forms',
  chart: 'Trajectory of the decision',
  unknown: 'The decision after the whole reasoning is not known.',
  summary: (formed: number, last: number, option: string, changes: number) => {
    const from = formed === 0 ? 'Before a line is read' : `From line ${formed} of ${last} on`;
    const often =
      changes === 0 ? 'never changes' : `changes ${changes === 1 ? 'once' : `${changes} times`}`;
    return `${from} the decision is ${option}. Forced after each line, it ${often} on the way.`;
  },
  drawn: (option: string) =>
    ` The trace itself decided for ${option}: it was drawn against the odds.`,
  before: 'Before the first line',
  line: (step: number, last: number, text: string) => `Line ${step} of ${last}, “${text}”`,
  undecided: ': no decision.',
  decides: (option: string, p: number) => `: decides for ${option} at ${probability(p)}`,
  posterior: (p: number) => `; the posterior gives it ${probability(p)}.`,
  reason: 'Reason greedily, then force the decision at each line',
  force: 'Force the decision at each line of the shown trace',
  origin: (n: number) => ` · n = ${n} forced decisions of one trace`,
  empty:
    'No trajectory of this trace yet. The button closes the reasoning after each of its lines and asks for the decision there.',
  table: {
    summary: 'Trajectory as a table',
    region: 'Trajectory, numbers',
    line: 'line of reasoning',
    decides: 'decides',
    posterior: (option: string) => `posterior ${option}`,
    first: 'before any',
  },
};
