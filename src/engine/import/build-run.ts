import type { EngineInfo, ImportTool } from '../../metrics/engine-info.ts';
import { EMPTY_DISTRIBUTION } from '../../metrics/distribution.ts';
import type { PhaseSummary, RunSummary } from '../../metrics/run-summary.ts';
import type { Imported } from './imported.ts';

/** What the files themselves do not say. */
export interface ImportFrame {
  readonly tool: ImportTool;
  readonly version: string;
  readonly name: string;
  readonly file: string;
  /** What must be the same for two imports to be compared. */
  readonly hash: string;
  /** Undefined: the origin that most requests went to. */
  readonly target: string | undefined;
}

/** What was read as a run, for the same judge and reports as one of our own; one phase, which is the whole. */
export function buildImportedRun(imported: Imported, frame: ImportFrame): RunSummary {
  const { format, missing, series, statedTotal, startedAtMs, startMs, endMs, timeline, failedChecks = 0 } = imported;
  const engine: EngineInfo = { kind: 'import', tool: frame.tool, format, missing, ...(failedChecks > 0 && { failedChecks }) };
  return {
    schemaVersion: 1,
    tool: { name: 'load-gate', version: frame.version },
    scenario: { name: frame.name, file: frame.file, hash: frame.hash, profile: undefined },
    target: frame.target ?? imported.target,
    seed: 0,
    startedAt: new Date(startedAtMs).toISOString(),
    durationMs: endMs,
    ending: { state: 'complete' },
    environment: { node: 'not known', platform: 'not known', cpuModel: 'not known', cores: 0, memoryBytes: 0, runnerImage: undefined },
    workers: 0,
    phases: [buildPhase(imported, endMs - startMs)],
    series,
    health: {
      scheduleLag: EMPTY_DISTRIBUTION,
      eventLoopDelay: EMPTY_DISTRIBUTION,
      busiestWorkerCpu: undefined,
      processCpuSeconds: 0,
      peakMemoryBytes: 0,
      missedRatio: 0,
      silentStretchesMs: [],
      clamped: 0,
    },
    transport: { connectionsOpened: 0, requestsOnReusedConnections: 0, protocols: {} },
    imbalances: [],
    slowRequests: [],
    timeline,
    server: [],
    levelChanges: [],
    shards: [],
    engine,
    ...(statedTotal && { statedTotal }),
  };
}

function buildPhase({ startMs, endMs, iterations: made, dropped = 0, peakUsers }: Imported, durationMs: number): PhaseSummary {
  return {
    plan: { name: 'imported', warmup: false, model: 'foreign', durationMs },
    startMs,
    endMs,
    iterations: { planned: made + dropped, started: made, dropped, missed: 0, ok: made, failed: 0, cut: 0, interrupted: 0 },
    peakUsers,
  };
}
