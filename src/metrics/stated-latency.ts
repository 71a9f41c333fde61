/** The whole of an import: another load generator made it, and what it was asked for is not known. No plan has one. */
export interface ForeignPhase {
  readonly name: string;
  readonly warmup: boolean;
  readonly model: 'foreign';
  readonly durationMs: number;
}

/** Figures that another load generator has computed; nothing between them is known. */
export interface StatedLatency {
  /** Successes alone, or failures among them. */
  readonly of: 'successes' | 'all';
  /** Of how many requests; undefined: the file does not say. */
  readonly count: number | undefined;
  /** Ascending, 0 … 100. */
  readonly percentiles: readonly StatedPercentile[];
  readonly meanUs: number | undefined;
  readonly minUs: number | undefined;
  readonly maxUs: number | undefined;
}

export interface StatedPercentile {
  readonly percentile: number;
  readonly us: number;
}
