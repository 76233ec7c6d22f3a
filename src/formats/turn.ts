type Scheduler = {
  readonly postTask?: (task: () => void, options: { priority: 'background' }) => Promise<void>;
};

/** Lets what waits go first: a touch, a frame, React drawing in slices. Safari has no `scheduler`. */
export function turn(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  return (
    scheduler?.postTask?.(() => undefined, { priority: 'background' }) ??
    new Promise((resolve) => setTimeout(resolve))
  );
}
