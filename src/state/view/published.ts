import type { Slice } from './slice';

/** Which of the files of a published page is open, by its place; without meaning on another page. */
export type PublishedView = { readonly file: number };

const PLACE = /^[1-9]\d{0,3}$/;

export const PUBLISHED: Slice<PublishedView> = {
  initial: { file: 0 },
  write: ({ file }) => ({ f: file === 0 ? undefined : String(file) }),
  read: (fields) => {
    const place = fields.get('f') ?? '';
    return { file: PLACE.test(place) ? Number(place) : 0 };
  },
  isStep: (from, to) => from.file !== to.file,
};
