import { renderToStaticMarkup } from 'react-dom/server';
import { createApiClient } from './core/api-client.ts';
import { createGlossaries } from './core/glossaries.ts';
import { createHistory } from './core/history.ts';
import { createPreferences } from './core/preferences.ts';
import { createReadAloud } from './core/read-aloud.ts';
import { emptyRoute } from './core/route.ts';
import { createStore } from './core/store.ts';
import { Workspace } from './core/workspace.ts';
import { type Locale, loadMessages } from './i18n/locales.ts';
import { App } from './ui/app.tsx';

/**
 * The page as a new visitor first sees it, as markup without its code. Called when the page is built, which puts it
 * into the page: it is painted while the code is still on its way.
 */
export async function renderFirstView(locale: Locale): Promise<string> {
  const nothing = () => undefined;
  const storage = { getItem: () => null, setItem: nothing };
  const preferences = createPreferences(storage);
  const glossaries = createGlossaries(storage);
  // A service that has not answered yet.
  const api = createApiClient('http://localhost/', () => new Promise(nothing));
  const router = { get: () => emptyRoute, push: nothing, replace: nothing, subscribe: () => nothing };
  const editNews = { tell: nothing, follow: () => nothing };
  const services = {
    api,
    preferences,
    glossaries,
    history: createHistory(api),
    workspace: new Workspace({ api, router, preferences, glossaries, editNews }),
    readAloud: createReadAloud(undefined),
    status: createStore(null),
  };
  const messages = await loadMessages(locale);
  return renderToStaticMarkup(<App services={services} initial={{ locale, messages }} />);
}
