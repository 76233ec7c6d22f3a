import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createWorkerEngine } from '../inference/client';
import { ExplorerContext } from '../panels/context';
import { createShipped } from '../state/catalogue';
import { createExplorer } from '../state/explorer';
import { createStatistics } from '../state/statistics';
import { App } from './App';
import { ErrorBoundary } from './ErrorBoundary';
import { syncLink } from './syncLink';
import { applyTheme, storedTheme } from './theme';
import { installUndo } from './undo';
import './theme.css';

const base = new URL('.', location.href);

applyTheme(storedTheme());

const explorer = createExplorer({
  engine: createWorkerEngine({ modelsUrl: new URL('models/', base).href }),
  shipped: createShipped(new URL('decisions/', base).href),
  statistics: createStatistics(
    () => new Worker(new URL('../state/statistics.worker.ts', import.meta.url), { type: 'module' }),
  ),
});
void syncLink(explorer, window).then(() => installUndo(explorer, window));

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ErrorBoundary>
      <ExplorerContext value={explorer}>
        <App />
      </ExplorerContext>
    </ErrorBoundary>
  </StrictMode>,
);
