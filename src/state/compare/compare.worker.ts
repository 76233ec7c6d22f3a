import { compareColumns, type CompareRequest } from './job';

self.onmessage = (event: MessageEvent<CompareRequest>) => {
  self.postMessage(compareColumns(event.data));
};
