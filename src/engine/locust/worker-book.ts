import type { Delta } from '../../metrics/delta.ts';
import { cleanText } from '../../report/clean-text.ts';
import type { ReportLine } from './parse-report-line.ts';

type Line<Kind extends ReportLine['kind']> = Extract<ReportLine, { kind: Kind }>;

/** What is known of one worker. */
interface WorkerState {
  readonly id: string;
  nextSecond: number;
  heardMs: number;
  hasReported: boolean;
}

/** A worker's clock begins when the word reaches it, and so never before ours; its second may be a bit longer than ours. */
const EARLY_MS = 2_000;

/**
 * Who was heard, and what of: each worker hands in every second once and in order, of this plan, and reports at its end. Whatever is not so is told in a sentence, without
 * its full stop: what is left of the burst would be another one.
 */
export class WorkerBook {
  readonly #plan: string;
  readonly #count: number;
  #workers: readonly WorkerState[] = [];
  #cpuSeconds = 0;
  #memoryBytes = 0;

  /** `plan` is the hash of the locustfile, `count` how many workers there are to be. */
  constructor(plan: string, count: number) {
    this.#plan = plan;
    this.#count = count;
  }

  /** The workers that make the burst. Undefined: they are as many as they are to be. */
  begin({ workers }: Line<'begin'>): string | undefined {
    if (this.#workers.length > 0) return 'Locust began twice';
    if (workers.length !== this.#count || new Set(workers).size !== workers.length)
      return `Locust began with ${workers.length} workers in place of ${this.#count}`;
    this.#workers = workers.map((id) => ({ id, nextSecond: 0, heardMs: 0, hasReported: false }));
    return undefined;
  }

  /** The seconds of a worker that may be added; `problem` says why no more of them. `atMs`: since the start of the burst. */
  admit(line: Line<'seconds'>, atMs: number): { readonly deltas: readonly Delta[]; readonly problem: string | undefined } {
    const refused = this.#refuse(line);
    const worker = this.#workers[line.worker];
    if (refused !== undefined || !worker) return { deltas: [], problem: refused ?? 'Locust handed in a second before it began' };
    worker.heardMs = atMs;
    for (const [place, { second }] of line.deltas.entries()) {
      const problem = this.#explainSecond(line.worker, second, atMs);
      if (problem !== undefined) return { deltas: line.deltas.slice(0, place), problem };
      worker.nextSecond = second + 1;
    }
    return { deltas: line.deltas, problem: undefined };
  }

  /** A worker is done. Undefined: its report counts. */
  close(line: Line<'report'>, atMs: number): string | undefined {
    const refused = this.#refuse(line);
    const worker = this.#workers[line.worker];
    if (refused !== undefined || !worker) return refused ?? 'Locust handed in a report before it began';
    worker.heardMs = atMs;
    worker.hasReported = true;
    this.#cpuSeconds += line.cpuSeconds;
    this.#memoryBytes += line.peakMemoryBytes;
    return undefined;
  }

  /** What the workers that have reported say that they have used. */
  get usage(): { readonly cpuSeconds: number; readonly memoryBytes: number } {
    return { cpuSeconds: this.#cpuSeconds, memoryBytes: this.#memoryBytes };
  }

  /** When the last worker has reported, ms since the start of the burst; undefined: one has not yet. */
  get closedMs(): number | undefined {
    const isClosed = this.#workers.length > 0 && this.#workers.every(({ hasReported }) => hasReported);
    return isClosed ? Math.max(...this.#workers.map(({ heardMs }) => heardMs)) : undefined;
  }

  /** A worker that is lost. */
  describeLost({ id, worker, why }: Line<'lost'>, atMs: number): string {
    const name = worker !== undefined && this.#workers[worker] ? this.#name(worker) : `worker ${showId(id)}`;
    const after = `after ${Math.max(0, Math.round(atMs / 1_000))} s`;
    switch (why) {
      case 'silent':
        return `${name} was lost ${after}: Locust does not hear from it any more`;
      case 'broke-down':
        return `${name} ended ${after} without its part of the plan: it broke down, or was stopped alone`;
      case 'early':
        return `${name} reported ${after}, before the plan was over`;
    }
  }

  /** A worker too many. */
  describeSurplus({ id }: Line<'surplus'>): string {
    return `a worker more than the ${this.#count} that were expected came: ${showId(id)}`;
  }

  /** The worker that has been silent for too long; undefined: none. */
  describeSilent(nowMs: number, silentMs: number): string | undefined {
    const place = this.#workers.findIndex(({ heardMs, hasReported }) => !hasReported && nowMs - heardMs >= silentMs);
    return place < 0 ? undefined : `${this.#name(place)} has handed in nothing for ${silentMs / 1_000} s`;
  }

  /** The workers without a report; undefined: all have reported. */
  describeMissing(): string | undefined {
    const missing = this.#workers.flatMap(({ hasReported }, place) => (hasReported ? [] : [this.#name(place)]));
    return missing.length === 0 ? undefined : `${missing.join(', ')} did not report`;
  }

  #refuse({ worker, plan }: Line<'seconds'> | Line<'report'>): string | undefined {
    if (this.#workers.length === 0) return undefined;
    const known = this.#workers[worker];
    if (!known) return `Locust speaks of a worker ${worker + 1}, and there are ${this.#count}`;
    if (plan !== this.#plan)
      return `${this.#name(worker)} follows another plan: its file is not the one of this run (load-gate export locust prints it)`;
    return known.hasReported ? `${this.#name(worker)} went on after its report` : undefined;
  }

  #explainSecond(place: number, second: number, atMs: number): string | undefined {
    const expected = this.#workers[place]?.nextSecond ?? 0;
    if (second < expected) return `${this.#name(place)} handed in second ${second} twice`;
    if (second > expected) return `${this.#name(place)} skipped second ${expected}`;
    return second * 1_000 > atMs + EARLY_MS ? `${this.#name(place)} handed in second ${second} before its time` : undefined;
  }

  #name(place: number): string {
    return `worker ${place + 1} of ${this.#count} (${showId(this.#workers[place]?.id ?? '')})`;
  }
}

/** Locust names a worker `host_` and 32 hexadecimal digits: the host, and enough of them to tell two apart. */
function showId(id: string): string {
  return cleanText(id.replace(/_([0-9a-f]{6})[0-9a-f]{26}$/, ' $1'), 60);
}
