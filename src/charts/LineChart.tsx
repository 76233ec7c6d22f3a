import { symbol } from 'd3-shape';
import { type ArmStyle, SYMBOLS } from './armStyle';
import { FRAME, lineLayout, type Domain, type Rule, type Series } from './lineLayout';
import styles from './LineChart.module.css';

export type StyledSeries = Series & {
  /** Colour and marker of an arm; ink without one. */
  readonly style?: ArmStyle;
  readonly strong?: boolean;
};

type Axis = {
  readonly label: string;
  readonly ticks?: readonly number[];
  readonly format: (value: number) => string;
};

type Props = {
  readonly title: string;
  /** What the chart shows, for those who cannot see it. */
  readonly summary: string;
  readonly series: readonly StyledSeries[];
  readonly rules?: readonly Rule[];
  readonly domain: Domain;
  readonly x: Axis;
  readonly y: Axis;
  /** Called with the x that is clicked. */
  readonly onPick?: (x: number) => void;
};

/** Lines named at their ends, marks with intervals on them, named vertical rules. */
export function LineChart({ title, summary, series, rules = [], domain, x, y, onPick }: Props) {
  const layout = lineLayout(series, rules, domain);
  const styleOf = (key: string) => series.find((one) => one.key === key);
  return (
    <svg
      className={styles.chart}
      data-pick={onPick !== undefined}
      viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
      role="img"
      aria-label={title}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const at = ((event.clientX - box.left) / box.width) * FRAME.width;
        if (at >= FRAME.left && at <= layout.right) onPick?.(layout.x.invert(at));
      }}
    >
      <desc>{summary}</desc>
      <g className={styles.axes}>
        {layout.yTicks.map((tick) => (
          <g key={tick}>
            <line x1={FRAME.left} x2={layout.right} y1={layout.y(tick)} y2={layout.y(tick)} />
            <text x={FRAME.left - 6} y={layout.y(tick)} dy="0.34em" textAnchor="end">
              {y.format(tick)}
            </text>
          </g>
        ))}
        {(x.ticks ?? layout.x.ticks(5)).map((tick) => (
          <g key={tick}>
            <line
              x1={layout.x(tick)}
              x2={layout.x(tick)}
              y1={layout.bottom}
              y2={layout.bottom + 4}
            />
            <text x={layout.x(tick)} y={layout.bottom + 16} textAnchor="middle">
              {x.format(tick)}
            </text>
          </g>
        ))}
        <text x={(FRAME.left + layout.right) / 2} y={FRAME.height - 7} textAnchor="middle">
          {x.label}
        </text>
        <text
          transform={`translate(10 ${(FRAME.top + layout.bottom) / 2}) rotate(-90)`}
          textAnchor="middle"
        >
          {y.label}
        </text>
      </g>
      {layout.rules.map(({ key, label, x: at, level }) => (
        <g key={key} className={styles.rule}>
          <line x1={at} x2={at} y1={FRAME.top - 11 * level + 2} y2={layout.bottom} />
          <text
            x={at + (at > layout.right - 60 ? -3 : 3)}
            y={FRAME.top - 11 * level}
            textAnchor={at > layout.right - 60 ? 'end' : 'start'}
          >
            {label}
          </text>
        </g>
      ))}
      {layout.lines.map(({ key, label, path, end, labelY, mark }) => {
        const own = styleOf(key);
        const { colour, marker } = own?.style ?? { colour: 'var(--ink)', marker: 'circle' };
        const shape = symbol(SYMBOLS[marker], own?.strong === true ? 90 : 60)() ?? '';
        return (
          <g
            key={key}
            className={styles.series}
            data-strong={own?.strong}
            style={{ color: colour }}
          >
            <path className={styles.line} d={path} />
            {Math.abs(labelY - end.y) > 1 && (
              <line
                className={styles.leader}
                x1={end.x + 2}
                y1={end.y}
                x2={end.x + 10}
                y2={labelY}
              />
            )}
            <text x={end.x + 12} y={labelY} dy="0.34em">
              {label}
            </text>
            {mark !== null && (
              <g>
                <line
                  className={styles.interval}
                  x1={mark.x}
                  x2={mark.x}
                  y1={mark.low}
                  y2={mark.high}
                />
                <path
                  className={styles.mark}
                  d={shape}
                  transform={`translate(${mark.x} ${mark.y})${marker === 'down' ? ' rotate(180)' : ''}`}
                />
              </g>
            )}
          </g>
        );
      })}
    </svg>
  );
}
