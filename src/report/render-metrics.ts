import type { Distribution } from '../metrics/distribution.ts';
import { explainMissing, type Facet } from '../metrics/engine-info.ts';
import type { FailureClass, RequestCounts, RunSummary } from '../metrics/run-summary.ts';
import type { Check, Verdict } from '../verdict/verdict.ts';
import { listRegressed } from './describe-comparison.ts';
import { findPeakUsers } from './find-peak-users.ts';
import { formatOpenMetrics, type MetricFamily, type Sample } from './format-open-metrics.ts';
import type { Report } from './report.ts';
import { percentileOf, summarizeEndpoints, type EndpointSummary } from './summarize-endpoints.ts';

/**
 * metrics.prom: OpenMetrics text of one run, over all phases but warm-ups. Everything that is counted is a gauge: the run is over, the next one counts from 0,
 * and promtool reads the older text format, in which a counter of OpenMetrics would be a family without a type.
 */
export function renderMetrics(report: Report): string {
  const { rows, total } = summarizeEndpoints(report.run);
  const selected = rows.filter((row) => row.selected);
  const latency = `Latency from the ${report.run.engine.kind === 'import' ? 'actual' : 'intended'} start`;
  return formatOpenMetrics([
    ...describeRun(report),
    ...describeVerdict(report.verdict),
    ...describeComparison(report),
    ...describeRequests(selected, report.run),
    latencyFamily('load_gate_latency_seconds', `${latency}, by endpoint`, selected),
    latencyFamily('load_gate_run_latency_seconds', `${latency}, of all endpoints together`, [total]),
  ]);
}

function describeRun({ run }: Report): readonly MetricFamily[] {
  const engine = run.engine.kind === 'embedded' ? {} : { engine: run.engine.kind };
  const labels = { scenario: run.scenario.name, profile: run.scenario.profile ?? '', version: run.tool.version, ...engine };
  const began = run.phases.filter(({ startMs }) => startMs !== undefined);
  return [
    gauge('load_gate_run_info', 'What was run, and by which version.', [{ labels, value: 1 }]),
    inUnit('seconds', 'load_gate_run_start_timestamp_seconds', 'When the run started, since the epoch.', [
      { labels: {}, value: Date.parse(run.startedAt) / 1_000 },
    ]),
    inUnit('seconds', 'load_gate_run_duration_seconds', 'How long the run took, warm-ups and pauses included.', [
      { labels: {}, value: run.durationMs / 1_000 },
    ]),
    gauge(
      'load_gate_peak_users',
      'Most virtual users at once, by phase.',
      began.flatMap((phase) => {
        const users = findPeakUsers(phase);
        return users === undefined ? [] : [{ labels: { phase: phase.plan.name }, value: users }];
      }),
    ),
    inUnit('ratio', 'load_gate_generator_missed_ratio', 'Planned starts that the generator did not make in time.', [
      ...(run.engine.kind === 'import' ? [] : [{ labels: {}, value: run.health.missedRatio }]),
    ]),
  ];
}

const VERDICTS: readonly Verdict['state'][] = ['pass', 'breach', 'regression', 'inconclusive'];
const CHECK_STATES: readonly Check['state'][] = ['passed', 'breached', 'no-data', 'skipped'];

function describeVerdict({ state, checks }: Verdict): readonly MetricFamily[] {
  const judged = checks.filter((check) => check.state !== 'skipped');
  return [
    gauge(
      'load_gate_verdict',
      'The verdict: 1 for the state that it has, 0 for the others.',
      VERDICTS.map((one) => ({ labels: { state: one }, value: one === state ? 1 : 0 })),
    ),
    gauge(
      'load_gate_checks',
      'Promises of the SLA, by what became of them.',
      CHECK_STATES.map((one) => ({ labels: { state: one }, value: checks.filter((check) => check.state === one).length })),
    ),
    gauge(
      'load_gate_check_holds',
      'A promise of the SLA: 1 if it holds, 0 if it is broken or could not be judged.',
      judged.map(({ name, series, metric, phase, severity, state: became }) => ({
        labels: { check: name, endpoint: series, metric, phase: phase ?? '', severity },
        value: became === 'passed' ? 1 : 0,
      })),
    ),
  ];
}

/** Nothing where nothing was compared. */
function describeComparison(report: Report): readonly MetricFamily[] {
  const samples = report.comparison === undefined ? [] : [{ labels: {}, value: listRegressed(report).length }];
  return [gauge('load_gate_regressions', 'Metrics that are worse than in the baseline.', samples)];
}

const OUTCOMES = [
  ['ok', 'ok'],
  ['failed', 'failed'],
  ['timedOut', 'timed-out'],
  ['cut', 'cut'],
  ['dropped', 'dropped'],
] as const satisfies readonly (readonly [keyof RequestCounts, string])[];

/** Of an import only what its file tells: it may count timeouts among failures, and know nothing of what was cut. */
function describeRequests(rows: readonly EndpointSummary[], { engine }: RunSummary): readonly MetricFamily[] {
  const isTold = (outcome: keyof RequestCounts, value: number): boolean =>
    engine.kind !== 'import' || outcome === 'ok' || outcome === 'failed' || value > 0;
  const outcomes = rows.flatMap(({ name, counts, failed }) =>
    // Where nobody says how many failed, the others may have failed, too.
    (failed === undefined ? [] : OUTCOMES).flatMap(([key, outcome]) =>
      isTold(key, counts[key]) ? [{ labels: { endpoint: name, outcome }, value: counts[key] }] : [],
    ),
  );
  const bytes = (facet: Facet, pick: (row: EndpointSummary) => number): readonly Sample[] =>
    (explainMissing(engine, facet) === undefined ? rows : []).map((row) => ({ labels: { endpoint: row.name }, value: pick(row) }));
  return [
    gauge('load_gate_requests', 'Attempts, by endpoint and how they ended.', outcomes),
    gauge('load_gate_failures', 'Failures, by endpoint and class.', rows.flatMap(countClasses)),
    gauge(
      'load_gate_successes_per_second',
      'Complete successes per second, pauses and drains left out.',
      rows.flatMap(({ name, okPerSec }) => (okPerSec === undefined ? [] : [{ labels: { endpoint: name }, value: okPerSec }])),
    ),
    inUnit(
      'bytes',
      'load_gate_sent_bytes',
      'Bodies and messages that were sent.',
      bytes('bytes sent', (row) => row.bytesSent),
    ),
    inUnit(
      'bytes',
      'load_gate_received_bytes',
      'Bodies and messages that were received.',
      bytes('bytes received', (row) => row.bytesReceived),
    ),
  ];
}

function countClasses({ name, failures }: EndpointSummary): readonly Sample[] {
  const byClass = new Map<FailureClass, number>();
  for (const failure of failures) byClass.set(failure.class, (byClass.get(failure.class) ?? 0) + failure.count);
  return [...byClass].map(([kind, value]) => ({ labels: { endpoint: name, class: kind }, value }));
}

const QUANTILES = [0.5, 0.9, 0.95, 0.99, 0.999];

/** What never came back ranks last among the quantiles, as +Inf; sum and count are of successes, for their mean. */
function latencyFamily(name: string, what: string, rows: readonly EndpointSummary[]): MetricFamily {
  const samples = rows.flatMap((row): readonly Sample[] => {
    const labels: Readonly<Record<string, string>> = row.kind === 'total' ? {} : { endpoint: row.name };
    const quantiles = QUANTILES.flatMap((quantile) => {
      const reading = percentileOf(row, quantile * 100);
      if (reading === undefined) return [];
      const value = reading.state === 'exact' ? reading.us / 1e6 : Number.POSITIVE_INFINITY;
      return [{ labels: { ...labels, quantile: String(quantile) }, value }];
    });
    const whole = findWhole(row);
    return [
      ...quantiles,
      ...(whole
        ? [{ suffix: '_sum', labels, value: whole.sumUs / 1e6 } as const, { suffix: '_count', labels, value: whole.count } as const]
        : []),
    ];
  });
  const help = `${what}; what never came back is +Inf, sum and count are of successes.`;
  return { name, type: 'summary', unit: 'seconds', help, samples };
}

/** Undefined: an import has no times of these successes, or mixes them with those of failures. */
function findWhole({ stated, latency, counts }: EndpointSummary): Pick<Distribution, 'sumUs' | 'count'> | undefined {
  if (!stated) return latency.count > 0 || counts.ok === 0 ? latency : undefined;
  const { of, count, meanUs } = stated;
  return of === 'successes' && count !== undefined && meanUs !== undefined ? { sumUs: count * meanUs, count } : undefined;
}

function gauge(name: string, help: string, samples: readonly Sample[]): MetricFamily {
  return { name, type: 'gauge', help, samples };
}

function inUnit(unit: NonNullable<MetricFamily['unit']>, name: string, help: string, samples: readonly Sample[]): MetricFamily {
  return { ...gauge(name, help, samples), unit };
}
