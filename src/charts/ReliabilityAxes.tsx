import { line } from 'd3-shape';
import { memo } from 'react';
import { CHART_STRINGS } from '../strings/charts';
import { useStrings } from '../strings/language';
import { axis, HEIGHT, PLOT } from './reliabilityLayout';
import styles from './ReliabilityDiagram.module.css';

const stripFloor = axis.y(0) + PLOT.gap + PLOT.strip;
const diagonalPath = line()([
  [axis.x(0), axis.y(0)],
  [axis.x(1), axis.y(1)],
]);

/** Ticks and titles of both axes, and the diagonal on which a calibrated model lies. */
export const ReliabilityAxes = memo(function ReliabilityAxes() {
  const strings = useStrings(CHART_STRINGS);
  return (
    <>
      <g className={styles.axes}>
        {axis.ticks.map((tick) => (
          <g key={tick}>
            <line x1={axis.x(tick)} x2={axis.x(tick)} y1={axis.y(1)} y2={stripFloor} />
            <line x1={axis.x(0)} x2={axis.x(1)} y1={axis.y(tick)} y2={axis.y(tick)} />
            <text x={axis.x(tick)} y={stripFloor + 15} textAnchor="middle">
              {100 * tick}
            </text>
            <text x={axis.x(0) - 7} y={axis.y(tick)} dy="0.34em" textAnchor="end">
              {100 * tick}
            </text>
          </g>
        ))}
        <text className={styles.title} x={axis.x(0.5)} y={HEIGHT - 6} textAnchor="middle">
          {strings.confidence}
        </text>
        <text
          className={styles.title}
          transform={`translate(11 ${axis.y(0.5)}) rotate(-90)`}
          textAnchor="middle"
        >
          {strings.accuracy}
        </text>
      </g>
      <path className={styles.diagonal} d={diagonalPath ?? ''} />
      <text
        className={styles.note}
        transform={`translate(${axis.x(0.25)} ${axis.y(0.25) - 7}) rotate(-45)`}
        textAnchor="middle"
      >
        {strings.calibrated}
      </text>
    </>
  );
});
