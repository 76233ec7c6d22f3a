import { symbol } from 'd3-shape';
import { useState, type KeyboardEvent } from 'react';
import { CHART_STRINGS } from '../strings/charts';
import { useStrings } from '../strings/language';
import { type ArmStyle, SYMBOLS } from './armStyle';
import { FRAME, lineLayout, thinned, type Domain, type Rule, type Series } from './lineLayout';
import { lineWalk } from './lineWalk';
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
  /** A point's value for those who walk the line; `format` without one. */
  readonly tell?: (value: number) => string;
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

/** The points that are drawn, walked by the arrow keys: which one is looked at, and its numbers. */
function useLineWalk({ series, x, y, onPick }: Pick<Props, 'series' | 'x' | 'y' | 'onPick'>) {
  const drawn = series.filter(({ points }) => points.length > 0);
  const lines = drawn.map(({ points }) => thinned(points));
  /**
   * Null until the first step: the walk begins on the line that stands out. By the line's key, for other lines may come while one walks.
   */
  const [walked, setWalked] = useState<{ key: string; column: number } | null>(null);
  const rowOf = (is: (one: StyledSeries) => boolean) => Math.max(0, drawn.findIndex(is));
  const row =
    walked === null
      ? rowOf(({ strong }) => strong === true)
      : rowOf(({ key }) => key === walked.key);
  const column = Math.min(walked?.column ?? 0, (lines[row]?.length ?? 0) - 1);
  const point = lines[row]?.[column];
  const tell = (axis: Axis, value: number) => `${axis.label} ${(axis.tell ?? axis.format)(value)}`;
  return {
    point,
    text:
      point === undefined ? '' : `${drawn[row]!.label}: ${tell(x, point[0])}; ${tell(y, point[1])}`,
    at: column + 1,
    of: lines[row]?.length ?? 0,
    onKeyDown: (event: KeyboardEvent) => {
      if (point === undefined) return;
      if (onPick !== undefined && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        onPick(point[0]);
        return;
      }
      const next = lineWalk(event.key, { row, column }, lines);
      if (next === null) return;
      event.preventDefault();
      setWalked({ key: drawn[next.row]!.key, column: next.column });
    },
  };
}

/**
 * Lines named at their ends, marks with intervals on them, named vertical rules. Below it the point that the arrow keys have
 * reached, which a ring shows in the chart.
 */
export function LineChart(props: Props) {
  const { title, summary, series, rules = [], domain, x, y, onPick } = props;
  const { walk: strings } = useStrings(CHART_STRINGS);
  const layout = lineLayout(series, rules, domain);
  const walk = useLineWalk(props);
  const [walking, setWalking] = useState(false);
  const styleOf = (key: string) => series.find((one) => one.key === key);
  const chart = (
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
      {layout.lines.map(({ key, label, short, path, end, labelY, mark }) => {
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
              {short}
              {short !== label && <title>{label}</title>}
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
      {walking && walk.point !== undefined && (
        <circle
          className={styles.walked}
          cx={layout.x(walk.point[0])}
          cy={layout.y(walk.point[1])}
          r={6}
        />
      )}
    </svg>
  );
  return (
    <div className={styles.figure}>
      {chart}
      {walk.point !== undefined && (
        <p
          className={styles.walk}
          role="slider"
          tabIndex={0}
          aria-label={strings.points(title)}
          aria-description={[
            series.length > 1 && strings.lines,
            onPick !== undefined && strings.pick,
          ]
            .filter(Boolean)
            .join(' ')}
          aria-valuemin={1}
          aria-valuemax={walk.of}
          aria-valuenow={walk.at}
          aria-valuetext={walk.text}
          onKeyDown={walk.onKeyDown}
          onFocus={() => setWalking(true)}
          onBlur={() => setWalking(false)}
        >
          {walking ? walk.text : strings.start}
        </p>
      )}
    </div>
  );
}
