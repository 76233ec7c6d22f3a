import { useRef, type PointerEvent } from 'react';
import { CHART_STRINGS } from '../strings/charts';
import { useStrings } from '../strings/language';
import { TrajectoryLines } from './TrajectoryLines';
import { useSpace } from './useSpace';
import styles from './TrajectoryChart.module.css';

/** Probability of each option after one step; null where it is not known. */
export type TrajectoryPoint = readonly number[] | null;

type Props = {
  readonly title: string;
  readonly summary: string;
  readonly options: readonly { readonly label: string; readonly text: string }[];
  /** What the model decides when it is forced to after each step. */
  readonly decided: readonly TrajectoryPoint[];
  /** Posterior after the same evidence; null where no posterior is known. */
  readonly posterior: readonly TrajectoryPoint[] | null;
  /** The option decided for at the end, −1 for none. */
  readonly final: number;
  /** Step from which the decision stays, −1 for none. */
  readonly formed: number;
  readonly selected: number;
  readonly onSelect: (step: number) => void;
  /** What a step says, for those who hear it. */
  readonly spoken: (step: number) => string;
};

const HEIGHT = { decided: 210, posterior: 150 };
/** Room above a part, for its name and (in the first) the mark. */
const TOP = 42;
const FOOT = 36;

/** The decision along the reasoning: one line an option over the steps, below it the posterior after the same evidence. */
export function TrajectoryChart(props: Props) {
  const { title, summary, options, decided, posterior, final, formed, selected, onSelect } = props;
  const { trajectory: strings } = useStrings(CHART_STRINGS);
  const [box, { width, unit }] = useSpace<HTMLDivElement>(640);
  const svg = useRef<SVGSVGElement>(null);
  const last = decided.length - 1;
  const right = (width < 480 ? 92 : 120) * unit;
  const plot = { left: 34, right: width - right };
  const x = (step: number) => plot.left + ((plot.right - plot.left) * step) / Math.max(1, last);
  const upper = TOP + HEIGHT.decided;
  const bottom = posterior === null ? upper : upper + TOP + HEIGHT.posterior;
  const step = (at: number) => onSelect(Math.min(last, Math.max(0, at)));
  const onPointer = (event: PointerEvent) => {
    const from = svg.current?.getBoundingClientRect().left ?? 0;
    const share = (event.clientX - from - plot.left) / (plot.right - plot.left);
    step(Math.round(share * last));
  };
  return (
    <div ref={box} className={styles.chart}>
      <svg
        ref={svg}
        width={width}
        height={bottom + FOOT}
        role="img"
        aria-label={title}
        className={styles.plot}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
      >
        <desc>{summary}</desc>
        <line className={styles.cursor} x1={x(selected)} x2={x(selected)} y1={TOP} y2={bottom} />
        {formed >= 0 && (
          <g>
            <line className={styles.formed} x1={x(formed)} x2={x(formed)} y1={TOP} y2={upper} />
            <text
              className={styles.mark}
              x={x(formed)}
              y={TOP - 10}
              textAnchor={formed > last / 2 ? 'end' : formed === 0 ? 'start' : 'middle'}
            >
              {strings.forms}
            </text>
          </g>
        )}
        <text className={styles.name} x={plot.left} y={13}>
          {strings.decision}
        </text>
        <g transform={`translate(0 ${TOP})`}>
          <TrajectoryLines
            options={options}
            points={decided}
            final={final}
            x={x}
            height={HEIGHT.decided}
            gap={14 * unit}
            decision
          />
        </g>
        {posterior !== null && (
          <g transform={`translate(0 ${upper + TOP})`}>
            <text className={styles.name} x={plot.left} y={-14}>
              {strings.posterior}
            </text>
            <TrajectoryLines
              options={options}
              points={posterior}
              final={final}
              x={x}
              height={HEIGHT.posterior}
              gap={14 * unit}
            />
          </g>
        )}
        {decided.map((_, at) => (
          <text
            key={at}
            x={x(at)}
            y={bottom + 16}
            textAnchor="middle"
            className={at === selected ? styles.chosen : undefined}
          >
            {at}
          </text>
        ))}
        <text x={(plot.left + plot.right) / 2} y={bottom + 32} textAnchor="middle">
          {strings.x}
        </text>
      </svg>
      <input
        type="range"
        className={styles.walk}
        aria-label={strings.step}
        aria-valuetext={props.spoken(selected)}
        min={0}
        max={last}
        value={selected}
        style={{ marginLeft: plot.left - 8, width: plot.right - plot.left + 16 }}
        onChange={(event) => onSelect(Number(event.target.value))}
      />
    </div>
  );
}
