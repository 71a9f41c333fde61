import type { Distribution } from './distribution.ts';
import type { EngineInfo } from './engine-info.ts';
import type { ForeignPhase, StatedLatency } from './stated-latency.ts';
import type { PlannedPhase, Series } from '../plan/plan.ts';
import type { ServerSeries } from './server-series.ts';
import type { ShardInfo } from './shard-info.ts';

/**
 * Everything that one burst measured: frozen, JSON-safe, versioned. Verdict and reports read this and nothing else.
 * Times are milliseconds since the start of the run (`startedAt`) unless their name says otherwise.
 */
export interface RunSummary {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'load-gate'; readonly version: string };
  readonly scenario: { readonly name: string; readonly file: string; readonly hash: string; readonly profile: string | undefined };
  /** Masked when it came from a secret. */
  readonly target: string;
  readonly seed: number;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly ending: Ending;
  readonly environment: Environment;
  readonly workers: number;
  readonly phases: readonly PhaseSummary[];
  readonly series: readonly SeriesSummary[];
  readonly health: GeneratorHealth;
  readonly transport: TransportSummary;
  /** Each broken equation in words; empty: the books balance. */
  readonly imbalances: readonly string[];
  /** Requests that took longer than `slower_than`, slowest first, bounded. */
  readonly slowRequests: readonly SlowRequest[];
  /** Every second of the run, ascending. Empty: an older load-gate made this, or nothing began. */
  readonly timeline: readonly TimelineSecond[];
  /** What the target said of itself: one for each row of `server:`. Empty: there is none, or an older load-gate made this. */
  readonly server: readonly ServerSeries[];
  /** Levels of users that somebody set by hand while it ran, ascending: it is no longer the run that was planned, and is compared with no other. Empty: none. */
  readonly levelChanges: readonly LevelChange[];
  /** The machines that made the burst, by their places; one that is there alone is a part, and no verdict comes of it. Empty: a burst of one machine. */
  readonly shards: readonly ShardInfo[];
  /** What made the load. */
  readonly engine: EngineInfo;
  /** Of an import that has figures in place of samples: those of all series together, which cannot be had from the single ones. Absent: there are samples. */
  readonly statedTotal?: StatedLatency;
}

/** From its moment on a closed phase has other users than planned; the next one begins from the level that was reached. */
export interface LevelChange {
  readonly atMs: number;
  /** The place of the phase in `phases`. */
  readonly phase: number;
  /** The level at that moment. */
  readonly fromUsers: number;
  readonly users: number;
  /** How fast they come or go; above 0. */
  readonly spawnRatePerSec: number;
}

/** All series together in one second of the run. What counts are requests that were sent and ended in it, of all phases but warm-ups. */
export interface TimelineSecond {
  /** Whole seconds since the start of the run. */
  readonly second: number;
  /** Virtual users at its end, of any phase. */
  readonly users: number;
  /** ok + failed + timed out + cut, and drops of WebSockets. */
  readonly requests: number;
  readonly failures: number;
  readonly bytesReceived: number;
  /** Time from the actual start of all of them, failures included: exact; 0 where nothing ended. */
  readonly sumUs: number;
  readonly lowestUs: number;
  readonly highestUs: number;
  /** The same, each to a whole millisecond, from 100 ms on to within 1 %. */
  readonly service: Distribution;
}

export type Ending =
  | { readonly state: 'complete' }
  /** A window rule with `then: abort` fired: a breach, decided by the verdict from the same slices. */
  | { readonly state: 'aborted'; readonly reason: string }
  /** Ctrl-C, SIGTERM, a cancelled workflow, or the generator failed: inconclusive. */
  | { readonly state: 'cut-short'; readonly reason: string };

export interface Environment {
  readonly node: string;
  readonly platform: string;
  readonly cpuModel: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly runnerImage: string | undefined;
}

/** What was asked and what happened, side by side (measurement rule 20). */
export interface PhaseSummary {
  readonly plan: PlannedPhase | ForeignPhase;
  /** Undefined: the run ended before this phase began. */
  readonly startMs: number | undefined;
  /** When its last new iteration could start; the drain comes after. */
  readonly endMs: number | undefined;
  readonly iterations: IterationBook;
  /** Most virtual users at once. */
  readonly peakUsers: number;
}

/** planned = started + dropped + missed (open and fixed work; closed: planned = started); started = ok + failed + cut + interrupted. */
export interface IterationBook {
  readonly planned: number;
  readonly started: number;
  readonly dropped: number;
  readonly missed: number;
  readonly ok: number;
  readonly failed: number;
  readonly cut: number;
  readonly interrupted: number;
}

/** One series: `perPhase[i]` belongs to `RunSummary.phases[i]`. */
export interface SeriesSummary extends Series {
  readonly perPhase: readonly SeriesPhase[];
}

/** One series in one phase. A request belongs to the phase in which it was due to start. */
export interface SeriesPhase {
  readonly counts: RequestCounts;
  /** Answers by status code. */
  readonly status: Readonly<Record<string, number>>;
  readonly failures: readonly FailureSummary[];
  /** Successes, from the intended start. */
  readonly latency: Distribution;
  /** Successes, from the actual start. */
  readonly service: Distribution;
  /** Successes, from the actual start to the response's head. */
  readonly ttfb: Distribution;
  /** Failures that ended by themselves (a status, a reset, a check …), from the intended start. */
  readonly failedLatency: Distribution;
  /** The same from the actual start, with timeouts and cut ones at the time they were given up (Locust's reading). */
  readonly failedService: Distribution;
  /** Spans of single requests, where they happened: waiting for a connection, DNS + TCP, TLS, head to end of body. */
  readonly queue: Distribution;
  readonly connect: Distribution;
  readonly tls: Distribution;
  readonly body: Distribution;
  /** WebSockets: how long those were open that have ended, from ready to the end. */
  readonly session: Distribution;
  /** Of a `ws` or `receive` series; undefined for others. */
  readonly socket: SocketSummary | undefined;
  readonly bytesSent: number;
  /** Of bodies. */
  readonly bytesReceived: number;
  /** 1 s slices by time of completion, ascending, empty ones left out. */
  readonly slices: readonly Slice[];
  /** What a file says of the latency in place of samples: `latency` and `service` are empty then, or hold its rounded times. Absent: there are samples, or nothing is known. */
  readonly stated?: StatedLatency;
}

/** What happened on WebSockets. A message belongs to the phase in which it came or went. */
export interface SocketSummary {
  readonly counts: SocketCounts;
  /** Most connections held at once in the phase, those that an earlier one opened included. Of several workers: at least so many. */
  readonly concurrent: number;
  /** Ascending, 1 s; seconds in which nothing was open and nothing moved are left out. */
  readonly seconds: readonly SocketSecond[];
}

export interface SocketCounts {
  /** Of `ws` series: whole messages, control frames left out. */
  readonly messagesIn: number;
  readonly messagesOut: number;
  /** Of `ws` series: messages that no step has received, those of `receive` series below left out. */
  readonly unmatched: number;
  /** Of `receive` series: came after `within`. The step has failed already; what has not come at all is failed − late. */
  readonly late: number;
  /** Of `receive` series: came once more after the step had received it. */
  readonly duplicates: number;
}

export interface SocketSecond {
  /** Whole seconds since the start of the run. */
  readonly second: number;
  /** Connections at its end. */
  readonly open: number;
  readonly messagesIn: number;
  readonly messagesOut: number;
}

/** started = ok + failed + timedOut + cut + interrupted; attempts = ok + failed + timedOut + cut + dropped. */
export interface RequestCounts {
  readonly started: number;
  readonly ok: number;
  /** Ended by themselves and failed; timeouts apart. */
  readonly failed: number;
  readonly timedOut: number;
  /** Still in flight when the drain ended. */
  readonly cut: number;
  /** Never started, because every virtual user waited for the target: charged to an iteration's first step. */
  readonly dropped: number;
  /** Given up because the run was cut short; not charged. */
  readonly interrupted: number;
  /** Successes that were complete before the phase's end (the drain left out): what throughput counts. */
  readonly okBeforeEnd: number;
  /** Bytes of these bodies, and of WebSocket messages: what upload and download count. */
  readonly sentBeforeEnd: number;
  readonly receivedBeforeEnd: number;
  /** WebSockets that the other side, or a missing pong, ended after they were ready: failures, but no attempts of their own. */
  readonly drops: number;
}

export type FailureClass =
  | 'connect'
  | 'timeout'
  | 'tls'
  | 'reset'
  | 'protocol'
  | 'status'
  | 'check'
  | 'ws-close'
  | 'data'
  | 'dropped'
  | 'cut';

export interface FailureSummary {
  readonly class: FailureClass;
  /** What groups failures: `status 503`, `connect ECONNREFUSED`, `check body does not contain …`; masked, bounded. */
  readonly reason: string;
  readonly count: number;
  /** One example, masked, at most 300 characters. */
  readonly sample: string;
  readonly firstMs: number;
  readonly lastMs: number;
}

/** What ended in one second of the run. */
export interface Slice {
  /** Whole seconds since the start of the run. */
  readonly second: number;
  readonly ok: number;
  readonly failed: number;
  /** Timed out, cut or dropped: ranked last. */
  readonly censored: number;
  /** Successes, from the intended start. */
  readonly latency: Distribution;
}

/** Is the measurement to be trusted? Over the judged phases, all workers. */
export interface GeneratorHealth {
  /** Actual − intended start, µs: arrivals and steps after think time. Count 0: nothing was scheduled. */
  readonly scheduleLag: Distribution;
  /** Delay of the event loop beyond its timer, µs; the worst worker. */
  readonly eventLoopDelay: Distribution;
  /** CPU of the busiest worker, 1 is a whole core; undefined when the platform cannot tell, or too little was judged. */
  readonly busiestWorkerCpu: number | undefined;
  /** User + system CPU of the whole process during the burst, seconds. */
  readonly processCpuSeconds: number;
  /** Highest resident memory of the process, bytes. */
  readonly peakMemoryBytes: number;
  /** Missed ÷ planned starts; 0 without an open phase. */
  readonly missedRatio: number;
  /** Open phases: 5 s stretches with planned starts of which none was made or dropped, as ms of run time. */
  readonly silentStretchesMs: readonly number[];
  /** Values above one hour, recorded as one hour. */
  readonly clamped: number;
}

export interface TransportSummary {
  readonly connectionsOpened: number;
  readonly requestsOnReusedConnections: number;
  /** Requests by negotiated protocol: `http/1.1`, `h2`. */
  readonly protocols: Readonly<Record<string, number>>;
}

export interface SlowRequest {
  readonly series: string;
  readonly atMs: number;
  readonly latencyUs: number;
  readonly traceId: string | undefined;
}
