import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkSlaAgainstScenario } from '../config/check-sla-against-scenario.ts';
import type { Checked, Issue } from '../config/issue.ts';
import { parseScenario } from '../config/parse-scenario.ts';
import { parseSla } from '../config/parse-sla.ts';
import type { Scenario } from '../config/scenario.ts';
import type { Sla } from '../config/sla.ts';
import type { PlanRequest } from '../options/request.ts';
import { createFileReader } from './file-reader.ts';

/** Both files, checked against each other. */
export interface Config {
  readonly scenario: Scenario;
  readonly sla: Sla;
  /** False: there is no SLA file, so that nothing is promised. */
  readonly hasSla: boolean;
  /** Reads a file that the scenario names. */
  readonly readText: (path: string) => string | { readonly error: string };
}

export interface ConfigContext {
  readonly workingDirectory: string;
  /** Nothing outside of it is read; undefined: no such bound. */
  readonly root: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** An unset secret is an error for a run, a warning for a check. */
  readonly requireSecrets: boolean;
}

/** Reads and checks scenario and SLA: everything that is wrong with either, at once. */
export function readConfig(request: PlanRequest, context: ConfigContext): Checked<Config> {
  const files = createFileReader(context, request.scenario);
  const read = (file: string): string | Issue => {
    const text = files.text(resolve(context.workingDirectory, file));
    return typeof text === 'string' ? text : fileIssue(file, text.error);
  };
  const source = { env: context.env, files, requireSecrets: context.requireSecrets };
  const scenarioText = read(request.scenario);
  const scenario: Checked<Scenario> =
    typeof scenarioText === 'string'
      ? parseScenario({ ...source, file: request.scenario, text: scenarioText, sets: request.sets })
      : { ok: false, issues: [{ ...scenarioText, suggestion: 'name the scenario: load-gate run path/to/scenario.yaml' }] };
  const hasSla = request.sla.given || existsSync(resolve(context.workingDirectory, request.sla.file));
  const slaText = hasSla ? read(request.sla.file) : '{}';
  const sla: Checked<Sla> =
    typeof slaText === 'string'
      ? parseSla({ ...source, file: request.sla.file, text: slaText, sets: [] })
      : { ok: false, issues: [{ ...slaText, suggestion: 'name the SLA: --sla path/to/sla.yaml' }] };
  if (!scenario.ok || !sla.ok) return { ok: false, issues: [...issuesOf(scenario), ...issuesOf(sla)] };
  const crossed = checkSlaAgainstScenario(scenario.value, sla.value);
  const all = [...issuesOf(scenario), ...issuesOf(sla), ...crossed];
  if (all.some((issue) => issue.severity === 'error')) return { ok: false, issues: all };
  return { ok: true, value: { scenario: scenario.value, sla: sla.value, hasSla, readText: (path) => files.text(path) }, warnings: all };
}

function issuesOf(checked: Checked<unknown>): readonly Issue[] {
  return checked.ok ? checked.warnings : checked.issues;
}

function fileIssue(file: string, message: string): Issue {
  return { file, line: 1, column: 1, code: 'file', severity: 'error', message };
}
