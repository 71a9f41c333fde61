import type { Environment } from '../../metrics/run-summary.ts';
import type { RegressionNote } from './regression-result.ts';

const MOST_KINDS = 3;

/**
 * "Another machine": none of the stored runs that count was measured on a machine such as this run's. A remark for people, who may know that it is slower; the
 * verdict stays what it is, because hosted runners come in several kinds and would split every history. The image is left out: it changes each week.
 */
export function noteMachine(own: Environment, stored: readonly Environment[]): readonly RegressionNote[] {
  const kinds = Map.groupBy(stored, describeMachine);
  const kind = describeMachine(own);
  if (kinds.size === 0 || kinds.has(kind) || own.cpuModel === UNKNOWN || stored.every(({ cpuModel }) => cpuModel === UNKNOWN)) return [];
  const commonest = [...kinds].sort(([, left], [, right]) => right.length - left.length).map(([text]) => text);
  return [{ kind: 'other-machine', own: kind, stored: commonest.slice(0, MOST_KINDS), more: Math.max(0, commonest.length - MOST_KINDS) }];
}

/** What a machine says that does not know. */
const UNKNOWN = 'unknown';

function describeMachine({ cores, cpuModel, platform }: Environment): string {
  return `${cores} × ${cpuModel} (${platform})`;
}
