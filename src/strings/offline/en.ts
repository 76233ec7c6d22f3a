import { numbersOf } from '../numbers';

const { megabytes, fixed } = numbersOf('en');

/** The list of what is stored on this machine. */
export const EN = {
  title: 'Offline',
  close: 'Close',
  page: {
    none: 'This page is not stored: the browser has no service workers here. They need https or localhost.',
    installing: 'The page is being stored …',
    ready: 'This page opens without a network, with everything that the list below calls stored.',
    failed:
      'The page could not be stored: the browser’s storage may be full, or a new version was just published. Reload to try again.',
  },
  storing: (item: string) => `Storing ${item}`,
  cancel: 'Cancel',
  keep: 'Keep offline',
  keepOf: (item: string) => `Keep offline: ${item}`,
  remove: 'Remove',
  removeOf: (item: string) => `Remove: ${item}`,
  caption: 'What can be stored here',
  columns: { what: 'What', size: 'Size', state: 'State', action: 'Action' },
  stored: 'stored',
  partly: (bytes: number) => `${megabytes(bytes)} stored`,
  missing: 'not stored',
  reading: 'Reading what is stored …',
  keepAll: (bytes: number) => `Keep everything (${megabytes(bytes)} more)`,
  space: {
    label: 'Storage',
    stored: (bytes: number) => `${megabytes(bytes)} stored. `,
    counted: (used: number, quota: number) =>
      `The browser counts ${megabytes(used)} of at most ${fixed(quota / 1e9, 1)} GB for this site. `,
    persisted: 'It will not clear this by itself.',
    clearable: 'It may clear this when the machine runs out of space.',
  },
  note: 'A trace needs one runtime and one model. Both are also stored when they are first used.',
};

export type OfflineStrings = typeof EN;
