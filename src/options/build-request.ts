import { defaultSlaFile } from '../config/default-sla-file.ts';
import type { Checked, Issue } from '../config/issue.ts';
import type { OptionName } from '../options.ts';
import type { Option } from './option.ts';
import { buildKey, buildSharedKey } from './build-key.ts';
import { listMissing } from './list-missing.ts';
import { parseValue } from './parse-value.ts';
import { parseShard } from './parse-shard.ts';
import { parseStartAt } from './parse-start-at.ts';
import { parseWaitFor } from './parse-wait-for.ts';
import type { Value } from './parse-value.ts';
import type {
  CommandName,
  EngineRequest,
  FailOn,
  HistoryRequest,
  ImportRequest,
  JudgedRequest,
  MergeRequest,
  OutputRequest,
  PageRequest,
  PlanRequest,
  Request,
  RunRequest,
  ScheduleRequest,
  ShardRequest,
} from './request.ts';
import { usageIssue } from './usage-issue.ts';
import { readWhere, Values, type Env } from './values.ts';

/** One flag or input as given. */
export interface Given {
  readonly option: Option & { readonly name: OptionName };
  readonly text: string;
  /** Where it was said: `--sla`, or `input sla`. */
  readonly at: string;
}

/** What was given → a complete request with every default filled in, or all that is wrong with it. Where it runs decides about some of the defaults. */
export function buildRequest(command: CommandName, given: readonly Given[], env: Env): Checked<Request> {
  const issues: Issue[] = [];
  const values = new Map<OptionName, Value[]>();
  for (const entry of given) {
    const parsed = parseGiven(entry);
    if ('issue' in parsed) issues.push(parsed.issue);
    else values.set(entry.option.name, [...(values.get(entry.option.name) ?? []), parsed.value]);
  }
  issues.push(...listRepeated(given));
  if (issues.length > 0) return { ok: false, issues };
  const all = new Values(values, env);
  const missing = listMissing(command, all, (name) => given.find(({ option }) => option.name === name)?.at ?? 'command line');
  if (missing.length > 0) return { ok: false, issues: missing };
  return { ok: true, value: Object.freeze(assemble(command, all)), warnings: [] };
}

function parseGiven({ option, text, at }: Given): { readonly value: Value } | { readonly issue: Issue } {
  const parsed = parseValue(option, text);
  return parsed.ok ? { value: parsed.value } : { issue: usageIssue(at, parsed.code, parsed.message, parsed.suggestion) };
}

/** Lists and assignments add up; of anything else a second one would silently win. */
function listRepeated(given: readonly Given[]): Issue[] {
  const seen = new Map<string, number>();
  const issues: Issue[] = [];
  for (const { option, at } of given) {
    const times = (seen.get(option.name) ?? 0) + 1;
    seen.set(option.name, times);
    if (times !== 2 || option.isMany || option.kind === 'list' || option.kind === 'assignment') continue;
    const name = option.form === 'argument' ? option.placeholder : at;
    issues.push(usageIssue(at, 'duplicate', `${name} is given more than once`));
  }
  return issues;
}

function assemble(command: CommandName, values: Values): Request {
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
  const mode = values.flag('update-baseline') ? 'update-baseline' : 'gate';
  return { command: 'merge', ...assembleJudged(values, mode, true), results: values.list('shards'), sla: values.text('sla') };
}

function assembleImport(values: Values, tool: ImportRequest['tool']): ImportRequest {
  const unit = values.text('unit');
  return {
    command: 'import',
    // What others have measured is in no history of ours.
    ...{ ...assembleJudged(values, 'gate', false), baseline: { kind: 'none' } },
    tool,
    files: values.list('files'),
    sla: values.text('sla') ?? '',
    target: values.text('target'),
    unit: unit === 'ns' || unit === 'us' || unit === 'ms' ? unit : undefined,
  };
}

function assembleJudged(values: Values, mode: RunRequest['mode'], isShared: boolean): JudgedRequest {
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

function assembleRun(values: Values, mode: RunRequest['mode']): RunRequest {
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
