import tool from './tool.module.css';

type Props = {
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly write: (value: number) => string;
  /** False while it still belongs to former figures. */
  readonly fresh?: boolean;
};

/** The ends of a 95 % interval in small type, once they are computed. */
export function Interval({ range, write, fresh = true }: Props) {
  if (range === null || !Number.isFinite(range.low)) return null;
  return (
    <>
      {' '}
      <small className={tool.interval} data-stale={!fresh || undefined}>
        {write(range.low)} – {write(range.high)}
      </small>
    </>
  );
}
