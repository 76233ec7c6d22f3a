import { numbersOf } from '../../numbers';
import type { Estimate } from '../facts';
import type { StepTexts } from '../shape';
import { range } from './reading';

const { percent, points, probability, factor } = numbersOf('en');

const changed = ({ value, low, high }: Estimate) =>
  `${points(value)} points (95 % interval ${points(low)} to ${points(high)})`;

/** Where confidence is used, and the last question. */
export const USE: Pick<StepTexts, 'shift' | 'deferral' | 'why'> = {
  shift: {
    title: 'Under shift',
    text: [
      'So far the cases came from a task that fine-tuning had seen: illnesses in a clinic. The garage has the same kind of evidence, but other symptoms, other faults and other odds; no arm was fine-tuned on it.',
      'Calibration is a promise about cases like those seen. Does it hold for others?',
    ],
    look: 'You see the arm with the proper target in the clinic. Note its ECE.',
    question: 'In the garage, what happens to the ECE of this arm?',
    choices: {
      fell: 'It falls, beyond chance',
      unclear: 'No change beyond chance',
      grew: 'It grows, beyond chance',
    },
    reveal: ({ repaired }) => [
      `The ECE goes from ${percent(repaired.inside.ece.value)} in the clinic (n = ${repaired.inside.n}) to ${percent(repaired.shifted.ece.value)} in the garage (n = ${repaired.shifted.n}): ${changed(repaired.ece)}. The two splits hold different cases, so chance enters twice.`,
      `Accuracy goes from ${percent(repaired.inside.accuracy.value)} to ${percent(repaired.shifted.accuracy.value)}, mean confidence from ${percent(repaired.inside.meanConfidence.value)} to ${percent(repaired.shifted.meanConfidence.value)}.`,
    ],
    lesson: ({ truth }) => {
      const value = truth.kind === 'choice' ? truth.value : '';
      if (value === 'grew')
        return 'What was learned in one place is worth less in another. A calibration is only as good as the likeness of the cases: measure it again where it is used.';
      if (value === 'fell')
        return 'Here the ECE is smaller under shift. That may be luck of accuracy and confidence meeting: look at both, and measure again where the model is used.';
      return 'On these cases the ECE survives the shift. One shift is no proof for the next: measure it again where the model is used.';
    },
  },
  deferral: {
    title: 'Deferral',
    text: [
      'What is confidence good for? Answer where it is high, and defer the rest, to a person or a larger model.',
      'Then the order counts: are the decisions with less confidence more often wrong? Calibration asks whether the numbers are true, deferral whether their order is.',
    ],
    look: 'Do the marks rise from left to right? Above the diagram stands the accuracy over all cases.',
    question:
      'Defer the half of the cases with the least confidence. Which share of the answered half is right?',
    choices: {},
    reveal: ({ repaired, rlvr }) => [
      `The more confident half, ${repaired.half.n} of ${repaired.n} cases, is right in ${percent(repaired.half.value)} (${range(repaired.half)}); all cases in ${percent(repaired.accuracy.value)}.`,
      `The same with RLVR: ${percent(rlvr.half.value)} of the half, ${percent(rlvr.accuracy.value)} of all. AUROC: ${probability(repaired.auroc)} against ${probability(rlvr.auroc)} for RLVR; .500 is no order at all.`,
    ],
    lesson: ({ outcome, repaired, rlvr }) => {
      const more = repaired.half.value > rlvr.half.value;
      const against = more
        ? ' The answered half is also more often right than that of RLVR.'
        : ' RLVR’s answered half is still at least as often right: it decides better to begin with. A small ECE is not yet a good selection.';
      if (outcome === 'helps')
        return `Deferring pays: the order carries information, if little where the AUROC is near .500.${against}`;
      if (outcome === 'harms')
        return `Deferring harms here: the order is worse than none.${against}`;
      return `Deferring gains nothing beyond chance here: claims that are true on average can still be in no useful order.${against}`;
    },
  },
  why: {
    title: 'Why ECE can fall without calibration',
    text: [
      'A last look at RLVR, on another task: moderation, with two options. You see the base model with its ECE, accuracy and mean confidence.',
      'You know by now what RLVR rewards and what it leaves alone. While all dots lie below the diagonal, the ECE is simply mean confidence less accuracy: it shrinks when either end moves toward the other.',
    ],
    look: null,
    question: 'What does RLVR do to the ECE here, and why?',
    choices: {
      confidence: 'It falls: confidence came down to meet accuracy',
      accuracy: 'It falls: accuracy rose toward a confidence that stayed',
      knows: 'It falls: the model now knows when it errs',
      not: 'It does not fall beyond chance',
    },
    reveal: ({ ece, accuracy, confidence, base, rlvr, fitted }) => [
      `The ECE changes by ${changed(ece)}, the accuracy by ${changed(accuracy)}, the mean confidence by ${changed(confidence)}, over the ${ece.n} cases that both decided.`,
      `The AUROC goes from ${probability(base.auroc)} to ${probability(rlvr.auroc)}: .500 means that confidence does not tell right from wrong.`,
      ...(fitted === null
        ? []
        : [
            `And recalibration, as in step 4? T = ${factor(fitted.temperature)}, fitted to one half of RLVR’s decisions, takes the mean confidence of the other half from ${percent(fitted.confidenceBefore)} to ${percent(fitted.confidenceAfter)} and the ECE from ${percent(fitted.before)} to ${percent(fitted.after)}. The AUROC: ${probability(fitted.aurocBefore)} before, ${probability(fitted.aurocAfter)} after.`,
          ]),
    ],
    lesson: ({ truth, rlvr, fitted }) => {
      const value = truth.kind === 'choice' ? truth.value : '';
      if (value === 'accuracy') {
        const training = `RLVR closed the gap from the side of the outcome: more decisions are right, none is claimed with more care; ${percent(rlvr.certain)} are still made with more than 99 % confidence. So the ECE fell because accuracy rose, and the model did not become calibrated: give it harder cases, and the gap is back.`;
        const lowered =
          fitted !== null &&
          fitted.after < fitted.before &&
          fitted.confidenceAfter < fitted.confidenceBefore;
        if (!lowered) return training;
        return `${training} Temperature closes it from the side of the claim: it lowers all claims alike, to about the accuracy. Neither makes confidence tell right from wrong any better${Math.abs(fitted.aurocAfter - 0.5) < 0.05 ? ', which is what the AUROC near .500 says' : ''}. So a smaller ECE is no proof that a model knows what it knows: ask which end moved, and whether the order means something.`;
      }
      if (value === 'confidence')
        return 'Here confidence moved further than accuracy: these tables show more than the usual finding, in which accuracy rises and confidence stays.';
      if (value === 'knows')
        return 'Here confidence has begun to tell right from wrong: these tables show more than the usual finding, in which accuracy rises and confidence stays.';
      return 'Here the ECE does not fall beyond chance. The usual finding is that it falls, only because accuracy rises: these tables do not show that.';
    },
  },
};
