import type { MetricSelector, Recovery, ServerUnit } from '../config/sla.ts';
import type { ConnectionSettings, RequestProgram } from './program.ts';

/** `server:` of the SLA, compiled: plain data that the probes interpret. It is no part of what the workers run. */
export interface ServerProgram {
  readonly rows: readonly ServerRowProgram[];
  /** The range query of Prometheus, its form yet empty; undefined: nobody asks, or nobody said where it is. */
  readonly prometheus: RequestProgram | undefined;
  readonly connections: readonly ConnectionSettings[];
}

/** One row. Texts hold the values of secrets; `shown` does not. */
export type ServerRowProgram = {
  readonly name: string;
  readonly shown: string;
  readonly unit: ServerUnit;
  readonly everyMs: number;
  readonly recovers: Recovery | undefined;
  /** Something is promised of the value right after the load. */
  readonly wantsEnd: boolean;
} & (
  | { readonly kind: 'promql'; readonly query: string }
  | { readonly kind: 'json' | 'ws'; readonly request: RequestProgram; readonly path: string }
  | { readonly kind: 'metrics'; readonly request: RequestProgram; readonly selector: MetricSelector }
  | { readonly kind: 'command'; readonly argv: readonly string[] }
);
