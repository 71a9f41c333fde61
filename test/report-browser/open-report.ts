import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findTool } from '../../.ci/install-tools.ts';
import { renderReportHtml } from '../../src/report/html/render-report-html.ts';
import type { Report } from '../../src/report/report.ts';
import { buildSamples } from '../github-e2e/markdown-samples.ts';
import { buildChatRun } from '../support/build-chat-run.ts';
import { buildLiveReport } from '../support/build-comparison.ts';
import { buildLiveRuns } from '../support/build-live-report.ts';
import { buildLongReport } from '../support/build-long-run.ts';
import { buildServerReport } from '../support/build-server-report.ts';
import { buildReport } from '../support/build-report.ts';

/** What is used of the browser's driver. */
export interface Page {
  goto(url: string): Promise<unknown>;
  evaluate(code: string): Promise<unknown>;
  on(event: 'console', listener: (message: { text(): string }) => void): void;
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'dialog', listener: (dialog: { message(): string; dismiss(): Promise<void> }) => void): void;
  on(event: 'request', listener: (request: { url(): string }) => void): void;
  locator(selector: string): Locator;
  readonly keyboard: { press(key: string): Promise<void> };
  readonly mouse: { move(x: number, y: number): Promise<void> };
  emulateMedia(options: { readonly media: 'print' | 'screen' }): Promise<void>;
  screenshot(options?: { readonly path?: string; readonly fullPage?: boolean }): Promise<Buffer>;
  close(): Promise<void>;
}

export interface Locator {
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  focus(): Promise<void>;
  screenshot(): Promise<Buffer>;
  boundingBox(): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null>;
}

/** How a page is looked at. */
export interface View {
  readonly width: number;
  readonly theme: 'light' | 'dark';
  readonly withoutScript?: boolean;
}

interface Context {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

interface Browser {
  newContext(options: Readonly<Record<string, unknown>>): Promise<Context>;
  close(): Promise<void>;
}

/** Reports of every kind, from arithmetic. */
export function listReports(): ReadonlyMap<string, Report> {
  const live = buildLiveRuns({ candidate: [{ ms: 20 }], baseline: [{ ms: 10 }], further: 1 });
  return new Map<string, Report>([
    ...buildSamples().map(({ name, report }) => [name, report] as const),
    ['chat', buildReport({ run: buildChatRun() })],
    ['curves', { ...buildLiveReport('simultaneous'), ...live }],
    ['long', buildLongReport()],
    ['server', buildServerReport()],
  ]);
}

/** A page in the browser, and all that it said, asked for or tried. */
export interface Opened {
  readonly page: Page;
  readonly noise: readonly string[];
}

/** Reports as files, opened without a network. */
export class Reader {
  readonly #browser: Browser;
  readonly #folder = mkdtempSync(join(tmpdir(), 'load-gate-report-'));
  readonly #contexts: Context[] = [];

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Writes a report and opens its file. */
  async open(name: string, report: Report, view: View): Promise<Opened> {
    return this.openHtml(name, renderReportHtml(report), view);
  }

  /** The same of any page. */
  async openHtml(name: string, html: string, view: View): Promise<Opened> {
    const path = join(this.#folder, `${name}.html`);
    writeFileSync(path, html);
    return this.#show(pathToFileURL(path).href, view, true);
  }

  /** A page that a server of this machine has; `noise` then has what it asks for beyond itself. */
  async openUrl(url: string, view: View): Promise<Opened> {
    return this.#show(url, view, false);
  }

  async #show(href: string, { width, theme, withoutScript = false }: View, offline: boolean): Promise<Opened> {
    const context = await this.#browser.newContext({
      offline,
      viewport: { width, height: 900 },
      colorScheme: theme,
      javaScriptEnabled: !withoutScript,
    });
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
      if (request.url() !== href) noise.push(`request: ${request.url()}`);
    });
    await page.goto(href);
    return { page, noise };
  }

  /** A page without a report, for reading pictures. */
  async openBlank(): Promise<Page> {
    const context = await this.#browser.newContext({ offline: true });
    this.#contexts.push(context);
    return context.newPage();
  }

  /** Closes every page that is open, and keeps the browser. */
  async closePages(): Promise<void> {
    for (const context of this.#contexts.splice(0)) await context.close();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Starts the browser. */
export async function openReader(): Promise<Reader> {
  const { chromium } = createRequire(findTool('markdown'))('playwright-core') as {
    chromium: { launch(options: unknown): Promise<Browser> };
  };
  return new Reader(await chromium.launch({ executablePath: findTool('chromium'), args: ['--no-sandbox'] }));
}

/** Takes pictures of all kinds of reports: `node test/report-browser/open-report.ts FOLDER [NAME…]`. */
async function takePictures(folder: string, wanted: readonly string[]): Promise<void> {
  const reader = await openReader();
  for (const [name, report] of listReports()) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const width of [1_400, 375]) {
      for (const theme of ['light', 'dark'] as const) {
        const { page } = await reader.open(name, report, { width, theme });
        await page.screenshot({ path: join(folder, `${name}-${theme}-${width}.png`), fullPage: true });
        await reader.closePages();
      }
    }
  }
  await reader.close();
}

if (import.meta.main) {
  const [folder, ...wanted] = process.argv.slice(2);
  if (folder === undefined) throw new Error('say into which folder the pictures go');
  await takePictures(folder, wanted);
}
