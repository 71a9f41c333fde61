import type { Position } from './issue.ts';
import type { BeforeStep, RequestDefaults, Step, Template, ThinkTime } from './step.ts';

/** A scenario as the user meant it: schema and semantics are checked, units are parsed, defaults are filled in, and the whole is frozen. */
export interface Scenario {
  /** The file as the user named it. */
  readonly file: string;
  /** `name:`, or the file's base name. */
  readonly name: string;
  /** Absent: the run must be given one by flag or input. May hold `${secret.X}`. */
  readonly target: Template | undefined;
  /** Host patterns (`*.example.com`); empty: the target's host alone. */
  readonly allowedHosts: readonly string[];
  readonly timeBoxMs: number;
  readonly seed: number | undefined;
  readonly before: readonly BeforeStep[];
  readonly http: RequestDefaults;
  readonly data: readonly DataSource[];
  readonly vars: readonly Variable[];
  /** At least one; `steps` at the top level is one profile named `default`. */
  readonly users: readonly UserProfile[];
  readonly phases: readonly Phase[];
  readonly profiles: readonly Profile[];
}

/** A row's columns by name; a list of plain values has the one column `''`. */
export interface DataSource {
  readonly name: string;
  readonly pick: 'random' | 'sequential' | 'unique';
  /** At least one row. */
  readonly rows: readonly DataRow[];
  /** Columns (or `''`) whose values are masked everywhere. */
  readonly secretColumns: readonly string[];
}
export type DataRow = Readonly<Record<string, string | number | boolean | null>>;

export type Variable = { readonly name: string } & (
  | { readonly kind: 'int'; readonly min: number; readonly max: number }
  | { readonly kind: 'uuid' }
  | { readonly kind: 'string'; readonly length: number }
  | { readonly kind: 'now'; readonly format: 'iso' | 'ms' | 's' }
);

export interface UserProfile {
  readonly name: string;
  /** Share of the virtual users (closed) or arrivals (open); above 0. */
  readonly weight: number;
  readonly think: ThinkTime | undefined;
  readonly tags: readonly string[];
  /** Once for each virtual user, before its first task. */
  readonly start: readonly Step[];
  /** At least one; `steps` is one task named as the profile, with weight 1. */
  readonly tasks: readonly Task[];
}

export interface Task {
  readonly name: string;
  readonly weight: number;
  /** Its own and its user's. */
  readonly tags: readonly string[];
  readonly steps: readonly Step[];
}

/** A phase as written. Names are unique; unnamed ones are `phase-1`, `phase-2` … by position. */
export type Phase = { readonly name: string; readonly warmup: boolean; readonly at: Position } & (
  | {
      readonly kind: 'closed';
      readonly users: number;
      readonly durationMs: number;
      /** Linear from the level before; 0: at once, or at `spawnRatePerSec`. */
      readonly rampMs: number;
      readonly spawnRatePerSec: number | undefined;
    }
  | {
      readonly kind: 'open';
      readonly arrivalRatePerSec: number;
      readonly durationMs: number;
      readonly rampMs: number;
      readonly maxUsers: number | undefined;
      readonly arrivals: 'even' | 'poisson';
    }
  | { readonly kind: 'iterations'; readonly iterations: number; readonly users: number; readonly maxDurationMs: number }
  | { readonly kind: 'pause'; readonly durationMs: number }
);

/** A named alternative to `phases`. */
export interface Profile {
  readonly name: string;
  readonly phases: readonly Phase[];
  /** Tags; empty: all tasks. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** User profiles; empty: all. */
  readonly userClasses: readonly string[];
}
