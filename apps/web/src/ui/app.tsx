import { useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { type Locale, loadMessages, type Messages, pickLocale } from '../i18n/locales.ts';
import { Announcer } from './base/announcer.tsx';
import { Frame } from './frame/frame.tsx';
import { type Services, ServicesProvider, useReadable } from './services.ts';

interface Language {
  readonly locale: Locale;
  readonly messages: Messages;
}

/** The page in the language of the reader. */
export function App({ services, initial }: { readonly services: Services; readonly initial: Language }) {
  const [language, setLanguage] = useState(initial);
  const preferred = useReadable(services.preferences).locale;
  const locale = pickLocale([preferred, ...navigator.languages]);
  useEffect(() => {
    if (locale === language.locale) return;
    // The old language stays if the new one cannot be fetched.
    void loadMessages(locale).then(
      (messages) => setLanguage({ locale, messages }),
      () => undefined,
    );
  }, [locale, language.locale]);
  useEffect(() => {
    document.documentElement.lang = language.locale;
  }, [language.locale]);
  return (
    <IntlProvider {...language} timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}>
      <ServicesProvider value={services}>
        <Announcer>
          <Frame />
        </Announcer>
      </ServicesProvider>
    </IntlProvider>
  );
}
