import type { Delta } from '../metrics/delta.ts';
import type { WorkerReport } from '../metrics/worker-report.ts';
import type { PlannedPhase, Series } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';
import type { ProxyEnvironment } from './socket/choose-proxy.ts';

/** What a worker thread is started with. */
export interface WorkerStart {
  readonly program: Program;
  readonly phases: readonly PlannedPhase[];
  readonly series: readonly Series[];
  readonly seed: number;
  /** Over all workers and shards. */
  readonly stripe: { readonly index: number; readonly count: number };
  readonly shard: { readonly index: number; readonly count: number };
  /** Shared by all workers: one counter a data table. */
  readonly rowCounters: SharedArrayBuffer;
  readonly timeBoxMs: number;
  readonly proxies: ProxyEnvironment;
  readonly tracePrefix: string;
  /** This worker's share of the cap on bytes. */
  readonly maxBytes: number;
}

/** Main thread → worker. */
export type ToWorker =
  /** The run's start on the machine's monotonic clock. */
  | { readonly kind: 'begin'; readonly originNs: bigint }
  /** A phase whose start could not be planned, because fixed work came before it. µs since the run's start. */
  | { readonly kind: 'begin-phase'; readonly phase: number; readonly startUs: number }
  | { readonly kind: 'stop' };

/** Worker → main thread. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'delta'; readonly delta: Delta }
  /** This worker's share of fixed work is finished. */
  | { readonly kind: 'phase-done'; readonly phase: number }
  /** The cap on bytes is reached: the run must end. */
  | { readonly kind: 'over-cap'; readonly bytes: number }
  | { readonly kind: 'done'; readonly report: WorkerReport };
