import type { Calibrator } from './calibrator';

const show = (value: number): string => String(Number(value.toPrecision(4)));

/** What a calibrator does, in one line for people. */
export function describeCalibrator(calibrator: Calibrator): string {
  const on =
    calibrator.fittedOn === 0 ? 'needs no labels' : `fitted on ${calibrator.fittedOn} decisions`;
  return `${formula(calibrator)} (${on})`;
}

function formula(calibrator: Calibrator): string {
  switch (calibrator.name) {
    case 'temperature':
      return `logits divided by T = ${show(calibrator.temperature)}`;
    case 'scale':
      return `decision logits multiplied by α = ${show(calibrator.scale)}`;
    case 'mixing':
      return `p → (1 − ε)·p + ε/K with ε = ${show(calibrator.epsilon)}`;
    case 'barycentre':
      return 'p → (K·p − 1)/(K − 1)';
    case 'platt':
      return `sigmoid(${show(calibrator.slope)}·logit(c) + ${show(calibrator.intercept)})`;
    case 'isotonic':
      return `non-decreasing line through ${calibrator.x.length} points`;
    case 'histogram':
      return `fraction right in each of ${calibrator.values.length} bins`;
    case 'beta':
      return `sigmoid(${show(calibrator.a)}·ln c − ${show(calibrator.b)}·ln(1 − c) + ${show(calibrator.intercept)})`;
    case 'scaling-binning':
      return `Platt scaling averaged in ${calibrator.values.length} bins`;
  }
}
