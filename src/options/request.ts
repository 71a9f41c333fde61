import type { JudgedRequest, OutputRequest } from './judged-request.ts';
import type {
  AcceptBaselineRequest,
  CalibrateRequest,
  CompareRequest,
  PruneBaselineRequest,
  ShowBaselineRequest,
  ViewRequest,
} from './stored-request.ts';

/** A command that works today and takes options. */
export type CommandName =
  | 'run'
  | 'check'
  | 'demo'
  | 'compare'
  | 'calibrate'
  | 'merge'
  | 'view'
  | 'import locust'
  | 'import k6'
  | 'import hlog'
  | 'export locust'
  | 'baseline show'
  | 'baseline update'
  | 'baseline accept'
  | 'baseline prune';

/** What the user asked for, checked and complete: the same for the command line and the action. `baseline update` is a run. */
export type Request =
  | RunRequest
  | CheckRequest
  | DemoRequest
  | CompareRequest
  | CalibrateRequest
  | ScheduleRequest
  | MergeRequest
  | ViewRequest
  | ImportRequest
  | ExportRequest
  | ShowBaselineRequest
  | AcceptBaselineRequest
  | PruneBaselineRequest
  | HelpRequest
  | VersionRequest;

/** Which plan: the part that `run` and `check` share. */
export interface PlanRequest {
  /** The file of one plan. */
  readonly scenario: string;
  /** All that was asked for, as written: files, patterns with `*`, suites. At least one. */
  readonly scenarios: readonly string[];
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
  /** What must answer before any load; undefined: nothing. */
  readonly waitFor: WaitFor | undefined;
  readonly engine: EngineRequest;
  /** Where `promql:` of the SLA is asked; may hold `${secret.X}`. Undefined: a run with such a row is refused. */
  readonly prometheusUrl: string | undefined;
  /** Whether `command:` of the SLA may run. */
  readonly allowCommands: boolean;
}

/** What is to make the load. */
export type EngineRequest =
  | { readonly kind: 'embedded' }
  /** `expectWorkers`: so many Locust workers of other machines, for whom the master here waits; at least 1. Undefined: processes of this machine. */
  | { readonly kind: 'locust'; readonly expectWorkers: number | undefined };

/** The deployed version answers. `path` is one of the target, or a whole URL; the answer must be 2xx, and its body as `test` says. */
export interface WaitFor {
  readonly path: string;
  readonly test: { readonly kind: 'answers' } | { readonly kind: 'contains' | 'equals'; readonly text: string };
  /** Above 0. */
  readonly withinMs: number;
}

/** What no file can raise. All above 0. */
export interface HardCaps {
  readonly maxRatePerSec: number;
  readonly maxUsers: number;
  readonly maxDurationMs: number;
  readonly maxBytes: number;
}

/** How the arrivals of two targets are ordered: each at once to both, or in segments, one target at a time. */
export type Interleave = 'simultaneous' | 'abba';

/** When a burst begins: at a time, ms since 1970, or so many ms from now. */
export type StartAt = { readonly kind: 'at' | 'in'; readonly ms: number };

/** One of several machines that make one burst together. */
export interface ShardRequest {
  /** From 0. */
  readonly index: number;
  /** From 2. */
  readonly count: number;
  /** When all of them begin, ms since 1970. */
  readonly startAtMs: number;
  /** Of the plan that it must be a part of; undefined: nobody has made one before, and the first shard runs `before` itself. */
  readonly planHash: string | undefined;
}

export interface RunRequest extends PlanRequest, JudgedRequest {
  readonly command: 'run';
  /** Threads, or processes of Locust. Undefined: one less than the cores, at least one. */
  readonly workers: number | undefined;
  readonly interleave: Interleave;
  /** Undefined: this machine makes the whole burst. */
  readonly shard: ShardRequest | undefined;
  /** The workflow run of a fork whose results are commented on, without any load; undefined: this run measures. */
  readonly runId: number | undefined;
  /** The folder that the other paths are relative to; `.` is where the process runs. */
  readonly workingDirectory: string;
  /** The live page; undefined: none. */
  readonly page: PageRequest | undefined;
}

/** A page on this machine. */
export interface PageRequest {
  /** 1 … 65535; undefined: the usual one, or any that is free. */
  readonly port: number | undefined;
  /** Nothing begins before somebody says so on the page. */
  readonly waits: boolean;
}

export interface CheckRequest extends PlanRequest {
  readonly command: 'check';
  /** When shards are to begin: the plan's hash is for that time. Undefined: there are none. */
  readonly startAt: StartAt | undefined;
}

/** A scenario as a locustfile; its engine is Locust, wherever that will be. */
export interface ExportRequest extends PlanRequest {
  readonly command: 'export locust';
  /** Where the rows that hold secrets are written; undefined: nowhere. */
  readonly data: string | undefined;
}

/** Of the action: runs `before`, and says when all shards begin and of which plan they are. */
export interface ScheduleRequest extends PlanRequest {
  readonly command: 'plan';
  readonly startAt: StartAt;
}

/** What all shards have measured, merged and judged once. */
export interface MergeRequest extends JudgedRequest {
  readonly command: 'merge';
  /** Files or folders; empty in the action, which takes the artifacts of its own workflow run. */
  readonly results: readonly string[];
  /** Undefined: the name of the scenario with .sla.yaml. */
  readonly sla: string | undefined;
}

/** What another load generator has measured, judged. */
export interface ImportRequest extends JudgedRequest {
  readonly command: 'import';
  readonly tool: 'locust' | 'k6' | 'hlog';
  /** At least one. */
  readonly files: readonly string[];
  readonly sla: string;
  /** What the reports call the target; undefined: where most requests went, as far as the files say. */
  readonly target: string | undefined;
  /** Of the values of a log; undefined: as it says. */
  readonly unit: 'ns' | 'us' | 'ms' | undefined;
}

export interface DemoRequest extends OutputRequest {
  readonly command: 'demo';
  /** Which of the systems that the staging server can play; undefined: the shop of `sla/demo`. */
  readonly system: string | undefined;
}

export interface HelpRequest {
  readonly command: 'help';
  /** Undefined: the whole tool. */
  readonly topic: CommandName | undefined;
}

export interface VersionRequest {
  readonly command: 'version';
}
