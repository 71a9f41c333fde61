/** What `regression:` of an SLA asks for, with its defaults filled in. Ratios are 0 … 1: a tolerance of 10 % is 0.1. */
export interface RegressionRules {
  /** Gated percentiles of every endpoint and their tolerated increase; ascending, none twice. */
  readonly percentiles: readonly PercentileTolerance[];
  /** Tolerated decrease of successes per second; closed, fixed-work and imported phases only. */
  readonly throughput: number;
  /** Tolerated increase of failed ÷ attempts, as a difference: 0.005 is half a percentage point. */
  readonly errorRatio: number;
  /** A latency that grew by less than this is no regression, µs. */
  readonly minChangeUs: number;
  /** How often an unchanged build may fail, all endpoints and metrics together; above 0, below 1. */
  readonly falseAlarm: number;
  /** True: a regression needs a second look at fresh data. False: one look decides. */
  readonly confirm: boolean;
  /** Live comparisons: how much the latency of a deployment differs from that of another one of the same commit; standard deviation of its logarithm, 0 … 0.5. */
  readonly deploymentNoise: number;
  /** Overrides for single endpoints; the most specific pattern that matches a series counts. */
  readonly endpoints: readonly EndpointTolerances[];
}

export interface PercentileTolerance {
  /** Above 0, below 100. */
  readonly percentile: number;
  readonly tolerance: number;
}

export interface EndpointTolerances {
  /** A series name in which `*` stands for any text. */
  readonly pattern: string;
  /** Replace those of the same percentile, and add others. */
  readonly percentiles: readonly PercentileTolerance[];
  /** Undefined: the general one. */
  readonly errorRatio: number | undefined;
}

/** What holds where the SLA has no `regression:` of its own. */
export const DEFAULT_REGRESSION_RULES: RegressionRules = Object.freeze({
  percentiles: Object.freeze([Object.freeze({ percentile: 95, tolerance: 0.1 })]),
  throughput: 0.1,
  errorRatio: 0.005,
  minChangeUs: 1_000,
  falseAlarm: 0.01,
  confirm: true,
  deploymentNoise: 0.02,
  endpoints: Object.freeze([]),
});
