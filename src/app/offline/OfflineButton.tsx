import { lazy, Suspense, useState } from 'react';
import { useStrings } from '../../strings/language';
import { PAGE_STRINGS } from '../../strings/page';

const OfflineDialog = lazy(async () => ({
  default: (await import('./OfflineDialog')).OfflineDialog,
}));

/** Opens the list of what is stored on this machine; its code is fetched when it is opened. */
export function OfflineButton() {
  const [open, setOpen] = useState(false);
  const { offline } = useStrings(PAGE_STRINGS);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {offline}
      </button>
      {open && (
        <Suspense fallback={null}>
          <OfflineDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
