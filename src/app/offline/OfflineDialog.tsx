import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useNumbers, useStrings } from '../../strings/language';
import { useSay } from '../../strings/messages';
import { OFFLINE_STRINGS } from '../../strings/offline';
import { useOffline } from './context';
import { createInventory, isWhole, type Inventory, type Row } from './inventoryStore';
import styles from './offline.module.css';

function State({ row, inventory }: { row: Row; inventory: Inventory }) {
  const work = useStore(inventory.store, (state) => state.work);
  const { item, kept } = row;
  const strings = useStrings(OFFLINE_STRINGS);
  const title = useSay()(item.title);
  if (work?.id === item.id)
    return (
      <>
        <progress aria-label={strings.storing(title)} value={work.loaded} max={item.bytes} />
        <button type="button" onClick={inventory.stop}>
          {strings.cancel}
        </button>
      </>
    );
  const keep = (
    <button
      type="button"
      aria-label={strings.keepOf(title)}
      disabled={work !== null}
      onClick={() => void inventory.keep([item])}
    >
      {strings.keep}
    </button>
  );
  const remove = (
    <button
      type="button"
      aria-label={strings.removeOf(title)}
      disabled={work !== null}
      onClick={() => void inventory.remove(item)}
    >
      {strings.remove}
    </button>
  );
  if (isWhole(row)) return item.kind === 'page' ? null : remove;
  return (
    <>
      {keep}
      {kept > 0 && item.kind === 'figures' && remove}
    </>
  );
}

function Rows({ rows, inventory }: { rows: readonly Row[]; inventory: Inventory }) {
  const strings = useStrings(OFFLINE_STRINGS);
  const say = useSay();
  const { megabytes } = useNumbers();
  const { columns } = strings;
  return (
    <table className={styles.items}>
      <caption>{strings.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.size}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">
            <span className={styles.hidden}>{columns.action}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.item.id}>
            <th scope="row">{say(row.item.title)}</th>
            <td>{megabytes(row.item.bytes)}</td>
            <td>
              {isWhole(row)
                ? strings.stored
                : row.kept > 0
                  ? strings.partly(row.kept)
                  : strings.missing}
            </td>
            <td className={styles.action}>
              <State row={row} inventory={inventory} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Contents({ inventory }: { inventory: Inventory }) {
  const { rows, work, error, space, persisted } = useStore(inventory.store);
  const page = useStore(useOffline().store, (state) => state.page);
  const strings = useStrings(OFFLINE_STRINGS);
  const say = useSay();
  const stored = (rows ?? []).reduce((sum, { kept }) => sum + kept, 0);
  const missing = (rows ?? []).filter((row) => !isWhole(row));
  return (
    <>
      <p className={styles.lead}>{strings.page[page]}</p>
      {error !== null && (
        <p role="alert" className={styles.problem}>
          {say(error)}
        </p>
      )}
      {rows === null ? (
        error === null && <p className={styles.quiet}>{strings.reading}</p>
      ) : (
        <Rows rows={rows} inventory={inventory} />
      )}
      {missing.length > 0 && (
        <p>
          <button
            type="button"
            disabled={work !== null}
            onClick={() => void inventory.keep(missing.map(({ item }) => item))}
          >
            {strings.keepAll(missing.reduce((sum, { item, kept }) => sum + item.bytes - kept, 0))}
          </button>
        </p>
      )}
      <p className={styles.quiet} role="status" aria-label={strings.space.label}>
        {rows !== null && strings.space.stored(stored)}
        {space !== null && strings.space.counted(space.used, space.quota)}
        {persisted ? strings.space.persisted : strings.space.clearable}
      </p>
      <p className={styles.quiet}>{strings.note}</p>
    </>
  );
}

/** What of the page is stored on this machine, to be kept or removed item by item. */
export function OfflineDialog({ onClose }: { onClose: () => void }) {
  const { base, store } = useOffline();
  const [inventory] = useState(() => createInventory(base));
  const { title, close } = useStrings(OFFLINE_STRINGS);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    void inventory.refresh();
    const unsubscribe = store.subscribe(() => void inventory.refresh());
    return () => {
      unsubscribe();
      inventory.stop();
    };
  }, [inventory, store]);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="offline-title"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className={styles.sheet}>
        <div className={styles.head}>
          <h2 id="offline-title">{title}</h2>
          <button type="button" onClick={() => dialog.current?.close()}>
            {close}
          </button>
        </div>
        <Contents inventory={inventory} />
      </div>
    </dialog>
  );
}
