import { lazy, type ComponentType } from 'react';
import { ExplorePanel } from '../panels/explore/ExplorePanel';
import type { PanelName } from '../state/view/page';

/** Wraps a panel that is fetched when it is first opened. */
export const later = (load: () => Promise<ComponentType>): ComponentType =>
  lazy(async () => ({ default: await load() }));

/** The panels in the order of the navigation. The first comes with the page, the others when they are opened. */
export const PANEL_COMPONENTS: readonly {
  readonly name: PanelName;
  readonly title: string;
  readonly Component: ComponentType;
}[] = [
  { name: 'explore', title: 'Explore', Component: ExplorePanel },
  {
    name: 'compare',
    title: 'Compare',
    Component: later(() =>
      import('../panels/compare/ComparePanel').then(({ ComparePanel }) => ComparePanel),
    ),
  },
  {
    name: 'diagnose',
    title: 'Diagnose',
    Component: later(async () => (await import('../panels/diagnose/DiagnosePanel')).DiagnosePanel),
  },
  {
    name: 'defer',
    title: 'Defer',
    Component: later(async () => (await import('../panels/defer/DeferPanel')).DeferPanel),
  },
  {
    name: 'data',
    title: 'Data',
    Component: later(async () => (await import('../panels/data/DataPanel')).DataPanel),
  },
];
