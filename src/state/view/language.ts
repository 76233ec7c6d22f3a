import { isLocale, type Locale } from '../../strings/locale';
import type { Slice } from './slice';

/** The language that a link asks for; null leaves it to the reader's own. */
export type LanguageView = { readonly locale: Locale | null };

export const LANGUAGE: Slice<LanguageView> = {
  initial: { locale: null },
  write: ({ locale }) => ({ l: locale ?? undefined }),
  read: (fields) => {
    const locale = fields.get('l');
    return { locale: isLocale(locale) ? locale : null };
  },
  isStep: () => false,
};
