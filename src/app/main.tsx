import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createWorkerEngine } from '../inference/client';
import { ExplorerContext } from '../panels/context';
import { ControlsContext } from '../panels/controls';
import { PublishedContext } from '../panels/published';
import { createShipped } from '../state/catalogue';
import { keepCollected, placeOf } from '../state/collect/kept';
import { createExplorer } from '../state/explorer';
import { readLink } from '../state/link';
import { linkedData } from '../state/import/linkedData';
import { PUBLISHED_META, readPublished } from '../state/published';
import { createIndexedDbStore } from '../state/persistence/indexedDb';
import { caseOf, keepRuns } from '../state/runs';
import { createStatistics } from '../state/statistics';
import { App } from './App';
import { dropFigure } from './dropFigure';
import { ErrorBoundary } from './ErrorBoundary';
import { createPublishedFiles } from './publishedFiles';
import { createOffline } from './offline/offlineStore';
import { OfflineContext } from './offline/context';
import { showRunInTitle } from './runTitle';
import { syncLink } from './syncLink';
import { applyTheme, storedTheme } from './theme';
import { guardScripts } from './trustedTypes';
import { installUndo } from './undo';
import './theme.css';

const base = new URL('.', location.href);

/** An address with a view in it has its own idea of the panel. */
const asksForData = location.hash === '' && linkedData(location.href) !== null;

/** Set where the page was published with data of somebody's own. */
const told = readPublished(
  document.querySelector(`meta[name="${PUBLISHED_META}"]`)?.getAttribute('content') ?? null,
);
if (told !== null && location.hash === '') history.replaceState(null, '', `#${told.view}`);
const opensOn = location.hash;

guardScripts(base.href);
applyTheme(storedTheme());

const explorer = createExplorer({
  engine: createWorkerEngine({ modelsUrl: new URL('models/', base).href }),
  shipped: createShipped(new URL('decisions/', base).href),
  statistics: createStatistics(
    () => new Worker(new URL('../state/statistics.worker.ts', import.meta.url), { type: 'module' }),
  ),
  keeper: keepRuns(createIndexedDbStore('calibration-explorer', caseOf)),
  collectedKeeper: keepCollected(createIndexedDbStore('calibration-explorer-collected', placeOf)),
});
const published =
  told === null ? null : createPublishedFiles(explorer, told, base.href, readLink(opensOn));
const offline = createOffline(base.href, explorer.engine);
void syncLink(explorer, window)
  .then(() => installUndo(explorer, window))
  .then(() => {
    if (asksForData) explorer.view.change('page', { panel: 'data' });
  })
  .then(async () => {
    await published?.start();
  })
  .then(() => Promise.all([explorer.keeper.look(), explorer.collectedKeeper.look()]));
showRunInTitle(explorer.store, document);
dropFigure(explorer, window);

const root = createRoot(document.getElementById('root')!);
// In slices: a slow phone answers a touch between them.
startTransition(() =>
  root.render(
    <StrictMode>
      <ErrorBoundary>
        <ExplorerContext value={explorer}>
          <ControlsContext value={explorer}>
            <OfflineContext value={offline}>
              <PublishedContext value={published}>
                <App />
              </PublishedContext>
            </OfflineContext>
          </ControlsContext>
        </ExplorerContext>
      </ErrorBoundary>
    </StrictMode>,
  ),
);
