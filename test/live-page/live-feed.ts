import { build } from 'esbuild';
import { join } from 'node:path';
import { LIVE_PAGE, LIVE_PAGE_POLICY } from '../../src/terminal/web/live-page.ts';
import type { FromPage, ToPage } from '../../src/terminal/web/live-messages.ts';
import type { PageSocket } from '../../src/terminal/web/page-sockets.ts';
import { servePages, type PageServer, type Route } from '../../src/terminal/web/serve-pages.ts';

const CLIENT = join(import.meta.dirname, '../../src/terminal/web/client/main.ts');

/** The page's script, from its sources. */
export async function bundleClient(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [CLIENT],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
  });
  return outputFiles[0]?.text ?? '';
}

/** Serves the page and tells it what a test says; what came before a page opened, it is told then. */
export class LiveFeed {
  readonly #server: PageServer;
  readonly #said: string[];
  readonly #sockets: Set<PageSocket>;
  /** What pages have asked for, in order. */
  readonly received: FromPage[];

  private constructor(server: PageServer, said: string[], sockets: Set<PageSocket>, received: FromPage[]) {
    this.#server = server;
    this.#said = said;
    this.#sockets = sockets;
    this.received = received;
  }

  /** `port` undefined: any that is free. */
  static async open(script: string, port?: number): Promise<LiveFeed> {
    const [said, sockets, received]: [string[], Set<PageSocket>, FromPage[]] = [[], new Set(), []];
    const csv: Route = { contentType: 'text/csv; charset=utf-8', downloadAs: 'stats.csv', body: () => 'Type,Name\n' };
    const routes = new Map<string, Route>([
      ['', { contentType: 'text/html; charset=utf-8', body: () => LIVE_PAGE, policy: LIVE_PAGE_POLICY }],
      ['page.js', { contentType: 'text/javascript; charset=utf-8', body: () => script }],
      ['stats.csv', csv],
    ]);
    const server = await servePages({
      port,
      routes,
      onSocket: (socket) => {
        sockets.add(socket);
        for (const text of said) socket.send(text, () => {});
        return {
          onText: (text) => void received.push(JSON.parse(text) as FromPage),
          onGone: () => void sockets.delete(socket),
        };
      },
    });
    return new LiveFeed(server, said, sockets, received);
  }

  get url(): string {
    return this.#server.url;
  }

  tell(...messages: readonly ToPage[]): void {
    this.tellText(...messages.map((message) => JSON.stringify(message)));
  }

  /** Whatever it says. */
  tellText(...texts: readonly string[]): void {
    for (const text of texts) {
      this.#said.push(text);
      for (const socket of this.#sockets) socket.send(text, () => {});
    }
  }

  /** Ends every connection; the server stays. */
  drop(): void {
    for (const socket of this.#sockets) socket.refuse('for a test');
  }

  async close(): Promise<void> {
    await this.#server.close();
  }
}
