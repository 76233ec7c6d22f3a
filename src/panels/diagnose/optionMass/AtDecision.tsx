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
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useNumbers, useStrings } from '../../../strings/language';
import shared from '../../panels.module.css';
import tool from '../tool.module.css';
import { Forms } from './Forms';
import { Held } from './Held';

function ReadButton({ trace, subject }: { trace: Trace; subject: Subject }) {
  const explorer = useExplorer();
  const work = useExplorerState((state) => state.work);
  const { stop, mass: strings } = useStrings(DIAGNOSE_STRINGS);
  if (work === 'diagnose')
    return (
      <p role="status" className={shared.quiet}>
        {strings.reading}{' '}
        <button type="button" onClick={explorer.stop}>
          {stop}
        </button>
      </p>
    );
  return (
    <p className={shared.quiet}>
      {strings.read.before}{' '}
      <button
        type="button"
        disabled={work !== 'none'}
        onClick={() => void readingsOf(explorer).read(trace, subject)}
      >
        {strings.read.button}
      </button>{' '}
      {strings.read.after}
    </p>
  );
}

/** The decision token of the shown trace: what the vocabulary holds there, and which of it counts as an option. */
export function AtDecision({ trace, subject }: { trace: Trace; subject: Subject }) {
  const explorer = useExplorer();
  const { mass: words } = useStrings(DIAGNOSE_STRINGS);
  const strings = words.trace;
  const { percent, probability } = useNumbers();
  const { temperature, scale } = useSettings();
  const reading = useStore(readingsOf(explorer).store, (all) => all[treeKey(trace, subject)]);
  const [families, setFamilies] = useState(DEFAULT_FAMILIES);
  const { decision } = trace;
  if (decision.status === 'missing') return <p className={shared.empty}>{words.undecided}</p>;
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
    <section className={shared.section} aria-label={strings.label}>
      <h3 className={tool.title}>{strings.title}</h3>
      <p className={tool.reading} role="status" aria-label={strings.status}>
        {strings.mass} <strong>{percent(counted.optionMass)}</strong>
        {strings.outside(1 - counted.optionMass, labels[decision.chosen]!)}{' '}
        <strong>{probability(confidence)}</strong>
        {asRead && strings.against(before)}.
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
