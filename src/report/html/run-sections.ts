import { buildFingerprint } from '../../metrics/build-fingerprint.ts';
import { percentileUs } from '../../metrics/distribution.ts';
import { nameEngine } from '../../metrics/engine-info.ts';
import type { PhaseSummary, RunSummary } from '../../metrics/run-summary.ts';
import { formatBytes, formatDuration, formatLatency, formatNumber, formatRate, formatRatio } from '../../units.ts';
import { describeEngine, describeSeed, listMissing } from '../describe-engine.ts';
import { describeShards } from '../describe-shards.ts';
import { NOTHING } from '../format-reading.ts';
import { lengthOf } from '../summarize-endpoints.ts';
import { describePlan } from '../summary-details.ts';
import { markup, showName, type Content, type Html } from './markup.ts';
import { renderFacts, renderTable } from './render-html-table.ts';
import { renderSection, type Section } from './section.ts';

/** Whether the load generator kept up. */
export function healthSection(run: RunSummary): Section {
  const { engine, health, transport, workers, imbalances } = run;
  if (engine.kind === 'import')
    return renderSection('health', 'What was imported does not say everything', [
      markup`<ul>${listMissing(run).map((sentence) => markup`<li><bdi>${sentence}</bdi></li>`)}</ul>`,
    ]);
  const p99 = (us: number | undefined): string => (us === undefined ? 'nothing was scheduled' : formatLatency(us));
  const protocols = Object.entries(transport.protocols).slice(0, 10);
  const cpu = health.busiestWorkerCpu === undefined ? 'unknown' : `${formatRatio(health.busiestWorkerCpu)} of a core`;
  const silent = health.silentStretchesMs.slice(0, 10).map((startMs) => `from ${formatDuration(startMs)}`);
  return renderSection('health', 'Health of the generator', [
    renderFacts([
      ['schedule lag, p99', p99(percentileUs(health.scheduleLag, 99))],
      ['delay of the event loop, p99', p99(percentileUs(health.eventLoopDelay, 99))],
      ['CPU of the busiest worker', cpu],
      ['workers', workers],
      ['CPU time', markup`${formatNumber(health.processCpuSeconds)} s`],
      ['memory at most', formatBytes(health.peakMemoryBytes)],
      ['missed starts', formatRatio(health.missedRatio)],
      ['silent stretches of 5 s', health.silentStretchesMs.length === 0 ? 'none' : silent.join(', ')],
      ['values beyond an hour', formatNumber(health.clamped, 0)],
      ['connections opened', formatNumber(transport.connectionsOpened, 0)],
      ['requests on reused ones', formatNumber(transport.requestsOnReusedConnections, 0)],
      [
        'protocols',
        protocols.length === 0
          ? NOTHING
          : markup`${protocols.map(([name, count]) => markup`${showName(name, 20)} ${formatNumber(count, 0)} `)}`,
      ],
      [
        'books',
        imbalances.length === 0
          ? 'balanced'
          : markup`<ul>${imbalances.slice(0, 20).map((imbalance) => markup`<li><bdi>${imbalance}</bdi></li>`)}</ul>`,
      ],
    ]),
  ]);
}

const PHASE_COLUMNS = [
  { title: 'phase' },
  { title: 'asked' },
  ...['lasted', 'started', 'per second', 'of planned', 'dropped', 'missed', 'failed', 'unfinished', 'users at most'].map((title) => ({
    title,
    isFigure: true,
  })),
];

/** Each phase as it was planned, and as it went. */
export function phasesSection(run: RunSummary): Section {
  const { phases } = run;
  const table = renderTable({
    caption: 'Phases: what was asked, and what happened',
    columns: PHASE_COLUMNS,
    rows: phases.map((phase) => phaseCells(phase)),
  });
  return renderSection('phases', 'What was asked, and what happened', [
    table,
    markup`<p class="note">Counted in iterations: passes of a user through the steps.</p>`,
    run.levelChanges.length > 0 ? levelsTable(run) : undefined,
  ]);
}

const LEVEL_COLUMNS = [
  { title: 'phase' },
  ...['at', 'users then', 'asked for', 'at a rate of', 'there in the end'].map((title) => ({ title, isFigure: true })),
];
const MOST_LEVELS = 50;

/** What somebody asked for while the run went on, and what came of it until the next change or the end of the phase. */
function levelsTable({ levelChanges, phases, timeline }: RunSummary): Html {
  const shown = levelChanges.slice(0, MOST_LEVELS);
  const rows = shown.map(({ atMs, phase, fromUsers, users, spawnRatePerSec }, index): readonly Content[] => {
    const next = levelChanges[index + 1];
    const untilMs = Math.min(next?.atMs ?? Number.POSITIVE_INFINITY, phases[phase]?.endMs ?? Number.POSITIVE_INFINITY);
    // Where a second and the phase end together, its users may have been counted or have gone.
    const last = timeline.findLast(({ second }) => (second + 1) * 1_000 < untilMs && (second + 1) * 1_000 > atMs);
    return [
      showName(phases[phase]?.plan.name ?? NOTHING, 60),
      formatDuration(Math.round(atMs / 100) * 100),
      formatNumber(fromUsers, 0),
      formatNumber(users, 0),
      formatRate(spawnRatePerSec),
      last ? formatNumber(last.users, 0) : NOTHING,
    ];
  });
  const left = levelChanges.length - shown.length;
  return markup`<h3>Users set by hand</h3>${renderTable({ caption: 'Users set by hand while the run went on', columns: LEVEL_COLUMNS, rows })}${
    left > 0 ? markup`<p class="note">${formatNumber(left, 0)} more in results.json.</p>` : undefined
  }`;
}

function phaseCells(phase: PhaseSummary): readonly Content[] {
  const { plan, iterations } = phase;
  const name = markup`${showName(plan.name, 60)}${plan.warmup ? markup` <small>warm-up, not judged</small>` : undefined}`;
  const lengthMs = lengthOf(phase);
  const empty = (count: number): readonly Content[] => Array.from({ length: count }, () => NOTHING);
  if (phase.startMs === undefined) return [name, describePlan(plan), 'never began', ...empty(8)];
  if (plan.model === 'pause' || plan.model === 'foreign') return [name, describePlan(plan), formatDuration(lengthMs), ...empty(8)];
  const counts = [iterations.dropped, iterations.missed, iterations.failed + iterations.cut, iterations.interrupted, phase.peakUsers];
  return [
    name,
    describePlan(plan),
    formatDuration(lengthMs),
    formatNumber(iterations.started, 0),
    lengthMs > 0 ? formatRate(iterations.started / (lengthMs / 1_000)) : NOTHING,
    plan.model === 'closed' || iterations.planned === 0 ? NOTHING : formatRatio(iterations.started / iterations.planned),
    ...counts.map((count) => formatNumber(count, 0)),
  ];
}

/** Where it ran, and what two runs must share to be compared. */
export function environmentSection(run: RunSummary): Section {
  const { environment, scenario, tool, startedAt, seed, target } = run;
  const engine = describeEngine(run);
  return renderSection('environment', 'Environment and fingerprint', [
    renderFacts([
      ['started', startedAt],
      ['load-gate', tool.version],
      ...(engine === undefined ? [] : [['engine', engine] as const]),
      ...(run.engine.kind === 'import' ? [] : describeMachine(environment)),
      ...(describeSeed(run) === '' ? [] : [['seed', seed] as const]),
      ...(run.shards.length === 0 ? [] : [['shards', describeShards(run)] as const]),
    ]),
    run.shards.length === 0 ? undefined : shardsTable(run),
    markup`<h3>Fingerprint</h3><p class="note">Two runs are compared only where all of these agree.</p>`,
    renderFacts([
      ['scenario', markup`${showName(scenario.file, 160)} <code>${scenario.hash}</code>`],
      ['profile', scenario.profile === undefined ? 'none' : showName(scenario.profile, 60)],
      ['target', target === '' ? 'not shown' : showName(target, 160)],
      ['major version', majorOf(run)],
      ...(engine === undefined ? [] : [['engine', nameEngine(run.engine)] as const]),
    ]),
  ]);
}

function describeMachine({
  node,
  platform,
  cores,
  cpuModel,
  memoryBytes,
  runnerImage,
}: RunSummary['environment']): readonly (readonly [string, Content])[] {
  return [
    ['Node', node],
    ['platform', platform],
    ['CPU', markup`${cores} × ${cpuModel}`],
    ['memory', formatBytes(memoryBytes)],
    ...(runnerImage === undefined ? [] : [['runner image', showName(runnerImage, 80)] as const]),
  ];
}

const SHARD_COLUMNS = [
  { title: 'shard' },
  ...['workers', 'clock of the target', 'known within'].map((title) => ({ title, isFigure: true })),
];

/** The machines that made the burst; what is said of a machine above is the first one's. */
function shardsTable({ shards }: RunSummary): Html {
  const rows = shards.map(({ index, count, workers, clock }): readonly Content[] => [
    `${index + 1} of ${count}`,
    formatNumber(workers, 0),
    clock ? `${clock.offsetMs < 0 ? '−' : '+'}${formatNumber(Math.abs(clock.offsetMs), 0)} ms` : 'not known',
    clock ? `± ${formatNumber(clock.withinMs, 0)} ms` : NOTHING,
  ]);
  return renderTable({ caption: 'Shards: the machines that made the burst', columns: SHARD_COLUMNS, rows });
}

/** A run that somebody else made may bear any version. */
function majorOf(run: RunSummary): string {
  return /^\d{1,6}\./.test(run.tool.version) ? String(buildFingerprint(run).major) : NOTHING;
}
