import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApiClient } from './core/api-client.ts';
import { createEditNews } from './core/edit-news.ts';
import { createGlossaries } from './core/glossaries.ts';
import { createHistory } from './core/history.ts';
import { createPreferences } from './core/preferences.ts';
import { createReadAloud } from './core/read-aloud.ts';
import { createRouter } from './core/route.ts';
import { followStatus } from './core/service-status.ts';
import { Workspace } from './core/workspace.ts';
import { loadMessages, pickLocale } from './i18n/locales.ts';
import { App } from './ui/app.tsx';
import { loadTheRest } from './ui/base/later.tsx';
import { followPreferences } from './ui/follow-preferences.ts';

// The composition root: the only file that knows every part.
const preferences = createPreferences(localStorageOrNone());
const api = createApiClient(document.baseURI);
const history = createHistory(api);
const glossaries = createGlossaries(localStorageOrNone());
const editNews = createEditNews();
const workspace = new Workspace({ api, router: createRouter(window), preferences, glossaries, editNews });
const status = followStatus(api);
const readAloud = createReadAloud(window.speechSynthesis);
const locale = pickLocale([preferences.get().locale, ...navigator.languages]);

followPreferences(preferences);

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
const messages = await loadMessages(locale);
createRoot(root).render(
  <StrictMode>
    <App
      services={{ api, history, workspace, readAloud, preferences, glossaries, status }}
      initial={{ locale, messages }}
    />
  </StrictMode>,
);
whenIdle(() => {
  loadTheRest();
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    void navigator.serviceWorker.register(new URL('sw.js', document.baseURI)).catch(() => undefined);
  }
});

/** After the first paint, while nobody waits for anything. */
function whenIdle(work: () => void): void {
  const begin = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 1000));
  begin(work);
}

/** Browsers may forbid storage altogether; reading the property is then what throws. */
function localStorageOrNone(): Pick<Storage, 'getItem' | 'setItem'> {
  try {
    return window.localStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined };
  }
}
