import { EMBED_FIELD, EMBED_PARTS, writeParts } from './embed';
import { THEMES } from './page';

export type EmbedOptions = {
  /** Hash of the view, with or without `#`; '' for the one that the page opens on. */
  readonly view: string;
  /** Parts by name, in any order; unknown names are left out. */
  readonly parts: readonly string[];
  readonly theme: string | null;
};

/** Address of the embedded page: `page` is where the site is published. Throws TypeError where that is no address. */
export function embedAddress(page: string, { view, parts, theme }: EmbedOptions): string {
  const fields = new URLSearchParams(view.replace(/^#/, ''));
  fields.set('v', '1');
  fields.set(EMBED_FIELD, writeParts(EMBED_PARTS.filter((part) => parts.includes(part))));
  const known = THEMES.find((name) => name === theme);
  if (known !== undefined) fields.set('h', known);
  const url = new URL(page);
  url.hash = fields.toString();
  return url.href;
}

/** The message by which an embedded page tells the page around it how high it is, in CSS pixels. */
export type HeightMessage = {
  readonly type: 'calibration-explorer:height';
  readonly height: number;
};

/** The height that a message tells, or null for a message of something else. */
export function heightOf(message: unknown): number | null {
  const { type, height } = (message ?? {}) as Partial<HeightMessage>;
  if (type !== 'calibration-explorer:height' || typeof height !== 'number') return null;
  return height > 0 && height <= 20_000 ? height : null;
}
