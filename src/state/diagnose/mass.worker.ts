import { massIntervals, type MassRequest } from './massEce';

self.onmessage = (event: MessageEvent<MassRequest>) => {
  self.postMessage(massIntervals(event.data));
};
