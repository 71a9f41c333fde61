import type { Issue } from './config/issue.ts';
import type { Suite } from './config/suite.ts';
import type { CommandPorts } from './command-ports.ts';
import { durationOf, narrowRequest, prepareParts, type Part } from './gate-parts.ts';
import { prepareGate, type Ready } from './gate-prepare.ts';
import type { CheckRequest } from './options/request.ts';
import { usageIssue } from './config/usage-issue.ts';
import { explainFar, explainOver, resolveStart } from './plan/resolve-start.ts';
import { cleanText } from './report/clean-text.ts';
import { renderIssues } from './terminal/render-issues.ts';
import { renderPlan } from './terminal/render-plan.ts';
import { formatDuration } from './units.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import { resolveScenarios } from './workspace/resolve-scenarios.ts';

type CheckPorts = CommandPorts & { readonly refuse: (issues: readonly Issue[]) => GateOutcome };

/** `load-gate check`: the plan of each scenario in sentences, or all that is wrong with any of them. */
export function checkFiles(request: CheckRequest, ports: CheckPorts): GateOutcome {
  const { env, cwd, refuse, write, paint } = ports;
  const nowMs = ports.now();
  const startAtMs = request.startAt && resolveStart(request.startAt, nowMs);
  const late = startAtMs === undefined ? undefined : (explainOver(startAtMs, nowMs) ?? explainFar(startAtMs, nowMs));
  if (late !== undefined) return refuse([usageIssue('--start-at', 'value', late)]);
  const context = { env, cwd, workers: undefined, requireSecrets: false, startAtMs };
  const asked = resolveScenarios(request, { ...context, workingDirectory: cwd, root: undefined });
  if (!asked.ok) return refuse(asked.issues);
  const suite = asked.value;
  if (typeof suite === 'string') {
    const one = narrowRequest(request, suite);
    const ready = prepareGate(one, context);
    if (!ready.ok) return refuse(ready.issues);
    write(describePlan(one, ready, ports) + describeStart(ready, startAtMs));
    return { kind: 'done' };
  }
  if (startAtMs !== undefined)
    return refuse([usageIssue('--start-at', 'conflict', 'shards make one scenario, and this is a suite; give each part its own plan')]);
  const parts = prepareParts(suite, request, context);
  if (!parts.ok) return refuse([...asked.warnings, ...parts.issues]);
  if (asked.warnings.length > 0) write(`${renderIssues(asked.warnings, paint)}\n`);
  write(describeSuite(suite, parts.value, ports));
  return { kind: 'done' };
}

/** Each part with its plan, and the pauses between them. */
function describeSuite(suite: Suite, parts: readonly Part<CheckRequest>[], ports: CheckPorts): string {
  const queue = [...parts];
  const texts = suite.steps.flatMap((step) => {
    if (step.kind === 'pause') return queue.length > 0 ? [`${ports.paint('strong', `── a pause of ${formatDuration(step.ms)}`)}\n`] : [];
    const part = queue.shift();
    if (!part) return [];
    const title = `── part ${parts.length - queue.length} of ${parts.length}: ${cleanText(part.name)}`;
    return [`${ports.paint('strong', title)}\n${describePlan(part.request, part.ready, ports)}`];
  });
  const end = suite.stopOn === 'breach' ? '; after a breach or a regression the rest is left out' : '';
  return `${texts.join('\n')}\n${parts.length} parts, one verdict, ${formatDuration(durationOf(suite, parts))} in all${end}\n`;
}

/** As the shards are to be given it: whole, however narrow the terminal is. */
function describeStart({ value: { planHash } }: Ready, startAtMs: number | undefined): string {
  if (planHash === undefined || startAtMs === undefined) return '';
  return `\nshards of this plan\n  --start-at ${new Date(startAtMs).toISOString()}\n  --plan-hash ${planHash}\n`;
}

function describePlan(request: CheckRequest, { value, warnings }: Ready, { width, paint }: CheckPorts): string {
  const { plan, config } = value;
  // Shards draw from the plan where nobody has given them a seed, and Locust from the scenario.
  const isSeedGiven = (request.seed ?? config.scenario.seed ?? value.planHash) !== undefined || request.engine.kind === 'locust';
  const text = renderPlan({
    plan,
    sla: config.sla,
    hasSla: config.hasSla,
    caps: request.caps,
    isSeedGiven,
    engine: request.engine,
    width,
    paint,
  });
  return warnings.length > 0 ? `${text}\n${renderIssues(warnings, paint)}` : text;
}
