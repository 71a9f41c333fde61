import type { Issue, Position } from '../config/issue.ts';
import type { Scenario } from '../config/scenario.ts';
import type { RequestDefaults, Step } from '../config/step.ts';
import { formatDuration, formatNumber, formatRate } from '../units.ts';
import type { PlannedPhase } from './plan.ts';
import { planError } from './plan-issue.ts';
import type { PlanRequest } from './plan-request.ts';

export interface Limits {
  readonly scenario: Scenario;
  readonly phases: readonly PlannedPhase[];
  /** Where the phases stand. */
  readonly positions: readonly Position[];
  readonly drainMs: number;
  readonly caps: PlanRequest['caps'];
}

/** Phases beyond the hard caps or the time box. */
export function checkLimits({ scenario, phases, positions, drainMs, caps }: Limits): readonly Issue[] {
  const top: Position = { file: scenario.file, line: 1, column: 1 };
  const issues = phases.flatMap((phase, index) => checkPhase(phase, positions[index] ?? top, caps));
  const plannedMs = phases.reduce((sum, phase) => sum + phase.durationMs, 0);
  if (plannedMs > caps.maxDurationMs) {
    const message = `the phases take ${formatDuration(plannedMs)}; the cap is ${formatDuration(caps.maxDurationMs)}`;
    issues.push(planError(top, 'cap', message, `raise it with --max-duration ${Math.ceil(plannedMs / 1_000)}s`));
  }
  const neededMs = plannedMs + drainMs;
  if (neededMs > scenario.timeBoxMs) {
    const needed = `${formatDuration(neededMs)}: ${formatDuration(plannedMs)} of phases and up to ${formatDuration(drainMs)} for the last answers`;
    issues.push(
      planError(
        top,
        'time-box',
        `the plan needs ${needed}; the time box is ${formatDuration(scenario.timeBoxMs)}`,
        `set \`time_box: ${Math.ceil(neededMs / 1_000)}s\` or shorten the phases`,
      ),
    );
  }
  return issues;
}

function checkPhase(phase: PlannedPhase, at: Position, caps: PlanRequest['caps']): Issue[] {
  const issues: Issue[] = [];
  const rate = phase.model === 'open' ? Math.max(phase.fromRatePerSec, phase.ratePerSec) : 0;
  const users = phase.model === 'open' ? phase.maxUsers : phase.model === 'pause' ? 0 : phase.users;
  if (rate > caps.maxRatePerSec) {
    const message = `phase ${phase.name} asks for ${formatRate(rate)}; the cap is ${formatRate(caps.maxRatePerSec)}`;
    issues.push(planError(at, 'cap', message, `raise it with --max-rate ${rate}/s`));
  }
  if (users > caps.maxUsers) {
    const message = `phase ${phase.name} asks for ${formatNumber(users)} virtual users; the cap is ${formatNumber(caps.maxUsers)}`;
    issues.push(planError(at, 'cap', message, `raise it with --max-users ${users}`));
  }
  return issues;
}

/** What a request in flight, a poll or a wait for a message can still take when the last phase ends, ms; 0 without any. */
export function longestTimeoutMs(http: RequestDefaults, steps: readonly Step[]): number {
  return steps.reduce((longest, step) => {
    switch (step.kind) {
      case 'http':
        return Math.max(longest, step.options.timeoutMs ?? http.timeoutMs ?? 10_000);
      case 'ws':
        return Math.max(longest, step.request.options.timeoutMs ?? http.timeoutMs ?? 10_000);
      case 'poll':
      case 'receive':
        return Math.max(longest, step.withinMs);
      case 'parallel':
      case 'repeat':
      case 'for-each':
        return Math.max(longest, longestTimeoutMs(http, step.steps));
      case 'think':
      case 'send':
      case 'hold':
      case 'close':
        return longest;
    }
  }, 0);
}
