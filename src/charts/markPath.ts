import { SYMBOLS, type Marker } from './armStyle';

const short = (value: number) => String(Math.round(100 * value) / 100);

/**
 * SVG path of a marker of `area` at (x, y). Many of them, joined, are one element: a page of small multiples stays fast.
 * What d3's `symbol` draws at the origin, moved; `down` is turned.
 */
export function markPath(marker: Marker, area: number, x: number, y: number): string {
  const parts: string[] = [];
  const turn = marker === 'down' ? -1 : 1;
  const at = (dx: number, dy: number) => `${short(x + turn * dx)} ${short(y + turn * dy)}`;
  const context = {
    moveTo: (dx: number, dy: number) => parts.push(`M${at(dx, dy)}`),
    lineTo: (dx: number, dy: number) => parts.push(`L${at(dx, dy)}`),
    closePath: () => parts.push('Z'),
    rect: (dx: number, dy: number, width: number, height: number) =>
      parts.push(
        `M${at(dx, dy)}L${at(dx + width, dy)}L${at(dx + width, dy + height)}L${at(dx, dy + height)}Z`,
      ),
    // Only whole circles are drawn.
    arc: (dx: number, dy: number, radius: number) =>
      parts.push(
        `M${at(dx + radius, dy)}A${short(radius)} ${short(radius)} 0 1 1 ${at(dx - radius, dy)}` +
          `A${short(radius)} ${short(radius)} 0 1 1 ${at(dx + radius, dy)}Z`,
      ),
  };
  SYMBOLS[marker].draw(context as unknown as CanvasPath, area);
  return parts.join('');
}
