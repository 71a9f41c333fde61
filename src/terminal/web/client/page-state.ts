import type { LiveCheck } from '../../../metrics/live-snapshot.ts';
import type { LiveEnd, StartForm, ToPage } from '../live-messages.ts';
import { LiveRun } from './live-run.ts';

/** What the page shows. */
export type Stage =
  | { readonly kind: 'silent' }
  | { readonly kind: 'asking'; readonly form: StartForm; readonly issues: readonly string[]; readonly isSent: boolean }
  | { readonly kind: 'running'; readonly run: LiveRun }
  /** `run` is undefined where the run ended before a burst began. */
  | { readonly kind: 'ended'; readonly run: LiveRun | undefined; readonly end: LiveEnd };

/** The way to the server. `lost`: it was there, and it is tried again. */
export type Link = 'opening' | 'open' | 'lost';

/** The terminal keeps all of them. */
const MOST_NOTES = 200;

/** All that the page knows, from the messages of the server in their order and from nothing else. */
export class PageState {
  link: Link = 'opening';
  #stage: Stage = { kind: 'silent' };
  #notes: string[] = [];
  #isForeign = false;

  get stage(): Stage {
    return this.#stage;
  }

  get notes(): readonly string[] {
    return this.#notes;
  }

  get isForeign(): boolean {
    return this.#isForeign;
  }

  /** The burst that is shown; undefined: none began. */
  get run(): LiveRun | undefined {
    return 'run' in this.#stage ? this.#stage.run : undefined;
  }

  /** A new connection tells everything from the start. */
  begin(): void {
    this.#stage = { kind: 'silent' };
    this.#notes = [];
    this.#isForeign = false;
  }

  /** Something came that this page does not know. */
  markForeign(): void {
    this.#isForeign = true;
  }

  /** The start form is on its way; what stands against it comes as a message. */
  markSent(): void {
    if (this.#stage.kind === 'asking') this.#stage = { ...this.#stage, isSent: true, issues: [] };
  }

  /** Takes in a message, and answers what a screen reader should say about it; undefined: nothing. */
  receive(message: ToPage): string | undefined {
    switch (message.kind) {
      case 'ask':
        this.#stage = { kind: 'asking', form: message.form, issues: message.issues, isSent: false };
        return message.issues.length > 0 ? `Not started: ${message.issues.join(' ')}` : undefined;
      case 'begin':
        this.#stage = { kind: 'running', run: new LiveRun(message.burst) };
        return message.burst.number > 1 ? `Burst ${message.burst.number} begins.` : 'The run begins.';
      case 'second':
        return this.#addSecond(message);
      case 'note':
        this.#notes = [...this.#notes, message.text].slice(-MOST_NOTES);
        return undefined;
      case 'end':
        this.#stage = { kind: 'ended', run: this.run, end: message.end };
        return `The run is over: ${message.end.verdict?.reasons[0] ?? message.end.reason ?? 'no verdict'}`;
      default:
        // Of another version of load-gate: what this page shows is then not all there is, and it says so.
        this.markForeign();
        return undefined;
    }
  }

  #addSecond({ second, snapshot }: Extract<ToPage, { kind: 'second' }>): string | undefined {
    const { run } = this;
    if (!run || this.#stage.kind !== 'running') return undefined;
    const before = run.snapshot?.checks ?? [];
    run.add(second, snapshot);
    return describeNews(before, snapshot.checks ?? []);
  }
}

/** `Broken: GET /items p95.` for promises that have changed since; undefined where none has. */
export function describeNews(before: readonly LiveCheck[], after: readonly LiveCheck[]): string | undefined {
  const known = new Map(before.map(({ name, state }) => [name, state]));
  const became = (state: LiveCheck['state']): readonly LiveCheck[] =>
    after.filter((check) => check.state === state && known.get(check.name) !== state);
  const isMended = ({ name }: LiveCheck): boolean => ['broken', 'warning'].includes(known.get(name) ?? '');
  const parts = [
    listNames('Broken', became('broken')),
    listNames('Broken, as a warning', became('warning')),
    listNames('Holds again', became('holding').filter(isMended)),
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(' ');
}

const MOST_SAID = 5;

function listNames(word: string, checks: readonly LiveCheck[]): string {
  if (checks.length === 0) return '';
  const left = checks.length - MOST_SAID;
  const names = checks.slice(0, MOST_SAID).map(({ name }) => name);
  return `${word}: ${names.join(', ')}${left > 0 ? `, and ${left} more` : ''}.`;
}
