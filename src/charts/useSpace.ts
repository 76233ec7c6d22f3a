import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** What a chart is laid out by. */
export type Space = {
  /** CSS pixels. */
  readonly width: number;
  /** Size of text against the usual one: larger for a projector. */
  readonly unit: number;
};

/**
 * The space that an element has, so that a chart is laid out in the pixels there are and its text keeps its size. `initial` is its
 * width until the element is on the page.
 */
export function useSpace<E extends HTMLElement>(initial: number): [RefObject<E | null>, Space] {
  const element = useRef<E>(null);
  const [space, setSpace] = useState<Space>({ width: initial, unit: 1 });
  useLayoutEffect(() => {
    const node = element.current;
    if (node === null) return;
    const measure = () =>
      setSpace({
        width: Math.max(160, node.clientWidth),
        unit: parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1,
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return [element, space];
}
