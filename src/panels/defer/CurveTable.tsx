import shared from '../panels.module.css';

type Props = {
  readonly summary: string;
  /** Name of the first column, then of the others. */
  readonly head: readonly string[];
  /** Rows of cells, ready to show. */
  readonly rows: readonly (readonly string[])[];
};

/** A curve's numbers at some places, for those who would rather read them. */
export function CurveTable({ summary, head, rows }: Props) {
  return (
    <details className={shared.details}>
      <summary>{summary}</summary>
      <div className={shared.scroll} tabIndex={0} role="region" aria-label={summary}>
        <table className={shared.figures}>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...others]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {others.map((cell, i) => (
                  <td key={i}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** 10 %, 20 % … 100 %. */
export const TENTHS: readonly number[] = Array.from({ length: 10 }, (_, i) => (i + 1) / 10);
