import { oneOf, type Slice } from './slice';

export const PANELS = ['explore', 'compare', 'diagnose', 'defer', 'data', 'learn'] as const;
export type PanelName = (typeof PANELS)[number];

/** `system` follows the machine. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Which panel is open and how the page is shown. A theme of `null` is left to the reader's own setting. */
export type PageView = {
  readonly panel: PanelName;
  readonly theme: Theme | null;
  /** Large type for a projector. */
  readonly presenter: boolean;
};

export const PAGE: Slice<PageView> = {
  initial: { panel: 'explore', theme: null, presenter: false },
  write: ({ panel, theme, presenter }) => ({
    p: panel === 'explore' ? undefined : panel,
    h: theme ?? undefined,
    P: presenter ? '1' : undefined,
  }),
  read: (fields) => ({
    panel: oneOf(PANELS, fields.get('p'), 'explore'),
    theme: THEMES.find((theme) => theme === fields.get('h')) ?? null,
    presenter: fields.get('P') === '1',
  }),
  isStep: (from, to) => from.panel !== to.panel,
};
