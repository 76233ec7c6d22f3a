import { symbol, symbolCircle, symbolDiamond } from 'd3-shape';
import { useNumbers } from '../strings/language';
import { useSpace } from './useSpace';
import styles from './DotRows.module.css';

/** A value in [0, 1] on a row: a dot or ring (of the decision token: in the accent), a diamond, a tick. */
export type RowMark = {
  readonly shape: 'dot' | 'ring' | 'diamond' | 'tick';
  readonly value: number;
  readonly range?: { readonly low: number; readonly high: number };
  /** Variable of the theme; the ink where it is left out. */
  readonly colour?: string;
};

export type DotRow = {
  readonly label: string;
  readonly text: string;
  readonly marks: readonly RowMark[];
};

type Props = {
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly DotRow[];
};

const ROW = 30;
const FOOT = 20;
const circle = symbol(symbolCircle, 82)() ?? '';
const diamond = symbol(symbolDiamond, 92)() ?? '';

/** The mark alone, as the charts draw it; for the sentence that names it. */
export function MarkShape({ shape, colour = 'var(--ink)' }: Pick<RowMark, 'shape' | 'colour'>) {
  if (shape === 'tick')
    return <line className={styles.tick} y1={-9} y2={9} style={{ stroke: colour }} />;
  return (
    <path
      className={styles.mark}
      d={shape === 'diamond' ? diamond : circle}
      style={
        shape === 'ring'
          ? { fill: 'var(--ground)', stroke: colour, strokeWidth: 2 }
          : { fill: colour }
      }
    />
  );
}

/** One row an option on a common scale from 0 to 1; each row has the same marks. */
export function DotRows({ title, summary, rows }: Props) {
  const { factor } = useNumbers();
  const [box, { width, unit }] = useSpace<HTMLDivElement>(480);
  const left = Math.min(150 * unit, 0.36 * width);
  const row = ROW * unit;
  const x = (p: number) => left + p * (width - left - 16);
  const height = row * rows.length + FOOT;
  return (
    <div ref={box} className={styles.chart}>
      <svg width={width} height={height} role="img" aria-label={title}>
        <desc>{summary}</desc>
        {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
          <g key={tick}>
            <line className={styles.grid} x1={x(tick)} x2={x(tick)} y2={height - FOOT} />
            <text x={x(tick)} y={height - 5} textAnchor="middle">
              {factor(tick)}
            </text>
          </g>
        ))}
        {rows.map(({ label, text, marks }, i) => (
          <g key={label} transform={`translate(0 ${row * (i + 0.5)})`}>
            <text dy="0.34em" className={styles.label}>
              <tspan className={styles.letter}>{label}</tspan> {text}
            </text>
            {marks.map(
              ({ shape, value, range, colour }, k) =>
                !Number.isNaN(value) && (
                  <g key={k}>
                    {range !== undefined && (
                      <line
                        className={styles.range}
                        x1={x(range.low)}
                        x2={x(range.high)}
                        style={{ stroke: colour ?? 'var(--ink)' }}
                      />
                    )}
                    <g transform={`translate(${x(value)} 0)`}>
                      <MarkShape shape={shape} {...(colour === undefined ? {} : { colour })} />
                    </g>
                  </g>
                ),
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}

/** What each mark stands for, in a line above the rows. */
export function MarkKey(props: {
  readonly marks: readonly (Pick<RowMark, 'shape' | 'colour'> & { readonly name: string })[];
}) {
  return (
    <ul className={styles.key}>
      {props.marks.map(({ name, ...mark }) => (
        <li key={name}>
          <svg width="16" height="20" viewBox="-8 -10 16 20" aria-hidden="true">
            <MarkShape {...mark} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
