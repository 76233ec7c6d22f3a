import { lazy, type ComponentType } from 'react';
import { ExplorePanel } from '../panels/explore/ExplorePanel';
import type { PanelName } from '../state/view/page';

/** Wraps a panel that is fetched when it is first opened. */
export const later = (load: () => Promise<ComponentType>): ComponentType =>
  lazy(async () => ({ default: await load() }));

/** The panels in the order of the navigation. The first comes with the page, the others when they are opened. */
export const PANEL_COMPONENTS: readonly {
  readonly name: PanelName;
  readonly Component: ComponentType;
}[] = [
  { name: 'explore', Component: ExplorePanel },
  {
    name: 'compare',
    Component: later(() =>
      import('../panels/compare/ComparePanel').then(({ ComparePanel }) => ComparePanel),
    ),
  },
  {
    name: 'diagnose',
    Component: later(async () => (await import('../panels/diagnose/DiagnosePanel')).DiagnosePanel),
  },
  {
    name: 'defer',
    Component: later(async () => (await import('../panels/defer/DeferPanel')).DeferPanel),
  },
  {
    name: 'data',
    Component: later(async () => (await import('../panels/data/DataPanel')).DataPanel),
  },
  {
    name: 'learn',
    Component: later(async () => (await import('../panels/learn/LearnPanel')).LearnPanel),
  },
];
