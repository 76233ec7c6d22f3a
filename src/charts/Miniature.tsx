import { memo } from 'react';
import type { Bin } from '../calibration/bins';
import { armStyle } from './armStyle';
import { markPath } from './markPath';
import styles from './Miniature.module.css';

const SIZE = 100;
type Props = { readonly arm: string; readonly bins: readonly Bin[]; readonly n: number };

/**
 * Reliability diagram without axes, for comparing many: diagonal, gaps, one marker a bin, its area the bin's share. All gaps
 * are one path and all markers another, so that dozens follow a slider.
 */
export const Miniature = memo(function Miniature({ arm, bins, n }: Props) {
  const { colour, marker } = armStyle(arm);
  let gaps = '';
  let marks = '';
  for (const { confidence, accuracy, count } of bins) {
    if (count === 0) continue;
    const x = SIZE * confidence;
    const y = SIZE * (1 - accuracy);
    gaps += `M${x.toFixed(2)} ${y.toFixed(2)}V${(SIZE - x).toFixed(2)}`;
    marks += markPath(marker, 14 + 150 * (count / n), x, y);
  }
  return (
    <svg
      className={styles.miniature}
      viewBox={`-4 -4 ${SIZE + 8} ${SIZE + 8}`}
      style={{ color: colour }}
      aria-hidden="true"
    >
      <rect className={styles.frame} width={SIZE} height={SIZE} />
      <path className={styles.diagonal} d={`M0 ${SIZE}L${SIZE} 0`} />
      <path className={styles.gaps} d={gaps} />
      <path className={styles.mark} d={marks} />
    </svg>
  );
});
