import { useId } from 'react';
import { useStore } from 'zustand';
import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import { useStrings } from '../../strings/language';
import { CaseStepper } from '../CaseStepper';
import { ChoicePicker } from '../ChoicePicker';
import { useExplorer, useExplorerState } from '../context';
import { EngineStatus } from '../EngineStatus';
import shared from '../panels.module.css';
import { ScalingSliders } from '../ScalingSliders';
import { TraceView } from '../trace/TraceView';
import { TOOL_COMPONENTS } from './tools';
import { ToolTabs } from './ToolTabs';
import styles from './diagnose.module.css';

/** One case under the microscope: the case and its trace on one side, a tool on the other. */
export function DiagnosePanel() {
  const { view } = useExplorer();
  const { tool } = useStore(view, (state) => state.diagnose);
  const prompt = useExplorerState((state) => state.subject.prompt);
  const panelId = useId();
  const strings = useStrings(DIAGNOSE_STRINGS);
  const current = TOOL_COMPONENTS.find((one) => one.name === tool) ?? TOOL_COMPONENTS[0];
  if (current === undefined) return null;
  const { Component, name } = current;
  return (
    <div className={styles.diagnose}>
      <ToolTabs
        tools={TOOL_COMPONENTS}
        current={current}
        panelId={panelId}
        onChoose={(chosen) => view.change('diagnose', { tool: chosen.name })}
      />
      <section className={styles.what} aria-label={strings.what}>
        <ChoicePicker />
        <EngineStatus />
        <CaseStepper />
        <p className={styles.prompt} lang="en">
          {prompt}
        </p>
        <div className={styles.sliders}>
          <ScalingSliders />
        </div>
      </section>
      <div id={panelId} role="tabpanel" aria-labelledby={`tool-${name}`} className={shared.sheet}>
        <div className={shared.section}>
          <h2>{strings.tools[name].title}</h2>
          <p className={shared.lead}>{strings.tools[name].lead}</p>
        </div>
        <Component key={name} />
      </div>
      <div className={styles.trace}>
        <TraceView />
      </div>
    </div>
  );
}
