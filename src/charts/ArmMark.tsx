import { armStyle } from './armStyle';
import { markPath } from './markPath';
import styles from './ArmMark.module.css';

/** An arm's marker in its colour, to stand before its name. Hollow for the second of two sides of one arm. */
export function ArmMark({ arm, hollow = false }: { arm: string; hollow?: boolean }) {
  const { colour, marker } = armStyle(arm);
  return (
    <svg
      className={styles.mark}
      viewBox="-8 -8 16 16"
      style={{ color: colour }}
      data-hollow={hollow}
      aria-hidden="true"
    >
      <path d={markPath(marker, 75, 0, 0)} />
    </svg>
  );
}
