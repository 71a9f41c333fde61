import type { LiveSnapshot } from '../metrics/live-snapshot.ts';
import { cleanText } from '../report/clean-text.ts';
import { formatLatency, formatNumber, formatRate } from '../units.ts';
import type { ProgressView } from './progress-view.ts';
import { formatSeconds, measureProgress } from './render-progress.ts';

const EVERY_MS = 5_000;

/** One plain line for each 5 s of a run, for logs that cannot repaint; the time is the snapshot's own. */
export class LineLog implements ProgressView {
  readonly #write: (line: string) => void;
  #nextMs = EVERY_MS;
  #lastMs = 0;

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  update(snapshot: LiveSnapshot): void {
    // The next burst of the same run begins anew.
    if (snapshot.elapsedMs < this.#lastMs) this.#nextMs = EVERY_MS;
    this.#lastMs = snapshot.elapsedMs;
    if (snapshot.elapsedMs < this.#nextMs) return;
    this.#nextMs = (Math.floor(snapshot.elapsedMs / EVERY_MS) + 1) * EVERY_MS;
    this.#write(renderProgressLine(snapshot));
  }

  log(line: string): void {
    this.#write(line);
  }

  finish(): void {
    this.#nextMs = Number.POSITIVE_INFINITY;
  }
}

/** `15 s  steady  50 users  1,500/6,000 (25.0 %)  100/s  ok 1,498  failed 2  p95 23.1 ms  broken: …`. */
export function renderProgressLine(snapshot: LiveSnapshot): string {
  const { total } = snapshot;
  const progress = measureProgress(snapshot);
  const broken = (snapshot.checks ?? []).filter((check) => check.state === 'broken').map((check) => cleanText(check.name, 80));
  return [
    formatSeconds(snapshot.elapsedMs).padStart(5),
    cleanText(snapshot.phase, 40),
    `${formatNumber(snapshot.users, 0)} users`,
    ...(snapshot.openSockets ? [`${formatNumber(snapshot.openSockets, 0)} open sockets`] : []),
    `${progress.text} (${(progress.ratio * 100).toFixed(1)} %)`,
    formatRate(total.ratePerSec),
    `ok ${formatNumber(total.requests - total.failures, 0)}`,
    `failed ${formatNumber(total.failures, 0)}`,
    ...(total.p95Us === undefined ? [] : [`p95 ${formatLatency(total.p95Us)}`]),
    ...(broken.length === 0 ? [] : [`broken: ${broken.join(', ')}`]),
  ].join('  ');
}
