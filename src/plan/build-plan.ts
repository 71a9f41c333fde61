import type { Checked, Issue, Position } from '../config/issue.ts';
import type { Scenario, UserProfile } from '../config/scenario.ts';
import { checkHeaders } from './check-headers.ts';
import { checkHosts, listAllowedHosts } from './check-hosts.ts';
import { checkLimits, longestTimeoutMs } from './check-limits.ts';
import { checkMachine } from './check-machine.ts';
import { checkSettings } from './check-settings.ts';
import { checkShard } from './check-shard.ts';
import { checkWork } from './check-work.ts';
import { chooseProfile, chooseSelection } from './choose-selection.ts';
import { compileProgram } from './compile-program.ts';
import { listServerRequests } from './compile-server.ts';
import { listRequests, listSteps } from './list-requests.ts';
import { listSeries } from './list-series.ts';
import { planError } from './plan-issue.ts';
import { planPhases } from './plan-phases.ts';
import { mostParallel } from './most-parallel.ts';
import type { PlanRequest } from './plan-request.ts';
import type { Plan, PlannedPhase } from './plan.ts';
import { resolveTarget, type Target } from './resolve-target.ts';
import { WHOLE_BURST } from './shard.ts';
import { selectUsers } from './select-users.ts';

/** Scenario and wishes → the plan, or what stands against it, all at once. */
export function buildPlan(scenario: Scenario, request: PlanRequest): Checked<Plan> {
  const issues: Issue[] = [];
  const profile = chooseProfile(scenario, request, issues);
  const users = selectUsers(scenario.users, chooseSelection(scenario, request, profile, issues));
  const steps = users.flatMap((user) => [...user.start, ...user.tasks.flatMap((task) => task.steps)]);
  const drainMs = longestTimeoutMs(scenario.http, steps);
  const written = profile?.phases ?? scenario.phases;
  const phases = planPhases(written, { seed: request.seed, timeBoxMs: scenario.timeBoxMs, drainMs });
  const target = resolveTarget(scenario, request, issues);
  const top: Position = { file: scenario.file, line: 1, column: 1 };
  // Where a word of the selection is unknown, that is the reason.
  if (users.length === 0 && !issues.some(({ code }) => code === 'reference'))
    issues.push(planError(top, 'selection', 'the selection leaves no task to run', 'check --only, --skip, --user-class and the profile'));
  if (phases.every((phase) => phase.model === 'pause'))
    issues.push(planError(top, 'phases', 'the plan has no phase that makes load', adviseOnPhases(scenario)));
  const positions = written.map((phase) => phase.at);
  issues.push(...checkLimits({ scenario, phases, positions, drainMs, caps: request.caps }));
  if (!target) return { ok: false, issues };
  const requests = listRequests(scenario.before, users);
  const allowed = listAllowedHosts(scenario, target.url);
  issues.push(...checkHosts([...requests, ...listServerRequests(request.server?.rows ?? [])], { allowed, secrets: request.secrets }));
  issues.push(...checkSettings({ scenario, users, phases, positions, requests, target: target.url }));

  const plan = compilePlan(scenario, { users, phases, target, drainMs, request });
  if (!plan.ok) return { ok: false, issues: [...issues, ...plan.issues] };
  issues.push(...checkHeaders(plan.value), ...checkWork(plan.value, listSteps(users)));
  issues.push(...checkMachine({ plan: plan.value, positions, request }), ...checkShard({ plan: plan.value, positions }));
  if (issues.some((issue) => issue.severity === 'error')) return { ok: false, issues };
  return { ok: true, warnings: issues, value: plan.value };
}

function adviseOnPhases({ profiles }: Scenario): string {
  if (profiles.length === 0) return 'add a phase such as { arrival_rate: 50/s, duration: 30s }';
  const names = profiles.slice(0, 8).map(({ name }) => name);
  return `choose a profile with --profile: ${names.join(', ')}${profiles.length > names.length ? ' …' : ''}`;
}

interface Parts {
  readonly users: readonly UserProfile[];
  readonly phases: readonly PlannedPhase[];
  readonly target: Target;
  readonly drainMs: number;
  readonly request: PlanRequest;
}

function compilePlan(scenario: Scenario, { users, phases, target, drainMs, request }: Parts): Checked<Plan> {
  const { shard = WHOLE_BURST } = request;
  const series = listSeries(scenario, users);
  const compiled = compileProgram(scenario, { users, series, target, request });
  if (!compiled.ok) return compiled;
  return {
    ok: true,
    warnings: [],
    value: {
      name: scenario.name,
      file: scenario.file,
      profile: request.profile,
      target: target.url.href,
      shownTarget: target.shown,
      seed: request.seed,
      workers: Math.max(1, Math.min(request.workers, Math.floor(mostParallel(phases, compiled.value.program.connections) / shard.count))),
      shard,
      timeBoxMs: scenario.timeBoxMs,
      drainMs,
      phases,
      series,
      ...compiled.value,
    },
  };
}
