import { symbol } from 'd3-shape';
import type { Bin } from '../calibration/bins';
import { armStyle, SYMBOLS } from './armStyle';
import styles from './Miniature.module.css';

const SIZE = 100;
type Props = { readonly arm: string; readonly bins: readonly Bin[]; readonly n: number };

/** Reliability diagram without axes, for comparing many: diagonal, gaps, one marker a bin, its area the bin's share. */
export function Miniature({ arm, bins, n }: Props) {
  const { colour, marker } = armStyle(arm);
  const filled = bins
    .filter(({ count }) => count > 0)
    .map(({ confidence, accuracy, count }) => ({
      x: SIZE * confidence,
      y: SIZE * (1 - accuracy),
      diagonal: SIZE * (1 - confidence),
      path: symbol(SYMBOLS[marker], 14 + 150 * (count / n))() ?? '',
    }));
  return (
    <svg
      className={styles.miniature}
      viewBox={`-4 -4 ${SIZE + 8} ${SIZE + 8}`}
      style={{ color: colour }}
      aria-hidden="true"
    >
      <rect className={styles.frame} width={SIZE} height={SIZE} />
      <path className={styles.diagonal} d={`M0 ${SIZE}L${SIZE} 0`} />
      <g className={styles.gaps}>
        {filled.map(({ x, y, diagonal }, i) => (
          <line key={i} x1={x} x2={x} y1={y} y2={diagonal} />
        ))}
      </g>
      {filled.map(({ x, y, path }, i) => (
        <path
          key={i}
          className={styles.mark}
          d={path}
          transform={`translate(${x} ${y})${marker === 'down' ? ' rotate(180)' : ''}`}
        />
      ))}
    </svg>
  );
}
