import type { Measured, MeasureRequest } from './measure';
import { measureOurs } from './ours';
import { measurePeer } from './peer';

declare global {
  interface Window {
    measure: Readonly<Record<'ours' | 'peer', (request: MeasureRequest) => Promise<Measured>>>;
  }
}
window.measure = { ours: measureOurs, peer: measurePeer };
