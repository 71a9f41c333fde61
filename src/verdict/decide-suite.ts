import type { Verdict } from './verdict.ts';

/** One part of a suite and what became of it. */
export interface PartVerdict {
  readonly name: string;
  readonly verdict: Pick<Verdict, 'state' | 'reasons'>;
}

/** Worst first: a promise that is broken stays broken, whatever else could not be measured. */
const WORST = ['breach', 'regression', 'inconclusive', 'pass'] as const;
/** Of each part. */
const MOST_REASONS = 3;

/**
 * One verdict of several: the worst of its parts, with the reasons of those that are not a pass, the worst first. Closed: no parts at all are inconclusive.
 */
export function decideSuite(parts: readonly PartVerdict[]): Pick<Verdict, 'state' | 'reasons'> {
  const state = WORST.find((word) => parts.some(({ verdict }) => verdict.state === word));
  if (state === undefined) return { state: 'inconclusive', reasons: ['The suite has no parts.'] };
  if (state === 'pass') return { state, reasons: [parts.length === 1 ? 'The one part passes.' : `All ${parts.length} parts pass.`] };
  const reasons = WORST.slice(0, -1).flatMap((word) =>
    parts.filter(({ verdict }) => verdict.state === word).flatMap(({ name, verdict }) => tell(name, verdict.reasons)),
  );
  return { state, reasons };
}

function tell(name: string, reasons: readonly string[]): readonly string[] {
  const shown = reasons.slice(0, MOST_REASONS).map((reason) => `${name}: ${reason}`);
  const left = reasons.length - shown.length;
  return left > 0 ? [...shown, `${name}: … and ${left} more.`] : shown;
}
