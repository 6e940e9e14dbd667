/** Of the page at `/api/docs`; a file of its own, since the policy takes no style in the page. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --edge: color-mix(in srgb, currentColor 18%, transparent);
  --soft: color-mix(in srgb, currentColor 5%, transparent);
  --quiet: color-mix(in srgb, currentColor 70%, transparent);
}
* { box-sizing: border-box; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; font: 1rem/1.55 system-ui, sans-serif; }
h1 { font-size: 1.6rem; }
h2 { margin: 3rem 0 0; padding-top: 1rem; border-top: 1px solid var(--edge); font-size: 1.3rem; }
h3 { margin: 2.25rem 0 0.5rem; font-size: 1.05rem; overflow-wrap: anywhere; }
h4 { margin: 1.25rem 0 0.25rem; font-size: 0.9rem; }
p { margin: 0.5rem 0; }
code, pre, h3 b, nav b { font-family: ui-monospace, monospace; font-size: 0.875rem; }
pre { margin: 0.4rem 0; padding: 0.6rem 0.8rem; white-space: pre-wrap; overflow-wrap: anywhere; border-radius: 6px; background: var(--soft); }
figure { margin: 0.5rem 0 0.75rem; }
figcaption, nav li { color: var(--quiet); }
figcaption { font-size: 0.875rem; }
nav ul { padding: 0; list-style: none; }
nav li { margin: 0.25rem 0; font-size: 0.9rem; }
nav a { color: inherit; }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; }
th, td { padding: 0.3rem 0.6rem 0.3rem 0; border-bottom: 1px solid var(--edge); text-align: left; vertical-align: top; }
summary { padding: 0.25rem 0; cursor: pointer; }
:focus-visible { outline: 2px solid; outline-offset: 2px; }
`.trimStart();
