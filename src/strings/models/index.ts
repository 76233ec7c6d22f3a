import { tablesOf } from '../language';
import { EN } from './en';

export const MODELS_STRINGS = tablesOf(EN, { de: async () => (await import('./de')).DE });
