import type { StoreWhere } from './judged-request.ts';

/** Stored results against others, or one against its own other side; offline. */
export interface CompareRequest {
  readonly command: 'compare';
  readonly result: string;
  /** Files or folders; empty: the other side of the live comparison that the result is of. */
  readonly baselines: readonly string[];
  /** Undefined: the built-in rules. */
  readonly sla: string | undefined;
  readonly json: boolean;
}

/** Live comparisons of one commit with itself → the noise of its deployments, offline. */
export interface CalibrateRequest {
  readonly command: 'calibrate';
  /** Files or folders; at least one. */
  readonly results: readonly string[];
  /** Undefined: the built-in rules. */
  readonly sla: string | undefined;
  readonly json: boolean;
}

/** Stored results on a page: one as its report, several side by side. */
export interface ViewRequest {
  readonly command: 'view';
  /** Files or folders; 1 to 8. */
  readonly results: readonly string[];
  /** 1 … 65535; undefined: the usual one, or any that is free. */
  readonly port: number | undefined;
}

/** Which history. */
export interface HistoryRequest {
  readonly baseline: StoreWhere;
  readonly key: string;
}

export interface ShowBaselineRequest extends HistoryRequest {
  readonly command: 'baseline show';
  /** Where the history is drawn as a page; undefined: it is not. */
  readonly html: string | undefined;
}

export interface AcceptBaselineRequest extends HistoryRequest {
  readonly command: 'baseline accept';
  /** Undefined: the newest that is not accepted. */
  readonly id: string | undefined;
  readonly why: string;
}

export interface PruneBaselineRequest extends HistoryRequest {
  readonly command: 'baseline prune';
  /** So many of the newest stay; at least 1. */
  readonly keep: number;
}
