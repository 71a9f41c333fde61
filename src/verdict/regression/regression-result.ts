/** What the comparison with a baseline came to: a union on its state. Only `decided` with no regressed row lets a build pass. */
export type RegressionResult =
  | {
      readonly state: 'not-judged';
      readonly why: NotJudged;
      readonly rows: readonly RegressionRow[];
      readonly notes: readonly RegressionNote[];
    }
  /** Some rows are `suspect`: the next look must be made on fresh data, and this is not a verdict yet. */
  | {
      readonly state: 'second-look';
      readonly suspects: readonly string[];
      readonly rows: readonly RegressionRow[];
      readonly notes: readonly RegressionNote[];
    }
  | {
      readonly state: 'decided';
      readonly regressed: readonly string[];
      readonly looks: 1 | 2;
      readonly rows: readonly RegressionRow[];
      readonly notes: readonly RegressionNote[];
    };

export type NotJudged =
  | { readonly reason: 'no-baseline' }
  /** Runs are stored, and none of them counts. */
  | { readonly reason: 'none-admitted'; readonly stored: number }
  | { readonly reason: 'not-comparable'; readonly differences: readonly string[] }
  | { readonly reason: 'nothing-eligible' }
  /** A live comparison whose other target did not answer soundly; `why` is the end of a sentence. */
  | { readonly reason: 'baseline-failed'; readonly why: string };

/** What is compared, and in which unit: µs, ratio 0 … 1, successes per second. */
export type ComparedMetric =
  | { readonly kind: 'percentile'; readonly percentile: number }
  | { readonly kind: 'error-ratio' }
  | { readonly kind: 'throughput' };

/** One endpoint and metric. */
export type RegressionRow = {
  /** `POST /orders p95`; unique. */
  readonly name: string;
  /** The series; `total` for throughput. */
  readonly endpoint: string;
  readonly metric: ComparedMetric;
  /** Relative (0.1 is 10 %); of error ratios the difference. */
  readonly tolerance: number;
  readonly samples: { readonly baseline: number; readonly candidate: number };
} & (
  | { readonly state: 'not-eligible'; readonly reason: string }
  | {
      readonly state: 'unchanged' | 'improved' | 'suspect' | 'not-confirmed' | 'regressed';
      readonly values: ComparedValues;
      /** The first look; then first and second together. */
      readonly looks: readonly Look[];
      /** The true change that would have been found with a probability of 95 %, as `tolerance`; undefined beyond a factor of ten. */
      readonly detectable: number | undefined;
    }
);

/** Both sides in the metric's unit, and by how much the candidate differs: ratio − 1, of error ratios the difference. Signed as measured. */
export interface ComparedValues {
  readonly baseline: number;
  readonly candidate: number;
  readonly change: number;
}

/** Evidence for a change for the worse: of latency and throughput a difference of logarithms, of error ratios a difference. */
export interface Look {
  /** Above 0: worse. */
  readonly change: number;
  /** Standard error, everything included. */
  readonly error: number;
  readonly degrees: number;
  /** One-sided: the chance of so much evidence without a change. */
  readonly p: number;
}

/** What is told beside the rows. */
export type RegressionNote =
  | { readonly kind: 'new-endpoints'; readonly names: readonly string[] }
  | { readonly kind: 'gone-endpoints'; readonly names: readonly string[] }
  /** Most endpoints moved by one factor. */
  | { readonly kind: 'environment-moved'; readonly factor: number; readonly moved: number; readonly of: number }
  /** The last accepted runs against the pinned anchor. */
  | { readonly kind: 'creep'; readonly name: string; readonly change: number }
  | { readonly kind: 'level-shift'; readonly name: string; readonly from: string; readonly change: number }
  /** Runs that count, and are too far from the others in some rows to count there: newest first, each with its first such row and how many more there are. */
  | {
      readonly kind: 'outliers';
      readonly runs: readonly { readonly id: string; readonly name: string; readonly change: number; readonly more: number }[];
    }
  /** The stored runs are of other kinds of machine: the commonest first, and how many more kinds there are. */
  | { readonly kind: 'other-machine'; readonly own: string; readonly stored: readonly string[]; readonly more: number }
  | { readonly kind: 'left-out'; readonly runs: readonly { readonly id: string; readonly reason: string }[] };
