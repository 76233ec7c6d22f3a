import { tablesOf } from '../language';
import { EN } from './en';

export const CAPTION_STRINGS = tablesOf(EN, { de: async () => (await import('./de')).DE });
