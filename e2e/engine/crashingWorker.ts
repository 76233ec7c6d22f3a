import '../../src/inference/worker';

/** The engine's worker, which throws outside of any call when it is told so. */
globalThis.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.data === 'crash')
    setTimeout(() => {
      throw new Error('crashed by the test');
    });
});
