import type { Preferences } from '../core/preferences.ts';
import type { Readable } from '../core/store.ts';

/** Carries preferences over to the document, where the style sheet reads them. */
export function followPreferences(preferences: Readable<Preferences>): void {
  const root = document.documentElement;
  const apply = () => {
    const { theme, textSize, typeface } = preferences.get();
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    root.dataset.textSize = String(textSize);
    root.dataset.typeface = typeface;
    tintBrowser(theme);
  };
  apply();
  preferences.subscribe(apply);
}

const canvas = { light: '#f1f4f2', dark: '#0d1211' };

/** The browser's own bars take the colour of the page. */
function tintBrowser(theme: Preferences['theme']): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const system = meta.media.includes('dark') ? 'dark' : 'light';
    meta.content = canvas[theme === 'system' ? system : theme];
  }
}
