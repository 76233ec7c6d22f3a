import { numbersOf } from '../../numbers';

const { percent, probability } = numbersOf('en');

export const POSTERIOR = {
  unknown:
    'The true posterior of these cases is not known: it is for generated tasks only. Choose one of them under Task.',
  label: 'What the scatter shows',
  summary: (
    n: number,
    gridded: boolean,
    fit: { readonly absolute: number; readonly signed: number; readonly agrees: number },
  ) =>
    `${n} cases${gridded ? ', counted in a grid of 40 × 40 cells' : ', a mark each'}: confidence is ${probability(fit.absolute)} off the ` +
    `posterior of the chosen option in the mean, and ${fit.signed >= 0 ? 'above' : 'below'} it by ${probability(Math.abs(fit.signed))}. ` +
    `The model chose the option that the posterior favours in ${percent(fit.agrees)} of cases.`,
  caption: 'Confidence against posterior,',
  keys: 'Arrow keys walk the cases by confidence, Page keys faster; Enter or a click opens one.',
  point: (name: string, confidence: number, option: string, posterior: number, right: boolean) =>
    `${name}: confidence ${probability(confidence)} in ${option}, posterior ${probability(posterior)}, ${right ? 'right' : 'wrong'}`,
  pointCase: (number: number) => `case ${number}`,
  case: {
    label: 'Case of the scatter',
    name: (number: number) => `Case ${number}`,
    options: 'Options of the case',
    option: 'option',
    posterior: 'posterior',
    opened: 'It is the case on the bench; its trace stands beside.',
    open: 'Open this case and its trace',
  },
  fit: {
    label: 'Distance from the posterior',
    model: 'model',
    itself: 'posterior itself',
    accuracy: 'accuracy, %',
    ece: 'ECE, %',
    absolute: 'mean |confidence − posterior|',
    signed: 'mean confidence − posterior',
    correlation: 'correlation',
    kl: 'KL(posterior ‖ model), nats',
    note: (expected: number) =>
      `Nobody can be right more often than by deciding for the likeliest option: ${percent(expected)} expected on these cases. ` +
      'The ECE of the posterior is not 0 because n is finite: the floor for any model here.',
    intervals: (resamples: number) => ` 95 % bootstrap intervals, ${resamples} resamples.`,
    clipped: (n: number) => ` KL is clipped in ${n} terms where the model gave an option nothing.`,
  },
  options: {
    summary: 'All options as a table',
    label: 'All options',
    option: 'option',
    model: 'mean p',
    posterior: 'mean posterior',
    absolute: 'mean |p − posterior|',
    correlation: 'correlation',
  },
};
