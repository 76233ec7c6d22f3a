import { armStyle, type ArmStyle } from '../../charts/armStyle';
import type { ArmsState } from '../../state/arms';
import { armTitle } from '../../strings/arms';
import type { Locale } from '../../strings/locale';
import { shownTable, type ExplorerState } from '../../state/explorerState';
import { reliability, type Reliability } from '../../state/reliability';
import type { Settings } from '../../state/settings';
import type { DecisionTable } from '../../traces/decisionTable';

/** A model's decisions on the task, under the settings of the page. */
export type DeferArm = {
  readonly model: string;
  readonly title: string;
  /** For the end of a line. */
  readonly short: string;
  readonly style: ArmStyle;
  readonly table: DecisionTable;
  readonly shown: Reliability;
  /** The model that the page is on. */
  readonly current: boolean;
};

type Shown = Pick<
  ExplorerState,
  'catalogue' | 'choice' | 'origin' | 'shipped' | 'runTable' | 'imported' | 'awaited'
>;

/**
 * The arms of the current task in the order of the catalogue. The current model's decisions are those that Explore shows,
 * whatever their weights or run; first, where the task has no shipped table of it. Imported decisions stand
 * alone: the shipped arms decided other cases.
 */
export function deferArms(
  state: Shown,
  arms: ArmsState,
  settings: Settings,
  locale: Locale,
): DeferArm[] {
  const { catalogue, choice } = state;
  const own = shownTable(state);
  const imported = state.origin === 'imported' || state.awaited;
  const shipped = !imported && arms.task === choice.task ? arms.arms : [];
  const tables = shipped.flatMap((arm) =>
    arm.model === choice.model ? (own === null ? [] : [{ ...arm, table: own }]) : [arm],
  );
  if (own !== null && !tables.some(({ table }) => table === own))
    tables.unshift({ model: imported ? own.provenance.model : choice.model, table: own });
  return tables.map(({ model, table }) => {
    const about = catalogue?.models.find(({ name }) => name === model);
    const named = about?.title ?? model;
    const title = armTitle(locale, { arm: about?.arm ?? '', title: named });
    return {
      ...{ model, title, table },
      short: title.replace(/^(Calibration-aware|Kalibrierungsbewusst), /, 'CA, '),
      style: armStyle(about?.arm ?? ''),
      shown: reliability(table, settings),
      current: table === own,
    };
  });
}
