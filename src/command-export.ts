import type { Issue } from './config/issue.ts';
import type { CommandPorts } from './command-ports.ts';
import { readRuntimeFor } from './engine/locust/read-runtime.ts';
import { renderLocustfile, type Locustfile } from './engine/locust/locustfile/render-locustfile.ts';
import { narrowRequest } from './gate-parts.ts';
import { prepareGate } from './gate-prepare.ts';
import type { ExportRequest } from './options/request.ts';
import { planWarning } from './plan/plan-issue.ts';
import { renderIssues } from './terminal/render-issues.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import { resolveScenarios } from './workspace/resolve-scenarios.ts';
import { writeSecretFile } from './workspace/write-secret-file.ts';
import { usageIssue } from './config/usage-issue.ts';

type ExportPorts = CommandPorts & { readonly refuse: (issues: readonly Issue[]) => GateOutcome };

/**
 * `load-gate export locust`: the file that a run with --engine locust gives to Locust, on standard output; what there is to say about it beside. With `--data` also the
 * rows that may not stand in it.
 */
export function exportLocust(request: ExportRequest, { env, cwd, write, writeAside, paint, refuse }: ExportPorts): GateOutcome {
  const context = { env, cwd, workers: undefined, requireSecrets: false };
  const asked = resolveScenarios(request, { ...context, workingDirectory: cwd, root: undefined });
  if (!asked.ok) return refuse(asked.issues);
  if (typeof asked.value !== 'string') {
    return refuse([usageIssue('SCENARIO', 'conflict', 'a locustfile holds one scenario, and this is a suite; export each of its parts')]);
  }
  const ready = prepareGate(narrowRequest(request, asked.value), context);
  if (!ready.ok) return refuse(ready.issues);
  const { config, plan } = ready.value;
  const file = renderLocustfile({ scenario: config.scenario, plan, runtime: readRuntimeFor(plan) });
  const told = keepData(request, file, plan.file, cwd);
  if (told?.severity === 'error') return refuse([told]);
  write(file.text);
  writeAside(renderIssues(told === undefined ? ready.warnings : [...ready.warnings, told], paint));
  return { kind: 'done' };
}

/** What there is to say about the rows that hold secrets; an error: they were not written. */
function keepData({ data: path }: ExportRequest, { data }: Locustfile, scenario: string, cwd: string): Issue | undefined {
  const at = { file: scenario, line: 1, column: 1 };
  if (data === undefined)
    return path === undefined
      ? undefined
      : planWarning(at, 'locust', `${path} was not written: no row that the file reads holds a secret`, 'leave --data out');
  if (path === undefined) {
    const message = 'rows of its data hold secrets and are not in the file for Locust: its workers read them from another';
    return planWarning(at, 'locust', message, 'write that with --data FILE, and set LOAD_GATE_DATA to it where workers run');
  }
  const problem = writeSecretFile(cwd, path, data);
  return problem === undefined ? undefined : usageIssue('--data', 'conflict', `${problem}; name another file, or take it away`);
}
