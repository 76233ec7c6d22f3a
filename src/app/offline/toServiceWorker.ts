/** To the service worker: `activate` puts a waiting version in place, `sweep` drops files of former ones. */
export type ToServiceWorker = 'activate' | 'sweep';
