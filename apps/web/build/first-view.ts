import { createServer, type Plugin } from 'vite';
import { locales } from '../src/i18n/locales.ts';

interface FirstView {
  renderFirstView(locale: string): Promise<string>;
}

/** Where what it makes is put, and the script that shows it. */
const root = '<div id="root"></div>';

/**
 * Puts the page as a new visitor first sees it into the built page, in each of its languages: `public/first-view.js`
 * shows the one that is wanted, until the page's code takes its place.
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
        return html.replace(root, [root, ...views, '<script src="./first-view.js"></script>'].join('\n    '));
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
