import type messages from './messages/en.json';

export type Messages = typeof messages;

/** Languages of the interface, each named by itself. */
export const locales = { de: 'Deutsch', en: 'English', fr: 'Français', it: 'Italiano' } as const;
export type Locale = keyof typeof locales;

const load: Record<Locale, () => Promise<{ default: Messages }>> = {
  de: () => import('./messages/de.json'),
  en: () => import('./messages/en.json'),
  fr: () => import('./messages/fr.json'),
  it: () => import('./messages/it.json'),
};

/** The messages of a language, fetched when it is first used. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return (await load[locale]()).default;
}

/** The first of the wanted languages that the interface speaks. */
export function pickLocale(wanted: readonly (string | null)[]): Locale {
  for (const tag of wanted) {
    const language = tag?.toLowerCase().split('-', 1)[0];
    if (language !== undefined && Object.hasOwn(locales, language)) return language as Locale;
  }
  return 'en';
}

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
