import { useState } from 'react';
import { useStore } from 'zustand';
import { softmax } from '../../../calibration/scaling';
import { treeKey } from '../../../state/diagnose/planted';
import { readingsOf } from '../../../state/diagnose/readings';
import type { Subject } from '../../../state/subject';
import { letterForms } from '../../../traces/options';
import { countForms, DEFAULT_FAMILIES, formsOf } from '../../../traces/surfaceForms';
import type { Trace } from '../../../traces/trace';
import { useExplorer, useExplorerState } from '../../context';
import { useSettings } from '../../controls';
import { percent, probability, tinyProbability } from '../../numbers';
import shared from '../../panels.module.css';
import tool from '../tool.module.css';
import { Forms } from './Forms';
import { Held } from './Held';

function ReadButton({ trace, subject }: { trace: Trace; subject: Subject }) {
  const explorer = useExplorer();
  const work = useExplorerState((state) => state.work);
  if (work === 'diagnose')
    return (
      <p role="status" className={shared.quiet}>
        The model reads the trace up to its decision token …{' '}
        <button type="button" onClick={explorer.stop}>
          Stop
        </button>
      </p>
    );
  return (
    <p className={shared.quiet}>
      Stored traces keep only the likely tokens.{' '}
      <button
        type="button"
        disabled={work !== 'none'}
        onClick={() => void readingsOf(explorer).read(trace, subject)}
      >
        Read every surface form
      </button>{' '}
      in one pass of the model: then the ways of writing an option can be switched.
    </p>
  );
}

/** The decision token of the shown trace: what the vocabulary holds there, and which of it counts as an option. */
export function AtDecision({ trace, subject }: { trace: Trace; subject: Subject }) {
  const explorer = useExplorer();
  const { temperature, scale } = useSettings();
  const reading = useStore(readingsOf(explorer).store, (all) => all[treeKey(trace, subject)]);
  const [families, setFamilies] = useState(DEFAULT_FAMILIES);
  const { decision } = trace;
  if (decision.status === 'missing')
    return (
      <p className={shared.empty}>
        This trace has no decision token. Choose another case, or generate the trace again.
      </p>
    );
  const { labels, optionTexts } = subject;
  const options =
    reading === undefined
      ? letterForms(labels)
      : formsOf(families, labels, optionTexts, reading.forms);
  const asRead = reading !== undefined && families !== DEFAULT_FAMILIES;
  const counted = asRead ? countForms(options, reading.forms) : decision;
  const factor = scale / temperature;
  const confidence = softmax(counted.logits, factor)[decision.chosen] ?? NaN;
  const before = softmax(decision.logits, factor)[decision.chosen] ?? NaN;
  const token = reading?.token ?? trace.tokens[decision.tokenIndex]!;
  return (
    <section className={shared.section} aria-label="At the decision token">
      <h3 className={tool.title}>At the decision token of this trace</h3>
      <p className={tool.reading} role="status" aria-label="Option mass of the trace">
        Option mass <strong>{percent(counted.optionMass)}</strong>, outside{' '}
        {tinyProbability(1 - counted.optionMass)}; confidence in {labels[decision.chosen]}{' '}
        <strong>{probability(confidence)}</strong>
        {asRead && `, against ${probability(before)} with the letters alone`}.
      </p>
      <div className={tool.pair}>
        <Held token={token} options={options} optionMass={counted.optionMass} labels={labels} />
        {reading === undefined ? (
          <ReadButton trace={trace} subject={subject} />
        ) : (
          <Forms
            reading={reading}
            subject={subject}
            families={families}
            onChange={setFamilies}
            chosen={decision.chosen}
          />
        )}
      </div>
    </section>
  );
}
