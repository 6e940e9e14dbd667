import { basename } from 'node:path';
import type { Plugin } from 'vite';

/** What the first paint is set in: the other alphabets are fetched when a text needs them. */
const firstFonts = /^(instrument-sans|literata)-latin-wght-normal-.*\.woff2$/;
const messages = /\/i18n\/messages\/(\w+)\.json$/;

/**
 * Tells the built page from its first line on what it will need, which a browser would otherwise learn only from the
 * style sheet and the code: the two fonts, and where the messages of each language are (`public/first-paint.js`).
 */
export function earlyFetches(): Plugin {
  return {
    name: 'early-fetches',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const files = Object.values(bundle);
        const fonts = files
          .filter(({ fileName }) => firstFonts.test(basename(fileName)))
          .map(
            ({ fileName }) =>
              `<link rel="preload" as="font" type="font/woff2" href="./${fileName}" crossorigin>`,
          );
        const addresses = files.flatMap((file) => {
          const language = file.type === 'chunk' ? messages.exec(file.facadeModuleId ?? '')?.[1] : undefined;
          return language === undefined ? [] : [` data-${language}="./${file.fileName}"`];
        });
        const script = '<script src="./first-paint.js"></script>';
        if (fonts.length !== 2 || addresses.length === 0 || !html.includes(script))
          throw new Error('the page has no fonts, messages or first script to fetch early');
        // After all that is fetched: a browser that finds a policy in the page does not look beyond a script.
        const end = [...fonts, script.replace('"></', `"${addresses.sort().join('')}></`), '</head>'];
        return html.replace(script, '').replace('</head>', end.join('\n    '));
      },
    },
  };
}
