/** A command that works today and takes options. */
export type CommandName = 'run' | 'check' | 'demo';

/** What the user asked for, checked and complete: the same for the command line and the action. */
export type Request = RunRequest | CheckRequest | DemoRequest | HelpRequest | VersionRequest;

/** Which plan: the part that `run` and `check` share. */
export interface PlanRequest {
  readonly scenario: string;
  /** `given` is false for the default name, a file that may be absent. */
  readonly sla: { readonly file: string; readonly given: boolean };
  /** A URL, or a template with `${secret.NAME}`; undefined: the scenario's. */
  readonly target: string | undefined;
  readonly profile: string | undefined;
  /** Tags and user profiles; empty: no filter. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly userClasses: readonly string[];
  /** In the order given. */
  readonly sets: readonly { readonly path: string; readonly value: string }[];
  /** 0 … 2³² − 1; undefined: the scenario's, or drawn. */
  readonly seed: number | undefined;
  readonly caps: HardCaps;
}

/** What no file can raise. All above 0. */
export interface HardCaps {
  readonly maxRatePerSec: number;
  readonly maxUsers: number;
  readonly maxDurationMs: number;
  readonly maxBytes: number;
}

/** Where the reports go and what is printed. */
export interface OutputRequest {
  /** May hold `{time}`, `{name}` and `{profile}`. */
  readonly out: string;
  readonly quiet: boolean;
  readonly json: boolean;
}

export type FailOn = 'breach' | 'regression' | 'inconclusive';

export interface RunRequest extends PlanRequest, OutputRequest {
  readonly command: 'run';
  /** Undefined: one less than the cores, at least one. */
  readonly workers: number | undefined;
  /** At least one. */
  readonly failOn: readonly FailOn[];
  /** The folder that the other paths are relative to; `.` is where the process runs. */
  readonly workingDirectory: string;
}

export interface CheckRequest extends PlanRequest {
  readonly command: 'check';
}

export interface DemoRequest extends OutputRequest {
  readonly command: 'demo';
}

export interface HelpRequest {
  readonly command: 'help';
  /** Undefined: the whole tool. */
  readonly topic: CommandName | undefined;
}

export interface VersionRequest {
  readonly command: 'version';
}
