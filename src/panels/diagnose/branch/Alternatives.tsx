import { useState, type SyntheticEvent } from 'react';
import { branchesOf } from '../../../state/diagnose/branches';
import { ROOT } from '../../../state/diagnose/branchTree';
import { selectedTokens, selectedTrace, type Planted } from '../../../state/diagnose/planted';
import type { Subject } from '../../../state/subject';
import { alternativesAt, type Alternative } from '../../../traces/alternatives';
import { useExplorer, useExplorerState } from '../../context';
import { useSettings } from '../../controls';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useNumbers, useStrings } from '../../../strings/language';
import type { Numbers } from '../../../strings/numbers';
import shared from '../../panels.module.css';
import { useVocabularySize } from '../useVocabularySize';
import { pickedOf } from './BranchTrace';
import { visibleText } from '../visibleText';
import tool from '../tool.module.css';
import styles from './branch.module.css';

type Props = { readonly id: string; readonly planted: Planted; readonly subject: Subject };

const LISTED = 10;

function range({ low, high }: Alternative['p'], { probability }: Numbers): string {
  const [from, to] = [probability(low), probability(high)];
  return from === to ? from : `${from} – ${to}`;
}

function TypedToken({ id, subject, at }: { id: string; subject: Subject; at: number }) {
  const branches = branchesOf(useExplorer());
  const busy = useExplorerState((state) => state.work !== 'none');
  const { alternatives: strings } = useStrings(DIAGNOSE_STRINGS).branch;
  const [typed, setTyped] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void branches.branchTyped(id, subject, at, typed);
  };
  return (
    <form className={shared.controls} onSubmit={submit}>
      <label>
        {strings.typed}
        <input
          size={12}
          maxLength={40}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <button type="submit" disabled={busy || typed === ''}>
        {strings.submit}
      </button>
    </form>
  );
}

/** What else the model weighed at the picked token; each alternative can be gone on with. */
export function Alternatives({ id, planted, subject }: Props) {
  const branches = branchesOf(useExplorer());
  const { temperature } = useSettings();
  const vocabulary = useVocabularySize();
  const busy = useExplorerState((state) => state.work !== 'none');
  const mode = useExplorerState((state) => state.choice.mode);
  const { alternatives: strings } = useStrings(DIAGNOSE_STRINGS).branch;
  const numbers = useNumbers();
  const at = pickedOf(planted);
  const token = selectedTokens(planted)[at];
  if (token === undefined) return null;
  const decision = selectedTrace(planted).decision;
  const decides = decision.status === 'found' && decision.tokenIndex === at;
  const listed = alternativesAt(token, temperature, vocabulary);
  const t = numbers.factor(temperature);
  return (
    <section className={shared.section} aria-label={strings.label}>
      <h3 className={tool.title}>{strings.title(at + 1, t)}</h3>
      <table
        className={styles.alternatives}
        aria-label={strings.table}
        data-decision={decides || undefined}
      >
        <tbody>
          {listed.map((item) => (
            <tr key={item.id} data-taken={item.taken || undefined}>
              <th scope="row" lang="en">
                {visibleText(item.text)}
              </th>
              <td className={styles.track}>
                <span style={{ width: `${50 * (item.p.low + item.p.high)}%` }} />
              </td>
              <td>{range(item.p, numbers)}</td>
              <td>
                {item.taken ? (
                  strings.taken
                ) : (
                  <button
                    type="button"
                    disabled={busy}
                    aria-label={strings.goOnWith(visibleText(item.text))}
                    onClick={() => void branches.branch(id, subject, { at, token: item })}
                  >
                    {strings.goOn}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {listed.length < LISTED && planted.selected === ROOT && planted.reread === null && (
        <p className={shared.quiet}>
          {strings.few}{' '}
          <button type="button" disabled={busy} onClick={() => void branches.reread(id, subject)}>
            {strings.list}
          </button>
        </p>
      )}
      <TypedToken id={id} subject={subject} at={at} />
      <p className={shared.quiet}>{mode === 'greedy' ? strings.greedily : strings.sampled(t)}</p>
    </section>
  );
}
