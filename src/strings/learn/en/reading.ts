import { numbersOf } from '../../numbers';
import type { Estimate } from '../facts';
import type { StepTexts } from '../shape';

const { percent, percentFigure, points, factor, probability } = numbersOf('en');

export const range = ({ low, high }: Pick<Estimate, 'low' | 'high'>) =>
  `95 % interval ${percentFigure(low)} to ${percent(high)}`;
export const gap = (difference: number) => points(Math.abs(difference)).replace('+', '');

/** The first steps: how to read confidence, diagram, ECE and the two sliders. */
export const READING: Pick<StepTexts, 'confidence' | 'diagram' | 'ece' | 'scaling'> = {
  confidence: {
    title: 'What confidence is',
    text: [
      'Beside this text a small language model works through a case: it reasons, then states its decision after “Answer:”. That token is lit: the decision token.',
      'There the model gives every option a probability p; below the trace each has a bar. Confidence is the p of the chosen option, where all options together make 100 %.',
      'Confidence is a claim. Of the decisions made with 80 % confidence, 80 % should be right; a model that keeps this at every confidence is calibrated.',
    ],
    look: 'Walk through some cases with the arrow buttons above the trace. Compare the decision with the gold option, which is the right one, and the bars with the black ticks: the true probabilities (posterior), known here because the cases are made up by a program.',
    question: 'Over all cases of this task, which share of the model’s decisions is right?',
    choices: {},
    reveal: ({ arm, wrong }) => [
      `${percent(arm.accuracy.value)} of ${arm.n} decisions are right (${range(arm.accuracy)}). The mean confidence is ${percent(arm.meanConfidence.value)}.`,
      ...(wrong === null
        ? []
        : [
            `Case ${wrong.index}, which you see now, is one of the wrong ones: decided with ${percent(wrong.confidence)} confidence.`,
          ]),
    ],
    lesson: ({ outcome, arm }) => {
      const by = gap(arm.meanConfidence.value - arm.accuracy.value);
      if (outcome === 'above')
        return `The claim is not kept. The model claims ${by} points more than comes true: it is overconfident.`;
      if (outcome === 'below')
        return `The claim is more than kept. The model claims ${by} points less than comes true: it is underconfident.`;
      return 'On average the claim is kept here. An average can hide errors in both directions, so look closer: the next step does.';
    },
  },
  diagram: {
    title: 'The reliability diagram',
    text: [
      'The diagram puts decisions of similar confidence into bins. Each mark is one bin: its place from left to right is what was claimed (mean confidence), its height is what came true (accuracy).',
      'On the dashed diagonal, claim and outcome agree. Below it the model claims too much, above it too little. The shaded gap is how much; the thin bar is the 95 % interval of the accuracy, since a bin holds few decisions.',
      'This is another model than before, fine-tuned so that its confidence means something. How, is a later step.',
    ],
    look: null,
    question:
      'Read the diagram: in the bin furthest to the right, which share of the decisions is right?',
    choices: {},
    reveal: ({ bin, n, filled }) => [
      `That bin, one of ${filled}, holds ${bin.count} of the ${n} decisions. Claimed: ${percent(bin.confidence)}. Came true: ${percent(bin.accuracy)} (${range(bin)}).`,
      `So the gap of this bin is ${gap(bin.confidence - bin.accuracy)} points. Its cases are listed below the diagram.`,
    ],
    lesson: ({ outcome }) =>
      ({
        within:
          'The interval contains the claim: so large a gap comes about by chance with so few decisions. It is no evidence against the model.',
        below:
          'Even the upper end of the interval lies below the claim: in this bin the model is overconfident, and chance is a poor excuse.',
        above:
          'Even the lower end of the interval lies above the claim: in this bin the model is underconfident, and chance is a poor excuse.',
      })[outcome],
  },
  ece: {
    title: 'ECE, and how it misleads',
    text: [
      'The expected calibration error (ECE) makes one number of the diagram: the mean gap, where every bin counts by its share of the decisions. Zero would be perfect.',
      'But it is measured on some number of decisions, in some number of bins. Both leave their mark on it.',
    ],
    look: 'The number is above the diagram. “Bins as a table” below the diagram lets you change the bins.',
    question:
      'Take a perfectly calibrated model with confidences like these, and only 50 decisions in 15 bins. Which ECE would you measure, on average?',
    choices: {},
    reveal: ({ sizes, bins, ties, arm }) => {
      const [first, last] = [sizes[0]!, sizes.at(-1)!];
      const values = bins.map(({ ece }) => ece);
      return [
        `Sample size. Simulated just now: with ${first.n} decisions a calibrated model shows an ECE of ${percent(first.mean)} on average, and more than ${percent(first.upper)} one time in twenty. With ${last.n} decisions it still shows ${percent(last.mean)}. This is the null ECE that stands beside every ECE.`,
        `Bins. The same ${arm.n} decisions have an ECE between ${percent(Math.min(...values))} and ${percent(Math.max(...values))}, depending on whether they are put into ${bins[0]!.bins} or ${bins.at(-1)!.bins} bins or something between.`,
        ...(ties === null
          ? []
          : [
              `Ties. Isotonic regression, a calibrator, leaves ${ties.distinct} different confidences for ${ties.n} decisions. Bins that keep equal confidences together give an ECE of ${percent(ties.together)}. A program that cuts through them gives ${percent(ties.inFile)} in the order of our file, and ${percent(ties.sorted)} had the file been sorted by outcome.`,
            ]),
      ];
    },
    lesson: ({ sizes, arm }) =>
      arm.ece.value > sizes.at(-1)!.upper
        ? `An ECE says little without n, bins and null. This model’s, ${percent(arm.ece.value)}, is above what a calibrated model would show at its n in nineteen of twenty samples: some of it is real.`
        : `An ECE says little without n, bins and null. This model’s, ${percent(arm.ece.value)}, is no more than a calibrated model may well show at its n.`,
  },
  scaling: {
    title: 'Temperature against decision-token scale',
    text: [
      'Under every probability lies a logit z. Temperature T divides all logits of the trace: more temperature, less certainty, at every token. The decision-token scale α multiplies the logits of the decision token and no others.',
      'What reaches the decision is α·z/T. Neither slider changes which option comes first, so accuracy stays what it is.',
    ],
    look: 'Move both sliders and watch diagram and trace: which of the two recolours the reasoning?',
    question: 'Set T = 4 and α = 4. Compared with T = 1 and α = 1, the ECE is then …',
    choices: { smaller: 'smaller', same: 'the same', larger: 'larger' },
    reveal: ({ settings, fitted, n }) => [
      `${settings
        .map(
          ({ temperature, scale, ece }) =>
            `T = ${factor(temperature)}, α = ${factor(scale)}: ECE ${percent(ece)}`,
        )
        .join('. ')} (n = ${n}). Accuracy is ${percent(settings[0]!.accuracy)} at all of them.`,
      ...(fitted === null
        ? []
        : [
            `The temperature that suits one half of the cases best is ${factor(fitted.temperature)}. On the other ${fitted.n} it brings the ECE from ${percent(fitted.before)} to ${percent(fitted.after)}. The AUROC, the chance that a right decision has more confidence than a wrong one, goes from ${probability(fitted.aurocBefore)} to ${probability(fitted.aurocAfter)}; a coin has .500.`,
          ]),
    ],
    lesson: ({ truth }) =>
      truth.kind === 'choice' && truth.value === 'same'
        ? 'Only the ratio α/T reaches the decision; T also recolours the reasoning, α does not. And one factor shifts all claims together: it can make them true on average, but it does not tell right decisions from wrong ones.'
        : 'Here the ECE moved although α/T did not: these tables contradict the rule, so treat their numbers with care.',
  },
};
