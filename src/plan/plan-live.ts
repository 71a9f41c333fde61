import type { Checked, Issue, Position } from '../config/issue.ts';
import type { Phase, Scenario } from '../config/scenario.ts';
import { formatDuration, formatNumber } from '../units.ts';
import type { HardCaps, WaitFor } from '../options/request.ts';
import { addWait } from './add-wait.ts';
import { buildPlan } from './build-plan.ts';
import { checkLimits } from './check-limits.ts';
import { checkLiveTargets } from './check-live-targets.ts';
import { estimateWork } from './estimate-work.ts';
import { interleavePhases } from './interleave-phases.ts';
import { planError, planWarning } from './plan-issue.ts';
import type { PlanRequest } from './plan-request.ts';
import type { Plan, PlannedPhase } from './plan.ts';

/** Both targets of a live comparison under one schedule. */
export interface LivePlans {
  readonly candidate: Plan;
  readonly baseline: Plan;
}

export interface LiveWishes {
  /** Of the baseline; may hold `${secret.X}`. */
  readonly url: string;
  /** One target at a time, in turns. */
  readonly takesTurns: boolean;
  /** Of the candidate alone: what was just deployed is awaited, and most often by a name that the version before does not have. */
  readonly waitFor?: WaitFor | undefined;
  /** Where the candidate looks slower, so many more bursts are made; 0 or undefined: none. */
  readonly moreBursts?: number | undefined;
}

/** Connections, caches and compilers settle in it; it is thrown away. */
const WARM_UP_MS = 10_000;
const WARM_UP_NAME = 'warm-up of the comparison';
/** What a request is taken to last where a rate must be named for virtual users. */
const USUAL_REQUEST_MS = 100;

/** The plan for a second target beside the first, or what stands against it: open phases only, and all of it fits into the time box. */
export function planLive(scenario: Scenario, request: PlanRequest, wishes: LiveWishes): Checked<LivePlans> {
  const own = { ...request, targets: 2 };
  const candidate = buildPlan(addWait(scenario, wishes.waitFor), own);
  if (!candidate.ok) return candidate;
  const baseline = buildPlan(scenario, { ...own, target: wishes.url, server: undefined });
  if (!baseline.ok) return { ok: false, issues: listOfBaseline(baseline.issues, []) };
  const written = scenario.profiles.find(({ name }) => name === request.profile)?.phases ?? scenario.phases;
  const issues: Issue[] = [...candidate.warnings, ...listOfBaseline(baseline.warnings, candidate.warnings)];
  issues.push(...refuseOtherModels(candidate.value, written));
  issues.push(...checkLiveTargets(scenario, request, { candidate: candidate.value, baseline: baseline.value }));
  const secrets = [...new Set([...candidate.value.program.secrets, ...baseline.value.program.secrets])];
  const plans = [candidate.value, baseline.value].map((plan) => warmUp({ ...plan, program: { ...plan.program, secrets } }));
  const [first, second] = wishes.takesTurns ? takeTurns(plans as [Plan, Plan]) : (plans as [Plan, Plan]);
  const { phases, drainMs } = first;
  const fitted = checkLimits({ scenario, phases, positions: [], drainMs, caps: request.caps });
  if (fitted.length === 0) issues.push(...warnOfOneLook(first, request.caps, wishes));
  issues.push(...fitted.map((issue) => ({ ...issue, message: `${issue.message}${describeLength(first.phases, wishes)}` })));
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
  return { ok: true, warnings: issues, value: { candidate: first, baseline: second } };
}

/** Without room for the second look a change that is suspected leaves the run inconclusive: better known before the load than after it. */
function warnOfOneLook(
  { file, phases, timeBoxMs }: Plan,
  { maxDurationMs }: HardCaps,
  { moreBursts = 0, ...wishes }: LiveWishes,
): readonly Issue[] {
  const neededMs = (1 + moreBursts) * phases.reduce((sum, { durationMs }) => sum + durationMs, 0);
  // A tenth of a burst for the last answers of each.
  const seconds = Math.ceil((neededMs * (1.1 + moreBursts)) / (1 + moreBursts) / 1_000);
  const warn = (code: string, room: string, raise: string): Issue => {
    const message = `${room} has no room for a second look, which takes ${formatDuration(neededMs)} in all${describeLength(phases, wishes)}; where the candidate looks slower, the run will be inconclusive`;
    return planWarning({ file, line: 1, column: 1 }, code, message, `${raise} or shorten the phases`);
  };
  return [
    ...(neededMs > timeBoxMs ? [warn('time-box', `the time box of ${formatDuration(timeBoxMs)}`, `set \`time_box: ${seconds}s\``)] : []),
    ...(neededMs > maxDurationMs
      ? [warn('cap', `the cap of ${formatDuration(maxDurationMs)}`, `raise it with --max-duration ${seconds}s`)]
      : []),
  ];
}

function describeLength(phases: readonly PlannedPhase[], { takesTurns }: LiveWishes): string {
  const parts = [
    ...(phases[0]?.name === WARM_UP_NAME ? [`a warm-up of ${formatDuration(WARM_UP_MS)} for the comparison`] : []),
    ...(takesTurns ? ['twice the time, because the targets take turns'] : []),
  ];
  return parts.length === 0 ? '' : ` (with ${parts.join(', and ')})`;
}

/** What both plans have in common is said once; what concerns the address names the flag that it came from. */
function listOfBaseline(issues: readonly Issue[], known: readonly Issue[]): readonly Issue[] {
  const said = new Set(known.map(({ file, line, message }) => `${file}:${line}:${message}`));
  return issues
    .filter(({ file, line, message }) => !said.has(`${file}:${line}:${message}`))
    .map((issue) => (issue.file === '--target' ? { ...issue, file: '--baseline' } : issue));
}

/** Virtual users wait for their target: two of different speed would get different load, and nothing could be said about either. */
function refuseOtherModels({ phases, program, file }: Plan, written: readonly Phase[]): readonly Issue[] {
  const work = estimateWork({ phases, program }, () => USUAL_REQUEST_MS);
  return phases.flatMap((phase, place) => {
    if (phase.model === 'open' || phase.model === 'pause') return [];
    const at: Position = written[place]?.at ?? { file, line: 1, column: 1 };
    const rate =
      phase.model === 'iterations'
        ? phase.iterations / (phase.durationMs / 1_000)
        : (work[place] ?? []).reduce((sum, { iterationsPerSec }) => sum + iterationsPerSec, 0);
    const lasts = formatDuration(phase.durationMs).replaceAll(' ', '');
    const hint = `write { name: ${phase.name}, arrival_rate: ${formatNumber(Math.max(1, Math.round(rate)), 0).replaceAll(',', '')}/s, duration: ${lasts} }: about what it makes if a request takes ${USUAL_REQUEST_MS} ms`;
    return [
      planError(at, 'live-model', `phase ${phase.name} has virtual users; two targets can only be compared at once under arrivals`, hint),
    ];
  });
}

/**
 * A scenario that begins with a warm-up of its own keeps it. One whose users have a `start` gets none: they would all be through it before anything is judged, and what is
 * promised of it could not be.
 */
function warmUp(plan: Plan): Plan {
  const first = plan.phases.find((phase): phase is Extract<PlannedPhase, { model: 'open' }> => phase.model === 'open');
  if (!first || first.warmup || plan.program.users.some(({ start }) => start.length > 0)) return plan;
  const { ratePerSec, maxUsers } = first;
  const phase: PlannedPhase = {
    name: WARM_UP_NAME,
    warmup: true,
    model: 'open',
    fromRatePerSec: ratePerSec,
    ratePerSec,
    rampMs: 0,
    durationMs: WARM_UP_MS,
    arrivals: 'even',
    maxUsers,
    plannedArrivals: Math.ceil((ratePerSec * WARM_UP_MS) / 1_000 - 1e-6),
  };
  // The phases of the scenario draw what they draw without it.
  const streams = [plan.phases.length, ...plan.phases.map((_, place) => place)];
  return { ...plan, phases: [phase, ...plan.phases], streams };
}

function takeTurns([candidate, baseline]: readonly [Plan, Plan]): [Plan, Plan] {
  const [first, second] = interleavePhases(candidate.phases, candidate.seed);
  return [
    { ...candidate, ...first },
    { ...baseline, ...second },
  ];
}
