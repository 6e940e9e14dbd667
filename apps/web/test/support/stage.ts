import { createTestDatabase, freePort, startApi, type TestApi } from '@unlimited/local-stack';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { launchOptions } from './chromium.ts';

/** The whole stack with a browser before it. */
export interface Stage {
  /** Address of the page. */
  readonly url: string;
  /** A page of a visitor who was never here. What it logs as an error ends up in {@link errors}. */
  visit(options?: BrowserContextOptions & { readonly path?: string }): Promise<Page>;
  /** Errors that pages logged: scripts that failed, and what the Content-Security-Policy refused. */
  readonly errors: string[];
  /** Ends the service at once, as a power failure does. */
  kill(): Promise<void>;
  /** Starts the service again, at the same address. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a real service on an empty database, serving the page in `webDir`; `settings` are further variables of it. */
export async function createStage(webDir: string, settings: NodeJS.ProcessEnv = {}): Promise<Stage> {
  const database = await createTestDatabase();
  const port = await freePort();
  const start = () =>
    startApi({
      databaseUrl: database.url,
      port,
      env: { WEB_DIR: webDir, LEASE_MS: '3000', POLL_MS: '100', ...settings },
    });
  let api: TestApi | undefined = await start();
  const browser: Browser = await chromium.launch(launchOptions);
  const errors: string[] = [];
  const { url } = api;
  return {
    url: `${url}/`,
    errors,
    async visit({ path = '', ...options } = {}) {
      const context = await browser.newContext({
        locale: 'en-GB',
        viewport: { width: 1280, height: 800 },
        ...options,
      });
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(`${url}/${path}`);
      return page;
    },
    async kill() {
      await api?.kill();
      api = undefined;
    },
    async restart() {
      api ??= await start();
    },
    async close() {
      await browser.close();
      await api?.stop();
      await database.drop();
    },
  };
}
