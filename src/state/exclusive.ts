/** Runs one piece of work at a time: starting another aborts the one under way. */
export type Exclusive<Kind> = {
  /** Settles when `action` does; a rejection after an abort is swallowed, others are passed on. */
  readonly run: (kind: Kind, action: (signal: AbortSignal) => Promise<void>) => Promise<void>;
  readonly stop: () => void;
};

/** `onChange` hears what is under way, null for nothing. */
export function createExclusive<Kind>(onChange: (kind: Kind | null) => void): Exclusive<Kind> {
  let current: AbortController | null = null;
  return {
    stop: () => {
      current?.abort();
      current = null;
      onChange(null);
    },
    run: async (kind, action) => {
      current?.abort();
      const controller = new AbortController();
      current = controller;
      onChange(kind);
      try {
        await action(controller.signal);
      } catch (error) {
        if (!controller.signal.aborted) throw error;
      } finally {
        if (current === controller) {
          current = null;
          onChange(null);
        }
      }
    },
  };
}
