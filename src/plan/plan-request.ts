import type { ServerRow } from '../config/sla.ts';
import type { HardCaps } from '../options/request.ts';
import type { Shard } from './shard.ts';
import type { Selection } from './select-users.ts';

/** What a plan is made for, beside the scenario. */
export interface PlanRequest extends Selection {
  /** May hold `${secret.X}`; undefined: the scenario's. */
  readonly target: string | undefined;
  readonly profile: string | undefined;
  readonly seed: number;
  readonly workers: number;
  readonly caps: HardCaps;
  readonly secrets: Readonly<Record<string, string | undefined>>;
  /** False: the plan is only looked at, and a secret may be unset. */
  readonly requireSecrets: boolean;
  readonly userAgent: string;
  /** What the machine gives a process: files that may be open, local ports for connections. Undefined: not known, not checked. */
  readonly machine: { readonly openFiles: number | undefined; readonly ports: number | undefined };
  /** Targets that get the load at the same time; absent: 1. Caps hold for each of them, the limits of the machine for all together. */
  readonly targets?: number;
  /** What the target is asked about itself; absent: nothing. */
  readonly server?: ServerWishes | undefined;
  /** Which part of the burst this machine makes; absent: all of it. */
  readonly shard?: Shard | undefined;
  /** Reads a certificate or key file. */
  readonly readText: (path: string) => string | { readonly error: string };
}

/** `server:` of the SLA, and what flags say of it. */
export interface ServerWishes {
  readonly rows: readonly ServerRow[];
  /** May hold `${secret.X}`; undefined: rows with PromQL are refused. */
  readonly prometheusUrl: string | undefined;
  readonly allowCommands: boolean;
}
