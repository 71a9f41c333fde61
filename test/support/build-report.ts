import type { RunSummary, SeriesPhase, SeriesSummary } from '../../src/metrics/run-summary.ts';
import type { Report } from '../../src/report/report.ts';
import type { Check, Observed, Verdict } from '../../src/verdict/verdict.ts';
import { buildRunSummary, everySecond, recordDistribution } from './build-run-summary.ts';

/** A report for tests: a run and a verdict that stands for itself, whatever the run holds. */
export function buildReport(input: { readonly run?: RunSummary; readonly verdict?: Partial<Verdict> } = {}): Report {
  const verdict: Verdict = { state: 'pass', reasons: ['All 1 promises hold.'], checks: [buildCheck()], ...input.verdict };
  return { run: input.run ?? buildRunSummary(), verdict };
}

export type CheckInput = Partial<Pick<Check, 'name' | 'series' | 'phase' | 'kind' | 'metric' | 'promise' | 'limit' | 'severity' | 'at'>> &
  (
    | { readonly state?: 'passed' | 'breached'; readonly observed?: Partial<Observed> }
    | { readonly state: 'skipped'; readonly reason: string }
    | { readonly state: 'no-data'; readonly reason: string; readonly samples: number }
  );

/** A check; `GET /health p95` that holds, unless told otherwise. */
export function buildCheck(input: CheckInput = {}): Check {
  const series = input.series ?? 'GET /health';
  const base = {
    name: input.name ?? `${series} p95`,
    series,
    phase: input.phase,
    kind: input.kind ?? 'sla',
    metric: input.metric ?? 'p95',
    promise: input.promise ?? 'p95: 25ms',
    limit: input.limit ?? '≤ 25 ms',
    severity: input.severity ?? 'fail',
    at: input.at ?? { file: 'load-gate.sla.yaml', line: 3, column: 16 },
  } as const;
  if (input.state === 'skipped') return { ...base, state: 'skipped', reason: input.reason };
  if (input.state === 'no-data') return { ...base, state: 'no-data', reason: input.reason, samples: input.samples };
  return { ...base, state: input.state ?? 'passed', observed: { ...OBSERVED, ...input.observed } };
}

const OBSERVED: Observed = {
  value: 12_300,
  censored: false,
  text: '12.3 ms',
  limitValue: 25_000,
  samples: 3_000,
  interval: { low: 11_900, high: 12_800, text: '11.9 – 12.8 ms' },
  budgetUsed: undefined,
  burnRate: undefined,
};

/** The run of the golden files: a warm-up, a pause and two judged phases, five endpoints, every kind of failure, all from arithmetic. */
export function buildShopRun(): RunSummary {
  const latencies = (count: number, medianMs: number, phase: number): readonly number[] =>
    Array.from({ length: count }, (_, index) => medianMs * (0.6 + 0.8 * (((index * 7 + phase * 3) % count) / count)));
  const run = buildRunSummary({
    phases: [
      { name: 'warm-up', seconds: 2, warmup: true, model: 'open' },
      { name: 'steady', seconds: 10, model: 'open' },
      { name: 'rest', seconds: 3, model: 'pause' },
      { name: 'burst', seconds: 5 },
    ],
    series: [
      {
        name: 'GET /health',
        in: { 'warm-up': everySecond(2, { okMs: [90, 40] }), steady: everySecond(10, (second) => ({ okMs: latencies(50, 4, second) })) },
        bytesReceived: 8_500,
      },
      {
        name: 'GET /api/items?page=${page}',
        in: {
          steady: everySecond(10, (second) => ({ okMs: latencies(40, 22, second) })),
          burst: everySecond(5, (second) => ({ okMs: latencies(60, 35, second), failed: second === 3 ? 4 : 0 })),
        },
        bytesReceived: 1_234_567,
      },
      {
        name: 'POST /api/orders',
        method: 'POST',
        in: {
          steady: everySecond(10, (second) => ({ okMs: latencies(20, 120, second), timedOut: second === 9 ? 3 : 0 })),
          burst: everySecond(6, (second) => ({
            okMs: second < 5 ? latencies(30, 180, second) : [2_104],
            cut: second === 5 ? 2 : 0,
            dropped: second === 4 ? 5 : 0,
          })),
        },
        bytesSent: 64_000,
        bytesReceived: 40_960,
      },
      { name: 'order done', kind: 'poll', in: { steady: everySecond(10, { okMs: [812.5] }) }, bytesReceived: 2_000 },
      { name: 'DELETE /api/orders/${id}', method: 'DELETE', selected: false },
    ],
    with: {
      scenario: { name: 'Shop', file: 'sla/shop.yaml', hash: 'ab'.repeat(32), profile: 'peak' },
      target: 'https://staging.example.com',
      slowRequests: [
        { series: 'POST /api/orders', atMs: 19_300, latencyUs: 2_104_000, traceId: '4bf92f3577b34da6a3ce929d0e0e4736' },
        { series: 'POST /api/orders', atMs: 19_900, latencyUs: 1_988_000, traceId: undefined },
      ],
    },
  });
  return { ...run, series: run.series.map(withSpans) };
}

/** Spans that differ from each other, so that a mistaken column shows. */
function withSpans(series: SeriesSummary): SeriesSummary {
  const scaled = (part: SeriesPhase, factor: number): SeriesPhase['body'] =>
    recordDistribution(part.latency.buckets.map((_, index) => Math.round((part.latency.lowestUs + index * 37) * factor)));
  return {
    ...series,
    perPhase: series.perPhase.map((part) => ({
      ...part,
      ttfb: scaled(part, 0.7),
      body: scaled(part, 0.2),
      queue: scaled(part, 0.05),
      connect: scaled(part, 0.1),
    })),
  };
}

/** A breach with a check in every state, from the shop. */
export function buildShopReport(): Report {
  const at = (line: number): Check['at'] => ({ file: 'sla/shop.sla.yaml', line, column: 18 });
  const checks = [
    buildCheck({
      at: at(3),
      observed: { value: 5_540, text: '5.5 ms', samples: 500, interval: { low: 5_100, high: 5_900, text: '5.1 – 5.9 ms' } },
    }),
    buildCheck({
      name: 'GET /api/items?page=${page} error_budget',
      series: 'GET /api/items?page=${page}',
      metric: 'error_budget',
      promise: 'error_budget: 1%',
      limit: '≤ 1 %',
      at: at(4),
      observed: { value: 4 / 704, text: '0.57 %', limitValue: 0.01, samples: 704, interval: undefined, budgetUsed: 0.5682, burnRate: 2.1 },
    }),
    buildCheck({
      name: 'POST /api/orders p99',
      series: 'POST /api/orders',
      metric: 'p99',
      promise: 'p99: 300ms',
      limit: '≤ 300 ms',
      state: 'breached',
      at: at(5),
      observed: { value: 2_104_000, censored: true, text: '> 2.10 s', limitValue: 300_000, samples: 361, interval: undefined },
    }),
    buildCheck({
      name: 'POST /api/orders p95 in burst',
      series: 'POST /api/orders',
      phase: 'burst',
      promise: 'p95: 240ms',
      limit: '≤ 240 ms',
      state: 'breached',
      severity: 'warn',
      at: at(12),
      observed: {
        value: 251_000,
        text: '251 ms',
        limitValue: 240_000,
        samples: 158,
        interval: { low: 248_000, high: 255_000, text: '248 – 255 ms' },
      },
    }),
    buildCheck({
      name: 'order done p95',
      series: 'order done',
      promise: 'p95: 2s',
      limit: '≤ 2 s',
      state: 'no-data',
      reason: '10 samples; p95 needs 200.',
      samples: 10,
      at: at(6),
    }),
    buildCheck({
      name: 'DELETE /api/orders/${id} p95',
      series: 'DELETE /api/orders/${id}',
      promise: 'p95: 1s',
      limit: '≤ 1 s',
      state: 'skipped',
      reason: 'its tasks were filtered out.',
      at: at(7),
    }),
  ];
  const reasons = [
    'POST /api/orders p99 is > 2.10 s; the limit is 300 ms (361 samples).',
    'order done p95 could not be judged: 10 samples; p95 needs 200.',
  ];
  return { run: buildShopRun(), verdict: { state: 'breach', reasons, checks } };
}
