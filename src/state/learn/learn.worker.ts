import { computeFacts, type FactsRequest } from './compute';

self.onmessage = (event: MessageEvent<FactsRequest>) => {
  self.postMessage(computeFacts(event.data));
};
