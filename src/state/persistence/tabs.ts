/** What is under way in this browser, told by locks that end with their tab. */
export type Tabs = {
  /** Says that the run is under way in this tab, until the returned function has settled or the tab ends. */
  readonly hold: (id: string) => () => Promise<void>;
  /** Ids of the runs under way, in every tab. */
  readonly held: () => Promise<ReadonlySet<string>>;
};

/** Tabs by Web Locks named `prefix` and the run's id; a browser without them knows of its own runs alone. */
export function createTabs(prefix: string): Tabs {
  const locks = typeof navigator !== 'undefined' && 'locks' in navigator ? navigator.locks : null;
  const own = new Set<string>();
  return {
    hold: (id) => {
      own.add(id);
      let release: () => void = () => undefined;
      const until = new Promise<void>((resolve) => (release = resolve));
      const held = locks?.request(prefix + id, () => until);
      return async () => {
        own.delete(id);
        release();
        await held;
      };
    },
    held: async () => {
      const names = ((await locks?.query())?.held ?? []).map(({ name }) => name ?? '');
      const others = names.filter((name) => name.startsWith(prefix));
      return new Set([...own, ...others.map((name) => name.slice(prefix.length))]);
    },
  };
}
