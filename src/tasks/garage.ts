import type { EvidenceTask } from './evidence';

/** Shifted twin of the clinic: four faults of a car; weights in the order battery, brakes, engine, tyres. */
export const GARAGE: EvidenceTask = {
  name: 'garage',
  title: 'Garage (4 options, shift of clinic)',
  opening: 'A car has',
  question: 'Which part is at fault?',
  classes: ['battery', 'brakes', 'engine', 'tyres'],
  prior: [0.28, 0.24, 0.28, 0.2],
  cues: [4, 6],
  attributes: [
    [
      { phrase: 'a dim light', weights: [6, 1, 2, 1] },
      { phrase: 'a flickering light', weights: [5, 2, 3, 1], misread: 'engine' },
      { phrase: 'a bright light', weights: [1, 4, 3, 5] },
    ],
    [
      { phrase: 'a squealing noise', weights: [1, 5, 2, 3] },
      { phrase: 'a knocking noise', weights: [1, 2, 6, 2] },
      { phrase: 'a clicking noise', weights: [5, 2, 3, 1], misread: 'brakes' },
    ],
    [
      { phrase: 'a smell of rubber', weights: [1, 4, 1, 5], misread: 'brakes' },
      { phrase: 'a smell of oil', weights: [1, 2, 6, 1] },
      { phrase: 'no smell', weights: [5, 2, 2, 3] },
    ],
    [
      { phrase: 'a shaking wheel', weights: [1, 4, 2, 6] },
      { phrase: 'a stiff wheel', weights: [3, 2, 4, 3], misread: 'tyres' },
      { phrase: 'a steady wheel', weights: [5, 2, 3, 1] },
    ],
    [
      { phrase: 'a slow crank', weights: [6, 1, 3, 1] },
      { phrase: 'a rough idle', weights: [2, 1, 6, 1] },
      { phrase: 'a smooth idle', weights: [2, 4, 1, 5], misread: 'battery' },
    ],
    [
      { phrase: 'a long stop', weights: [1, 6, 1, 4] },
      { phrase: 'a pull to the left', weights: [1, 4, 1, 5], misread: 'brakes' },
      { phrase: 'a straight stop', weights: [5, 1, 5, 2] },
    ],
    [
      { phrase: 'trouble on cold mornings', weights: [6, 2, 3, 1], misread: 'engine' },
      { phrase: 'trouble on wet roads', weights: [1, 4, 1, 5] },
      { phrase: 'trouble on steep hills', weights: [1, 3, 5, 1] },
    ],
    [
      { phrase: 'a recent service', weights: [4, 2, 2, 3], misread: 'engine' },
      { phrase: 'an old service', weights: [2, 3, 4, 3] },
      { phrase: 'no service at all', weights: [2, 4, 5, 4] },
    ],
  ],
};
