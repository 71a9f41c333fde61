import type { Ending, LevelChange, RunSummary } from '../metrics/run-summary.ts';
import { distribution } from './decode-distribution.ts';
import { decodeEngine } from './decode-engine.ts';
import {
  both,
  count,
  DecodeProblem,
  list,
  map,
  maybe,
  number,
  object,
  optional,
  positive,
  tagged,
  text,
  word,
  type Decoder,
} from './decode-json.ts';
import { decodePhase } from './decode-phase.ts';
import { decodeSeries, decodeStated } from './decode-series.ts';
import { decodeShards } from './decode-shards.ts';
import { decodeServer } from './encode-server.ts';
import { decodeTimeline } from './encode-timeline.ts';

const isoTime: Decoder<string> = (value, path) => {
  const time = text(value, path);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(time) || Number.isNaN(Date.parse(time))) {
    throw new DecodeProblem(`${path} must be a time such as 2026-03-01T12:00:00.000Z`);
  }
  return time;
};

const ending: Decoder<Ending> = tagged<Ending>('state', {
  complete: object<Extract<Ending, { state: 'complete' }>>({ state: word('complete') }),
  aborted: object<Extract<Ending, { state: 'aborted' }>>({ state: word('aborted'), reason: text }),
  'cut-short': object<Extract<Ending, { state: 'cut-short' }>>({ state: word('cut-short'), reason: text }),
});

const listOfChanges = list(object<LevelChange>({ atMs: number, phase: count, fromUsers: count, users: count, spawnRatePerSec: positive }));

/** Empty where it is absent, as in files of older versions. */
const levelChanges: Decoder<readonly LevelChange[]> = (value, path) => (value === undefined ? [] : listOfChanges(value, path));

/** `run` of results.json; its version stands at the top of the file. */
export const decodeRun: Decoder<Omit<RunSummary, 'schemaVersion'>> = both(
  object<Omit<RunSummary, 'schemaVersion' | 'statedTotal'>>({
    tool: object({ name: word('load-gate'), version: text }),
    scenario: object({ name: text, file: text, hash: text, profile: optional(text) }),
    target: text,
    seed: number,
    startedAt: isoTime,
    durationMs: number,
    ending,
    environment: object({ node: text, platform: text, cpuModel: text, cores: count, memoryBytes: count, runnerImage: optional(text) }),
    workers: count,
    phases: list(decodePhase),
    series: list(decodeSeries),
    health: object({
      scheduleLag: distribution,
      eventLoopDelay: distribution,
      busiestWorkerCpu: optional(number),
      processCpuSeconds: number,
      peakMemoryBytes: number,
      missedRatio: number,
      silentStretchesMs: list(number),
      clamped: count,
    }),
    transport: object({ connectionsOpened: count, requestsOnReusedConnections: count, protocols: map(count) }),
    imbalances: list(text),
    slowRequests: list(object({ series: text, atMs: number, latencyUs: number, traceId: optional(text) })),
    timeline: decodeTimeline,
    levelChanges,
    server: decodeServer,
    shards: decodeShards,
    engine: decodeEngine,
  }),
  maybe('statedTotal', decodeStated),
);
