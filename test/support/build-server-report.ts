import type { ServerRow } from '../../src/config/sla.ts';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import type { ServerSeries } from '../../src/metrics/server-series.ts';
import type { Report } from '../../src/report/report.ts';
import { judgeRun } from '../../src/verdict/judge-run.ts';
import { buildRunSummary, everySecond } from './build-run-summary.ts';
import { buildServerLimit, buildServerRow, buildServerSeries } from './build-server.ts';
import { buildSla } from './build-sla.ts';

/** What a hostile target or file would like to be called. */
export const HOSTILE_ROW = '<img src=x onerror=alert(1)> | `a` **b** \u202e[x](javascript:alert(1))';

const RECOVERS = { comparison: '<=', to: 5, withinMs: 5_000, text: 'recovers: to 5 within 5s', at: buildServerRow().at } as const;

/** Values once a second of a run of 15 s and 5 s more. */
function samplesOf(value: (second: number) => number): ServerSeries['samples'] {
  return Array.from({ length: 20 }, (_, second) => ({ atMs: second * 1_000 + 250, value: value(second) }));
}

const ROWS: readonly (readonly [ServerRow, ServerSeries])[] = [
  [
    buildServerRow({ recovers: RECOVERS }),
    buildServerSeries({
      samples: samplesOf((second) => (second < 15 ? second * 5 : Math.max(0, 75 - (second - 15) * 30))),
      judged: { max: 70, last: 70 },
      lost: 1,
      recoveries: [
        { phase: 'burst', endMs: 10_000, state: 'not-judged', pauseMs: 2_000 },
        { phase: 'again', endMs: 15_000, state: 'reached', tookMs: 3_250 },
      ],
    }),
  ],
  [
    buildServerRow({
      name: 'hit rate',
      unit: 'ratio',
      limits: [buildServerLimit({ reduction: 'min', comparison: '>=', value: 0.6, text: 'min: 60%' })],
    }),
    buildServerSeries({ name: 'hit rate', unit: 'ratio', samples: samplesOf((second) => 0.9 - second / 100), judged: { min: 0.71 } }),
  ],
  [
    buildServerRow({ name: 'balance', limits: [buildServerLimit({ reduction: 'delta', value: -3, text: 'delta: -3' })] }),
    buildServerSeries({ name: 'balance', samples: samplesOf((second) => 5 - second), judged: { atStart: 5, atEnd: -10 } }),
  ],
  [
    buildServerRow({ name: 'away' }),
    {
      ...buildServerSeries({ name: 'away', samples: [], lost: 15, trouble: 'no value came in the judged time: connect ECONNREFUSED' }),
      judged: undefined,
    },
  ],
  [buildServerRow({ name: HOSTILE_ROW }), buildServerSeries({ name: HOSTILE_ROW, source: `json /${HOSTILE_ROW}`, trouble: HOSTILE_ROW })],
];

/** A run whose target was asked about itself: limits that hold and that broke, one that was never there, and one that would like to break the page. */
export function buildServerReport(): Report & { readonly run: RunSummary } {
  const run = buildRunSummary({
    phases: [
      { name: 'burst', seconds: 10 },
      { name: 'rest', seconds: 2, model: 'pause' },
      { name: 'again', seconds: 3 },
    ],
    series: [{ name: 'GET /health', in: { burst: everySecond(10, { okMs: [5] }), again: everySecond(3, { okMs: [6] }) } }],
    with: { server: ROWS.map(([, series]) => series) },
  });
  return { run, verdict: judgeRun(run, buildSla({ server: ROWS.map(([row]) => row) }), 1) };
}
