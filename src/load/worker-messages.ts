import type { Delta } from '../metrics/delta.ts';
import type { LevelChange } from '../metrics/run-summary.ts';
import type { WorkerReport } from '../metrics/worker-report.ts';
import type { PlannedPhase, Series } from '../plan/plan.ts';
import type { WorkerPlace } from '../plan/shard.ts';
import type { Program } from '../plan/program.ts';
import type { ProxyEnvironment } from './socket/choose-proxy.ts';

/** One target's part of a burst: what is done to it, and when. */
export interface SideStart {
  readonly program: Program;
  readonly phases: readonly PlannedPhase[];
  /** The stream of chance that each phase draws from, by its place. */
  readonly streams: readonly number[];
  readonly series: readonly Series[];
  /** Shared by all workers: one counter a data table. */
  readonly rowCounters: SharedArrayBuffer;
  readonly tracePrefix: string;
}

/** What both targets of a comparison share. */
export interface SharedStart {
  readonly seed: number;
  /** Which worker of which shard. */
  readonly place: WorkerPlace;
  readonly timeBoxMs: number;
  readonly proxies: ProxyEnvironment;
  /** This worker's share of the cap on bytes, for each side. */
  readonly maxBytes: number;
}

/** What a worker thread is started with. */
export interface WorkerStart extends SharedStart {
  /** One target, or the two of a live comparison: candidate, baseline. */
  readonly sides: readonly SideStart[];
}

/** Main thread → worker. */
export type ToWorker =
  /** The run's start on the machine's monotonic clock. */
  | { readonly kind: 'begin'; readonly originNs: bigint }
  /** A phase whose start could not be planned, because fixed work came before it. µs since the run's start. */
  | { readonly kind: 'begin-phase'; readonly phase: number; readonly startUs: number }
  | ({ readonly kind: 'set-level' } & LevelOrder)
  | { readonly kind: 'stop' };

/** From a moment (µs since the run's start) on, the closed phase that then runs goes from one level to another; nothing happens where it does not run. */
export interface LevelOrder extends Omit<LevelChange, 'atMs'> {
  readonly atUs: number;
}

/** Worker → main thread. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'delta'; readonly side: number; readonly delta: Delta }
  /** This worker's share of fixed work is finished. */
  | { readonly kind: 'phase-done'; readonly phase: number }
  /** The cap on bytes is reached: the run must end. */
  | { readonly kind: 'over-cap'; readonly bytes: number }
  /** All sides are through: one report for each. */
  | { readonly kind: 'done'; readonly reports: readonly WorkerReport[] };
