import type { Figure, MetricDials } from '../backend/backend-dials.ts';
import type { Latency } from '../dial-values.ts';
import type { Dials } from '../dials.ts';

/** A system that the staging server can play. */
export interface DemoSystem {
  /** As in `--system` and in `sla/`. */
  readonly name: string;
  /** What it is, in a few words. */
  readonly title: string;
  /** Healthy. */
  readonly dials: Dials;
}

/** A lognormal latency, in ms. */
export function around(medianMs: number, p95Ms: number): Latency {
  return { kind: 'lognormal', medianMs, p95Ms };
}

/** A number that never changes by itself. */
export function constant(value: number): Figure {
  return { figure: 'constant', value };
}

/** Connections of a pool: in use, waiting for one, and at most, as three gauges. */
export function poolMetrics(name: string, pool: string): readonly MetricDials[] {
  return [
    { name: `${name}_active`, help: 'Connections in use.', type: 'gauge', value: { figure: 'pool', pool, of: 'in_use' } },
    { name: `${name}_waiting`, help: 'Queries that wait for a connection.', type: 'gauge', value: { figure: 'pool', pool, of: 'waiting' } },
    { name: `${name}_max`, help: 'Connections that the pool has.', type: 'gauge', value: { figure: 'pool', pool, of: 'size' } },
  ];
}

/**
 * What Redis uses of its memory, 0 … 1: a share that is always there, and a little for each open socket.
 * A fault is a larger share.
 */
export function redisMemory(share: number): MetricDials {
  const sockets: Figure = { figure: 'sum', terms: [{ of: constant(share) }, { of: { figure: 'sockets' }, times: 1e-6 }] };
  return { name: 'redis_memory_used_ratio', help: 'Share of its memory that Redis uses.', type: 'gauge', value: sockets };
}

/**
 * The system's memory in bytes, as it would be with its own work; the staging server's own memory says nothing of a system that it plays.
 * `leakBytes`: what each request leaves behind, 0 when healthy.
 */
export function residentMemory(baseBytes: number, leakBytes = 0): MetricDials {
  const terms = [
    { of: constant(baseBytes) },
    { of: { figure: 'requests', of: 'in_flight' }, times: 2_000 },
    { of: { figure: 'sockets' }, times: 2_000 },
    { of: { figure: 'requests', of: 'received' }, times: leakBytes },
  ] as const;
  return { name: 'process_resident_memory_bytes', help: 'Resident memory of the system.', type: 'gauge', value: { figure: 'sum', terms } };
}

/** Share of a core that the playing process uses; a fault is a constant. */
export const cpuUsage: MetricDials = {
  name: 'system_cpu_usage_ratio',
  help: 'Share of a core in use.',
  type: 'gauge',
  value: { figure: 'process', of: 'cpu_ratio' },
};
