/**
 * One measurement beside its peer. `ratio` = value / peerValue (or the other way round where less is better:
 * above 1 is always good), `ok` = ratio reaches `target`; rows without a peer or target inform only.
 */
export type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer: string | null;
  readonly peerValue: number | null;
  readonly ratio: number | null;
  readonly target: number | null;
  readonly ok: boolean;
};

/** A row whose value is a rate: more is better. */
export function rateRow(
  name: string,
  value: number,
  unit: string,
  peer: { readonly name: string; readonly value: number; readonly target: number },
): Row {
  const ratio = value / peer.value;
  return {
    name,
    value,
    unit,
    peer: peer.name,
    peerValue: peer.value,
    ratio,
    target: peer.target,
    ok: ratio >= peer.target,
  };
}

/** A row that is compared with nothing. */
export function plainRow(name: string, value: number, unit: string): Row {
  return { name, value, unit, peer: null, peerValue: null, ratio: null, target: null, ok: true };
}

function figure(value: number | null): string {
  return value === null ? '–' : String(Number(value.toPrecision(4)));
}

/** The rows as aligned text. */
export function formatTable(rows: readonly Row[]): string {
  const head = ['what', 'value', 'unit', 'peer', 'its value', 'ratio', 'target', 'ok'];
  const lines = rows.map((row) => [
    row.name,
    figure(row.value),
    row.unit,
    row.peer ?? '–',
    figure(row.peerValue),
    figure(row.ratio),
    figure(row.target),
    row.target === null ? '–' : row.ok ? 'yes' : 'NO',
  ]);
  const widths = head.map((name, i) =>
    Math.max(name.length, ...lines.map((line) => line[i]!.length)),
  );
  return [head, ...lines]
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
