import type { Plan, PlannedPhase, Series } from '../plan/plan.ts';
import { attemptsOf, failuresOf } from './counts.ts';
import { mergeDistributions, percentileUs, type Distribution } from './distribution.ts';
import type { LiveCheck, LiveRow, LiveSnapshot } from './live-snapshot.ts';
import { WHOLE_BURST, type Shard } from '../plan/shard.ts';
import { countAsked, type ClosedSecond, type RunCollector } from './run-collector.ts';
import type { SeriesTotals } from './series-totals.ts';

/** Seconds over which the shown rate is taken. */
const RATE_SECONDS = 3;

/** Turns closed seconds into snapshots of a run that goes on. */
export class LiveProgress {
  readonly #phases: readonly PlannedPhase[];
  readonly #series: readonly Series[];
  readonly #collector: RunCollector;
  readonly #shard: Shard;
  readonly #history: (readonly number[])[] = [];
  #starts = 0;
  #phase = 0;
  #phaseBeganMs = 0;

  constructor(
    { phases, series, shard = WHOLE_BURST }: Pick<Plan, 'phases' | 'series'> & Partial<Pick<Plan, 'shard'>>,
    collector: RunCollector,
  ) {
    this.#shard = shard;
    this.#phases = phases;
    this.#series = series;
    this.#collector = collector;
  }

  /** The run as it stands after a second. */
  snapshot(second: ClosedSecond, checks: readonly LiveCheck[]): LiveSnapshot {
    const elapsedMs = (second.second + 1) * 1_000;
    this.#starts += second.starts;
    this.#follow(second.phase, second.second * 1_000);
    const parts = this.#series.map((_entry, index) => this.#collector.totals(index));
    const requests = parts.map((perPhase) => perPhase.reduce((sum, totals) => sum + attemptsOf(totals.counts), 0));
    this.#history.push(requests);
    if (this.#history.length > RATE_SECONDS + 1) this.#history.shift();
    const latencies = parts.map((perPhase) => mergeDistributions(perPhase.map((totals) => totals.distribution('latency'))));
    const rows = this.#series.map((entry, index): LiveRow => {
      const failures = (parts[index] ?? []).reduce((sum, totals) => sum + failuresOf(totals.counts), 0);
      return toRow(entry.name, { requests: requests[index] ?? 0, failures, ratePerSec: this.#rate(index) }, latencies[index]);
    });
    // In a second in which a phase begins, the later one has what is open now.
    const openOf = (perPhase: readonly SeriesTotals[]): number =>
      perPhase.findLast((totals) => totals.openAt(second.second) !== undefined)?.openAt(second.second) ?? 0;
    const openSockets = parts.reduce((all, perPhase) => all + openOf(perPhase), 0);
    const sum = (pick: (row: LiveRow) => number): number => rows.reduce((total, row) => total + pick(row), 0);
    const totals = { requests: sum((row) => row.requests), failures: sum((row) => row.failures), ratePerSec: sum((row) => row.ratePerSec) };
    return {
      elapsedMs,
      plannedMs: this.#phaseBeganMs + sumDurations(this.#phases.slice(this.#phase)),
      phase: this.#phases[this.#phase]?.name ?? 'draining',
      users: second.users,
      ...(openSockets === 0 ? {} : { openSockets }),
      starts: this.#starts,
      plannedStarts: this.#plannedStarts(),
      rows: rows.filter((_row, index) => this.#series[index]?.selected === true),
      total: toRow('total', totals, mergeDistributions(latencies)),
      ...(checks.length === 0 ? {} : { checks }),
    };
  }

  #rate(index: number): number {
    const first = this.#history[0]?.[index] ?? 0;
    const last = this.#history.at(-1)?.[index] ?? 0;
    const seconds = this.#history.length - 1;
    return seconds < 1 ? last : (last - first) / seconds;
  }

  /** Fixed work ends when it ends; what comes after it is as long as planned. */
  #follow(phase: number, beganMs: number): void {
    if (phase === this.#phase) return;
    const passed = this.#phases.slice(this.#phase, phase);
    const isPlanned = passed.every(({ model }) => model !== 'iterations');
    this.#phaseBeganMs = isPlanned ? this.#phaseBeganMs + sumDurations(passed) : beganMs;
    this.#phase = phase;
  }

  #plannedStarts(): number | undefined {
    let planned = 0;
    for (const phase of this.#phases) {
      if (phase.model === 'closed') return undefined;
      planned += countAsked(phase, this.#shard) ?? 0;
    }
    return planned;
  }
}

function sumDurations(phases: readonly PlannedPhase[]): number {
  return phases.reduce((sum, phase) => sum + phase.durationMs, 0);
}

function toRow(name: string, counts: Pick<LiveRow, 'requests' | 'failures' | 'ratePerSec'>, latency: Distribution | undefined): LiveRow {
  const at = (percentile: number): number | undefined => (latency ? percentileUs(latency, percentile) : undefined);
  return { name, ...counts, p50Us: at(50), p95Us: at(95), p99Us: at(99) };
}
