// Runs before the first paint: a chosen theme or type does not flash, and the words of the page are fetched beside its code
// instead of after it. See src/core/preferences.ts and src/i18n/locales.ts.
let preferences = {};
try {
  preferences = JSON.parse(localStorage.getItem('preferences') ?? '{}') ?? {};
} catch {
  // Without storage the page follows the system.
}
const { theme, locale, textSize, typeface } = preferences;
const setting = document.documentElement.dataset;
if (theme === 'light' || theme === 'dark') setting.theme = theme;
if (textSize !== undefined) setting.textSize = String(textSize);
if (typeface !== undefined) setting.typeface = String(typeface);

// Where the messages of each language are: written into the built page.
const messages = document.currentScript.dataset;
const language =
  [locale, ...navigator.languages]
    .map((tag) => String(tag).toLowerCase().split('-', 1)[0])
    .find((name) => name in messages) ?? 'en';
const address = messages[language];
document.documentElement.lang = language;
window.firstPaint = { language, preferences };
if (address !== undefined) {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = address;
  document.head.append(link);
}
