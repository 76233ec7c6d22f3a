import { posteriorIntervals, type PosteriorRequest } from './posteriorRows';

self.onmessage = (event: MessageEvent<PosteriorRequest>) => {
  self.postMessage(posteriorIntervals(event.data));
};
