import { createRequire } from 'node:module';
import { findTool } from '../../.ci/install-tools.ts';
import type { Opened, Page } from '../report-browser/open-report.ts';

interface Context {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

interface Browser {
  newContext(options: Readonly<Record<string, unknown>>): Promise<Context>;
  close(): Promise<void>;
}

/** How a page is looked at. */
export interface LiveView {
  readonly width: number;
  readonly theme: 'light' | 'dark';
}

/** A browser that reaches this machine alone. */
export class LiveReader {
  readonly #browser: Browser;
  readonly #contexts: Context[] = [];

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async open(): Promise<LiveReader> {
    const { chromium } = createRequire(findTool('markdown'))('playwright-core') as {
      chromium: { launch(options: unknown): Promise<Browser> };
    };
    const args = ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];
    return new LiveReader(await chromium.launch({ executablePath: findTool('chromium'), args }));
  }

  /** Opens a live page; what it says, or asks for beyond its own server, is noise. */
  async openPage(url: string, { width, theme }: LiveView): Promise<Opened> {
    const context = await this.#browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme, reducedMotion: 'reduce' });
    this.#contexts.push(context);
    const page = await context.newPage();
    const noise: string[] = [];
    page.on('console', (message) => noise.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      noise.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(url) && !/^(?:blob|data):/.test(request.url())) noise.push(`request: ${request.url()}`);
    });
    await page.goto(url);
    return { page, noise };
  }

  /** A page without anything, for reading pictures. */
  async openBlank(): Promise<Page> {
    const context = await this.#browser.newContext({});
    this.#contexts.push(context);
    return context.newPage();
  }

  /** Closes every page that is open, and keeps the browser. */
  async closePages(): Promise<void> {
    for (const context of this.#contexts.splice(0)) await context.close();
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}
