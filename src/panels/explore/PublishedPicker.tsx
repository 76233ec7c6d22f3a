import { useContext } from 'react';
import { useStore } from 'zustand';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useStrings } from '../../strings/language';
import { useExplorer, useExplorerState } from '../context';
import { PublishedContext, type PublishedFiles } from '../published';
import styles from './diagram.module.css';

function Picker({ published: { files, open, store } }: { readonly published: PublishedFiles }) {
  const { view } = useExplorer();
  const { origin: strings } = useStrings(EXPLORE_STRINGS);
  const file = useStore(view, ({ published }) => published.file);
  const none = useExplorerState((state) => state.imported === null);
  const opening = useStore(store, (state) => state.opening);
  return (
    <div className={styles.published}>
      <label>
        {strings.published}
        <select
          value={none ? '' : file in files ? file : 0}
          onChange={({ target }) => open(Number(target.value))}
        >
          {none && <option value="" disabled />}
          {files.map(({ name, n }, i) => (
            <option key={name} value={i}>
              {n === undefined ? name : strings.withN(name, n)}
            </option>
          ))}
        </select>
      </label>
      <span role="status" className={styles.provenance}>
        {opening !== null && strings.opening(opening)}
      </span>
    </div>
  );
}

/** The files that the page was published with, where there are several. */
export function PublishedPicker() {
  const published = useContext(PublishedContext);
  return published === null || published.files.length < 2 ? null : <Picker published={published} />;
}
