import type { LiveCheck } from '../../src/metrics/live-snapshot.ts';
import { renderReportHtml } from '../../src/report/html/render-report-html.ts';
import { formatLatency } from '../../src/units.ts';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import type { LiveEnd, StartForm, ToPage } from '../../src/terminal/web/live-messages.ts';
import { buildChatRun } from '../support/build-chat-run.ts';
import { buildLongReport } from '../support/build-long-run.ts';
import { buildReport } from '../support/build-report.ts';
import { buildRunSummary, everySecond } from '../support/build-run-summary.ts';
import { playRun } from './play-run.ts';

/** Texts that a scenario, a server or a proxy may bring. */
export const HOSTILE = [
  '<script>window.ran = 1</script>',
  '"><img src=x onerror="window.ran = 2">',
  "'onmouseover='window.ran = 3' javascript:window.ran=4",
  '</script><svg onload="window.ran = 5">',
  '\u202egnp.exe \u2066nothing\u2069 to see',
  '${alert(1)} {{7*7}} &lt;b&gt;',
  'long '.repeat(2_000),
] as const;

/** Promises of the first endpoints, of which some break after `breaksAt` seconds. */
function promise(run: RunSummary, breaksAt: number): (second: number) => readonly LiveCheck[] {
  return (second) =>
    run.series.slice(0, 14).flatMap(({ name }, index): readonly LiveCheck[] => {
      const isBroken = index % 5 === 1 && second >= breaksAt;
      const limitUs = 150_000 + 20_000 * index;
      return [
        {
          name: `${name} p95`,
          state: isBroken ? 'broken' : 'holding',
          observed: formatLatency(limitUs * (isBroken ? 1.31 : 0.42)),
          limit: `≤ ${formatLatency(limitUs)}`,
          series: name,
          metric: 'p95',
          scope: 'run',
        },
      ];
    });
}

/** A run as they are in earnest, of some endpoints, with promises that break in its spike. */
export function playLong(endpoints: number, minutes = 10): readonly ToPage[] {
  const { run } = buildLongReport({ minutes, endpoints, rate: Math.max(2, Math.round(120 / endpoints)) });
  const seconds = minutes * 60;
  return playRun(run, { checks: promise(run, seconds * 0.65), users: (second) => Math.round(20 + 30 * Math.sin(second / 40) ** 2) });
}

/** HTTP beside WebSockets. */
export function playChat(): readonly ToPage[] {
  return playRun(buildChatRun());
}

/** Every name and every text of a failure is hostile. */
export function playHostile(): readonly ToPage[] {
  const run = buildRunSummary({
    phases: [
      { name: HOSTILE[1], seconds: 2, warmup: true },
      { name: HOSTILE[0], seconds: 8 },
    ],
    series: HOSTILE.map((name) => ({ name, seconds: everySecond(8, { okMs: [5, 7], failed: 1 }) })),
    with: { scenario: { name: HOSTILE[0], file: '', hash: '', profile: HOSTILE[1] }, target: HOSTILE[1] },
  });
  const series = run.series.map((one, index) => ({
    ...one,
    perPhase: one.perPhase.map((part) => ({
      ...part,
      failures: part.failures.map((failure) => ({ ...failure, reason: HOSTILE[index] ?? '', sample: HOSTILE[index] ?? '' })),
    })),
  }));
  const checks = (): readonly LiveCheck[] =>
    HOSTILE.map((name) => ({
      name: `${name} p95`,
      state: 'broken',
      observed: name,
      limit: name,
      series: name,
      metric: 'p95',
      scope: 'run',
    }));
  return [...playRun({ ...run, series }, { checks }), ...HOSTILE.map((text): ToPage => ({ kind: 'note', text }))];
}

/** How a run ends that broke two promises. */
export function endWithBreach(): LiveEnd {
  const { run, verdict } = buildLongReport({ minutes: 1, endpoints: 12, rate: 6 });
  return {
    verdict: { state: verdict.state, reasons: verdict.reasons },
    reason: undefined,
    files: {
      'report.html': renderReportHtml(buildReport({ run, verdict })),
      'results.json': '{}',
      'load-gate_stats.csv': 'Type,Name\n',
      'load-gate_failures.csv': 'Method\n',
      'junit.xml': '<testsuites/>',
    },
  };
}

/** A form with every model of phases. */
export const FORM: StartForm = {
  name: 'Shop under load',
  target: 'https://staging.example.com',
  isTargetFixed: false,
  maxUsers: 500,
  maxRatePerSec: 2_000,
  phases: [
    { name: 'warm-up', durationMs: 60_000, warmup: true, model: 'open', arrivalRatePerSec: 50 },
    { name: 'steady', durationMs: 300_000, warmup: false, model: 'closed', users: 40, spawnRatePerSec: 2 },
    { name: 'all at once', durationMs: 90_000, warmup: false, model: 'closed', users: 200, spawnRatePerSec: undefined },
    { name: 'rest', durationMs: 30_000, warmup: false, model: 'pause' },
    { name: 'import', durationMs: 120_000, warmup: false, model: 'iterations', iterations: 1_000, users: 10 },
  ],
};

/** What stands against a start. */
export const ISSUES: readonly string[] = [
  'target: "staging" is not a URL; write it with http:// or https://',
  'phases.steady.users: 900 is more than the cap of 500 (limits.max_users)',
];
