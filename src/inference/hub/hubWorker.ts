import { hostEngine } from '../workerHost';
import { loadHubModel } from './load';

hostEngine(loadHubModel);
