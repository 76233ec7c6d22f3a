import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { ControlsContext } from '../../panels/controls';
import { readFigureData } from '../../state/export/figureHtml';
import { DATA_ID } from '../../state/export/figureTemplate';
import { createSettings } from '../../state/settings';
import {
  createStatistics,
  eceStatistics,
  type Statistics,
  type StatisticsRequest,
} from '../../state/statistics';
import { LanguageContext } from '../../strings/language';
import { FigurePage } from './FigurePage';
import '../theme.css';

/** The figure is one file: its own script, as a blob, is the worker that resamples. */
function statisticsOf(script: string): Statistics {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return createStatistics(() => new Worker(address));
}

function show(): void {
  const script = document.currentScript?.textContent ?? '';
  const root = document.getElementById('root')!;
  try {
    const { figure, arm, table, language } = readFigureData(
      document.getElementById(DATA_ID)?.textContent ?? '',
    );
    document.documentElement.lang = language;
    const settings = createSettings();
    settings.change(figure.settings);
    const controls = { settings, statistics: statisticsOf(script), selectBin: () => undefined };
    createRoot(root).render(
      <StrictMode>
        <ControlsContext value={controls}>
          <LanguageContext value={language}>
            <Suspense fallback={null}>
              <FigurePage figure={figure} arm={arm} table={table} />
            </Suspense>
          </LanguageContext>
        </ControlsContext>
      </StrictMode>,
    );
  } catch {
    root.textContent = 'The data of this figure are damaged. Export it again.';
  }
}

if (typeof document === 'undefined')
  self.onmessage = ({ data }: MessageEvent<StatisticsRequest>) =>
    self.postMessage(eceStatistics(data));
else show();
