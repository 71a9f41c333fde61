import type { TimedValue } from '../metrics/server-reading.ts';
import { askAgain } from './ask-again.ts';
import { listSelectors } from './list-selectors.ts';
import { QueryRefused, type Prometheus, type RangePoint, type TimeRange } from './prometheus.ts';
import { pause } from './row-probe.ts';

/** A target that is scraped more seldom than every minute, which is the default of Prometheus, has no figures of a burst. */
const MOST_WAIT_MS = 75_000;

/** Run time and that of Prometheus: `atMs + originMs` is what its clock shows, ms since 1970. */
export interface RangeReaderOptions {
  readonly prometheus: Prometheus;
  readonly originMs: number;
  readonly signal: AbortSignal;
  /** Run time, ms. */
  readonly now: () => number;
}

/** The values of one expression over a stretch of the run, each with the time of the scrape that it is made of. */
export class RangeReader {
  readonly #expression: string;
  readonly #selectors: readonly string[];
  readonly #options: RangeReaderOptions;
  lost = 0;
  problem: string | undefined;

  constructor(expression: string, options: RangeReaderOptions) {
    this.#expression = expression;
    this.#selectors = listSelectors(expression);
    this.#options = options;
  }

  /** Values from `fromMs` to `toMs` of the run; none, with a problem, where it cannot be read. */
  async read(fromMs: number, toMs: number, stepMs: number): Promise<readonly TimedValue[]> {
    const { originMs, signal, prometheus } = this.#options;
    const range = { fromMs: fromMs + originMs, toMs: toMs + originMs, stepMs };
    const asked = await askAgain(
      async () => ({ points: await prometheus.readRange(this.#expression, range, signal), scrapes: await this.#readScrapes(range) }),
      signal,
    );
    this.lost += asked.problems.length;
    this.problem = asked.problems.at(-1) ?? this.problem;
    if (!asked.ok) return [];
    const { points, scrapes } = asked.value;
    if (points.length === 0) this.problem = 'Prometheus has no value of it then';
    return points.map(({ atMs, value }) => {
      const scrapedMs = scrapes.get(Math.round(atMs));
      return { atMs: atMs - originMs, value, asOfMs: (scrapedMs ?? atMs) - originMs };
    });
  }

  /**
   * Waits until a scrape that began after `atMs` has been seen, so that all before it are there; at most a bit longer than a minute. An expression that reads nothing, or of
   * which nothing is known, is not waited for.
   */
  async awaitScrape(atMs: number, stepMs: number): Promise<void> {
    const { originMs, signal, now } = this.#options;
    const deadlineMs = now() + MOST_WAIT_MS;
    while (this.#selectors.length > 0 && now() < deadlineMs && !signal.aborted) {
      const nowMs = now() + originMs;
      const asked = await askAgain(() => this.#readScrapes({ fromMs: nowMs, toMs: nowMs, stepMs }), signal);
      // The reading itself says what is wrong.
      const [newest] = asked.ok ? asked.value.values() : [];
      if (newest === undefined || newest - originMs >= atMs) return;
      await pause(Math.min(1_000, stepMs), signal);
    }
  }

  /** By moment, the oldest of the scrapes that the expression is made of. What is asked of words that are no metric has no answer, or is refused. */
  async #readScrapes(range: TimeRange): Promise<ReadonlyMap<number, number>> {
    const { prometheus, signal } = this.#options;
    const oldest = new Map<number, number>();
    const asked = this.#selectors.map((selector) => prometheus.readRange(`min(timestamp(${selector}))`, range, signal));
    const answers = await Promise.all(asked.map((answer) => answer.catch(refuseOnly)));
    for (const { atMs, value } of answers.flat()) {
      const key = Math.round(atMs);
      oldest.set(key, Math.min(oldest.get(key) ?? Number.POSITIVE_INFINITY, value * 1_000));
    }
    return oldest;
  }
}

/** Closed: without the time of its scrape a value from before the load could pass for one of it. */
function refuseOnly(thrown: unknown): readonly RangePoint[] {
  if (thrown instanceof QueryRefused) return [];
  throw thrown;
}
