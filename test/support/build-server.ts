import type { ServerLimit, ServerRow, ServerSource } from '../../src/config/sla.ts';
import type { ServerSeries, ServerTotals } from '../../src/metrics/server-series.ts';

const AT = { file: 'load-gate.sla.yaml', line: 1, column: 1 } as const;
const SOURCE: ServerSource = { kind: 'json', url: '/health', path: '$.queue_length' };

/** A row `queue length` that promises at most 50, changed as the test wants. */
export function buildServerRow(parts: Partial<ServerRow> = {}): ServerRow {
  return {
    name: 'queue length',
    source: SOURCE,
    everyMs: 1_000,
    unit: 'plain',
    limits: [buildServerLimit({})],
    recovers: undefined,
    at: AT,
    ...parts,
  };
}

/** At most 50. */
export function buildServerLimit(parts: Partial<ServerLimit>): ServerLimit {
  return { reduction: 'max', comparison: '<=', value: 50, text: 'max: 50', at: AT, ...parts };
}

/** Ten values from 10 to 19, one a second, changed as the test wants. */
export function buildServerSeries(
  parts: Partial<Omit<ServerSeries, 'judged'>> & { readonly judged?: Partial<ServerTotals> } = {},
): ServerSeries {
  const { judged, ...rest } = parts;
  const totals: ServerTotals = { count: 10, min: 10, max: 19, avg: 14.5, first: 10, last: 19, atStart: 10, atEnd: 20 };
  return {
    name: 'queue length',
    source: 'json /health $.queue_length',
    unit: 'plain',
    samples: Array.from({ length: 10 }, (_, second) => ({ atMs: second * 1_000, value: 10 + second })),
    judged: { ...totals, ...judged },
    trouble: undefined,
    lost: 0,
    recoveries: [],
    ...rest,
  };
}
