import { percentileUs } from '../metrics/distribution.ts';
import type { PhaseSummary, RunSummary } from '../metrics/run-summary.ts';
import { formatBytes, formatDuration, formatLatency, formatNumber, formatRate, formatRatio } from '../units.ts';
import { listMissing } from './describe-engine.ts';
import { codeSpan, escapeMarkdown } from './escape-markdown.ts';
import type { Block, Fold } from './fit-blocks.ts';
import { formatPair, formatPercentile, formatReading, NOTHING } from './format-reading.ts';
import type { Report } from './report.ts';
import { percentileOf, lengthOf, type EndpointSummaries, type EndpointSummary } from './summarize-endpoints.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { tableBlock } from './table-block.ts';

/** Everything behind the verdict, folded: failures; and phases, readings of latency, spans, slow requests, the generator, the surroundings. */
export function detailFolds({ run, verdict }: Report, endpoints: EndpointSummaries): readonly Fold[] {
  const attempted = endpoints.rows.filter(({ attempts }) => attempts === undefined || attempts > 0);
  const blocks = [
    phaseBlock(run),
    ...latencyBlocks(attempted),
    ...transferBlocks(endpoints, verdict),
    ...slowBlocks(run),
    healthBlock(run),
    environmentBlock(run),
  ];
  return [...failureFolds(endpoints.rows), { summary: 'Details: phases, latency, generator, surroundings', blocks }];
}

function failureFolds(rows: readonly EndpointSummary[]): readonly Fold[] {
  const failures = rows
    .flatMap((row) => row.failures.map((failure) => ({ row, failure })))
    .sort((left, right) => right.failure.count - left.failure.count);
  if (failures.length === 0) return [];
  const cells = failures.map(({ row, failure }) => [
    failure.class,
    codeSpan(row.name, 120),
    codeSpan(failure.reason, 120),
    formatNumber(failure.count, 0),
    `${formatDuration(failure.firstMs)} – ${formatDuration(failure.lastMs)}`,
    codeSpan(failure.sample, 200),
  ]);
  const count = failures.reduce((sum, { failure }) => sum + failure.count, 0);
  const columns = ['class', 'endpoint', 'reason', 'count >', 'first – last >', 'a sample'];
  return [{ summary: `Failures: ${formatNumber(count, 0)}`, blocks: [tableBlock('', columns, cells)] }];
}

function phaseBlock(run: RunSummary): Block {
  const columns = [
    'phase',
    'asked',
    'lasted >',
    'started >',
    'per second >',
    'dropped >',
    'missed >',
    'failed >',
    'unfinished >',
    'users at most >',
  ];
  return tableBlock('#### Phases: what was asked, and what happened', columns, run.phases.map(phaseRow));
}

function phaseRow(phase: PhaseSummary): readonly string[] {
  const { plan, iterations } = phase;
  const name = `${codeSpan(plan.name, 60)}${plan.warmup ? ' (warm-up, not judged)' : ''}`;
  const lengthMs = lengthOf(phase);
  if (phase.startMs === undefined) return [name, describePlan(plan), 'never began', ...Array.from({ length: 7 }, () => NOTHING)];
  if (plan.model === 'pause' || plan.model === 'foreign')
    return [name, describePlan(plan), formatDuration(lengthMs), ...Array.from({ length: 7 }, () => NOTHING)];
  return [
    name,
    describePlan(plan),
    formatDuration(lengthMs),
    formatNumber(iterations.started, 0),
    lengthMs > 0 ? formatRate(iterations.started / (lengthMs / 1_000)) : NOTHING,
    ...[iterations.dropped, iterations.missed, iterations.failed + iterations.cut, iterations.interrupted, phase.peakUsers].map((count) =>
      formatNumber(count, 0),
    ),
  ];
}

/** The plan of a phase in words: `100/s for 30 s, at most 200 users`. */
export function describePlan(plan: PhaseSummary['plan']): string {
  const span = `for ${formatDuration(plan.durationMs)}`;
  switch (plan.model) {
    case 'open': {
      const rate =
        plan.rampMs > 0
          ? `${formatRate(plan.fromRatePerSec)} to ${formatRate(plan.ratePerSec)} in ${formatDuration(plan.rampMs)}`
          : formatRate(plan.ratePerSec);
      return `${rate} ${span}: ${formatNumber(plan.plannedArrivals, 0)} arrivals, at most ${formatNumber(plan.maxUsers, 0)} users`;
    }
    case 'closed': {
      const users =
        plan.rampMs > 0
          ? `${plan.fromUsers} to ${plan.users} users in ${formatDuration(plan.rampMs)}`
          : `${formatNumber(plan.users, 0)} users`;
      return `${users} ${span}`;
    }
    case 'iterations':
      return `${formatNumber(plan.iterations, 0)} iterations by ${formatNumber(plan.users, 0)} users within ${formatDuration(plan.durationMs)}`;
    case 'pause':
      return `pause of ${formatDuration(plan.durationMs)}`;
    case 'foreign':
      return 'not known';
  }
}

function latencyBlocks(rows: readonly EndpointSummary[]): readonly Block[] {
  if (rows.length === 0) return [];
  const readings = rows.map((row) => [
    codeSpan(row.name, 120),
    ...[50, 95, 99].map((percentile) => escapeMarkdown(formatReading(percentileOf(row, percentile)))),
    ...[50, 95, 99].map((percentile) => formatPercentile(row.latency, percentile)),
    formatPercentile(row.failedLatency, 95),
  ]);
  const spans = rows.map((row) => [
    codeSpan(row.name, 120),
    ...[row.queue, row.connect, row.tls, row.ttfb, row.body, row.service, row.latency].map((span) =>
      span.count === 0 ? NOTHING : formatPair(formatPercentile(span, 50), formatPercentile(span, 95), ' / '),
    ),
  ]);
  return [
    tableBlock(
      '#### Latency: with lost requests ranked last (judged), and of successes alone',
      ['endpoint', 'judged p50 >', 'p95 >', 'p99 >', 'successes p50 >', 'p95 >', 'p99 >', 'failures p95 >'],
      readings,
    ),
    tableBlock(
      '#### Spans (p50 / p95): from the actual start, and from the schedule',
      ['endpoint', 'queue >', 'connect >', 'TLS >', 'first byte >', 'body >', 'service >', 'from schedule >'],
      spans,
    ),
  ];
}

/** Bytes per second that are worth a table though nobody asked. */
const MUCH = 1e6;

/** What upload and download are judged by, where it is much or promised. */
function transferBlocks({ rows, total }: EndpointSummaries, { checks }: Verdict): readonly Block[] {
  const perSec = (bytes: number): number => (total.durationMs > 0 ? bytes / (total.durationMs / 1_000) : 0);
  const isAsked = checks.some(({ metric }) => metric === 'upload' || metric === 'download');
  const isMuch = Math.max(perSec(total.counts.sentBeforeEnd), perSec(total.counts.receivedBeforeEnd)) >= MUCH;
  if (!isAsked && !isMuch) return [];
  const moved = rows.filter(({ counts }) => counts.sentBeforeEnd + counts.receivedBeforeEnd > 0);
  const cells = [...moved, total].map(({ name, kind, counts }) => [
    kind === 'total' ? '**total**' : codeSpan(name, 120),
    `${formatBytes(perSec(counts.sentBeforeEnd))}/s`,
    `${formatBytes(perSec(counts.receivedBeforeEnd))}/s`,
    formatBytes(counts.sentBeforeEnd),
    formatBytes(counts.receivedBeforeEnd),
  ]);
  return [
    tableBlock(
      '#### Transfer: bodies of successes and messages of WebSockets, before the end of each phase',
      ['endpoint', 'upload >', 'download >', 'sent >', 'received >'],
      cells,
    ),
  ];
}

function slowBlocks(run: RunSummary): readonly Block[] {
  if (run.slowRequests.length === 0) return [];
  const rows = run.slowRequests.map((slow) => [
    codeSpan(slow.series, 120),
    formatLatency(slow.latencyUs),
    formatDuration(slow.atMs),
    slow.traceId === undefined ? NOTHING : codeSpan(slow.traceId, 64),
  ]);
  return [tableBlock(`#### Slow requests: ${run.slowRequests.length}`, ['endpoint', 'took >', 'at >', 'trace'], rows)];
}

/** Of an import, what its file does not say. */
function healthBlock(run: RunSummary): Block {
  if (run.engine.kind !== 'import') return ownHealthBlock(run);
  return {
    head: ['#### What was imported does not say everything', ''],
    rows: listMissing(run).map((sentence) => `- ${escapeMarkdown(sentence, 400)}`),
    tail: [],
  };
}

function ownHealthBlock({ health, transport, workers, imbalances }: RunSummary): Block {
  const p99 = (us: number | undefined): string => (us === undefined ? 'nothing was scheduled' : formatLatency(us));
  const protocols = Object.entries(transport.protocols).map(([protocol, count]) => `${codeSpan(protocol, 20)} ${formatNumber(count, 0)}`);
  const rows = [
    `- schedule lag p99: ${p99(percentileUs(health.scheduleLag, 99))}`,
    `- event-loop delay p99: ${p99(percentileUs(health.eventLoopDelay, 99))}`,
    `- workers: ${workers}; CPU of the busiest: ${health.busiestWorkerCpu === undefined ? 'unknown' : `${formatRatio(health.busiestWorkerCpu)} of a core`}`,
    `- CPU ${formatNumber(health.processCpuSeconds)} s, memory at most ${formatBytes(health.peakMemoryBytes)}`,
    `- missed starts: ${formatRatio(health.missedRatio)}; silent stretches: ${health.silentStretchesMs.length}`,
    `- connections opened: ${formatNumber(transport.connectionsOpened, 0)}; requests on reused ones: ${formatNumber(transport.requestsOnReusedConnections, 0)}`,
    `- protocols: ${protocols.length === 0 ? NOTHING : protocols.join(', ')}`,
    `- books: ${imbalances.length === 0 ? 'balanced' : imbalances.map((imbalance) => codeSpan(imbalance)).join('; ')}`,
  ];
  return { head: ['#### Health of the generator', ''], rows, tail: [] };
}

function environmentBlock({ engine, environment, scenario, startedAt, tool }: RunSummary): Block {
  const machine = [
    `- load-gate ${escapeMarkdown(tool.version, 40)}, Node ${escapeMarkdown(environment.node, 40)}, ${escapeMarkdown(environment.platform, 60)}`,
    `- ${environment.cores} × ${escapeMarkdown(environment.cpuModel, 80)}, ${formatBytes(environment.memoryBytes)}`,
  ];
  const rows = [
    ...(engine.kind === 'import' ? [`- load-gate ${escapeMarkdown(tool.version, 40)}`] : machine),
    ...(environment.runnerImage === undefined ? [] : [`- runner image ${codeSpan(environment.runnerImage, 80)}`]),
    `- ${codeSpan(scenario.file, 160)}, ${codeSpan(scenario.hash, 80)}`,
    `- started ${escapeMarkdown(startedAt, 40)}`,
  ];
  return { head: ['#### Surroundings', ''], rows, tail: [] };
}
