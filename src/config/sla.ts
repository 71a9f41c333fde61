import type { Position } from './issue.ts';
import type { RegressionRules } from './regression-rules.ts';
import type { Template } from './step.ts';

/** An SLA as the user meant it: checked, units parsed, frozen. Latencies in microseconds, ratios 0 … 1, bytes per second. */
export interface Sla {
  readonly file: string;
  /** Rows of `endpoints:`, in file order. */
  readonly endpoints: readonly SlaRow[];
  /** `total:`; undefined when absent. */
  readonly total: SlaRow | undefined;
  readonly phases: readonly PhaseSla[];
  readonly windows: readonly WindowRule[];
  /** `server:`, in file order; empty when absent. */
  readonly server: readonly ServerRow[];
  readonly generator: GeneratorLimits;
  readonly minSamples: 'auto' | number;
  readonly severity: readonly { readonly pattern: string; readonly severity: Severity; readonly at: Position }[];
  /** `regression:`; its defaults when absent. */
  readonly regression: RegressionRules;
  readonly regressionPlaces: RegressionPlaces;
  /** `baseline_values:`, in file order; empty when absent. */
  readonly baselineValues: readonly BaselineLatency[];
}

/** Where `regression:` stands (the first line of the file when absent), and its rows for single endpoints. */
export interface RegressionPlaces {
  readonly at: Position;
  readonly endpoints: readonly { readonly pattern: string; readonly at: Position }[];
}

/** A latency that somebody wrote down as the normal. */
export interface BaselineLatency {
  /** The name of a series, without wildcards. */
  readonly endpoint: string;
  /** Above 0, below 100. */
  readonly percentile: number;
  /** Above 0, µs. */
  readonly us: number;
  /** Of the series. */
  readonly at: Position;
}

export type Severity = 'fail' | 'warn';

/** One endpoint pattern (or the total) and what is promised of it. */
export interface SlaRow {
  /** A series name in which `*` stands for any text; `total` for the total. */
  readonly pattern: string;
  readonly limits: readonly Limit[];
  readonly at: Position;
}

export interface PhaseSla {
  readonly phase: string;
  readonly endpoints: readonly SlaRow[];
  readonly total: SlaRow | undefined;
  readonly at: Position;
}

export interface Limit {
  readonly metric: Metric;
  readonly comparison: Comparison;
  /** In the metric's unit. */
  readonly value: number;
  /** As written: `p95: 150ms`. */
  readonly text: string;
  readonly at: Position;
}

export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** What is measured, with the unit of its value. Percentiles are p in 0 … 100. */
export type Metric =
  | { readonly kind: 'percentile'; readonly span: LatencySpan; readonly percentile: number } // µs
  | { readonly kind: 'mean' | 'min' | 'max'; readonly span: 'latency' } // µs
  | { readonly kind: 'error-budget' } // ratio 0 … 1
  | { readonly kind: 'failures' | 'count' } // number
  | { readonly kind: 'throughput' } // successes per second
  | { readonly kind: 'status'; readonly from: number; readonly to: number } // number of answers
  | { readonly kind: 'upload' | 'download' } // bytes per second
  | { readonly kind: 'concurrent' | 'drops' | 'messages-in' | 'messages-out' } // number; of `ws` rows
  | { readonly kind: 'late' | 'duplicates' | 'unmatched' } // number of messages; of `receive` rows, `unmatched` of `ws` rows
  | { readonly kind: 'duration' }; // µs; of `total` alone

/** `latency` counts from the intended start, `service` and `ttfb` from the actual one; `session` is how long a WebSocket was open. */
export type LatencySpan = 'latency' | 'service' | 'ttfb' | 'session';

/** A sustained breach: `forWindows` disjoint windows of `windowMs`, each beyond the limit. */
export interface WindowRule {
  /** Undefined: all series together. */
  readonly endpoint: string | undefined;
  readonly metric: Extract<Metric, { kind: 'percentile' }> | { readonly kind: 'error-rate' };
  readonly comparison: Comparison;
  readonly value: number;
  readonly windowMs: number;
  readonly forWindows: number;
  readonly then: 'abort' | 'fail' | 'warn';
  readonly text: string;
  readonly at: Position;
}

/** Beyond any of these the measurement itself is not trusted: inconclusive. */
export interface GeneratorLimits {
  readonly scheduleLagP99Us: number;
  readonly eventLoopP99Us: number;
  /** Busiest worker, of one core. */
  readonly cpuRatio: number;
  readonly missedRatio: number;
}

/** One value that the target tells of itself, and what is promised of it. */
export interface ServerRow {
  /** Unique in the SLA. */
  readonly name: string;
  readonly source: ServerSource;
  /** At least 100: how often it is asked, how often a WebSocket is expected to send, the step of a PromQL range. */
  readonly everyMs: number;
  /** Of its values: that of the limits, `plain` where all of them are bare numbers. */
  readonly unit: ServerUnit;
  /** May be empty where `recovers` is there. */
  readonly limits: readonly ServerLimit[];
  readonly recovers: Recovery | undefined;
  readonly at: Position;
}

/** What a limit is written in, and what the values are taken to be: a share 0 … 1, seconds, bytes, or a number that has no unit. */
export type ServerUnit = 'plain' | 'ratio' | 'seconds' | 'bytes';

/** Where the value comes from. A template may hold `${secret.X}` and no variable: there is no virtual user here. */
export type ServerSource =
  | { readonly kind: 'promql'; readonly query: Template }
  /** `path` is an RFC 9535 JSONPath. */
  | { readonly kind: 'json' | 'ws'; readonly url: Template; readonly path: string }
  | ({ readonly kind: 'metrics'; readonly url: Template } & MetricSelector)
  /** A program and its arguments. */
  | { readonly kind: 'command'; readonly argv: readonly Template[] };

/** `db_pool{pool="main"}`: a metric of Prometheus's text format. A line fits when it has all of these labels; it may have more. */
export interface MetricSelector {
  readonly metric: string;
  readonly labels: readonly { readonly name: string; readonly value: string }[];
}

/** What is made of all values of the judged time. `growth` is (last − first) ÷ first, `delta` is last − first. */
export type Reduction = 'max' | 'min' | 'last' | 'avg' | 'growth' | 'delta';

export interface ServerLimit {
  readonly reduction: Reduction;
  readonly comparison: Comparison;
  /** In the row's unit; a ratio for `growth`. */
  readonly value: number;
  /** As written: `max: 1000`. */
  readonly text: string;
  readonly at: Position;
}

/** Back to normal after the load. */
export interface Recovery {
  readonly comparison: Comparison;
  /** In the row's unit. */
  readonly to: number;
  /** Above 0, from the end of the load. */
  readonly withinMs: number;
  /** As written: `recovers: to 5 within 30s`. */
  readonly text: string;
  readonly at: Position;
}
