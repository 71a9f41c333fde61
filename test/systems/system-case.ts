import type { Dials } from '../../src/demo/dials.ts';

/** One of the guides' systems: what is run against it, and which fault must turn each of its promises red. Written before any run. */
export interface SystemCase {
  /** Its folder in sla/. */
  readonly system: string;
  readonly dials: Dials;
  readonly targets: readonly TargetCase[];
}

/** One scenario with its SLA. */
export interface TargetCase {
  /** A file in the system's folder. */
  readonly scenario: string;
  /** Another file than the scenario's own. */
  readonly sla?: string;
  /** Profiles that must pass against the healthy server; at least one. */
  readonly healthy: readonly string[];
  /** A short one, of a few seconds, in which each row has enough samples; faults are run with it. */
  readonly quick: string;
  /** More flags of `load-gate run`. */
  readonly flags?: readonly string[];
  /** Whether the SLA asks Prometheus. */
  readonly needsPrometheus?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
  /** Rows of phases that no machine of this size can run. Each must be skipped in every healthy profile: one that runs needs a fault. */
  readonly elsewhere?: readonly { readonly row: string; readonly why: string }[];
}

/** One change of the server that breaks one promise. */
export interface Fault {
  /** The name of the check that must turn red: `POST /v1/messages p95`. */
  readonly row: string;
  /** What is wrong with the server, in a few words. */
  readonly what: string;
  readonly dials: (healthy: Dials) => Dials;
  /** Another profile than `quick`. */
  readonly profile?: string;
  /** Rows that must turn red with it, because one cannot be broken without the other; each says why in `what`. */
  readonly also?: readonly string[];
}
