import type { Slice } from './slice';

/** The parts of Explore that an embedded view may show beside the diagram. Names have no hyphen: the link joins them by one. */
export const EMBED_PARTS = [
  'arms',
  'claims',
  'task',
  'cases',
  'trace',
  'numbers',
  'temperature',
  'scale',
  'calibrator',
  'bins',
  'export',
] as const;
export type EmbedPart = (typeof EMBED_PARTS)[number];

/** `parts`: null on a page of its own, else what is shown inside another page, in the order of `EMBED_PARTS`. */
export type EmbedView = { readonly parts: readonly EmbedPart[] | null };

/** The link's field. */
export const EMBED_FIELD = 'E';

/** How a link writes the parts; none at all is `none`. */
export const writeParts = (parts: readonly EmbedPart[]): string => parts.join('-') || 'none';

export const EMBED: Slice<EmbedView> = {
  initial: { parts: null },
  write: ({ parts }) => ({ [EMBED_FIELD]: parts === null ? undefined : writeParts(parts) }),
  read: (fields) => {
    const written = fields.get(EMBED_FIELD);
    if (written === null) return { parts: null };
    const named = written.split('-');
    return { parts: EMBED_PARTS.filter((part) => named.includes(part)) };
  },
  isStep: () => false,
};
