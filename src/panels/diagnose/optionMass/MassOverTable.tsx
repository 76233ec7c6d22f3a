import { useMemo } from 'react';
import { useStore } from 'zustand';
import { wilson } from '../../../calibration/wilson';
import { LeakHistogram } from '../../../charts/LeakHistogram';
import { CUTS } from '../../../state/diagnose/cut';
import { shownTable } from '../../../state/explorerState';
import {
  massGroups,
  massRows,
  splitByMass,
  type MassIntervals,
  type MassRequest,
} from '../../../state/diagnose/massEce';
import { reliability } from '../../../state/reliability';
import { createNewest } from '../../../state/newest';
import { useExplorer, useExplorerState } from '../../context';
import { useSettings } from '../../controls';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useStrings } from '../../../strings/language';
import shared from '../../panels.module.css';
import tool from '../tool.module.css';
import { restFor, useAnswer } from '../../useAnswer';
import { FullVocabulary } from './FullVocabulary';
import { LeakTable } from './LeakTable';
import { MassTable } from './MassTable';

const SHARES = [0.99, 0.9];

const intervals = createNewest<MassRequest, MassIntervals>(
  () =>
    new Worker(new URL('../../../state/diagnose/mass.worker.ts', import.meta.url), {
      type: 'module',
    }),
  'The worker of the option mass',
);

/** Option mass over the decision table, and what it does to the calibration error. */
export function MassOverTable() {
  const table = useExplorerState(shownTable);
  const { noDecisions, mass: words } = useStrings(DIAGNOSE_STRINGS);
  const strings = words.table;
  const settings = useSettings();
  const { view } = useExplorer();
  const cut = useStore(view, ({ diagnose }) => diagnose.cut);
  const request = useMemo((): MassRequest | null => {
    if (table === null) return null;
    const { bins, binning, edges } = settings;
    const rows = massRows(table, reliability(table, settings));
    return { rows, cut, binning: { bins, binning, edges } };
  }, [table, settings, cut]);
  const asked = request !== null && request.rows.mass.length > 0 ? request : null;
  const { answer, fresh } = useAnswer(intervals, asked, restFor(asked?.rows.mass.length ?? 0));
  if (table === null || request === null) return <p className={shared.empty}>{noDecisions}</p>;
  if (asked === null) return <p className={shared.empty}>{strings.none}</p>;
  const { mass } = asked.rows;
  const n = mass.length;
  const groups = massGroups(asked.rows, cut, asked.binning);
  const shares = SHARES.map((limit) => {
    const below = mass.reduce((sum, own) => sum + (own < limit ? 1 : 0), 0);
    return strings.share(below / n, wilson(below, n), limit);
  });
  const { at } = splitByMass(mass, cut);
  const summary = strings.summary(n, 1 - splitByMass(mass, 'median').at, shares.join('; '));
  return (
    <section className={shared.section} aria-label={strings.label}>
      <h3 className={tool.title}>{strings.title}</h3>
      <p className={tool.reading}>{summary}</p>
      <LeakHistogram mass={mass} summary={summary} />
      <LeakTable mass={mass} />
      <div className={shared.controls}>
        <label>
          {strings.cut}
          <select
            value={String(cut)}
            onChange={({ target }) => {
              const next = CUTS.find((name) => String(name) === target.value);
              if (next !== undefined) view.change('diagnose', { cut: next });
            }}
          >
            {CUTS.map((name) => (
              <option key={name} value={String(name)}>
                {strings.cuts[name]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <MassTable groups={groups} at={at} intervals={answer} fresh={fresh} />
      <FullVocabulary groups={groups} difference={answer?.difference ?? null} fresh={fresh} />
    </section>
  );
}
