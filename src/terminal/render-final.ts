import { percentileUs } from '../metrics/distribution.ts';
import type { RunSummary } from '../metrics/run-summary.ts';
import { cleanText } from '../report/clean-text.ts';
import { describeEngine, describeSeed, listMissing } from '../report/describe-engine.ts';
import { describeShards } from '../report/describe-shards.ts';
import { describeBudget, describeObserved, describeState, describeSubject } from '../report/describe-check.ts';
import { listReasons } from '../report/describe-comparison.ts';
import { formatCount, formatReading, NOTHING } from '../report/format-reading.ts';
import type { Report } from '../report/report.ts';
import { listSocketRows, SOCKET_TITLES, socketFigures } from '../report/socket-rows.ts';
import { sortChecks } from '../report/sort-checks.ts';
import { percentileOf, summarizeEndpoints, type EndpointSummaries, type EndpointSummary } from '../report/summarize-endpoints.ts';
import { formatBytes, formatDuration, formatLatency, formatNumber, formatRate, formatRatio } from '../units.ts';
import { describeLevelChanges } from '../verdict/describe-level-changes.ts';
import type { Check, Verdict } from '../verdict/verdict.ts';
import { comparisonLines } from './comparison-lines.ts';
import { serverBlocks } from './server-lines.ts';
import type { Paint, Style } from './paint.ts';
import { renderTable, type Cell, type Column } from './render-table.ts';
import { wrapText } from './wrap-text.ts';

export interface FinalOptions {
  readonly width: number;
  readonly paint: Paint;
  /** Where the reports are; undefined: none were written. */
  readonly reportPath: string | undefined;
}

const MOST_FAILURES = 10;
const MOST_REASONS = 8;

/** What stands on the terminal when all is over: verdict, reasons, promises, the comparison with the baseline, endpoints, failures, the generator's health, where the reports are. */
export function renderFinal(report: Report, options: FinalOptions): string {
  const { run, verdict } = report;
  const { width, paint } = options;
  const endpoints = summarizeEndpoints(run);
  const [promises, comparison] = [checkLines(verdict, width, paint), comparisonLines(report, width, paint)];
  const sections = [
    titleLines(report, endpoints, options),
    reasonLines(listReasons(report), options),
    // What decided comes first.
    ...(verdict.state === 'regression' ? [comparison, promises] : [promises, comparison]),
    endpointLines(endpoints, width, paint),
    socketLines(endpoints, width, paint),
    ...serverBlocks(run, width, paint),
    failureLines(endpoints, width, paint),
    healthLines(run, options),
    options.reportPath === undefined ? [] : wrapText(`reports: ${cleanText(options.reportPath)}`, width, '  '),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** How a verdict is painted, and its word. */
export const TITLES: Readonly<Record<Verdict['state'], readonly [Style, string]>> = {
  pass: ['good', 'PASS'],
  breach: ['broken', 'BREACH'],
  regression: ['broken', 'REGRESSION'],
  inconclusive: ['warning', 'INCONCLUSIVE'],
};

function titleLines({ run, verdict }: Report, { total }: EndpointSummaries, { width, paint }: FinalOptions): readonly string[] {
  const [style, word] = TITLES[verdict.state];
  const profile = run.scenario.profile === undefined ? '' : ` (${run.scenario.profile})`;
  const where = run.target === '' ? '' : ` on ${run.target}`;
  const parts = [
    `${run.scenario.name}${profile}${where}`,
    formatDuration(run.durationMs),
    `${formatCount(total.attempts)} requests`,
    describeSeed(run),
  ];
  const facts = parts.filter((part) => part !== '').join(', ');
  const [first = '', ...rest] = wrapText(`${word}  ${cleanText(facts)}`, width, '  ');
  const ending =
    run.ending.state === 'complete'
      ? []
      : wrapText(`${run.ending.state === 'aborted' ? 'aborted' : 'cut short'}: ${cleanText(run.ending.reason)}`, width, '  ');
  const steered =
    run.levelChanges.length === 0 ? [] : wrapText(`users set by hand: ${describeLevelChanges(run.levelChanges)}`, width, '  ');
  const shards = run.shards.length === 0 ? [] : wrapText(describeShards(run), width, '  ');
  const engine = describeEngine(run);
  return [
    paint(style, word) + first.slice(word.length),
    ...rest,
    ...(engine === undefined ? [] : wrapText(cleanText(engine), width, '  ')),
    ...shards,
    ...[...ending, ...steered].map((line) => paint('warning', line)),
  ];
}

/** The first say what decided; the table below them holds every promise. */
function reasonLines(reasons: readonly string[], { width, paint }: FinalOptions): readonly string[] {
  const shown = reasons.length > MOST_REASONS ? reasons.slice(0, MOST_REASONS - 1) : reasons;
  const left = reasons.length - shown.length;
  const lines = shown.flatMap((reason) => wrapText(`- ${cleanText(reason, 600)}`, width, '  '));
  return left > 0 ? [...lines, paint('quiet', `- ${left} more`)] : lines;
}

const CHECK_COLUMNS: readonly Column[] = [
  { title: '', align: 'left' },
  { title: 'promise of', align: 'left', shrinksTo: 22 },
  { title: 'promised', align: 'left' },
  { title: 'observed', align: 'right' },
  { title: 'about 85 %', align: 'right', goes: 4 },
  { title: 'budget used', align: 'right', goes: 2 },
  { title: 'samples', align: 'right', goes: 3 },
];

function checkLines(verdict: Verdict, width: number, paint: Paint): readonly string[] {
  return renderTable(CHECK_COLUMNS, sortChecks(verdict.checks).map(checkRow), width, paint);
}

function checkRow(check: Check): readonly Cell[] {
  const seen = 'observed' in check ? check.observed : undefined;
  const samples = seen?.samples ?? (check.state === 'no-data' ? check.samples : undefined);
  const [sign, style] = signOf(check);
  return [
    { text: sign, style },
    { text: describeSubject(check) },
    { text: check.promise },
    { text: seen ? describeObserved(check) : describeState(check), style },
    { text: seen?.interval?.text ?? NOTHING, style: 'quiet' },
    { text: seen ? describeBudget(seen) : NOTHING },
    { text: samples === undefined ? NOTHING : formatNumber(samples, 0) },
  ];
}

function signOf(check: Check): readonly [string, Style] {
  switch (check.state) {
    case 'passed':
      return ['✓', 'good'];
    case 'breached':
      return check.severity === 'warn' ? ['!', 'warning'] : ['✗', 'broken'];
    case 'no-data':
      return ['?', 'warning'];
    case 'skipped':
      return ['-', 'quiet'];
  }
}

const ENDPOINT_COLUMNS: readonly Column[] = [
  { title: 'endpoint', align: 'left', shrinksTo: 20 },
  { title: 'requests', align: 'right', goes: 2 },
  { title: 'failures', align: 'right' },
  { title: 'ok/s', align: 'right', goes: 3 },
  { title: 'p50', align: 'right', goes: 4 },
  { title: 'p95', align: 'right', goes: 1 },
  { title: 'p99', align: 'right', goes: 5 },
  { title: 'max', align: 'right', goes: 6 },
];

function endpointLines({ rows, total }: EndpointSummaries, width: number, paint: Paint): readonly string[] {
  const selected = rows.filter((row) => row.selected);
  return renderTable(ENDPOINT_COLUMNS, [...selected.map((row) => endpointRow(row, 'plain')), endpointRow(total, 'strong')], width, paint);
}

function endpointRow(row: EndpointSummary, style: Style): readonly Cell[] {
  return [
    { text: row.name, style },
    { text: formatCount(row.attempts), style },
    { text: formatCount(row.failed), style: (row.failed ?? 0) > 0 ? 'broken' : style },
    { text: row.okPerSec === undefined ? NOTHING : formatRate(row.okPerSec), style },
    ...[50, 95, 99, 100].map((percentile) => ({ text: formatReading(percentileOf(row, percentile)), style })),
  ];
}

/** Which figures go first on a narrow terminal, in the order of `SOCKET_TITLES`. */
const SOCKET_GOES = [1, 7, 2, 4, 5, 8, 3, 6, 9, 10] as const;

const SOCKET_COLUMNS: readonly Column[] = [
  { title: 'WebSockets', align: 'left', shrinksTo: 20 },
  ...SOCKET_TITLES.map((title, place): Column => ({ title, align: 'right', goes: SOCKET_GOES[place] ?? 0 })),
];

function socketLines(endpoints: EndpointSummaries, width: number, paint: Paint): readonly string[] {
  const rows = listSocketRows(endpoints).map((row) => [{ text: row.name }, ...socketFigures(row).map((text) => ({ text }))]);
  return renderTable(SOCKET_COLUMNS, rows, width, paint);
}

const FAILURE_COLUMNS: readonly Column[] = [
  { title: 'count', align: 'right' },
  { title: 'class', align: 'left', goes: 1 },
  { title: 'endpoint', align: 'left', shrinksTo: 20, goes: 2 },
  { title: 'reason', align: 'left', shrinksTo: 20 },
];

function failureLines({ rows }: EndpointSummaries, width: number, paint: Paint): readonly string[] {
  const failures = rows
    .flatMap((row) => row.failures.map((failure) => ({ name: row.name, ...failure })))
    .sort((left, right) => right.count - left.count);
  const shown = failures.slice(0, MOST_FAILURES);
  const cells = shown.map((failure) => [
    { text: formatNumber(failure.count, 0) },
    { text: failure.class },
    { text: failure.name },
    { text: failure.reason },
  ]);
  const left = failures.length - shown.length;
  return [...renderTable(FAILURE_COLUMNS, cells, width, paint), ...(left > 0 ? [paint('quiet', `… ${left} more in results.json`)] : [])];
}

/** Of an import, what its file does not say. */
function healthLines(run: RunSummary, { width, paint }: FinalOptions): readonly string[] {
  const sentences =
    run.engine.kind === 'import' ? listMissing(run).map((sentence) => `- ${cleanText(sentence, 400)}`) : [describeHealth(run)];
  return sentences.flatMap((sentence) => wrapText(sentence, width, '  ')).map((line) => paint('quiet', line));
}

function describeHealth({ health, workers }: RunSummary): string {
  const p99 = (us: number | undefined): string => (us === undefined ? NOTHING : formatLatency(us));
  const parts = [
    `schedule lag p99 ${p99(percentileUs(health.scheduleLag, 99))}`,
    `event loop p99 ${p99(percentileUs(health.eventLoopDelay, 99))}`,
    `busiest CPU ${health.busiestWorkerCpu === undefined ? 'unknown' : formatRatio(health.busiestWorkerCpu)}`,
    `missed ${formatRatio(health.missedRatio)}`,
    `memory ${formatBytes(health.peakMemoryBytes)}`,
  ];
  return `generator (${workers} ${workers === 1 ? 'worker' : 'workers'}): ${parts.join(', ')}`;
}
