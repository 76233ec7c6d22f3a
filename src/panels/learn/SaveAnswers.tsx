import { useState } from 'react';
import { useStore } from 'zustand';
import { LEARN_STRINGS } from '../../strings/learn';
import { useStrings } from '../../strings/language';
import { writeAnswersFile } from '../../state/learn/answersFile';
import { useExplorer } from '../context';
import { saveFile } from '../saveFile';
import { progressOf } from './stores';
import shared from '../panels.module.css';

/** Saves the learner's predictions as a file. */
export function SaveAnswers() {
  const { class: strings } = useStrings(LEARN_STRINGS);
  const { learner, answers } = useStore(progressOf(useExplorer()).store);
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const none = Object.keys(answers).length === 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const file = `predictions-${learner.slice(0, 8)}.json`;
        const text = writeAnswersFile({ learner, name: name.trim(), answers });
        saveFile(file, new Blob([text], { type: 'application/json' }));
        setSaid(strings.saved(file));
      }}
    >
      <div className={shared.controls}>
        <label>
          {strings.name}
          <input
            type="text"
            maxLength={60}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <button type="submit" disabled={none}>
          {strings.save}
        </button>
      </div>
      <p role="status" className={shared.quiet}>
        {none ? strings.nothing : said}
      </p>
    </form>
  );
}
