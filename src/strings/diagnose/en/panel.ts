import { numbersOf } from '../../numbers';

const { megabytes } = numbersOf('en');

export const PANEL = {
  tools: {
    label: 'Diagnostic tools',
    rollouts: {
      title: 'Rollouts',
      lead:
        'The same case reasoned about many times: how sure each rollout is of its decision, and how far they agree. The paper ' +
        'found 97.6–99.9 % of rollouts with p > .99, right or wrong: there is no calibrated rollout for RL to reinforce.',
    },
    swap: {
      title: 'Swap',
      lead:
        'Reasoning that argues for another option is put in front of the decision, and the model decides again. In the paper ' +
        '92–100 % of decisions flip and stay at p ≈ 1: the decision token is read off the reasoning and carries no confidence.',
    },
    trajectory: {
      title: 'Trajectory',
      lead:
        'The decision forced after every line of the reasoning shows where it forms, beside the posterior after the same evidence. ' +
        'By the paper’s account the decision token only extracts what the reasoning has concluded: here is the line that settles it.',
    },
    branch: {
      title: 'Branch',
      lead:
        'Take another token anywhere in the trace and let the model go on from there: does the decision follow the ' +
        'reasoning, and how little does it take? In the paper it does: with reasoning for another option in front, ' +
        '92–100 % of decisions flip, and stay as confident.',
    },
    'option-mass': {
      title: 'Option mass',
      lead:
        'What the whole vocabulary holds at the decision token, which strings count as an option, and what leaving the rest ' +
        'out does to the calibration error. In the paper 97.6–99.9 % of rollouts give the chosen token more than .99, so ' +
        'there is little left outside.',
    },
    posterior: {
      title: 'Posterior',
      lead:
        'Confidence against the true probability of the chosen option, known exactly on generated tasks. The paper has no ' +
        'such truth to compare with; it finds that after RLVR confidence hardly tells right from wrong (AUROC about 56 %).',
    },
  },
  what: 'Model and case',
  scrolls: (label: string) => `${label}, scrolls`,
  cancel: 'Cancel',
  stop: 'Stop',
  yes: 'yes',
  no: 'no',
  right: 'right',
  wrong: 'wrong',
  gold: 'gold',
  interval: (low: string, high: string) => `95 % interval ${low} – ${high}`,
  noDecisions: 'No decisions to show yet. Choose a shipped model, or run cases in Explore.',
  job: {
    loads: (model: string, bytes: number) =>
      `Loads ${model} first: ${megabytes(bytes)} of weights, and the runtime once. Everything then runs here, in your browser.`,
    units: { rollouts: 'rollouts', cases: 'cases', decisions: 'decisions', lines: 'lines' },
    label: (unit: string) => `Progress of ${unit}`,
    loading: 'Loading the model …',
    done: (done: number, total: number, unit: string) => `${done} of ${total} ${unit}`,
    stopped: ' · stopped, what is done is kept',
  },
  needsTrace: {
    branch: 'There is no trace of this case yet. Generate one to branch from it.',
    mass: 'There is no trace of this case yet. Generate one to see what the vocabulary holds at its decision token.',
    generate: 'Generate a trace',
    reasoning: (tokens: number) => `The model is reasoning: ${tokens} tokens so far.`,
  },
};
