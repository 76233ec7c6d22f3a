import { eceStatistics, type StatisticsRequest } from './statistics';

self.onmessage = (event: MessageEvent<StatisticsRequest>) => {
  self.postMessage(eceStatistics(event.data));
};
