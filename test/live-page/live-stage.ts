import assert from 'node:assert/strict';
import type { ToPage } from '../../src/terminal/web/live-messages.ts';
import type { Opened, Page } from '../report-browser/open-report.ts';
import { bundleClient, LiveFeed } from './live-feed.ts';
import { LiveReader, type LiveView } from './live-reader.ts';
import { playLong } from './made-runs.ts';

export const WIDE: LiveView = { width: 1_280, theme: 'light' };
export const NARROW: LiveView = { width: 375, theme: 'dark' };

/** Two minutes of a dozen endpoints: a warm-up, a steady phase, a spike in which promises break, and a closed phase. The first message begins the burst. */
export const LONG: readonly ToPage[] = playLong(12, 2);

/** Pages that are open, each with the feed that it shows. */
export class LiveStage {
  readonly #reader: LiveReader;
  readonly #script: string;
  #feeds: LiveFeed[] = [];

  private constructor(reader: LiveReader, script: string) {
    this.#reader = reader;
    this.#script = script;
  }

  static async open(): Promise<LiveStage> {
    return new LiveStage(...(await Promise.all([LiveReader.open(), bundleClient()])));
  }

  /** Opens a page that is told these messages, and waits until it has a connection. */
  async show(messages: readonly ToPage[], view: LiveView = WIDE): Promise<Opened & { readonly feed: LiveFeed }> {
    const feed = await LiveFeed.open(this.#script);
    this.#feeds.push(feed);
    feed.tell(...messages);
    const { page, noise } = await this.#reader.openPage(feed.url, view);
    await until(
      page,
      "document.querySelector('#head .state') !== null && !document.querySelector('#head').innerText.includes('Connecting')",
    );
    return { page, noise, feed };
  }

  /** Ends the server of a page; the page stays. */
  async leaveAlone(feed: LiveFeed): Promise<void> {
    this.#feeds = this.#feeds.filter((each) => each !== feed);
    await feed.close();
  }

  /** Closes all pages and their feeds, and keeps the browser. */
  async clear(): Promise<void> {
    await this.#reader.closePages();
    for (const feed of this.#feeds.splice(0)) await feed.close();
  }

  async close(): Promise<void> {
    await this.#reader.close();
  }
}

/** Waits until an expression of the page is true. */
export async function until(page: Page, expression: string): Promise<void> {
  const seen = await page.evaluate(`(async () => {
    for (let tries = 0; tries < 400; tries++) {
      if (${expression}) return true;
      await new Promise((done) => setTimeout(done, 25));
    }
    return document.querySelector('#head').innerText;
  })()`);
  assert.equal(seen, true, `never came true: ${expression}`);
}

/** What stands in an element, on one line; empty where there is none. */
export const textOf = async (page: Page, selector: string): Promise<string> =>
  String(await page.evaluate(`document.querySelector(${JSON.stringify(selector)})?.innerText.replace(/\\s+/g, ' ').trim() ?? ''`));
/** How many elements there are. */
export const countOf = async (page: Page, selector: string): Promise<number> =>
  Number(await page.evaluate(`document.querySelectorAll(${JSON.stringify(selector)}).length`));

/** A picture is drawn where it can be seen. */
export async function goToCharts(page: Page): Promise<void> {
  await until(page, "!document.getElementById('charts').hidden");
  await page.evaluate("document.getElementById('charts').scrollIntoView()");
}

/** Lets every picture come into sight once. */
export const SCROLL = `(async () => {
  for (const one of document.querySelectorAll('.drawing')) {
    one.scrollIntoView();
    await new Promise((done) => setTimeout(done, 120));
  }
  scrollTo(0, 0);
})()`;
