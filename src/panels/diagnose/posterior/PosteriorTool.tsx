import { useId, useMemo, useState } from 'react';
import { MOST_MARKS } from '../../../charts/scatterLayout';
import { PosteriorScatter } from '../../../charts/PosteriorScatter';
import { shownTable } from '../../../state/explorerState';
import {
  posteriorFit,
  posteriorRows,
  type PosteriorIntervals,
  type PosteriorRequest,
} from '../../../state/diagnose/posteriorRows';
import { createNewest } from '../../../state/newest';
import type { DecisionTable } from '../../../traces/decisionTable';
import { useExplorer, useExplorerState } from '../../context';
import { useSettings } from '../../controls';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useStrings } from '../../../strings/language';
import shared from '../../panels.module.css';
import tool from '../tool.module.css';
import { restFor, useAnswer } from '../../useAnswer';
import { FitTable } from './FitTable';
import { OptionTable } from './OptionTable';
import { PointCase } from './PointCase';

const intervals = createNewest<PosteriorRequest, PosteriorIntervals>(
  () =>
    new Worker(new URL('../../../state/diagnose/posterior.worker.ts', import.meta.url), {
      type: 'module',
    }),
  'The worker of the posterior',
);

function OverTable({ table }: { table: DecisionTable }) {
  const { showCase } = useExplorer();
  const words = useStrings(DIAGNOSE_STRINGS);
  const strings = words.posterior;
  const settings = useSettings();
  const subjectId = useExplorerState(({ subject }) => (subject.edited ? null : subject.id));
  /** The point that was walked to since a case was opened. */
  const [walked, setWalked] = useState<{ of: DecisionTable; point: number } | null>(null);
  const summaryId = useId();
  const request = useMemo((): PosteriorRequest => {
    const { bins, binning, edges, scale, temperature } = settings;
    return { rows: posteriorRows(table, scale / temperature), binning: { bins, binning, edges } };
  }, [table, settings]);
  const { rows, binning } = request;
  const fit = useMemo(() => posteriorFit(rows, binning), [rows, binning]);
  const points = useMemo(
    () => ({ x: rows.confidence, y: rows.truth, correct: rows.correct }),
    [rows],
  );
  const { answer, fresh } = useAnswer(intervals, fit.n > 0 ? request : null, restFor(fit.n));
  if (fit.n === 0) return <p className={shared.empty}>{strings.unknown}</p>;
  const idOf = (point: number) => table.caseIds[rows.row[point]!]!;
  const opened = rows.row.findIndex((row) => table.caseIds[row] === subjectId);
  const current = walked?.of === table ? walked.point : Math.max(0, opened);
  const describe = (point: number) =>
    strings.point(
      idOf(point).replace(/^.*-(\d+)$/, (_, i) => strings.pointCase(Number(i) + 1)),
      rows.confidence[point]!,
      table.labels[rows.chosen[point]!]!,
      rows.truth[point]!,
      rows.correct[point] === 1,
    );
  const open = (point: number) => {
    setWalked({ of: table, point });
    void showCase(idOf(point));
  };
  return (
    <>
      <p id={summaryId} className={tool.reading} role="status" aria-label={strings.label}>
        {strings.summary(fit.n, fit.n > MOST_MARKS, fit)}
      </p>
      <div className={tool.pair}>
        <figure className={tool.figure}>
          <figcaption className={tool.title}>
            {strings.caption} <span className={tool.right}>○ {words.right}</span>,{' '}
            <span className={tool.wrong}>× {words.wrong}</span>
          </figcaption>
          <PosteriorScatter
            points={points}
            current={current}
            onWalk={(point) => setWalked({ of: table, point })}
            onOpen={open}
            describe={describe}
            summaryId={summaryId}
          />
          <p className={shared.quiet}>{strings.keys}</p>
        </figure>
        <PointCase
          rows={rows}
          point={current}
          caseId={idOf(current)}
          labels={table.labels}
          opened={current === opened}
          onOpen={() => open(current)}
        />
      </div>
      <FitTable fit={fit} intervals={answer} fresh={fresh} />
      <OptionTable rows={rows} labels={table.labels} />
    </>
  );
}

/** Confidence against the true posterior, case by case, where it is known. */
export function PosteriorTool() {
  const table = useExplorerState(shownTable);
  const { noDecisions } = useStrings(DIAGNOSE_STRINGS);
  return (
    <div className={shared.section}>
      {table === null ? <p className={shared.empty}>{noDecisions}</p> : <OverTable table={table} />}
    </div>
  );
}
