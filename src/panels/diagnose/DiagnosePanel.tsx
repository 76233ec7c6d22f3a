import { useId } from 'react';
import { useStore } from 'zustand';
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
  const current = TOOL_COMPONENTS.find(({ name }) => name === tool) ?? TOOL_COMPONENTS[0];
  if (current === undefined) return null;
  const { Component, lead, title } = current;
  return (
    <div className={styles.diagnose}>
      <ToolTabs
        tools={TOOL_COMPONENTS}
        current={current}
        panelId={panelId}
        onChoose={({ name }) => view.change('diagnose', { tool: name })}
      />
      <section className={styles.what} aria-label="Model and case">
        <ChoicePicker />
        <EngineStatus />
        <CaseStepper />
        <p className={styles.prompt}>{prompt}</p>
        <div className={styles.sliders}>
          <ScalingSliders />
        </div>
      </section>
      <div
        id={panelId}
        role="tabpanel"
        aria-labelledby={`tool-${current.name}`}
        className={shared.sheet}
      >
        <div className={shared.section}>
          <h2>{title}</h2>
          <p className={shared.lead}>{lead}</p>
        </div>
        <Component key={current.name} />
      </div>
      <div className={styles.trace}>
        <TraceView />
      </div>
    </div>
  );
}
