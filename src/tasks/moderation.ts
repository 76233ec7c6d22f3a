import type { EvidenceTask } from './evidence';

/** Two decisions on a reported post; weights in the order remove, keep. */
export const MODERATION: EvidenceTask = {
  name: 'moderation',
  title: 'Moderation (2 options)',
  opening: 'A reported post shows',
  question: 'What should the moderator do?',
  classes: ['remove', 'keep'],
  prior: [0.5, 0.5],
  cues: [4, 6],
  attributes: [
    [
      { phrase: 'an insult', weights: [5, 2] },
      { phrase: 'sharp criticism', weights: [2, 3], misread: 'remove' },
      { phrase: 'a polite tone', weights: [2, 4] },
    ],
    [
      { phrase: 'a new account', weights: [4, 2] },
      { phrase: 'an old account', weights: [2, 3] },
      { phrase: 'a verified account', weights: [2, 3] },
    ],
    [
      { phrase: 'a link to a shop', weights: [5, 2] },
      { phrase: 'a link to the news', weights: [2, 3] },
      { phrase: 'a shortened link', weights: [5, 3], misread: 'keep' },
    ],
    [
      { phrase: 'one report', weights: [2, 4] },
      { phrase: 'several reports', weights: [3, 3.5], misread: 'remove' },
      { phrase: 'many reports', weights: [5, 2] },
    ],
    [
      { phrase: 'a quoted source', weights: [1, 3] },
      { phrase: 'a made up number', weights: [4, 2] },
      { phrase: 'a personal story', weights: [2.5, 3], misread: 'remove' },
    ],
    [
      { phrase: 'a threat', weights: [6, 1] },
      { phrase: 'dark humour', weights: [2, 3], misread: 'remove' },
      { phrase: 'a friendly joke', weights: [1, 3] },
    ],
    [
      { phrase: 'a private address', weights: [5, 1] },
      { phrase: 'a public figure', weights: [2, 3], misread: 'remove' },
      { phrase: 'no names', weights: [3, 4] },
    ],
    [
      { phrase: 'an earlier warning', weights: [4, 2], misread: 'keep' },
      { phrase: 'an earlier ban', weights: [4, 1] },
      { phrase: 'a clean record', weights: [2, 5] },
    ],
  ],
};
