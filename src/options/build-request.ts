import type { Checked, Issue } from '../config/issue.ts';
import { OPTIONS } from '../options.ts';
import type { Option, OptionName } from '../options.ts';
import { parseValue } from './parse-value.ts';
import type { Value } from './parse-value.ts';
import type { CommandName, FailOn, OutputRequest, PlanRequest, Request } from './request.ts';

/** One flag or input as given. */
export interface Given {
  readonly option: Option & { readonly name: OptionName };
  readonly text: string;
  /** Where it was said: `--sla`, or `input sla`. */
  readonly at: string;
}

/** What was given → a complete request with every default filled in, or all that is wrong with it. */
export function buildRequest(command: CommandName, given: readonly Given[]): Checked<Request> {
  const issues: Issue[] = [];
  const values = new Map<OptionName, Value[]>();
  for (const entry of given) {
    const parsed = parseGiven(entry);
    if ('issue' in parsed) issues.push(parsed.issue);
    else values.set(entry.option.name, [...(values.get(entry.option.name) ?? []), parsed.value]);
  }
  issues.push(...listRepeated(given));
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, value: Object.freeze(assemble(command, new Values(values))), warnings: [] };
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
    if (times !== 2 || option.kind === 'list' || option.kind === 'assignment') continue;
    const message =
      option.name === 'scenario' ? 'several scenarios in one run are not available yet; give one file' : `${at} is given more than once`;
    issues.push(usageIssue(at, option.name === 'scenario' ? 'not-available-yet' : 'duplicate', message));
  }
  return issues;
}

function assemble(command: CommandName, values: Values): Request {
  switch (command) {
    case 'run':
      return {
        command,
        ...assemblePlan(values),
        ...assembleOutput(values),
        workers: values.number('workers'),
        failOn: values.list('fail-on').filter(isFailOn),
        workingDirectory: values.text('working-directory') ?? '.',
      };
    case 'check':
      return { command, ...assemblePlan(values) };
    case 'demo':
      return { command, ...assembleOutput(values) };
  }
}

function assemblePlan(values: Values): PlanRequest {
  const scenario = values.text('scenario') ?? '';
  const sla = values.text('sla');
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
  };
}

function assembleOutput(values: Values): OutputRequest {
  return { out: values.text('out') ?? '', quiet: values.flag('quiet'), json: values.flag('json') };
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
  return word === 'breach' || word === 'regression' || word === 'inconclusive';
}

/** The parsed values by name, each read as the kind that the table gives it; the table's fallback stands in for what is absent. */
class Values {
  readonly #given: ReadonlyMap<OptionName, readonly Value[]>;

  constructor(given: ReadonlyMap<OptionName, readonly Value[]>) {
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
