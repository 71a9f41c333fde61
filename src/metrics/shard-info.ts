/** One machine of those that made a burst together. JSON-safe. */
export interface ShardInfo {
  /** From 0. */
  readonly index: number;
  /** From 2. */
  readonly count: number;
  /** 64 hex digits, the same for all shards of one plan, and for no other: scenario, SLA, options, seed, start, version. */
  readonly planHash: string;
  /** When all of them were to begin, ISO 8601, UTC. */
  readonly startAt: string;
  /** Which attempt of which workflow run it was; empty outside of GitHub. */
  readonly attempt: string;
  readonly workers: number;
  /** How this machine's clock stood to the target's; undefined: the target tells no time, or there was none to ask it. */
  readonly clock: ClockOffset | undefined;
}

/** Clock of the target − clock of this machine, ms; the truth is within ± `withinMs` of it. */
export interface ClockOffset {
  readonly offsetMs: number;
  readonly withinMs: number;
}
