import type { LiveSnapshot } from '../metrics/live-snapshot.ts';
import { formatDuration, formatNumber, formatRate } from '../units.ts';

/** How far a burst is: 0 … 1, of its planned starts or, where it has none, of its planned time; the count in words; what is left. */
export interface Progress {
  readonly ratio: number;
  /** `5,000/10,000` starts, or `30 s/1 m`. */
  readonly text: string;
  readonly etaMs: number;
}

/** Fixed work may end before its time: then what is left is reckoned from the starts so far, and never more than the plan's time. */
export function measureProgress(snapshot: LiveSnapshot): Progress {
  const { elapsedMs, plannedMs, starts, plannedStarts } = snapshot;
  const leftMs = Math.max(0, plannedMs - elapsedMs);
  if (plannedStarts === undefined || plannedStarts === 0) {
    const ratio = plannedMs > 0 ? Math.min(1, elapsedMs / plannedMs) : 1;
    return { ratio, text: `${formatSeconds(Math.min(elapsedMs, plannedMs))}/${formatSeconds(plannedMs)}`, etaMs: leftMs };
  }
  const ratio = Math.min(1, starts / plannedStarts);
  const text = `${formatNumber(starts, 0)}/${formatNumber(plannedStarts, 0)}`;
  return { ratio, text, etaMs: starts > 0 ? Math.min(leftMs, (elapsedMs / starts) * Math.max(0, plannedStarts - starts)) : leftMs };
}

/** `[████████░░░░] 5,000/10,000 (50.0 %) | 234/s | ok 4,998 | failed 2 | ETA 21 s` in at most `width` columns: the bar gives way first, failures last. */
export function renderProgress(snapshot: LiveSnapshot, width: number): string {
  const { total } = snapshot;
  const progress = measureProgress(snapshot);
  const done = `${progress.text} (${(progress.ratio * 100).toFixed(1)} %)`;
  const rate = formatRate(total.ratePerSec);
  const ok = `ok ${formatNumber(total.requests - total.failures, 0)}`;
  const failed = `failed ${formatNumber(total.failures, 0)}`;
  const eta = `ETA ${formatSeconds(progress.etaMs)}`;
  const choices = [[done, rate, ok, failed, eta], [done, rate, ok, failed], [done, ok, failed], [done, failed], [done]].map((parts) =>
    parts.join(' | '),
  );
  const text = (choices.find((choice) => choice.length <= width) ?? done).slice(0, width);
  const room = Math.min(WIDEST_BAR, width - text.length - 3);
  return room < NARROWEST_BAR ? text : `[${renderBar(progress.ratio, room)}] ${text}`;
}

const WIDEST_BAR = 30;
const NARROWEST_BAR = 5;

/** Full only when everything is done. */
function renderBar(ratio: number, width: number): string {
  const full = Math.floor(ratio * width + 1e-9);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

/** Whole seconds: progress in milliseconds only flickers. */
export function formatSeconds(durationMs: number): string {
  const seconds = Math.round(durationMs / 1_000);
  return seconds === 0 ? '0 s' : formatDuration(seconds * 1_000);
}
