import { tablesOf } from '../language';
import { EN } from './en';

export const DATA_STRINGS = tablesOf(EN, { de: async () => (await import('./de')).DE });
