import type { LiveSecond } from '../../metrics/live-second.ts';
import type { LiveSnapshot } from '../../metrics/live-snapshot.ts';
import type { PlannedPhase, Series } from '../../plan/plan.ts';
import type { Verdict } from '../../verdict/verdict.ts';

/** Server → page, each as one JSON text; a page that comes late is sent all of them from the first. */
export type ToPage =
  /** `--wait`: nothing runs; what can be chosen, and what stands against the last choice. */
  | { readonly kind: 'ask'; readonly form: StartForm; readonly issues: readonly string[] }
  /** A burst begins; the earlier ones of the run are over. */
  | { readonly kind: 'begin'; readonly burst: LiveBurst }
  | { readonly kind: 'second'; readonly second: LiveSecond; readonly snapshot: LiveSnapshot }
  /** What the terminal was told, masked. */
  | { readonly kind: 'note'; readonly text: string }
  /** The run is over, and the server goes: all that the page shows from now on it has. */
  | { readonly kind: 'end'; readonly end: LiveEnd };

/** Page → server. */
export type FromPage =
  | { readonly kind: 'start'; readonly target: string; readonly levels: readonly ChosenLevel[] }
  | { readonly kind: 'stop' }
  /** The level of the closed phase that runs now. */
  | { readonly kind: 'level'; readonly phase: number; readonly users: number; readonly spawnRatePerSec: number };

/** What the start form offers: the values of the files. */
export interface StartForm {
  readonly name: string;
  /** As shown: a target that comes from a secret is masked and cannot be changed. */
  readonly target: string;
  readonly isTargetFixed: boolean;
  /** Hard caps: nothing beyond is accepted. */
  readonly maxUsers: number;
  readonly maxRatePerSec: number;
  readonly phases: readonly StartPhase[];
}

/** A phase of the plan, with what of it can be chosen. */
export type StartPhase = { readonly name: string; readonly durationMs: number; readonly warmup: boolean } & (
  | { readonly model: 'closed'; readonly users: number; readonly spawnRatePerSec: number | undefined }
  | { readonly model: 'open'; readonly arrivalRatePerSec: number }
  | { readonly model: 'iterations'; readonly iterations: number; readonly users: number }
  | { readonly model: 'pause' }
);

/** One phase as chosen; what is left out stays as the files have it. */
export interface ChosenLevel {
  readonly phase: string;
  readonly users?: number;
  readonly spawnRatePerSec?: number;
  readonly arrivalRatePerSec?: number;
}

/** What is the same for a whole burst. */
export interface LiveBurst {
  /** From 1; a second look has more than one. */
  readonly number: number;
  readonly name: string;
  readonly target: string;
  readonly profile: string | undefined;
  readonly seed: number;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly maxUsers: number;
  readonly phases: readonly PlannedPhase[];
  readonly series: readonly Series[];
}

/** How it came out; undefined verdict: the run ended without one, and `reason` says why. */
export interface LiveEnd {
  readonly verdict: Pick<Verdict, 'state' | 'reasons'> | undefined;
  readonly reason: string | undefined;
  /** Report files that a page can offer as downloads, by name. */
  readonly files: Readonly<Record<string, string>>;
}
