import { createContext, use, useContext } from 'react';
import type { Locale } from './locale';
import { numbersOf, type Numbers } from './numbers';

/** The language that is shown. */
export const LanguageContext = createContext<Locale>('en');

/** A table of strings in every language: English at hand, the others fetched when they are first shown. */
export type Tables<T> = { readonly en: T; readonly load: (locale: Locale) => Promise<T> };

/** A language whose file cannot be fetched is English until the next attempt: the page goes on. */
export function tablesOf<T>(
  en: T,
  others: Readonly<Record<Exclude<Locale, 'en'>, () => Promise<T>>>,
): Tables<T> {
  const cache = new Map<Locale, Promise<T>>([['en', Promise.resolve(en)]]);
  return {
    en,
    load: (locale) => {
      const cached = cache.get(locale);
      if (cached !== undefined || locale === 'en') return cached ?? Promise.resolve(en);
      const loading = others[locale]().catch(() => {
        setTimeout(() => cache.delete(locale), 0);
        return en;
      });
      cache.set(locale, loading);
      return loading;
    },
  };
}

export function useLocale(): Locale {
  return useContext(LanguageContext);
}

/** How the shown language writes numbers. */
export function useNumbers(): Numbers {
  return numbersOf(useLocale());
}

/** The strings of the shown language; suspends while they are fetched. */
export function useStrings<T>(tables: Tables<T>): T {
  const locale = useLocale();
  return locale === 'en' ? tables.en : use(tables.load(locale));
}
