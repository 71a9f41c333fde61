import { maskDeep } from '../../mask-secrets.ts';
import type { LiveSecond } from '../../metrics/live-second.ts';
import type { LiveSnapshot } from '../../metrics/live-snapshot.ts';
import type { RunSummary } from '../../metrics/run-summary.ts';
import type { Plan } from '../../plan/plan.ts';
import type { FromPage, LiveEnd, StartForm, ToPage } from './live-messages.ts';
import { MessageLog, type Keep } from './message-log.ts';
import { PageFeed } from './page-feed.ts';
import type { PageListener, PageSocket } from './page-sockets.ts';
import { parsePageMessage } from './parse-page-message.ts';
import { routeLivePage } from './route-live-page.ts';
import { servePages, type PageServer } from './serve-pages.ts';

/** A burst as the page sees it. */
export interface ShownBurst {
  readonly plan: Plan;
  /** The run so far. */
  summarize(): RunSummary;
}

export interface LivePageInput {
  /** 1 … 65535; undefined: the usual one, or any that is free. */
  readonly port: number | undefined;
  /** What draws the page in a browser. */
  readonly script: Buffer;
  /** Takes secrets out of a text; they may become known later. */
  readonly mask: (text: string) => string;
  /** What somebody wants who has the page. Its fields have been checked, its wishes have not. */
  readonly onWish: (wish: FromPage) => void;
}

/** The page may be behind by a whole run when that ends; longer than this nobody waits for it. */
const PATIENCE_MS = 2_000;

/** The live page of a run: it keeps what it was told, and tells it to every page from the first word on. */
export class LivePage {
  #server: PageServer | undefined;
  readonly #mask: LivePageInput['mask'];
  readonly #onWish: LivePageInput['onWish'];
  readonly #log = new MessageLog();
  readonly #feeds = new Set<PageFeed>();
  #bursts = 0;
  #burst: ShownBurst | undefined;
  #end: LiveEnd | undefined;

  private constructor({ mask, onWish }: Pick<LivePageInput, 'mask' | 'onWish'>) {
    this.#mask = mask;
    this.#onWish = onWish;
  }

  /** Serves it; a GateError where its port is taken. */
  static async open(input: LivePageInput): Promise<LivePage> {
    const page = new LivePage(input);
    const routes = routeLivePage({
      script: input.script,
      summarize: () => page.#summarize(),
      report: () => page.#end?.files['report.html'],
    });
    page.#server = await servePages({ port: input.port, routes, onSocket: (socket) => page.#attend(socket) });
    return page;
  }

  /** What to open in a browser. */
  get url(): string {
    return this.#server?.url ?? '';
  }

  /** Nothing runs yet; the last word about what can be chosen. */
  ask(form: StartForm, issues: readonly string[]): void {
    this.#tell({ kind: 'ask', form, issues }, 'ask');
  }

  /** A burst begins. */
  begin(burst: ShownBurst): void {
    const { name, shownTarget, profile, seed, program, phases, series } = burst.plan;
    this.#burst = burst;
    this.#bursts++;
    const told = { number: this.#bursts, name, target: shownTarget, profile, seed, maxUsers: program.maxUsers, phases, series };
    this.#tell({ kind: 'begin', burst: { ...told, startedAt: new Date().toISOString() } }, 'stays');
  }

  /** A second is complete. */
  second(second: LiveSecond, snapshot: LiveSnapshot): void {
    // All its texts are in here; the slices are numbers, and many.
    const failures = maskDeep(second.failures, this.#mask);
    this.#add({ kind: 'second', second: { ...second, failures }, snapshot: maskDeep(snapshot, this.#mask) }, 'passes');
  }

  note(text: string): void {
    this.#tell({ kind: 'note', text }, 'stays');
  }

  /** The last word. Resolves when every page has it, or has had time enough. */
  async end(end: LiveEnd): Promise<void> {
    this.#end = end;
    // The files have been masked by whoever made them, and are long.
    this.#add({ kind: 'end', end: { ...maskDeep({ ...end, files: {} }, this.#mask), files: end.files } }, 'stays');
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([Promise.all([...this.#feeds].map((feed) => feed.told())), patience]);
    clearTimeout(timer);
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  #summarize(): RunSummary | undefined {
    return this.#burst && maskDeep(this.#burst.summarize(), this.#mask);
  }

  #attend(socket: PageSocket): PageListener {
    const feed = new PageFeed(this.#log, socket);
    this.#feeds.add(feed);
    if (this.#log.lost > 0) socket.send(JSON.stringify(tellLoss(this.#log.lost)), () => undefined);
    feed.wake();
    return {
      onText: (text) => {
        const wish = parsePageMessage(text);
        if (wish) this.#onWish(wish);
        else socket.refuse('that is no message of this page');
      },
      onGone: () => {
        this.#feeds.delete(feed);
        feed.leave();
      },
    };
  }

  #tell(message: ToPage, keep: Keep): void {
    this.#add(maskDeep(message, this.#mask), keep);
  }

  #add(message: ToPage, keep: Keep): void {
    this.#log.add(JSON.stringify(message), keep);
    for (const feed of this.#feeds) feed.wake();
  }
}

function tellLoss(seconds: number): ToPage {
  return {
    kind: 'note',
    text: `The run is long: its first ${seconds} seconds are no longer kept for a page that comes late. The reports will have them.`,
  };
}
