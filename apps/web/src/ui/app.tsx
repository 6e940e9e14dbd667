import { useEffect, useState } from 'react';
import { type IntlError, IntlErrorCode, IntlProvider } from 'use-intl';
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
    <IntlProvider {...language} onError={report}>
      <ServicesProvider value={services}>
        <Announcer>
          <Frame />
        </Announcer>
      </ServicesProvider>
    </IntlProvider>
  );
}

/**
 * Times are those of the reader's clock, which is what is wanted where no time zone is named. To ask for its name takes
 * a quarter of the work of the first paint.
 */
function report(error: IntlError): void {
  if (error.code !== IntlErrorCode.ENVIRONMENT_FALLBACK) console.error(error);
}
