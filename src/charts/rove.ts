/** A place in rows of cells that arrow keys walk. */
export type Place = { readonly row: number; readonly column: number };

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/**
 * Where a key leads: arrows to the next cell that there is in that direction, Home and End to the ends of the row, with
 * `control` to the first and last cell of all. Rows may differ in length: up and down keep to the last column. The place
 * itself at an edge; null for any other key.
 */
export function rove(
  key: string,
  from: Place,
  lengths: readonly number[],
  exists: (place: Place) => boolean = () => true,
  control = false,
): Place | null {
  const all = lengths.flatMap((length, row) =>
    Array.from({ length }, (_, column) => ({ row, column })).filter(exists),
  );
  if (key === 'Home' || key === 'End') {
    const within = control ? all : all.filter(({ row }) => row === from.row);
    return (key === 'Home' ? within[0] : within.at(-1)) ?? from;
  }
  const step = STEPS[key];
  if (step === undefined) return null;
  let { row, column } = from;
  for (;;) {
    row += step[0];
    column += step[1];
    const length = lengths[row] ?? 0;
    if (length === 0 || column < 0 || (step[1] !== 0 && column >= length)) return from;
    const place = { row, column: Math.min(column, length - 1) };
    if (exists(place)) return place;
  }
}
