import { tablesOf } from '../language';
import { EN } from './en';

export const DIAGNOSE_STRINGS = tablesOf(EN, { de: async () => (await import('./de')).DE });
