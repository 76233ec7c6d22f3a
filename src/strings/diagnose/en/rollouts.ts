import { numbersOf } from '../../numbers';

const { percent, probability } = numbersOf('en');

type Interval = { readonly low: number; readonly high: number };

export const ROLLOUTS = {
  count: 'Rollouts',
  run: (n: number, t: string) => `Sample ${n} rollouts at T = ${t}`,
  origin: (t: string, seed: number, n: number) => ` · sampled at T = ${t}, seed ${seed} · n = ${n}`,
  empty:
    'No rollouts of this case yet. The button samples them: the same case, reasoned about anew each time.',
  confidence: {
    label: 'Confidence of the rollouts',
    title: 'How sure each rollout is of its decision',
    count: (certain: number, n: number) => `${certain} of ${n}`,
    certain: (share: number) => `have p > .99: ${percent(share)}`,
    undecided: (n: number) => ` · ${n} without a decision, left out`,
    histogram: 'Histogram of p(decision token)',
    axis: 'p(decision token), renormalised over the options',
    decided: 'decided',
    summary: (certain: number, n: number, share: number, { low, high }: Interval, groups: string) =>
      `${certain} of ${n} rollouts have p(decision token) above .99: ${percent(share)}, ` +
      `95 % interval ${percent(low)} to ${percent(high)}. ${groups}`,
  },
  agreement: {
    label: 'Agreement',
    title: 'Agreement, token confidence and posterior',
    chart: 'Agreement by option',
    undecided: 'No rollout decided.',
    majority: (option: string, count: number, decided: number, confidence: number) =>
      `Most rollouts decide for ${option}: ${count} of ${decided}. Those are ${probability(confidence)} sure of it`,
    posterior: (p: number) =>
      `; given the case alone it is right with probability ${probability(p)}.`,
    share: (share: number, { low, high }: Interval, n: number) =>
      `Agreement ${percent(share)}, 95 % interval ${percent(low)} – ${percent(high)}, n = ${n}`,
    marks: {
      share: 'share of the rollouts, 95 % interval',
      confidence: 'mean p(decision token) of those rollouts',
      posterior: 'posterior',
    },
  },
  list: {
    label: 'Rollouts',
    title: 'Each rollout',
    note: 'one opens its trace; dashed: wrong',
    open: 'Open a rollout',
    decided: (i: number, option: string, p: string, verdict: string | null) =>
      `Rollout ${i}: ${option}, p ${p}${verdict === null ? '' : `, ${verdict}`}`,
    undecided: (i: number) => `Rollout ${i}: no decision`,
  },
  tables: {
    title: 'Rollouts as tables',
    agreement: 'Agreement, numbers',
    histogram: 'Histogram, numbers',
    option: 'option',
    rollouts: 'rollouts',
    share: 'share %',
    interval: '95 % interval',
    mean: 'mean p',
    posterior: 'posterior',
    of: (count: number, n: number) => `${count} of ${n}`,
    p: 'p(decision token)',
  },
};
