import { memo, useMemo, type KeyboardEvent, type MouseEvent } from 'react';
import { CHART_STRINGS } from '../strings/charts';
import { useStrings } from '../strings/language';
import { axis, PLOT } from './reliabilityLayout';
import {
  markPath,
  MOST_MARKS,
  nearestPoint,
  scatterCells,
  walkingOrder,
  type Points,
} from './scatterLayout';
import styles from './PosteriorScatter.module.css';

const HEIGHT = PLOT.top + PLOT.size + 42;
const WIDTH = PLOT.left + PLOT.size + PLOT.right;

type Props = {
  /** x: confidence, y: posterior. */
  readonly points: Points;
  /** Index of the point that is looked at, −1 for none. */
  readonly current: number;
  readonly onWalk: (point: number) => void;
  readonly onOpen: (point: number) => void;
  /** What a point is, in words. */
  readonly describe: (point: number) => string;
  /** Id of the text that says what the scatter shows. */
  readonly summaryId: string;
};

function Axes() {
  const { scatter: strings } = useStrings(CHART_STRINGS);
  return (
    <g className={styles.axes}>
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <line x1={axis.x(tick)} x2={axis.x(tick)} y1={axis.y(1)} y2={axis.y(0)} />
          <line x1={axis.x(0)} x2={axis.x(1)} y1={axis.y(tick)} y2={axis.y(tick)} />
          <text x={axis.x(tick)} y={axis.y(0) + 15} textAnchor="middle">
            {100 * tick}
          </text>
          <text x={axis.x(0) - 7} y={axis.y(tick)} dy="0.34em" textAnchor="end">
            {100 * tick}
          </text>
        </g>
      ))}
      <text className={styles.title} x={axis.x(0.5)} y={HEIGHT - 6} textAnchor="middle">
        {strings.x}
      </text>
      <text
        className={styles.title}
        transform={`translate(11 ${axis.y(0.5)}) rotate(-90)`}
        textAnchor="middle"
      >
        {strings.y}
      </text>
    </g>
  );
}

const Marks = memo(function Marks({ points }: { points: Points }) {
  const cells = useMemo(
    () => (points.x.length > MOST_MARKS ? scatterCells(points) : null),
    [points],
  );
  if (cells === null)
    return (
      <>
        <path className={styles.right} d={markPath(points, true)} data-marks="right" />
        <path className={styles.wrong} d={markPath(points, false)} data-marks="wrong" />
      </>
    );
  return cells.map(({ cx, cy, size, count, right }) =>
    2 * right >= count ? (
      <circle key={`${cx} ${cy}`} className={styles.mostlyRight} cx={cx} cy={cy} r={size} />
    ) : (
      <rect
        key={`${cx} ${cy}`}
        className={styles.mostlyWrong}
        x={cx - size}
        y={cy - size}
        width={2 * size}
        height={2 * size}
      />
    ),
  );
});

/** Confidence against the true posterior, case by case: arrow keys walk the points, Enter or a click opens one. */
export function PosteriorScatter(props: Props) {
  const { points, current, onWalk, onOpen, describe, summaryId } = props;
  const { scatter: strings } = useStrings(CHART_STRINGS);
  const n = points.x.length;
  const order = useMemo(() => walkingOrder(points), [points]);
  const at = order.indexOf(current);
  const keys = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ' ') && current >= 0) {
      event.preventDefault();
      onOpen(current);
      return;
    }
    const page = Math.max(1, Math.round(n / 20));
    const target = {
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      PageUp: at + page,
      PageDown: at - page,
      Home: 0,
      End: n - 1,
    }[event.key];
    if (target === undefined || n === 0) return;
    event.preventDefault();
    onWalk(order[Math.min(n - 1, Math.max(0, target))]!);
  };
  const click = (event: MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    const unit = WIDTH / box.width;
    const point = nearestPoint(
      points,
      (event.clientX - box.left) * unit,
      (event.clientY - box.top) * unit,
    );
    if (point >= 0) onOpen(point);
  };
  return (
    <div
      className={styles.scatter}
      role="slider"
      tabIndex={0}
      aria-label={strings.label}
      aria-valuemin={1}
      aria-valuemax={n}
      aria-valuenow={at + 1}
      aria-valuetext={current < 0 ? strings.none : describe(current)}
      aria-describedby={summaryId}
      onKeyDown={keys}
      onClick={click}
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <Axes />
        <line
          className={styles.diagonal}
          x1={axis.x(0)}
          y1={axis.y(0)}
          x2={axis.x(1)}
          y2={axis.y(1)}
        />
        <Marks points={points} />
        <text className={styles.note} x={axis.x(0.98)} y={axis.y(0.03)} textAnchor="end">
          {strings.above}
        </text>
        <text className={styles.note} x={axis.x(0.02)} y={axis.y(0.95)}>
          {strings.below}
        </text>
        {current >= 0 && (
          <circle
            className={styles.current}
            cx={axis.x(points.x[current]!)}
            cy={axis.y(points.y[current]!)}
            r={7}
          />
        )}
      </svg>
    </div>
  );
}
