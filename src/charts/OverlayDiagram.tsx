import { useId } from 'react';
import { CHART_STRINGS } from '../strings/charts';
import { useStrings } from '../strings/language';
import { armStyle } from './armStyle';
import { markPath } from './markPath';
import {
  histogramOutlines,
  NAME_INDENT,
  overlayLabels,
  overlayMarks,
  type OverlayLabel,
  type OverlaySide,
} from './overlayLayout';
import { ReliabilityAxes } from './ReliabilityAxes';
import { HEIGHT, WIDTH, type Mark } from './reliabilityLayout';
import { useRove } from './useRove';
import styles from './OverlayDiagram.module.css';
import base from './ReliabilityDiagram.module.css';

type Props = {
  readonly title: string;
  /** Sentence that says what the diagram shows, for those who cannot see it. */
  readonly summary: string;
  readonly sides: readonly OverlaySide[];
  /** Opens the cases of a bin of a side. */
  readonly onOpen: (side: number, bin: number) => void;
};

function Name({ label, arm, second }: { label: OverlayLabel; arm: string; second: boolean }) {
  const { colour, marker } = armStyle(arm);
  return (
    <g style={{ color: colour }} data-second={second}>
      {label.leader !== null && (
        <line
          className={styles.leader}
          x1={label.x + NAME_INDENT / 2}
          y1={label.y}
          x2={label.leader.x}
          y2={label.leader.y}
        />
      )}
      <path className={styles.shape} d={markPath(marker, 55, label.x + 5, label.y)} />
      <text className={styles.name} x={label.x + NAME_INDENT} y={label.y} dy="0.34em">
        {label.text}
      </text>
    </g>
  );
}

/**
 * Two reliability diagrams on one pair of axes, each in its arm's colour and marker with its name beside a mark; the second
 * side's marks are hollow. Arrow keys walk the bins, Enter opens one.
 */
export function OverlayDiagram({ title, summary, sides, onOpen }: Props) {
  const id = useId();
  const strings = useStrings(CHART_STRINGS);
  const nameOf = (name: string, { bin }: Mark) =>
    `${name}: ${strings.bin(bin.count, bin.confidence, bin.accuracy)}`;
  const marks = sides.map(overlayMarks);
  const labels = overlayLabels(sides.map(({ name }, i) => ({ name, marks: marks[i]! })));
  const outlines = histogramOutlines(sides);
  const walk = useRove(marks.map(({ length }) => length));
  return (
    <svg
      className={`${base.diagram} ${styles.overlay}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="group"
      aria-label={title}
      aria-describedby={id}
      onKeyDown={walk.onKeyDown}
    >
      <desc id={id}>{summary}</desc>
      <ReliabilityAxes />
      {sides.map(({ arm, name }, i) => (
        <g key={i} style={{ color: armStyle(arm).colour }} data-second={i > 0}>
          <path className={styles.outline} d={outlines[i]} />
          {marks[i]!.map((mark, column) => (
            <g
              key={mark.index}
              className={styles.mark}
              role="button"
              aria-label={nameOf(name, mark)}
              {...walk.cell({ row: i, column })}
              onClick={() => onOpen(i, mark.index)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                onOpen(i, mark.index);
              }}
            >
              <line
                className={styles.interval}
                x1={mark.x}
                x2={mark.x}
                y1={mark.low}
                y2={mark.high}
              />
              <path
                className={styles.shape}
                d={markPath(armStyle(arm).marker, Math.PI * mark.radius ** 2, mark.x, mark.y)}
              />
              <circle className={styles.target} cx={mark.x} cy={mark.y} r={11} />
              <title>{nameOf(name, mark)}</title>
            </g>
          ))}
        </g>
      ))}
      {labels.map(
        (label, i) =>
          label !== null && <Name key={i} label={label} arm={sides[i]!.arm} second={i > 0} />,
      )}
    </svg>
  );
}
