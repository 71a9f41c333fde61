import type { PhaseSummary, RunSummary } from '../../metrics/run-summary.ts';
import { traceLevels } from '../../metrics/trace-levels.ts';
import type { UserCurve } from '../../plan/user-levels.ts';
import { formatNumber } from '../../units.ts';
import { countSteps, type TimeAxis } from './build-timeline.ts';
import type { Curve } from './chart.ts';

/**
 * Users over time: how many were there, how many were planned, and how many somebody asked for by hand. Each step has the value of its end, as the workers count at the
 * end of each second; older results know the most of each phase alone.
 */
export function drawUsers(run: RunSummary, axis: TimeAxis): readonly Curve[] {
  const show = (value: number): string => formatNumber(value, 0);
  const planned = drawPhases(run, axis, plannedUsers);
  const there: Curve =
    run.timeline.length > 0
      ? { label: 'there', tone: 'now', form: 'area', values: countThere(run, axis), show }
      : { label: 'at most in the phase', tone: 'now', form: 'area', values: drawPhases(run, axis, ({ peakUsers }) => peakUsers), show };
  const curves: readonly Curve[] = [there, { label: 'planned, or allowed', tone: 'plan', form: 'line', values: planned, show }];
  if (run.levelChanges.length === 0) return curves;
  return [...curves, { label: 'set by hand', tone: 'base', form: 'line', values: drawByHand(run, axis), show }];
}

/** How many virtual users were there in the last second of each step; undefined where nobody counted. */
function countThere({ timeline }: RunSummary, axis: TimeAxis): Curve['values'] {
  const bySecond = new Map(timeline.map(({ second, users }) => [second, users]));
  return listEnds(axis).map((endMs) => bySecond.get(Math.ceil(endMs / 1_000) - 1));
}

/** A value of the phase that each step ends in; a gap between phases, and in pauses. */
function drawPhases(run: RunSummary, axis: TimeAxis, of: (phase: PhaseSummary, atMs: number) => number | undefined): Curve['values'] {
  return listEnds(axis).map((atMs) => {
    const phase = run.phases.find(({ startMs, endMs }) => startMs !== undefined && startMs < atMs && atMs <= (endMs ?? 0));
    return phase && phase.plan.model !== 'pause' ? of(phase, atMs - (phase.startMs ?? 0)) : undefined;
  });
}

function plannedUsers({ plan }: PhaseSummary, atMs: number): number | undefined {
  switch (plan.model) {
    case 'open':
      return plan.maxUsers;
    case 'closed':
      return levelOn(plan, atMs);
    case 'iterations':
      return plan.users;
    case 'pause':
    case 'foreign':
      return undefined;
  }
}

/** What was asked for where the plan no longer held; a gap elsewhere. */
function drawByHand({ phases, levelChanges }: RunSummary, axis: TimeAxis): Curve['values'] {
  const stretches = traceLevels(phases, levelChanges).filter(({ isByHand }) => isByHand);
  return listEnds(axis).map((atMs) => {
    const stretch = stretches.findLast(({ startMs, endMs }) => startMs < atMs && atMs <= endMs);
    return stretch && levelOn(stretch.curve, atMs - stretch.startMs);
  });
}

/** On the line between the two levels; users are whole, and a ramp is not drawn as stairs. */
function levelOn({ fromUsers, users, rampMs }: UserCurve, atMs: number): number {
  return atMs >= rampMs ? users : fromUsers + ((users - fromUsers) * atMs) / rampMs;
}

/** Where each step of the axis ends, ms of run time. */
function listEnds(axis: TimeAxis): readonly number[] {
  return Array.from({ length: countSteps(axis) }, (_, step) => Math.min(axis.endSec, (step + 1) * axis.stepSec) * 1_000);
}
