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
      'Beside this text, or below it on a phone, a small language model works through a case. It writes token by token, a token being a word or a part of one: first its reasoning, then its decision, a letter after “Answer:”. That letter is lit: the decision token. All that it wrote is called a trace.',
      'At the decision token the model gives every option a probability p: the bars below the trace, one an option. Confidence is the p of the chosen option, where all options together make 100 %.',
      'Confidence is a claim. Of the decisions made with 80 % confidence, 80 % should be right; a model that keeps this at every confidence is calibrated.',
    ],
    look: 'Walk through some cases with the arrow buttons above the trace. The option marked “gold” is the right one. The black ticks on the bars are the true probabilities (posterior) given what the case says, known here because a program makes up the cases. How often do bar and tick agree?',
    question: 'Over all cases of this task, which share of the model’s decisions is right?',
    choices: {},
    reveal: ({ arm, wrong }) => [
      `${percent(arm.accuracy.value)} of ${arm.n} decisions are right (${range(arm.accuracy)}: so far chance may reach with this many cases). The mean confidence is ${percent(arm.meanConfidence.value)}.`,
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
      'The diagram puts decisions of similar confidence into bins, equally many into each. Each dot is one bin: its place from left to right is what was claimed (mean confidence), its height is what came true (accuracy).',
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
              `Ties. A calibrator is a rule, learned afterwards, that puts other confidences in the place of a model’s. A common one, isotonic regression, leaves only ${ties.distinct} different confidences for ${ties.n} decisions. Bins that keep equal confidences together give an ECE of ${percent(ties.together)}. A program that cuts through them gives ${percent(ties.inFile)} in the order of our file, and ${percent(ties.sorted)} had the file been sorted by outcome.`,
            ]),
      ];
    },
    lesson: ({ sizes, arm }) =>
      arm.ece.value > sizes.at(-1)!.upper
        ? `An ECE says little without the number of decisions (n), the bins and the null ECE. This model’s, ${percent(arm.ece.value)}, is above what a calibrated model would show at its n in nineteen of twenty samples: some of it is real.`
        : `An ECE says little without the number of decisions (n), the bins and the null ECE. This model’s, ${percent(arm.ece.value)}, is no more than a calibrated model may well show at its n.`,
  },
  scaling: {
    title: 'Temperature against decision-token scale',
    text: [
      'A model first computes a number for every possible token, its logit z: the larger, the more probable. Temperature T divides all logits of the trace: more temperature, less certainty, at every token. The decision-token scale α multiplies the logits of the decision token and no others.',
      'What reaches the decision is α·z/T. Neither slider changes which option comes first, so accuracy stays what it is.',
      'In the trace, the bluer a token the less probable it was; an underlined one had less than one half.',
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
            `One may also choose a temperature afterwards, so that the claims fit. This is called recalibration; you see it now. To one half of the cases T = ${factor(fitted.temperature)} fits best. On the other ${fitted.n} it brings the mean confidence from ${percent(fitted.confidenceBefore)} to ${percent(fitted.confidenceAfter)}, near the accuracy of ${percent(fitted.accuracy)}, and the ECE from ${percent(fitted.before)} to ${percent(fitted.after)}; a calibrated model would show about ${percent(fitted.nullAfter)}.`,
            `Does the model now know better when it is right? Take a right and a wrong decision: the chance that the right one has more confidence is called AUROC; a coin has .500. It goes from ${probability(fitted.aurocBefore)} to ${probability(fitted.aurocAfter)}.`,
          ]),
    ],
    lesson: ({ truth, fitted }) =>
      truth.kind === 'choice' && truth.value === 'same'
        ? `Only the ratio α/T reaches the decision; T also recolours the reasoning, α does not. And recalibration by temperature lowers or raises all claims together, until the average claim meets the average outcome. So the ECE can fall while the order of the decisions stays nearly the same${fitted !== null && Math.abs(fitted.aurocAfter - 0.5) < 0.05 ? ': here confidence told nothing of right and wrong before, and it tells nothing now. Such claims are as true, and of as little use for a single case, as those of a forecaster who gives every day the average of the year' : ''}.`
        : 'Here the ECE moved although α/T did not: these tables contradict the rule, so treat their numbers with care.',
  },
};
