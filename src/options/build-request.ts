import type { Checked, Issue } from '../config/issue.ts';
import { OPTIONS } from '../options.ts';
import type { Option, OptionName } from '../options.ts';
import { buildKey } from './build-key.ts';
import { isCi } from './is-ci.ts';
import { parseValue } from './parse-value.ts';
import { parseWaitFor } from './parse-wait-for.ts';
import type { Value } from './parse-value.ts';
import type { BaselineWhere, CommandName, FailOn, HistoryRequest, OutputRequest, PlanRequest, Request, RunRequest } from './request.ts';

/** Environment variables. */
export type Env = Readonly<Record<string, string | undefined>>;

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

/** An issue that points at a flag or an input. */
export function usageIssue(at: string, code: string, message: string, suggestion?: string): Issue {
  return { file: at, line: 1, column: 1, code, severity: 'error', message, ...(suggestion === undefined ? {} : { suggestion }) };
}

function parseGiven({ option, text, at }: Given): { readonly value: Value } | { readonly issue: Issue } {
  if (!option.available && option.choices.length === 0) {
    return { issue: usageIssue(at, 'not-available-yet', `${at} is not available yet`) };
  }
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
    const message =
      option.name === 'scenario' ? 'several scenarios in one run are not available yet; give one file' : `${name} is given more than once`;
    issues.push(usageIssue(at, option.name === 'scenario' ? 'not-available-yet' : 'duplicate', message));
  }
  return issues;
}

/** What a command cannot do without, and what makes no sense alone. */
function listMissing(command: CommandName, values: Values, placeOf: (name: OptionName) => string): Issue[] {
  const need = (name: OptionName, message: string): Issue => usageIssue(placeOf(name), 'missing-value', message);
  const how = '--baseline file:DIR or --baseline branch';
  if (command === 'compare' && values.text('result') === undefined) {
    return [
      usageIssue('command line', 'missing-value', 'compare needs a result and what it is held against: load-gate compare RESULT BASELINE…'),
    ];
  }
  if (command === 'calibrate' && values.list('results').length === 0) {
    return [usageIssue('command line', 'missing-value', 'calibrate needs the results of runs with --baseline url:URL')];
  }
  if (values.number('run-id') !== undefined && isStoreMode(values)) {
    const message = 'run-id comments on what another run has measured, and stores nothing; leave mode out';
    return [usageIssue(placeOf('run-id'), 'conflict', message)];
  }
  const { kind } = readWhere(values, 'implied');
  const isStored = command === 'baseline update' || isStoreCommand(command) || isStoreMode(values);
  if (kind === 'url' && isStored) return [need('baseline', `url: names a target to measure, and no place that holds runs; use ${how}`)];
  if (kind !== 'none') return [];
  if (command === 'baseline update' || isStoreCommand(command)) {
    return [need('baseline', `${command} needs to know where the stored runs are: ${how}`)];
  }
  if (command !== 'run') return [];
  if (isStoreMode(values)) {
    return [need('mode', `${values.text('mode') ?? ''} needs to know where the stored runs are; set baseline to file:DIR or branch`)];
  }
  return values.list('fail-on').includes('no-baseline') ? [need('fail-on', `no-baseline goes with a baseline only: ${how}`)] : [];
}

function isStoreMode(values: Values): boolean {
  return values.text('mode') === 'update-baseline' || values.text('mode') === 'accept-baseline';
}

function isStoreCommand(command: CommandName): command is 'baseline show' | 'baseline accept' | 'baseline prune' {
  return command === 'baseline show' || command === 'baseline accept' || command === 'baseline prune';
}

function assemble(command: CommandName, values: Values): Request {
  switch (command) {
    case 'run':
      if (values.text('mode') === 'accept-baseline')
        return { command: 'baseline accept', ...assembleHistory(values), id: undefined, why: 'accepted by a workflow' };
      return assembleRun(values, values.text('mode') === 'update-baseline' ? 'update-baseline' : 'gate');
    case 'baseline update':
      return assembleRun(values, 'update-baseline');
    case 'check':
      return { command, ...assemblePlan(values) };
    case 'demo':
      return { command, ...assembleOutput(values) };
    case 'compare': {
      const [result, baselines] = [values.text('result') ?? '', values.list('baselines')];
      return { command, result, baselines, sla: values.text('sla'), json: values.flag('json') };
    }
    case 'calibrate':
      return { command, results: values.list('results'), sla: values.text('sla'), json: values.flag('json') };
    case 'baseline show':
      return { command, ...assembleHistory(values) };
    case 'baseline accept':
      return { command, ...assembleHistory(values), id: values.text('id'), why: values.text('why') ?? '' };
    case 'baseline prune':
      return { command, ...assembleHistory(values), keep: values.cap('keep') };
  }
}

function assembleRun(values: Values, mode: RunRequest['mode']): RunRequest {
  return {
    command: 'run',
    ...assemblePlan(values),
    ...assembleOutput(values),
    workers: values.number('workers'),
    failOn: values.list('fail-on').filter(isFailOn),
    interleave: values.text('interleave') === 'abba' ? 'abba' : 'simultaneous',
    baseline: readWhere(values, mode === 'gate' ? 'implied' : 'branch'),
    mode,
    key: readKey(values),
    artifactName: values.text('artifact-name'),
    retentionDays: values.number('retention-days'),
    comment: readPolicy(values.text('comment')),
    githubToken: values.text('github-token') ?? '',
    runId: values.number('run-id'),
    workingDirectory: values.text('working-directory') ?? '.',
  };
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

/** Without a word about it: none, and in CI a branch. A gate may do without it (`implied`); whoever reads or stores runs has asked for it. */
function readWhere(values: Values, inCi: 'implied' | 'branch'): BaselineWhere {
  const where = values.text('baseline');
  const branch = values.text('baseline-branch') ?? '';
  if (where === undefined) return isCi(values.env) ? { kind: inCi, branch } : { kind: 'none' };
  if (where === 'none') return { kind: 'none' };
  if (where === 'branch') return { kind: 'branch', branch };
  if (where === 'artifact') return { kind: 'artifact' };
  if (where.startsWith('url:')) return { kind: 'url', url: where.slice('url:'.length) };
  // The parser lets nothing else through.
  return { kind: 'file', path: where.slice('file:'.length) };
}

function readKey(values: Values): string {
  return values.text('key') ?? buildKey(values.env, values.text('matrix'));
}

function assemblePlan(values: Values): PlanRequest {
  const scenario = values.text('scenario') ?? '';
  const [sla, waitFor] = [values.text('sla'), values.text('wait-for')];
  return {
    scenario,
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
  };
}

function assembleOutput(values: Values): OutputRequest {
  return { out: values.text('out') ?? '', csvPrefix: values.text('csv-prefix'), quiet: values.flag('quiet'), json: values.flag('json') };
}

/** `load/api.yaml` → `load/api.sla.yaml`; a name without .yaml or .yml gets .sla.yaml at its end. */
function defaultSlaFile(scenario: string): string {
  return `${scenario.replace(/\.ya?ml$/i, '')}.sla.yaml`;
}

function splitAssignment(text: string): { path: string; value: string } {
  const equals = text.indexOf('=');
  return { path: text.slice(0, equals).trim(), value: text.slice(equals + 1).trim() };
}

function isFailOn(word: string): word is FailOn {
  return word === 'breach' || word === 'regression' || word === 'inconclusive' || word === 'no-baseline';
}

/** The parsed values by name, each read as the kind that the table gives it; the table's fallback stands in for what is absent. */
class Values {
  readonly env: Env;
  readonly #given: ReadonlyMap<OptionName, readonly Value[]>;

  constructor(given: ReadonlyMap<OptionName, readonly Value[]>, env: Env) {
    this.env = env;
    this.#given = given;
  }

  text(name: OptionName): string | undefined {
    const value = this.#one(name);
    return typeof value === 'string' ? value : undefined;
  }

  number(name: OptionName): number | undefined {
    const value = this.#one(name);
    return typeof value === 'number' ? value : undefined;
  }

  /** A cap without a number would be no cap: closed. */
  cap(name: OptionName): number {
    const value = this.number(name);
    if (value === undefined) throw new Error(`the table has no default for ${name}`);
    return value;
  }

  flag(name: OptionName): boolean {
    return this.#one(name) === true;
  }

  /** Each word once. */
  words(name: OptionName): readonly string[] {
    return [...new Set(this.list(name))];
  }

  list(name: OptionName): readonly string[] {
    return this.#all(name).flatMap((value) => (typeof value === 'string' || Array.isArray(value) ? value : []));
  }

  #one(name: OptionName): Value | undefined {
    return this.#all(name)[0];
  }

  #all(name: OptionName): readonly Value[] {
    const given = this.#given.get(name);
    if (given !== undefined) return given;
    const option = OPTIONS.find((row) => row.name === name);
    if (option === undefined || option.fallback === '') return [];
    const parsed = parseValue(option, option.fallback);
    if (!parsed.ok) throw new Error(`the default of ${name} is wrong: ${parsed.message}`);
    return [parsed.value];
  }
}
