import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { megabytes } from '../../panels/numbers';
import { useOffline } from './context';
import { createInventory, isWhole, type Inventory, type Row } from './inventoryStore';
import type { OfflineState } from './offlineStore';
import styles from './offline.module.css';

const PAGE: Readonly<Record<OfflineState['page'], string>> = {
  none: 'This page is not stored: the browser has no service workers here. They need https or localhost.',
  installing: 'The page is being stored …',
  ready: 'This page opens without a network, with everything that the list below calls stored.',
  failed:
    'The page could not be stored: the browser’s storage may be full, or a new version was just published. Reload to try again.',
};

function State({ row, inventory }: { row: Row; inventory: Inventory }) {
  const work = useStore(inventory.store, (state) => state.work);
  const { item, kept } = row;
  if (work?.id === item.id)
    return (
      <>
        <progress aria-label={`Storing ${item.title}`} value={work.loaded} max={item.bytes} />
        <button type="button" onClick={inventory.stop}>
          Cancel
        </button>
      </>
    );
  const keep = (
    <button
      type="button"
      aria-label={`Keep offline: ${item.title}`}
      disabled={work !== null}
      onClick={() => void inventory.keep([item])}
    >
      Keep offline
    </button>
  );
  const remove = (
    <button
      type="button"
      aria-label={`Remove: ${item.title}`}
      disabled={work !== null}
      onClick={() => void inventory.remove(item)}
    >
      Remove
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
  return (
    <table className={styles.items}>
      <caption>What can be stored here</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Size</th>
          <th scope="col">State</th>
          <th scope="col">
            <span className={styles.hidden}>Action</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.item.id}>
            <th scope="row">{row.item.title}</th>
            <td>{megabytes(row.item.bytes)}</td>
            <td>
              {isWhole(row)
                ? 'stored'
                : row.kept > 0
                  ? `${megabytes(row.kept)} stored`
                  : 'not stored'}
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
  const stored = (rows ?? []).reduce((sum, { kept }) => sum + kept, 0);
  const missing = (rows ?? []).filter((row) => !isWhole(row));
  return (
    <>
      <p className={styles.lead}>{PAGE[page]}</p>
      {error !== null && (
        <p role="alert" className={styles.problem}>
          {error}
        </p>
      )}
      {rows === null ? (
        error === null && <p className={styles.quiet}>Reading what is stored …</p>
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
            Keep everything (
            {megabytes(missing.reduce((sum, { item, kept }) => sum + item.bytes - kept, 0))} more)
          </button>
        </p>
      )}
      <p className={styles.quiet} role="status" aria-label="Storage">
        {rows !== null && `${megabytes(stored)} stored. `}
        {space !== null &&
          `The browser counts ${megabytes(space.used)} of at most ${(space.quota / 1e9).toFixed(1)} GB for this site. `}
        {persisted
          ? 'It will not clear this by itself.'
          : 'It may clear this when the machine runs out of space.'}
      </p>
      <p className={styles.quiet}>
        A trace needs one runtime and one model. Both are also stored when they are first used.
      </p>
    </>
  );
}

/** What of the page is stored on this machine, to be kept or removed item by item. */
export function OfflineDialog({ onClose }: { onClose: () => void }) {
  const { base, store } = useOffline();
  const [inventory] = useState(() => createInventory(base));
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
          <h2 id="offline-title">Offline</h2>
          <button type="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
        <Contents inventory={inventory} />
      </div>
    </dialog>
  );
}
