import type { TrackingTask } from './tracking';

/** Who has the parcel after some swaps, not all of them certain. */
export const COURIER: TrackingTask = {
  name: 'courier',
  title: 'Courier (4 options, state tracking)',
  people: ['Ann', 'Ben', 'Carol', 'Dan'],
  fullNames: ['Anna', 'Benjamin', 'Caroline', 'Daniel'],
  kinds: [
    { words: 'swapped bags', p: 1 },
    { words: 'probably swapped bags', p: 0.8 },
    { words: 'may have swapped bags', p: 0.6, misread: 'stayed' },
    { words: 'talked about swapping bags', p: 0.35, misread: 'swapped' },
    { words: 'refused to swap bags', p: 0.05 },
  ],
  steps: [3, 5],
};

/** The same stories, longer than any that fine-tuning sees. */
export const COURIER_LONG: TrackingTask = {
  ...COURIER,
  name: 'marathon',
  title: 'Marathon (4 options, shift of courier: longer stories)',
  steps: [6, 8],
};
