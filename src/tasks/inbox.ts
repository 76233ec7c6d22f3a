import type { EvidenceTask } from './evidence';

/** Shifted twin of the moderation task: what to do with a message; weights in the order block, deliver. */
export const INBOX: EvidenceTask = {
  name: 'inbox',
  title: 'Inbox (2 options, shift of moderation)',
  opening: 'A message shows',
  question: 'What should the filter do?',
  classes: ['block', 'deliver'],
  prior: [0.45, 0.55],
  cues: [4, 6],
  attributes: [
    [
      { phrase: 'a known sender', weights: [1, 5] },
      { phrase: 'a similar sender', weights: [4, 2] },
      { phrase: 'an unknown sender', weights: [3, 2.5], misread: 'deliver' },
    ],
    [
      { phrase: 'an urgent subject', weights: [4, 2] },
      { phrase: 'an empty subject', weights: [2, 3], misread: 'block' },
      { phrase: 'a plain subject', weights: [2, 4] },
    ],
    [
      { phrase: 'an attached invoice', weights: [4, 2], misread: 'deliver' },
      { phrase: 'an attached photo', weights: [2, 3] },
      { phrase: 'no attachment', weights: [3, 4] },
    ],
    [
      { phrase: 'a promised prize', weights: [6, 1] },
      { phrase: 'a discount', weights: [3, 4], misread: 'block' },
      { phrase: 'a meeting time', weights: [1, 4] },
    ],
    [
      { phrase: 'many spelling errors', weights: [4, 2] },
      { phrase: 'one spelling error', weights: [2, 3], misread: 'block' },
      { phrase: 'perfect spelling', weights: [3, 4] },
    ],
    [
      { phrase: 'a request for a password', weights: [6, 1] },
      { phrase: 'a request for a reply', weights: [2, 4] },
      { phrase: 'no request', weights: [2, 3] },
    ],
    [
      { phrase: 'a hidden address', weights: [5, 2] },
      { phrase: 'a long list of readers', weights: [3, 3.5], misread: 'block' },
      { phrase: 'a single reader', weights: [2, 4] },
    ],
    [
      { phrase: 'an earlier complaint', weights: [4, 1] },
      { phrase: 'an earlier reply', weights: [1, 5] },
      { phrase: 'no earlier message', weights: [4, 2.5], misread: 'deliver' },
    ],
  ],
};
