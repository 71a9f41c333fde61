import { defaultSlaFile } from '../config/default-sla-file.ts';
import { buildKey, buildSharedKey } from './build-key.ts';
import { parseShard } from './parse-shard.ts';
import { parseStartAt } from './parse-start-at.ts';
import { parseWaitFor } from './parse-wait-for.ts';
import type { FailOn, JudgedRequest, OutputRequest, RunMode } from './judged-request.ts';
import type {
  CommandName,
  EngineRequest,
  ImportRequest,
  MergeRequest,
  PageRequest,
  PlanRequest,
  Request,
  RunRequest,
  ScheduleRequest,
  ShardRequest,
} from './request.ts';
import type { HistoryRequest } from './stored-request.ts';
import { readWhere, type Values } from './values.ts';

/** The values of a command, none of them missing → its request. */
export function assembleRequest(command: CommandName, values: Values): Request {
  switch (command) {
    case 'run':
      return assembleMode(values);
    case 'baseline update':
      return assembleRun(values, 'update-baseline');
    case 'check':
      return { command, ...assemblePlan(values), startAt: readStart(values) };
    case 'export locust':
      return { command, ...assemblePlan(values), engine: { kind: 'locust', expectWorkers: undefined }, data: values.text('data') };
    case 'demo':
      return { command, ...assembleOutput(values), system: values.text('system') };
    case 'compare': {
      const [result, baselines] = [values.text('result') ?? '', values.list('baselines')];
      return { command, result, baselines, sla: values.text('sla'), json: values.flag('json') };
    }
    case 'calibrate':
      return { command, results: values.list('results'), sla: values.text('sla'), json: values.flag('json') };
    case 'merge':
      return assembleMerge(values);
    case 'import locust':
      return assembleImport(values, 'locust');
    case 'import k6':
      return assembleImport(values, 'k6');
    case 'import hlog':
      return assembleImport(values, 'hlog');
    case 'view':
      return { command, results: values.list('views'), port: values.number('port') };
    case 'baseline show':
      return { command, ...assembleHistory(values), html: values.text('html') };
    case 'baseline accept':
      return { command, ...assembleHistory(values), id: values.text('id'), why: values.text('why') ?? '' };
    case 'baseline prune':
      return { command, ...assembleHistory(values), keep: values.cap('keep') };
  }
}

/** What the action is to do; the command line has no other mode than the gate. */
function assembleMode(values: Values): Request {
  switch (values.text('mode')) {
    case 'accept-baseline':
      return { command: 'baseline accept', ...assembleHistory(values), id: undefined, why: 'accepted by a workflow' };
    case 'plan':
      return assembleSchedule(values);
    case 'merge':
      return assembleMerge(values);
    default:
      return assembleRun(values, values.text('mode') === 'update-baseline' ? 'update-baseline' : 'gate');
  }
}

/** Enough for jobs to find their runners. */
const DEFAULT_LEAD_MS = 120_000;

function assembleSchedule(values: Values): ScheduleRequest {
  return { command: 'plan', ...assemblePlan(values), startAt: readStart(values) ?? { kind: 'in', ms: DEFAULT_LEAD_MS } };
}

function assembleMerge(values: Values): MergeRequest {
  return {
    command: 'merge',
    ...assembleJudged(values, readStoring(values), true),
    results: values.list('shards'),
    sla: values.text('sla'),
  };
}

function assembleImport(values: Values, tool: ImportRequest['tool']): ImportRequest {
  const unit = values.text('unit');
  return {
    command: 'import',
    ...assembleJudged(values, readStoring(values), false),
    tool,
    files: values.list('files'),
    sla: values.text('sla') ?? '',
    target: values.text('target'),
    unit: unit === 'ns' || unit === 'us' || unit === 'ms' ? unit : undefined,
  };
}

/** Of what was measured before. */
function readStoring(values: Values): RunMode {
  return values.flag('update-baseline') ? 'update-baseline' : 'gate';
}

function assembleJudged(values: Values, mode: RunMode, isShared: boolean): JudgedRequest {
  return {
    ...assembleOutput(values),
    failOn: values.list('fail-on').filter(isFailOn),
    baseline: readWhere(values, mode === 'gate' ? 'implied' : 'branch'),
    mode,
    key: isShared ? (values.text('key') ?? buildSharedKey(values.env)) : readKey(values),
    artifactName: values.text('artifact-name'),
    retentionDays: values.number('retention-days'),
    comment: readPolicy(values.text('comment')),
    githubToken: values.text('github-token') ?? '',
  };
}

function readStart(values: Values): ReturnType<typeof parseStartAt> {
  const text = values.text('start-at');
  return text === undefined ? undefined : parseStartAt(text);
}

function readShard(values: Values): ShardRequest | undefined {
  const shard = parseShard(values.text('shard') ?? '');
  const startAt = readStart(values);
  if (shard === undefined) return undefined;
  if (startAt?.kind !== 'at') throw new Error('a shard was let through without its start');
  return { ...shard, startAtMs: startAt.ms, planHash: values.text('plan-hash') };
}

function assembleRun(values: Values, mode: RunMode): RunRequest {
  const shard = readShard(values);
  return {
    command: 'run',
    ...assemblePlan(values),
    ...assembleJudged(values, mode, shard !== undefined),
    shard,
    workers: values.number('workers'),
    interleave: values.text('interleave') === 'abba' ? 'abba' : 'simultaneous',
    runId: values.number('run-id'),
    workingDirectory: values.text('working-directory') ?? '.',
    page: assemblePage(values),
  };
}

function assemblePage(values: Values): PageRequest | undefined {
  return values.has('ui') ? { port: values.number('ui'), waits: values.flag('wait') } : undefined;
}

function readPolicy(word: string | undefined): RunRequest['comment'] {
  return word === 'always' || word === 'never' ? word : 'auto';
}

function assembleHistory(values: Values): HistoryRequest {
  const baseline = readWhere(values, 'branch');
  if (baseline.kind === 'none' || baseline.kind === 'implied' || baseline.kind === 'url') {
    throw new Error('a command that reads a baseline was let through without one');
  }
  return { baseline, key: readKey(values) };
}

function readKey(values: Values): string {
  return values.text('key') ?? buildKey(values.env, values.text('matrix'));
}

function assemblePlan(values: Values): PlanRequest {
  const scenarios = values.list('scenario');
  const [scenario = ''] = scenarios;
  const [sla, waitFor] = [values.text('sla'), values.text('wait-for')];
  return {
    scenario,
    scenarios,
    sla: sla === undefined ? { file: defaultSlaFile(scenario), given: false } : { file: sla, given: true },
    target: values.text('target'),
    profile: values.text('profile'),
    only: values.words('only'),
    skip: values.words('skip'),
    userClasses: values.words('user-class'),
    sets: values.list('set').map(splitAssignment),
    seed: values.number('seed'),
    caps: {
      maxRatePerSec: values.cap('max-rate'),
      maxUsers: values.cap('max-users'),
      maxDurationMs: values.cap('max-duration'),
      maxBytes: values.cap('max-bytes'),
    },
    waitFor: waitFor === undefined ? undefined : parseWaitFor(waitFor),
    engine: readEngine(values),
    prometheusUrl: values.text('prometheus-url'),
    allowCommands: values.flag('allow-commands'),
  };
}

function readEngine(values: Values): EngineRequest {
  return values.text('engine') === 'locust' ? { kind: 'locust', expectWorkers: values.number('expect-workers') } : { kind: 'embedded' };
}

function assembleOutput(values: Values): OutputRequest {
  return { out: values.text('out') ?? '', csvPrefix: values.text('csv-prefix'), quiet: values.flag('quiet'), json: values.flag('json') };
}

function splitAssignment(text: string): { path: string; value: string } {
  const equals = text.indexOf('=');
  return { path: text.slice(0, equals).trim(), value: text.slice(equals + 1).trim() };
}

function isFailOn(word: string): word is FailOn {
  return word === 'breach' || word === 'regression' || word === 'inconclusive' || word === 'no-baseline';
}
