import { formatDuration, formatRate, formatRatio } from '../units.ts';
import type { RunSummary } from '../metrics/run-summary.ts';
import { describeLevelChanges } from '../verdict/describe-level-changes.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { listReasons } from './describe-comparison.ts';
import { describeEngine, describeSeed } from './describe-engine.ts';
import { codeSpan, escapeMarkdown, escapeSentence } from './escape-markdown.ts';
import { fitBlocks, type Block } from './fit-blocks.ts';
import { formatCount, formatReading, NOTHING } from './format-reading.ts';
import type { Report } from './report.ts';
import { describeShards } from './describe-shards.ts';
import { describeTrouble, SERVER_TITLES, serverFigures } from './server-rows.ts';
import { listSocketRows, SOCKET_TITLES, socketFigures } from './socket-rows.ts';
import { sortChecks } from './sort-checks.ts';
import { chartBlocks } from './summary-chart.ts';
import { comparisonBlocks } from './summary-comparison.ts';
import { promiseTable, unjudgedBlocks } from './summary-promises.ts';
import { detailFolds } from './summary-details.ts';
import { tableBlock } from './table-block.ts';
import { percentileOf, summarizeEndpoints, type EndpointSummaries, type EndpointSummary } from './summarize-endpoints.ts';

/** It is an output of the action, too, and what a later step puts into its environment is at most 128 KiB (Linux, MAX_ARG_STRLEN). */
const LIMIT = 60_000;

/** Before a verdict. */
export const SIGNS = { pass: '✅', breach: '❌', regression: '❌', inconclusive: '⚠️' } as const;
/** A verdict in a word. */
export const WORDS = { pass: 'Pass', breach: 'Breach', regression: 'Regression', inconclusive: 'Inconclusive' } as const;

/**
 * summary.md: what the job summary shows, in GitHub's Markdown. The verdict stands in the first line, what is
 * broken in the first rows. At most `limit` bytes (5,000 or more), cut between rows.
 */
export function renderSummaryMd(report: Report, limit = LIMIT): string {
  const endpoints = summarizeEndpoints(report.run);
  const [promises, comparison] = [checkBlocks(report.verdict), comparisonBlocks(report)];
  return fitBlocks(
    [
      titleBlock(report, endpoints),
      reasonsBlock(report),
      // What decided comes first.
      ...(report.verdict.state === 'regression' ? [...comparison, ...promises] : [...promises, ...comparison]),
      endpointTable('### Endpoints', endpoints),
      ...socketTables('### WebSockets', endpoints),
      ...serverTables('### What the target said of itself', report.run),
      ...chartBlocks(report),
      ...detailFolds(report, endpoints),
    ],
    limit,
  );
}

/** The verdict, what was run, and whether it came to its end; always fits, being without rows. An empty target is not shown. */
export function titleBlock({ run, verdict }: Report, { total }: EndpointSummaries): Block {
  const facts = [
    run.scenario.profile === undefined ? '' : `profile ${codeSpan(run.scenario.profile, 60)}`,
    run.target === '' ? '' : `target ${codeSpan(run.target, 120)}`,
    formatDuration(run.durationMs),
    `${formatCount(total.attempts)} requests`,
    total.failedRatio === undefined ? '' : `${formatRatio(total.failedRatio)} failed`,
    describeSeed(run),
  ];
  const engine = describeEngine(run);
  const head = [
    `## ${SIGNS[verdict.state]} ${WORDS[verdict.state]}: ${escapeMarkdown(run.scenario.name, 80)}`,
    '',
    facts.filter((fact) => fact !== '').join(' · '),
    ...(engine === undefined ? [] : ['', escapeMarkdown(engine, 200)]),
    ...(run.shards.length === 0 ? [] : ['', escapeMarkdown(describeShards(run), 200)]),
    ...(run.ending.state === 'complete'
      ? []
      : ['', `**${run.ending.state === 'aborted' ? 'Aborted' : 'Cut short'}**: ${escapeMarkdown(run.ending.reason, 200)}`]),
    ...(run.levelChanges.length === 0
      ? []
      : ['', `**Users set by hand**: ${describeLevelChanges(run.levelChanges)}. Such a run is compared with no baseline.`]),
  ];
  return { head, rows: [], tail: [] };
}

/** Why the verdict is what it is, one row for each sentence. */
export function reasonsBlock(report: Report): Block {
  const { run, verdict, comparison } = report;
  const names = [
    ...verdict.checks.map((check) => check.name),
    ...run.series.map((series) => series.name),
    ...run.phases.map((phase) => phase.plan.name),
    ...(comparison?.result.rows ?? []).map((row) => row.name),
  ];
  return { head: [], rows: listReasons(report).map((reason) => `- ${escapeSentence(reason, names)}`), tail: [] };
}

function checkBlocks({ checks, reasons }: Verdict): readonly Block[] {
  return checks.length === 0 ? [] : [promiseTable('### Promises', sortChecks(checks)), ...unjudgedBlocks(checks, reasons)];
}

/** Each endpoint that took part, and their total. */
export function endpointTable(title: string, { rows, total }: EndpointSummaries): Block {
  const columns = ['endpoint', 'requests >', 'failures >', 'ok/s >', 'p50 >', 'p95 >', 'p99 >', 'max >'];
  const selected = rows.filter((row) => row.selected);
  const body = [...selected.map((row) => endpointRow(row, codeSpan(row.name, 120))), endpointRow(total, '**total**')];
  return tableBlock(title, columns, body);
}

/** What went over WebSockets; nothing where there are none. */
export function socketTables(title: string, endpoints: EndpointSummaries): readonly Block[] {
  const rows = listSocketRows(endpoints);
  if (rows.length === 0) return [];
  const columns = ['endpoint', ...SOCKET_TITLES.map((name) => `${name} >`)];
  return [
    tableBlock(
      title,
      columns,
      rows.map((row) => [codeSpan(row.name, 120), ...socketFigures(row)]),
    ),
  ];
}

/** What the rows of `server:` came to; nothing where there are none. */
export function serverTables(title: string, { server }: Pick<RunSummary, 'server'>): readonly Block[] {
  if (server.length === 0) return [];
  const columns = ['value', ...SERVER_TITLES.map((name) => `${name} >`), 'from'];
  const rows = server.map((series) => [
    codeSpan(series.name, 120),
    ...serverFigures(series).map((figure) => escapeMarkdown(figure)),
    [series.source === '' ? '' : codeSpan(series.source, 160), escapeMarkdown(describeTrouble(series), 200)]
      .filter((text) => text !== '')
      .join(' · '),
  ]);
  return [tableBlock(title, columns, rows)];
}

function endpointRow(row: EndpointSummary, name: string): readonly string[] {
  const share = row.failedRatio === undefined ? '' : ` (${formatRatio(row.failedRatio)})`;
  return [
    name,
    formatCount(row.attempts),
    `${formatCount(row.failed)}${row.failed === 0 ? '' : share}`,
    row.okPerSec === undefined ? NOTHING : formatRate(row.okPerSec),
    ...[50, 95, 99, 100].map((percentile) => escapeMarkdown(formatReading(percentileOf(row, percentile)))),
  ];
}
