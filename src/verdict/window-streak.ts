import type { WindowRule } from '../config/sla.ts';
import type { Slice } from '../metrics/run-summary.ts';
import { holds, holdsFromBound } from './compare-value.ts';
import { countJudged, judgedPercentile } from './judged-latency.ts';
import { addSlices } from './merge-series-phases.ts';

/** One full window with evidence, named by its last second. */
export interface WindowReading {
  readonly lastSecond: number;
  /** µs or ratio; a lower bound when `censored`; undefined when not even that is known. */
  readonly value: number | undefined;
  readonly censored: boolean;
  readonly samples: number;
  readonly breaches: boolean;
}

/**
 * One rule over one stream of seconds. Each second completes a window, a true merge of its slices:
 *
 *   window                                   | streak
 *   not full, or too few samples: no evidence | stays as it is
 *   keeps the limit                          | 0
 *   beyond, and disjoint from the one counted last | + 1
 *   beyond, but it overlaps the one counted last   | stays as it is
 */
export class WindowStreak {
  readonly #rule: WindowRule;
  readonly #failuresLost: boolean;
  readonly #width: number;
  #recent: Slice[] = [];
  #streak = 0;
  #countedSecond = Number.NEGATIVE_INFINITY;
  /** The worst window so far; undefined: none had evidence. */
  worst: WindowReading | undefined;
  longestStreak = 0;
  /** The most samples that any full window had. */
  mostSamples: number | undefined;
  /** The window that completed the first streak of `for`; undefined: the rule holds so far. */
  fired: WindowReading | undefined;

  constructor(rule: WindowRule, failuresLost: boolean) {
    this.#rule = rule;
    this.#failuresLost = failuresLost;
    this.#width = Math.max(1, Math.ceil(rule.windowMs / 1_000));
  }

  /** The next second; a gap before it empties the window, because only full windows count. */
  push(slice: Slice): void {
    const last = this.#recent.at(-1);
    if (last && slice.second <= last.second) throw new RangeError(`second ${slice.second} comes after second ${last.second}`);
    if (last && slice.second !== last.second + 1) this.#recent = [];
    this.#recent.push(slice);
    if (this.#recent.length > this.#width) this.#recent.shift();
    if (this.#recent.length < this.#width) return;
    const reading = this.#read(addSlices(slice.second, this.#recent));
    if (reading !== undefined) this.#count(reading);
  }

  #count(reading: WindowReading): void {
    if (this.worst === undefined || isWorse(reading, this.worst)) this.worst = reading;
    if (!reading.breaches) {
      this.#streak = 0;
      this.#countedSecond = Number.NEGATIVE_INFINITY;
      return;
    }
    if (reading.lastSecond - this.#width < this.#countedSecond) return;
    this.#streak++;
    this.#countedSecond = reading.lastSecond;
    this.longestStreak = Math.max(this.longestStreak, this.#streak);
    if (this.#streak >= this.#rule.forWindows) this.fired ??= reading;
  }

  #read(window: Slice): WindowReading | undefined {
    const { metric, comparison, value: limit } = this.#rule;
    const lastSecond = window.second;
    if (metric.kind === 'error-rate') {
      const samples = window.ok + window.failed + window.censored;
      this.mostSamples = Math.max(this.mostSamples ?? 0, samples);
      if (samples === 0) return undefined;
      const value = (window.failed + window.censored) / samples;
      return { lastSecond, value, censored: false, samples, breaches: !holds(value, comparison, limit) };
    }
    const lost = window.censored + (this.#failuresLost ? window.failed : 0);
    const lowerBoundUs = window.latency.count > 0 ? window.latency.highestUs : undefined;
    const judged = { answered: window.latency, lost, lowerBoundUs };
    const samples = countJudged(judged);
    this.mostSamples = Math.max(this.mostSamples ?? 0, samples);
    if (samples < windowSamples(metric.percentile)) return undefined;
    const read = judgedPercentile(judged, metric.percentile);
    if (read === undefined) return undefined;
    if (read.state === 'exact')
      return { lastSecond, value: read.us, censored: false, samples, breaches: !holds(read.us, comparison, limit) };
    return { lastSecond, value: read.atLeastUs, censored: true, samples, breaches: !holdsFromBound(read.atLeastUs, comparison, limit) };
  }
}

/**
 * Samples that a percentile of one window needs: 1 ÷ (1 − p), so that one lies beyond it (p95: 20, p99: 100). Fewer than for a promise of the whole run,
 * because the streak asks again; with less, the percentile would be the maximum. p100 is the maximum and needs one.
 */
export function windowSamples(percentile: number): number {
  return percentile >= 100 ? 1 : Math.ceil((100 / (100 - percentile)) * (1 - 1e-9));
}

/** Breaching before keeping, lost before known, then further from what was promised (for lower limits both orders are a choice; the larger is shown). */
function isWorse(left: WindowReading, right: WindowReading): boolean {
  if (left.breaches !== right.breaches) return left.breaches;
  if (left.censored !== right.censored) return left.censored;
  return (left.value ?? Number.POSITIVE_INFINITY) > (right.value ?? Number.POSITIVE_INFINITY);
}
