import type { RunSummary } from '../metrics/run-summary.ts';
import { formatRate, formatRatio } from '../units.ts';
import type { ComparedMetric } from '../verdict/regression/regression-result.ts';
import { formatReading, NOTHING } from './format-reading.ts';
import { percentileOf, summarizeEndpoints, type EndpointSummary } from './summarize-endpoints.ts';

/** What runs side by side are read by, in the order of the columns. */
export const METRICS: readonly { readonly title: string; readonly metric: ComparedMetric }[] = [
  { title: 'p50', metric: { kind: 'percentile', percentile: 50 } },
  { title: 'p95', metric: { kind: 'percentile', percentile: 95 } },
  { title: 'p99', metric: { kind: 'percentile', percentile: 99 } },
  { title: 'failures', metric: { kind: 'error-ratio' } },
  { title: 'ok/s', metric: { kind: 'throughput' } },
];

/** One endpoint in all of the runs, or (`kind: total`) all endpoints together. */
export interface LinedUp {
  readonly name: string;
  readonly kind: EndpointSummary['kind'];
  /** In the order of the runs. */
  readonly inRuns: readonly EndpointInRun[];
}

export type EndpointInRun =
  /** The plan of that run does not have it. */
  | { readonly state: 'absent' }
  /** Planned, and filtered out or never attempted. */
  | { readonly state: 'idle' }
  | {
      readonly state: 'measured';
      readonly endpoint: EndpointSummary;
      /** In the order of `METRICS`. */
      readonly figures: readonly Figure[];
    };

export interface Figure {
  readonly text: string;
  /** As `ComparedMetric` has it; undefined: nothing was measured, or only a lower bound is known. */
  readonly value: number | undefined;
  /** Against the first run: ratio − 1, of error ratios the difference; undefined for the first, and where either side has no value. */
  readonly change: number | undefined;
}

/** The endpoints of several runs, those of the first in its order and then what only others have; all together at the end. A plain comparison: nothing is judged. */
export function lineUpEndpoints(runs: readonly RunSummary[]): readonly LinedUp[] {
  const tables = runs.map((run) => {
    const { rows, total } = summarizeEndpoints(run);
    return { rows: new Map(rows.map((row) => [row.name, row])), total };
  });
  const names = [...new Set(tables.flatMap(({ rows }) => [...rows.keys()]))];
  const [total] = tables;
  return [
    ...names.map((name) =>
      lineUp(
        name,
        tables.map(({ rows }) => rows.get(name)),
      ),
    ),
    ...(total
      ? [
          lineUp(
            'total',
            tables.map((table) => table.total),
          ),
        ]
      : []),
  ];
}

function lineUp(name: string, found: readonly (EndpointSummary | undefined)[]): LinedUp {
  const [first] = found;
  const base = first && first.attempts !== 0 ? readFigures(first) : undefined;
  const inRuns = found.map((endpoint, place): EndpointInRun => {
    if (endpoint === undefined) return { state: 'absent' };
    if (endpoint.attempts === 0) return { state: 'idle' };
    const figures = readFigures(endpoint).map((figure, column): Figure => {
      const change = place === 0 ? undefined : changeBetween(METRICS[column]?.metric, base?.[column]?.value, figure.value);
      return { ...figure, change };
    });
    return { state: 'measured', endpoint, figures };
  });
  return { name, kind: found.find((endpoint) => endpoint !== undefined)?.kind ?? 'http', inRuns };
}

function readFigures(endpoint: EndpointSummary): readonly Omit<Figure, 'change'>[] {
  return METRICS.map(({ metric }) => {
    switch (metric.kind) {
      case 'percentile': {
        const reading = percentileOf(endpoint, metric.percentile);
        return { text: formatReading(reading), value: reading?.state === 'exact' ? reading.us : undefined };
      }
      case 'error-ratio': {
        const { failedRatio: value } = endpoint;
        return { text: value === undefined ? NOTHING : formatRatio(value), value };
      }
      case 'throughput':
        return { text: endpoint.okPerSec === undefined ? NOTHING : formatRate(endpoint.okPerSec), value: endpoint.okPerSec };
    }
  });
}

/** Undefined where either side is unknown, and where a share of nothing would be meant. */
function changeBetween(metric: ComparedMetric | undefined, base: number | undefined, value: number | undefined): number | undefined {
  if (metric === undefined || base === undefined || value === undefined) return undefined;
  if (metric.kind === 'error-ratio') return value - base;
  return base > 0 ? value / base - 1 : undefined;
}
