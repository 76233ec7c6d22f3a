import type { Locale } from './locale';

const NAMES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    base: 'Base',
    sft: 'SFT',
    'sft-reasoned': 'SFT, reasoned',
    rlvr: 'RLVR',
    'ca-paper': 'Calibration-aware, paper',
    'ca-proper': 'Calibration-aware, proper',
    'ca-gold': 'Calibration-aware, gold',
  },
  de: {
    base: 'Basis',
    sft: 'SFT',
    'sft-reasoned': 'SFT mit Begründung',
    rlvr: 'RLVR',
    'ca-paper': 'Kalibrierungsbewusst, Paper',
    'ca-proper': 'Kalibrierungsbewusst, proper',
    'ca-gold': 'Kalibrierungsbewusst, Gold',
  },
};

/** The arms' English names with the German ones: those of the manifest stand in sentences, too. */
export const ARM_TITLES = Object.entries({ ...NAMES.en, 'sft-reasoned': 'SFT, own reasoning' }).map(
  ([arm, title]) => [title, NAMES.de[arm]!] as const,
);

/** The arm in words; `otherwise`, by default its own name, for one that is not known. */
export function armName(locale: Locale, arm: string, otherwise: string = arm): string {
  const names = NAMES[locale];
  return Object.hasOwn(names, arm) ? names[arm]! : otherwise;
}

/** A model by its arm; in English, and where the arm is not known, by its title. */
export function armTitle(
  locale: Locale,
  { arm, title }: { readonly arm: string; readonly title: string },
): string {
  return locale === 'en' ? title : armName(locale, arm, title);
}
