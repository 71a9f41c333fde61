import type { BuildContext } from './build-context.ts';
import { readDuration } from './build-context.ts';
import { booleanOf, childOf, entriesOf, itemsOf, keyPositionOf, numberOf, positionOf, quantityOf, textOf, textsOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Phase, Profile } from './scenario.ts';
import { isList } from './source-tree.ts';
import { parseDuration, parseRate } from '../units.ts';

/** `phases:`; unnamed ones are `phase-1`, `phase-2` … by position. */
export function buildPhases(cursor: Cursor | undefined, context: BuildContext & { readonly timeBoxMs: number }): readonly Phase[] {
  const phases = itemsOf(cursor).flatMap((item, index) => buildPhase(item, `phase-${index + 1}`, context) ?? []);
  const seen = new Set<string>();
  for (const [index, item] of itemsOf(cursor).entries()) {
    const name = textOf(childOf(item, 'name')) ?? `phase-${index + 1}`;
    const at = childOf(item, 'name');
    if (seen.has(name)) context.issues.error(at ? positionOf(at) : positionOf(item), 'duplicate', `there is already a phase ${name}`);
    seen.add(name);
  }
  if (cursor && phases.length > 0 && phases.every((phase) => phase.kind === 'pause')) {
    context.issues.error(keyPositionOf(cursor), 'missing', 'all phases are pauses: at least one must load the target');
  }
  return phases;
}

function buildPhase(cursor: Cursor, defaultName: string, context: BuildContext & { readonly timeBoxMs: number }): Phase | undefined {
  const common = {
    name: textOf(childOf(cursor, 'name')) ?? defaultName,
    warmup: booleanOf(childOf(cursor, 'warmup')) ?? false,
    at: positionOf(cursor),
  };
  const { issues } = context;
  if (childOf(cursor, 'pause')) return { ...common, kind: 'pause', durationMs: readDuration(cursor, 'pause', context) ?? 0 };
  const iterations = numberOf(childOf(cursor, 'iterations'));
  const users = numberOf(childOf(cursor, 'users'));
  if (childOf(cursor, 'iterations')) {
    return {
      ...common,
      kind: 'iterations',
      iterations: iterations ?? 0,
      users: users ?? 1,
      maxDurationMs: readDuration(cursor, 'max_duration', context) ?? context.timeBoxMs,
    };
  }
  const times = buildTimes(cursor, context);
  const arrivalRatePerSec = quantityOf(childOf(cursor, 'arrival_rate'), parseRate);
  if (childOf(cursor, 'arrival_rate')) {
    const arrivals = textOf(childOf(cursor, 'arrivals')) === 'poisson' ? 'poisson' : 'even';
    return {
      ...common,
      ...times,
      kind: 'open',
      arrivalRatePerSec: arrivalRatePerSec ?? 0,
      maxUsers: numberOf(childOf(cursor, 'max_users')),
      arrivals,
    };
  }
  if (users === undefined) return undefined;
  const spawn = childOf(cursor, 'spawn_rate');
  const spawnRatePerSec = quantityOf(spawn, parseRate);
  if (spawn && childOf(cursor, 'ramp'))
    issues.error(keyPositionOf(spawn), 'conflict', 'spawn_rate and ramp both say how fast the users come; give one of them');
  if (spawn && spawnRatePerSec === 0) issues.error(positionOf(spawn), 'range', 'spawn_rate must be more than 0');
  return { ...common, ...times, kind: 'closed', users, spawnRatePerSec };
}

/** Duration (default: the ramp) and ramp (default: 0). */
function buildTimes(cursor: Cursor, context: BuildContext): { durationMs: number; rampMs: number } {
  const ramp = childOf(cursor, 'ramp');
  const rampMs = quantityOf(ramp, parseDuration);
  const duration = childOf(cursor, 'duration');
  const durationMs = duration ? readDuration(cursor, 'duration', context) : rampMs;
  if (!duration && !ramp) context.issues.error(positionOf(cursor), 'missing', 'a phase needs a duration, or a ramp', 'duration: 30s');
  if (!duration && ramp && rampMs === 0)
    context.issues.error(positionOf(ramp), 'range', 'a phase without a duration needs a ramp of more than 0');
  if (ramp && rampMs !== undefined && durationMs !== undefined && rampMs > durationMs) {
    context.issues.error(
      positionOf(ramp),
      'range',
      `the ramp of ${textOf(ramp)} is longer than the duration of ${textOf(duration)}, which includes it`,
    );
  }
  return { durationMs: durationMs ?? 0, rampMs: rampMs ?? 0 };
}

/** `profiles:`: each a list of phases, or a map with phases and a selection of tasks. */
export function buildProfiles(cursor: Cursor | undefined, context: BuildContext & { readonly timeBoxMs: number }): readonly Profile[] {
  return entriesOf(cursor).map(([name, profile]) => ({
    name,
    phases: buildPhases(isList(profile.value) ? profile : childOf(profile, 'phases'), context),
    only: textsOf(childOf(profile, 'only')),
    skip: textsOf(childOf(profile, 'skip')),
    userClasses: textsOf(childOf(profile, 'user_classes')),
  }));
}
