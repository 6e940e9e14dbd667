import { createServer, type Plugin } from 'vite';
import { locales } from '../src/i18n/locales.ts';

interface FirstView {
  renderFirstView(locale: string): Promise<string>;
}

/** Where what it makes is put. */
const root = '<div id="root"></div>';
const firstScript = '<script src="./first-paint.js"';
/** What begins the page's code, as Vite writes it: that of the runtime, which the code imports itself, and the code. */
const beginning = /<script type="module" crossorigin src="([^"]+)"><\/script>/g;

/**
 * Puts the page as a new visitor first sees it into the built page, in each of its languages: `public/first-view.js`
 * shows the one that is wanted, and then begins the code, which is fetched meanwhile and takes its place.
 */
export function firstView(): Plugin {
  let folder = '';
  return {
    name: 'first-view',
    apply: 'build',
    configResolved(config) {
      folder = config.root;
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle = {} }) {
        const views = await render(folder);
        const styles = Object.values(bundle)
          .map((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? String(file.source) : ''))
          .join('');
        const [, style = ''] = /class="(_\w+)/.exec(views[0] ?? '') ?? [];
        if (!html.includes(root) || style === '' || !styles.includes(style))
          throw new Error('the first view has no place in the page, or not its styles');
        const code = [...html.matchAll(beginning)].at(-1)?.[1];
        if (code === undefined) throw new Error('the page has no code');
        const script = `<script src="./first-view.js" data-code="${code}"></script>`;
        return html
          .replace(beginning, '<link rel="modulepreload" crossorigin href="$1">')
          .replace(firstScript, `<link rel="preload" as="script" href="./first-view.js">\n    ${firstScript}`)
          .replace(root, [root, ...views, script].join('\n    '));
      },
    },
  };
}

async function render(folder: string): Promise<string[]> {
  const server = await createServer({
    root: folder,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    // Its messages are compiled, which only the page's own way to read them knows.
    ssr: { noExternal: ['use-intl'] },
  });
  try {
    const { renderFirstView } = (await server.ssrLoadModule('/src/first-view.tsx')) as FirstView;
    const languages = Object.keys(locales);
    const views = await Promise.all(languages.map((language) => renderFirstView(language)));
    return languages.map((language, at) => `<template data-language="${language}">${views[at]}</template>`);
  } finally {
    await server.close();
  }
}
