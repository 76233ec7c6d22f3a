import { lazy, Suspense, useState } from 'react';

const OfflineDialog = lazy(async () => ({
  default: (await import('./OfflineDialog')).OfflineDialog,
}));

/** Opens the list of what is stored on this machine; its code is fetched when it is opened. */
export function OfflineButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Offline
      </button>
      {open && (
        <Suspense fallback={null}>
          <OfflineDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
