/** The languages that the page speaks. English is complete by definition; the others are held to its keys by their types. */
export const LOCALES = ['en', 'de'] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language in its own words. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', de: 'Deutsch' };

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The link's language, else the kept one, else the first of the machine's that the page speaks, else English. */
export function pickLocale(
  linked: Locale | null,
  kept: Locale | null,
  machine: readonly string[],
): Locale {
  const spoken = machine.map((tag) => tag.toLowerCase().split('-')[0]).find(isLocale);
  return linked ?? kept ?? spoken ?? 'en';
}
