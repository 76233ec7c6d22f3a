import { useState, type KeyboardEvent } from 'react';
import { rove, type Place } from './rove';

/**
 * Keyboard walk through cells of which one takes part in the tab order. Spread `cell(place)` on each cell and `onKeyDown` on what
 * holds them.
 */
export function useRove(
  lengths: readonly number[],
  exists: (place: Place) => boolean = () => true,
) {
  const [focus, setFocus] = useState<Place>({ row: 0, column: 0 });
  const there = focus.column < (lengths[focus.row] ?? 0) && exists(focus);
  const current = there ? focus : rove('Home', focus, lengths, exists, true)!;
  const name = ({ row, column }: Place) => `${row}-${column}`;
  return {
    cell: (place: Place) => ({
      tabIndex: name(place) === name(current) ? 0 : -1,
      'data-rove': name(place),
      onFocus: () => setFocus(place),
    }),
    onKeyDown: (event: KeyboardEvent) => {
      const next = rove(event.key, current, lengths, exists, event.ctrlKey || event.metaKey);
      if (next === null) return;
      event.preventDefault();
      const target = event.currentTarget.querySelector(`[data-rove="${name(next)}"]`);
      if (target instanceof HTMLElement || target instanceof SVGElement) target.focus();
    },
  };
}
