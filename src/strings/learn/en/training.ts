import { numbersOf } from '../../numbers';
import type { Estimate } from '../facts';
import type { StepTexts } from '../shape';
import { range, gap } from './reading';

const { percent, percentFigure, points, probability, counted } = numbersOf('en');

const changed = ({ value, low, high }: Estimate) =>
  `${points(value)} points (95 % interval ${points(low)} to ${points(high)})`;
const clear = ({ low, high }: Estimate) => low > 0 || high < 0;

/** What training does to confidence, and the repair. */
export const TRAINING: Pick<StepTexts, 'rlvr' | 'swap' | 'repair'> = {
  rlvr: {
    title: 'What RLVR does',
    text: [
      'RLVR is reinforcement learning with verifiable rewards: the model samples many traces, and those that end in the right decision are made more likely. Nothing in the reward asks how confident the decision was.',
      'You see the base model, before this training. Models that differ only in how they were trained are called arms.',
    ],
    look: 'Note its accuracy, its mean confidence and where its marks lie.',
    question: 'What does RLVR do to the mean confidence?',
    choices: {
      fell: 'It falls, by more than a point',
      stayed: 'It stays, within a point',
      rose: 'It rises, by more than a point',
    },
    reveal: ({ base, rlvr, accuracy, confidence }) => [
      `Accuracy changes by ${changed(accuracy)}, mean confidence by ${changed(confidence)}, over the ${accuracy.n} cases that both decided.`,
      `Confidence is above 99 % in ${percent(base.certain)} of the decisions before and ${percent(rlvr.certain)} after.`,
      ...(rlvr.ece.high < base.ece.low
        ? [
            `The ECE, nevertheless, falls from ${percent(base.ece.value)} to ${percent(rlvr.ece.value)}. Keep that in mind: the last step asks why.`,
          ]
        : []),
    ],
    lesson: ({ holds, rlvr }) =>
      holds
        ? `The model decides better and is as certain as a model can be, whether right or wrong: its confidence has an AUROC of ${probability(rlvr.auroc)}, where .500 tells nothing. The reward pays a right decision whatever its confidence.`
        : 'The usual finding is more accuracy at a confidence near 100 %, right or wrong. These tables do not show both: read them rather than the rule.',
  },
  swap: {
    title: 'The decision is read off the reasoning',
    text: [
      'Where does the certainty come from? Take the model’s own reasoning away, put in one that argues for another option, and let the model decide again, on the same case.',
      'A decision that weighs the case should hesitate now, or resist.',
    ],
    look: 'Read one trace to its end: how plainly does the reasoning name an option before the decision?',
    question: 'What does the decision do after the swap?',
    choices: {
      follows: 'It follows the new reasoning, with more than 90 % confidence',
      doubts: 'It follows the new reasoning, with less confidence',
      stays: 'It mostly stays with the option of its own',
    },
    reveal: ({ source, rate, median, n }) => [
      source === 'here'
        ? `Swapped in this browser: after ${percent(rate.value)} of ${counted(n, { one: 'swap', other: 'swaps' })} (${range(rate)}) the decision is the option that was argued for. The median confidence is then ${probability(median)}.`
        : `In the study (${counted(n, { one: 'seed', other: 'seeds' })} of this arm, mean of three tasks) ${percent(rate.value)} of the decisions follow the reasoning put in (${range(rate)}). The median confidence is then ${probability(median)}. See it happen below, with the model in your browser.`,
    ],
    lesson: ({ truth }) => {
      const value = truth.kind === 'choice' ? truth.value : '';
      if (value === 'follows')
        return 'The decision token copies what the reasoning concludes. Its probability says how plainly the conclusion is written, not how likely it is to be right. Where it is never in doubt, rewards have no doubt to make more likely.';
      if (value === 'doubts')
        return 'Here the decision follows, but the swap costs it confidence: it is not a mere copy of the reasoning.';
      return 'Here the decision mostly resists: on these figures it is more than a copy of the reasoning.';
    },
  },
  repair: {
    title: 'The calibration-aware repair',
    text: [
      'Rewards can only make more likely what some traces already do. If none has an honest confidence, rewards cannot bring it about. Calibration-aware reinforcement learning therefore rewards the reasoning as before, but trains the decision token apart: it gives the probabilities there a target.',
      'The target of the paper that this course follows: where the decision is right, 100 % for the chosen option; where it is wrong, the same for each of the K options. So a wrong choice still gets 1/K. The “proper” target gives a wrong choice nothing.',
    ],
    look: 'You see RLVR. Note its ECE.',
    question: 'What is the ECE of the arm with the proper target, on the same cases?',
    choices: {},
    reveal: ({ ece, accuracy, paper, settles }) => [
      `From RLVR to the proper target the ECE changes by ${changed(ece)} and the accuracy by ${changed(accuracy)}, over the ${ece.n} cases that both decided.`,
      `The paper’s target, perfectly learned by an arm that is right in ${percent(paper.accuracy.value)}, would bring the mean confidence to ${percentFigure(paper.accuracy.value)} % + ${percentFigure(1 - paper.accuracy.value)} %/${paper.k} = ${percent(settles)}, above the accuracy. Measured: ${percent(paper.meanConfidence.value)}.`,
    ],
    lesson: ({ ece, accuracy, repaired }) => {
      const lean = repaired.meanConfidence.value - repaired.accuracy.value;
      const rest =
        repaired.ece.value > 2 * repaired.nullEce
          ? ` It is not calibrated yet: on average it claims ${gap(lean)} points ${lean > 0 ? 'too much' : 'too little'}, and its ECE is ${percentFigure(repaired.ece.value)} % where a calibrated model would show about ${percent(repaired.nullEce)}.`
          : '';
      const price = !clear(accuracy)
        ? 'without a clear change in accuracy'
        : accuracy.value < 0
          ? 'at a price in accuracy'
          : 'and accuracy rises too';
      if (!(ece.high < 0))
        return `Here the ECE does not clearly fall: these tables do not show the repair at work.${rest}`;
      return `Trained directly, the decision token learns to doubt: the ECE falls ${price}.${rest}`;
    },
  },
};
