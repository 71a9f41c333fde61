import type { Checked, Issue } from '../config/issue.ts';
import type { OptionName } from '../options.ts';
import { assembleRequest } from './assemble-request.ts';
import type { Option } from './option.ts';
import { listMissing } from './list-missing.ts';
import { parseValue } from './parse-value.ts';
import type { Value } from './parse-value.ts';
import type { CommandName, Request } from './request.ts';
import { usageIssue } from '../config/usage-issue.ts';
import { Values, type Env } from './values.ts';

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
  return { ok: true, value: Object.freeze(assembleRequest(command, all)), warnings: [] };
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
