/** A line of a caption; the strong ones are set bolder and darker. */
export type CaptionLine = { readonly text: string; readonly strong: boolean };
export type PlacedLine = CaptionLine & { readonly y: number };

/** Sizes in SVG units. A character is about 0.55 em wide, so that none runs out of the figure. */
export const CAPTION = { font: 11, line: 15.5, gap: 12, bottom: 14 };
const CHARACTER = 0.55;

/** Words in lines of at most `most` characters; a longer word is cut. */
export function wrapWords(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(/\s+/u).filter(Boolean)) {
    if (line !== '' && line.length + 1 + word.length <= most) {
      line += ` ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    for (; word.length > most; word = word.slice(most)) lines.push(word.slice(0, most));
    line = word;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Places a caption of `width` units below `top`; `height` is the figure's with it. */
export function captionLayout(
  caption: readonly CaptionLine[],
  width: number,
  top: number,
): { readonly lines: readonly PlacedLine[]; readonly height: number } {
  const most = Math.floor(width / (CAPTION.font * CHARACTER));
  const lines = caption
    .flatMap(({ text, strong }) => wrapWords(text, most).map((part) => ({ text: part, strong })))
    .map((line, i) => ({ ...line, y: top + CAPTION.gap + (i + 1) * CAPTION.line }));
  return { lines, height: Math.ceil((lines.at(-1)?.y ?? top) + CAPTION.bottom) };
}
