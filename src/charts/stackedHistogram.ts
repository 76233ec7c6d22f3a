/** One bar of one group: counts of values in [lower, upper), stacked on the groups before it. */
export type StackedBar = {
  readonly cell: number;
  readonly group: number;
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Counts of values in [0, 1] by cell, 1 in the last: one row a group. */
export function cellCounts(groups: readonly Float64Array[], cells: number): number[][] {
  return groups.map((values) => {
    const counts = new Array<number>(cells).fill(0);
    for (const value of values) counts[Math.min(cells - 1, Math.floor(value * cells))]!++;
    return counts;
  });
}

/** Bars of counts, group on group, in a box whose top left is (0, 0); the fullest cell takes the whole height. */
export function stackedBars(
  counts: readonly (readonly number[])[],
  box: { readonly width: number; readonly height: number },
): { readonly bars: StackedBar[]; readonly most: number } {
  const cells = counts[0]?.length ?? 0;
  const totals = Array.from({ length: cells }, (_, cell) =>
    counts.reduce((sum, group) => sum + group[cell]!, 0),
  );
  const most = Math.max(1, ...totals);
  const width = box.width / cells;
  const filled = new Array<number>(cells).fill(0);
  const bars = counts.flatMap((group, index) =>
    group.flatMap((count, cell): StackedBar[] => {
      if (count === 0) return [];
      filled[cell]! += count;
      const height = (box.height * count) / most;
      const y = box.height * (1 - filled[cell]! / most);
      return [{ cell, group: index, count, x: cell * width, y, width, height }];
    }),
  );
  return { bars, most };
}
