import { askForStart, type StartWish } from './command-ask.ts';
import { explainError } from './explain-error.ts';
import type { BurstHandle, GatePorts } from './gate-ports.ts';
import type { GatesResult } from './gate-suite.ts';
import type { PageRequest, RunRequest } from './options/request.ts';
import { cleanText } from './report/clean-text.ts';
import { renderSuiteHtml } from './report/suite/render-suite-html.ts';
import { paintPlain } from './terminal/paint.ts';
import { renderIssues } from './terminal/render-issues.ts';
import { LivePage } from './terminal/web/live-page-server.ts';
import type { FromPage, LiveEnd } from './terminal/web/live-messages.ts';
import { readPageScript } from './terminal/web/read-page-script.ts';
import { formatNumber } from './units.ts';

/** What the live page takes from the command line. */
export interface PageTerms {
  readonly ports: GatePorts;
  readonly mask: (text: string) => string;
  /** A line for the terminal alone: the address is a key, which no log keeps. */
  readonly print: (line: string) => void;
  /** The gate. */
  readonly run: (request: RunRequest, ports: GatePorts) => Promise<GatesResult>;
}

/** `--ui`: the gate, with a page of it on this machine. The page sees all and can end the burst; what comes out is what would come out without it. */
export async function runOnPage(request: RunRequest, asked: PageRequest, terms: PageTerms): Promise<GatesResult> {
  const watched = new WatchedRun(terms);
  await watched.open(asked.port);
  try {
    const result = await watched.run(request, asked.waits);
    await watched.end(describeEnd(result));
    return result;
  } catch (thrown) {
    const { lines } = explainError(thrown);
    await watched.end({ verdict: undefined, reason: lines.join('\n'), files: {} });
    throw thrown;
  } finally {
    await watched.close();
  }
}

/** Those that come late are told all of them, and a page can ask without end. */
const MOST_LEVEL_NOTES = 1_000;

class WatchedRun {
  readonly #terms: PageTerms;
  readonly #stop = new AbortController();
  readonly #ports: GatePorts;
  #page: LivePage | undefined;
  #burst: BurstHandle | undefined;
  #levelNotes = 0;
  #start: ((wish: StartWish | undefined) => void) | undefined;

  constructor(terms: PageTerms) {
    this.#terms = terms;
    const { ports } = terms;
    // The terminal says it by itself.
    ports.stopped.addEventListener(
      'abort',
      () => this.#page?.note(`Ending the burst and writing the reports: ${String(ports.stopped.reason)}.`),
      {
        once: true,
      },
    );
    this.#ports = {
      ...ports,
      onNote: (note) => {
        ports.onNote(note);
        this.#page?.note(note);
      },
      onIssues: (issues) => {
        ports.onIssues(issues);
        if (issues.length > 0) this.#page?.note(renderIssues(issues, paintPlain).trimEnd());
      },
      stopped: AbortSignal.any([ports.stopped, this.#stop.signal]),
      live: {
        onBurst: (burst) => {
          this.#burst = burst;
          this.#page?.begin(burst);
        },
        onSecond: (second, snapshot) => this.#page?.second(second, snapshot),
      },
    };
  }

  async open(port: number | undefined): Promise<void> {
    this.#page = await LivePage.open({ port, script: readPageScript(), mask: this.#terms.mask, onWish: (wish) => this.#hear(wish) });
    this.#terms.print(`live page: ${this.#page.url}`);
  }

  async run(request: RunRequest, waits: boolean): Promise<GatesResult> {
    const chosen = waits ? await this.#ask(request) : request;
    return this.#terms.run(chosen, this.#ports);
  }

  async end(end: LiveEnd): Promise<void> {
    await this.#page?.end(end);
  }

  async close(): Promise<void> {
    await this.#page?.close();
  }

  #ask(request: RunRequest): Promise<RunRequest> {
    const { stopped } = this.#ports;
    let isTold = false;
    stopped.addEventListener('abort', () => this.#start?.(undefined), { once: true });
    return askForStart(request, {
      ports: this.#ports,
      ask: (form, issues) => {
        if (!isTold) this.#terms.print('It begins when somebody says so on the page.');
        isTold = true;
        this.#page?.ask(form, issues);
      },
      next: () =>
        new Promise((resolve) => {
          this.#start = resolve;
          if (stopped.aborted) resolve(undefined);
        }),
    });
  }

  #hear(wish: FromPage): void {
    switch (wish.kind) {
      case 'start':
        this.#start?.(wish);
        break;
      case 'stop':
        if (this.#ports.stopped.aborted) break;
        this.#ports.onNote('Stopped from the live page: ending the burst and writing the reports.');
        this.#stop.abort('stopped from the live page');
        break;
      case 'level':
        this.#setLevel(wish);
        break;
    }
  }

  #setLevel({ phase, users, spawnRatePerSec }: Extract<FromPage, { kind: 'level' }>): void {
    const isSet = this.#burst?.setLevel({ phase, users, spawnRatePerSec }) === true;
    this.#levelNotes++;
    if (this.#levelNotes === MOST_LEVEL_NOTES) this.#ports.onNote('Further changes from the live page are not told one by one.');
    if (this.#levelNotes >= MOST_LEVEL_NOTES) return;
    const name = cleanText(this.#burst?.plan.phases[phase]?.name ?? '');
    const what = `${formatNumber(users, 0)} ${users === 1 ? 'user' : 'users'} in ${name}, ${formatNumber(spawnRatePerSec, 3)} a second`;
    if (isSet) this.#ports.onNote(`From the live page: ${what}.`);
    else this.#page?.note('The level stays as it is: that phase does not run now, or so many users are beyond --max-users.');
  }
}

/** Files that a page can offer when the process has gone; those of a suite's parts have their folder before their name. */
const OFFERED = ['report.html', 'stats.csv', 'stats_history.csv', 'failures.csv', 'exceptions.csv'];
/** A suite of many parts has many files; those beyond are on the disk all the same. */
const MOST_CHARACTERS = 16_000_000;

function describeEnd(result: GatesResult): LiveEnd {
  if (result.kind === 'issues') return { verdict: undefined, reason: renderIssues(result.issues, paintPlain).trimEnd(), files: {} };
  const { state, reasons } = result.report.verdict;
  const files: Record<string, string> = {};
  let room = MOST_CHARACTERS;
  // What is kept by itself has nothing beside it.
  const alone = result.kind === 'suite' ? new Map([['report.html', renderSuiteHtml(result.report, 'nothing')]]) : undefined;
  for (const [path, text] of new Map([...result.files, ...(alone ?? [])])) {
    if (!OFFERED.includes(path.split('/').at(-1) ?? '') || text.length > room) continue;
    files[path.replaceAll('/', '-')] = text;
    room -= text.length;
  }
  return { verdict: { state, reasons }, reason: undefined, files };
}
