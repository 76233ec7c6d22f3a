import type { EvidenceTask } from './evidence';

/** Four illnesses; weights in the order influenza, cold, allergy, measles. */
export const CLINIC: EvidenceTask = {
  name: 'clinic',
  title: 'Clinic (4 options)',
  opening: 'A patient has',
  question: 'Which illness is it?',
  classes: ['influenza', 'cold', 'allergy', 'measles'],
  prior: [0.3, 0.28, 0.22, 0.2],
  cues: [4, 6],
  attributes: [
    [
      { phrase: 'a high fever', weights: [5, 1, 1, 4] },
      { phrase: 'a mild fever', weights: [3, 3, 1, 3], misread: 'measles' },
      { phrase: 'a normal temperature', weights: [1, 3, 5, 1] },
    ],
    [
      { phrase: 'a dry cough', weights: [5, 2, 2, 4] },
      { phrase: 'a wet cough', weights: [2, 4, 1, 2], misread: 'influenza' },
      { phrase: 'no cough', weights: [1, 2, 5, 2] },
    ],
    [
      { phrase: 'a runny nose', weights: [2, 5, 4, 2], misread: 'allergy' },
      { phrase: 'a blocked nose', weights: [2, 4, 3, 1] },
      { phrase: 'a clear nose', weights: [4, 1, 2, 4] },
    ],
    [
      { phrase: 'itchy eyes', weights: [1, 1, 6, 2] },
      { phrase: 'red eyes', weights: [1, 1, 3, 5], misread: 'allergy' },
      { phrase: 'tired eyes', weights: [5, 4, 2, 2] },
    ],
    [
      { phrase: 'a spotted rash', weights: [1, 1, 2, 6] },
      { phrase: 'dry skin', weights: [2, 2, 4, 2], misread: 'measles' },
      { phrase: 'healthy skin', weights: [4, 5, 3, 1] },
    ],
    [
      { phrase: 'aching muscles', weights: [6, 2, 1, 3] },
      { phrase: 'a sore throat', weights: [3, 5, 1, 2], misread: 'influenza' },
      { phrase: 'no pain', weights: [1, 2, 5, 2] },
    ],
    [
      { phrase: 'a sudden onset', weights: [5, 1, 4, 2], misread: 'allergy' },
      { phrase: 'a slow onset', weights: [1, 5, 1, 3] },
      { phrase: 'a recent trip abroad', weights: [2, 2, 2, 5] },
    ],
    [
      { phrase: 'a sick child at home', weights: [3, 4, 1, 5], misread: 'cold' },
      { phrase: 'a new pet at home', weights: [2, 2, 6, 2] },
      { phrase: 'nobody sick at home', weights: [3, 2, 5, 2] },
    ],
  ],
};
