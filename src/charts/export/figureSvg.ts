import { CAPTION, captionLayout, type CaptionLine } from './captionLayout';

const SVG = 'http://www.w3.org/2000/svg';
const INHERITED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-style',
  'text-anchor',
] as const;
const MARGIN = 14;

/** What a file needs beside the drawing. */
export type FigureParts = {
  readonly title: string;
  readonly caption: readonly CaptionLine[];
  readonly metadata: { readonly id: string; readonly json: string };
};
export type FigureSvg = { readonly text: string; readonly width: number; readonly height: number };

const isTransparent = (paint: string) => /^(?:none|transparent|rgba\(.*, 0\))$/.test(paint);

/** Writes computed styles as attributes: a style attribute would need the page's policy to allow it. */
function inlineStyles(from: Element, to: Element, parent: CSSStyleDeclaration | null): void {
  const style = getComputedStyle(from);
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    if (value !== parent?.getPropertyValue(name))
      to.setAttribute(name, value.replace(/(\d)px/g, '$1'));
  }
  if (style.opacity !== '1') to.setAttribute('opacity', style.opacity);
  for (const name of ['class', 'data-selected']) to.removeAttribute(name);
  for (const [i, child] of [...from.children].entries())
    if (child instanceof SVGGraphicsElement) inlineStyles(child, to.children[i]!, style);
}

/** Drops the areas that only catch the pointer. */
function dropUnseen(root: Element): void {
  for (const circle of root.querySelectorAll('circle[fill]'))
    if (
      isTransparent(circle.getAttribute('fill') ?? '') &&
      circle.closest('[stroke]:not([stroke=none])') === null
    )
      circle.remove();
}

function element(name: string, attributes: Record<string, string | number>, text = ''): Element {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/**
 * A drawing of the page as a file that stands alone: its computed colours written out, generic fonts, the page's ground
 * behind it, the caption below and the metadata inside. `drawing` must be on the page; it is not changed.
 */
export function figureSvg(drawing: SVGSVGElement, parts: FigureParts): FigureSvg {
  const { width, height: top } = drawing.viewBox.baseVal;
  const { lines, height } = captionLayout(parts.caption, width - 2 * MARGIN, top);
  const { color: ink, backgroundColor: ground } = getComputedStyle(document.body);
  const text = drawing.querySelector('text');
  const quiet = text === null ? ink : getComputedStyle(text).fill;
  const root = drawing.cloneNode(true) as SVGSVGElement;
  inlineStyles(drawing, root, null);
  dropUnseen(root);
  for (const [key, value] of Object.entries({
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    'font-family': 'system-ui, sans-serif',
  }))
    root.setAttribute(key, String(value));
  root.prepend(
    element('title', {}, parts.title),
    element('metadata', { id: parts.metadata.id }, parts.metadata.json),
    element('rect', { width, height, fill: ground, stroke: 'none' }),
  );
  const caption = element('g', { 'font-size': CAPTION.font, stroke: 'none' });
  for (const { text: words, strong, y } of lines)
    caption.append(
      element(
        'text',
        { x: MARGIN, y, fill: strong ? ink : quiet, ...(strong && { 'font-weight': 600 }) },
        words.replace(/\p{Cc}|\p{Cs}/gu, ' '),
      ),
    );
  root.append(caption);
  return { text: new XMLSerializer().serializeToString(root), width, height };
}

/** The figure as PNG, `scale` pixels a unit. Rejects with a sentence where the browser cannot draw it. */
export async function figurePng(figure: FigureSvg, scale = 2): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([figure.text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = figure.width * scale;
    canvas.height = figure.height * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob !== null) return blob;
  } catch {
    // Told below: the cause says nothing that a reader could use.
  } finally {
    URL.revokeObjectURL(url);
  }
  throw new Error('This browser could not draw the figure as PNG. Save the SVG instead.');
}
