import type { Locale } from './locale';

/** Said when the page broke: at hand in every language, since nothing can be fetched then. */
export const CRASH_STRINGS = {
  en: {
    title: 'The page broke.',
    lead: 'Reloading brings it back. If it breaks again, this report says where:',
    reload: 'Reload',
    copy: 'Copy the report',
  },
  de: {
    title: 'Die Seite ist abgestürzt.',
    lead: 'Neu laden bringt sie zurück. Stürzt sie wieder ab, sagt dieser Bericht, wo:',
    reload: 'Neu laden',
    copy: 'Bericht kopieren',
  },
} satisfies Record<Locale, Readonly<Record<string, string>>>;
