import type { Facts } from '../../strings/learn/facts';
import type { Explorer } from '../explorer';
import type { LinkedView } from '../link';
import type { Ask } from '../newest';
import { DEFAULT_SETTINGS } from '../settings';
import type { StepName } from '../view/learn';
import type { FactsRequest, TableStep } from './compute';
import { COURSE, type Scene } from './course';
import { swapFactsOfStudy } from './facts/swap';

/** A table that a step needs and the page does not ship. */
export class MissingTableError extends Error {
  readonly model: string;
  readonly task: string;
  constructor(model: string, task: string) {
    super(`The page ships no decisions of ${model} on ${task}.`);
    this.model = model;
    this.task = task;
  }
}

/** The study tells nothing of swaps. */
export class NoClaimsError extends Error {}

type Source = Pick<Explorer, 'shipped' | 'store'>;

/** Facts of the steps, each computed once; a failed one again at the next call. One computation after the other. */
export function createFacts(
  { shipped }: Pick<Source, 'shipped'>,
  compute: Ask<FactsRequest, Facts[TableStep]>,
): <Name extends StepName>(step: Name) => Promise<Facts[Name]> {
  const cache = new Map<StepName, Promise<Facts[StepName]>>();
  let last: Promise<unknown> = Promise.resolve();

  const tablesOf = async (step: StepName) => {
    const catalogue = await shipped.catalogue();
    return Promise.all(
      COURSE[step].tables.map(([model, task]) => {
        const entry = catalogue.tables.find(
          (table) => table.model === model && table.task === task && table.dtype === 'q8',
        );
        if (entry === undefined) throw new MissingTableError(model, task);
        return shipped.decisions(entry);
      }),
    );
  };
  const ofTables = async (step: TableStep) => {
    const tables = await tablesOf(step);
    // The worker answers the newest request only, so the next one waits.
    const answer = last.then(() => compute({ step, tables }));
    last = answer.catch(() => undefined);
    return answer;
  };
  const ofStudy = async () => {
    const facts = swapFactsOfStudy(await shipped.claims(), 'rlvr');
    if (facts === null) throw new NoClaimsError('The study tells nothing of swaps.');
    return facts;
  };
  return <Name extends StepName>(step: Name) => {
    const cached = cache.get(step);
    const facts = cached ?? (step === 'swap' ? ofStudy() : ofTables(step));
    if (cached === undefined) {
      cache.set(step, facts);
      facts.catch(() => cache.delete(step));
    }
    return facts as Promise<Facts[Name]>;
  };
}

/** What a link to a scene of a step restores; the rest of the view stays. */
export function sceneView(
  { view }: Pick<Explorer, 'view'>,
  step: StepName | null,
  scene: Scene,
): LinkedView {
  const { model, task, caseIndex = 0, bin, settings } = scene;
  const now = view.getState();
  return {
    ...{ model, task, caseIndex, dtype: 'q8', mode: 'greedy' },
    ...(bin === undefined ? {} : { bin }),
    settings: { ...DEFAULT_SETTINGS, ...settings },
    view: {
      ...now,
      page: { ...now.page, panel: 'learn' },
      learn: { ...now.learn, step },
    },
  };
}

/** Opens a step: its first view, or with its facts the one it reveals. */
export function openStep<Name extends StepName>(
  explorer: Pick<Explorer, 'view' | 'restore'>,
  step: Name,
  facts: Facts[Name] | null,
): Promise<void> {
  const { opens, reveals } = COURSE[step];
  const scene = facts === null ? opens : reveals(facts);
  return explorer.restore(sceneView(explorer, step, scene));
}
