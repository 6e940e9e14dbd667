// Runs before the first paint, so that a chosen theme does not flash. See src/core/preferences.ts.
try {
  const { theme } = JSON.parse(localStorage.getItem('preferences') ?? '{}');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the page follows the system.
}
