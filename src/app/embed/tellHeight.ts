import type { HeightMessage } from '../../state/view/embedAddress';

/** Tells the page around this one how high `content` is, now and whenever it changes. Returns what ends it. */
export function tellHeight(content: HTMLElement, window: Window): () => void {
  if (window.parent === window) return () => undefined;
  const observer = new ResizeObserver(() => {
    const message: HeightMessage = {
      type: 'calibration-explorer:height',
      height: content.getBoundingClientRect().bottom + window.scrollY,
    };
    // A height is no secret: any page may embed the figure.
    window.parent.postMessage(message, '*');
  });
  observer.observe(content);
  return () => observer.disconnect();
}
