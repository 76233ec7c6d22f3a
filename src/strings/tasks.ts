import type { Locale } from './locale';

const NAMES: Readonly<Record<Exclude<Locale, 'en'>, Readonly<Record<string, string>>>> = {
  de: {
    clinic: 'Klinik (4 Optionen)',
    moderation: 'Moderation (2 Optionen)',
    courier: 'Kurier (4 Optionen, Zustand verfolgen)',
    garage: 'Werkstatt (4 Optionen, Verschiebung der Klinik)',
    inbox: 'Posteingang (2 Optionen, Verschiebung der Moderation)',
    marathon: 'Marathon (4 Optionen, Verschiebung des Kuriers: längere Geschichten)',
  },
};

/** A task in words; `otherwise`, its English title, in English and for one that is not known. */
export function taskName(locale: Locale, task: string, otherwise: string): string {
  const names = locale === 'en' ? {} : NAMES[locale];
  return Object.hasOwn(names, task) ? names[task]! : otherwise;
}

/** The same without what stands in brackets. */
export function shortTaskName(locale: Locale, task: string, otherwise: string): string {
  return taskName(locale, task, otherwise).replace(/ \(.*$/, '');
}
