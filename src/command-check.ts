import type { Issue } from './config/issue.ts';
import type { CommandPorts } from './command-ports.ts';
import { prepareGate } from './gate-prepare.ts';
import { narrowRequest, splitRequest } from './gate-suite.ts';
import type { CheckRequest } from './options/request.ts';
import { cleanText } from './report/clean-text.ts';
import { renderIssues } from './terminal/render-issues.ts';
import { renderPlan } from './terminal/render-plan.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import { resolveScenarios } from './workspace/resolve-scenarios.ts';

type CheckPorts = CommandPorts & { readonly refuse: (issues: readonly Issue[]) => GateOutcome };

/** `load-gate check`: the plan of each scenario in sentences, or all that is wrong with any of them. */
export function checkFiles(request: CheckRequest, ports: CheckPorts): GateOutcome {
  const { env, cwd, refuse, write } = ports;
  const asked = resolveScenarios(request, { workingDirectory: cwd, root: undefined, env, requireSecrets: false });
  if (!asked.ok) return refuse(asked.issues);
  const suite = asked.value;
  const parts = typeof suite === 'string' ? [{ name: '', request: narrowRequest(request, suite) }] : splitRequest(suite, request);
  const described = parts.map((part) => describePart(part.request, ports));
  const issues = described.flatMap((one) => (typeof one === 'string' ? [] : one));
  if (issues.length > 0) return refuse(issues);
  for (const [index, text] of described.entries()) {
    const name = parts[index]?.name ?? '';
    if (name !== '')
      write(`${index > 0 ? '\n' : ''}${ports.paint('strong', cleanText(`── part ${index + 1} of ${parts.length}: ${name}`))}\n`);
    if (typeof text === 'string') write(text);
  }
  return { kind: 'done' };
}

/** The plan as text, or what is wrong with the files. */
function describePart(request: CheckRequest, { env, cwd, width, paint }: CheckPorts): string | readonly Issue[] {
  const prepared = prepareGate(request, { env, cwd, workers: undefined, requireSecrets: false });
  if (!prepared.ok) return prepared.issues;
  const { plan, config } = prepared.value;
  const isSeedGiven = (request.seed ?? config.scenario.seed) !== undefined;
  const text = renderPlan({ plan, sla: config.sla, hasSla: config.hasSla, caps: request.caps, isSeedGiven, width, paint });
  return prepared.warnings.length > 0 ? `${text}\n${renderIssues(prepared.warnings, paint)}` : text;
}
