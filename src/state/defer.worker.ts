import { areasOf, riskControlOf, type AreasRequest, type RiskRequest } from './deferJob';

self.onmessage = ({ data }: MessageEvent<AreasRequest | RiskRequest>) => {
  self.postMessage(data.kind === 'areas' ? areasOf(data) : riskControlOf(data));
};
