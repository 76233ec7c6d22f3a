import { useState, type SyntheticEvent } from 'react';
import { branchesOf } from '../../../state/diagnose/branches';
import { ROOT } from '../../../state/diagnose/branchTree';
import { selectedTokens, selectedTrace, type Planted } from '../../../state/diagnose/planted';
import type { Subject } from '../../../state/subject';
import { alternativesAt, type Alternative } from '../../../traces/alternatives';
import { useExplorer, useExplorerState } from '../../context';
import { useSettings } from '../../controls';
import { factor, probability } from '../../numbers';
import shared from '../../panels.module.css';
import { useVocabularySize } from '../useVocabularySize';
import { pickedOf } from './BranchTrace';
import { visibleText } from '../visibleText';
import tool from '../tool.module.css';
import styles from './branch.module.css';

type Props = { readonly id: string; readonly planted: Planted; readonly subject: Subject };

const LISTED = 10;

function range({ low, high }: Alternative['p']): string {
  const [from, to] = [probability(low), probability(high)];
  return from === to ? from : `${from} – ${to}`;
}

function TypedToken({ id, subject, at }: { id: string; subject: Subject; at: number }) {
  const branches = branchesOf(useExplorer());
  const busy = useExplorerState((state) => state.work !== 'none');
  const [typed, setTyped] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void branches.branchTyped(id, subject, at, typed);
  };
  return (
    <form className={shared.controls} onSubmit={submit}>
      <label>
        Another token
        <input
          size={12}
          maxLength={40}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <button type="submit" disabled={busy || typed === ''}>
        Go on with it
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
  const at = pickedOf(planted);
  const token = selectedTokens(planted)[at];
  if (token === undefined) return null;
  const decision = selectedTrace(planted).decision;
  const decides = decision.status === 'found' && decision.tokenIndex === at;
  const listed = alternativesAt(token, temperature, vocabulary);
  const how = mode === 'greedy' ? 'greedily' : `sampled at T = ${factor(temperature)}`;
  return (
    <section className={shared.section} aria-label="Alternatives">
      <h3 className={tool.title}>
        Token {at + 1}: what the model weighed at <i>T</i> = {factor(temperature)}
      </h3>
      <table
        className={styles.alternatives}
        aria-label="Alternatives to go on with"
        data-decision={decides || undefined}
      >
        <tbody>
          {listed.map((item) => (
            <tr key={item.id} data-taken={item.taken || undefined}>
              <th scope="row">{visibleText(item.text)}</th>
              <td className={styles.track}>
                <span style={{ width: `${50 * (item.p.low + item.p.high)}%` }} />
              </td>
              <td>{range(item.p)}</td>
              <td>
                {item.taken ? (
                  'taken'
                ) : (
                  <button
                    type="button"
                    disabled={busy}
                    aria-label={`Go on with ${visibleText(item.text)}`}
                    onClick={() => void branches.branch(id, subject, { at, token: item })}
                  >
                    Go on
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {listed.length < LISTED && planted.selected === ROOT && planted.reread === null && (
        <p className={shared.quiet}>
          Of this trace only the likely alternatives are stored.{' '}
          <button type="button" disabled={busy} onClick={() => void branches.reread(id, subject)}>
            List ten
          </button>
        </p>
      )}
      <TypedToken id={id} subject={subject} at={at} />
      <p className={shared.quiet}>The model goes on {how}, as Decoding says.</p>
    </section>
  );
}
