import { formatDuration, formatNumber, formatRatio } from '../../units.ts';
import { formatCount, NOTHING } from '../format-reading.ts';
import { summarizeEndpoints } from '../summarize-endpoints.ts';
import { nameAbsence, verdictOf, type SuitePart, type SuiteReport } from './suite-report.ts';

/** One part in a few figures, as text. */
export interface PartRow {
  readonly part: SuitePart;
  readonly state: ReturnType<typeof verdictOf>['state'];
  /** What became of a part without a report; undefined: its state says it. */
  readonly absence: string | undefined;
  /** `12 of 14 hold`. */
  readonly promises: string;
  readonly requests: string;
  readonly failed: string;
  readonly duration: string;
}

/** The parts of a suite, in order. */
export function listParts({ parts }: SuiteReport): readonly PartRow[] {
  return parts.map((part) => {
    const [{ state }, absence] = [verdictOf(part), nameAbsence(part)];
    if (part.state !== 'ran') return { part, state, absence, promises: NOTHING, requests: NOTHING, failed: NOTHING, duration: NOTHING };
    const { run, verdict } = part.report;
    const { total } = summarizeEndpoints(run);
    const holding = verdict.checks.filter((check) => check.state === 'passed').length;
    const counted = verdict.checks.filter((check) => check.state !== 'skipped').length;
    return {
      part,
      state,
      absence,
      promises: counted === 0 ? 'none' : `${formatNumber(holding, 0)} of ${formatNumber(counted, 0)} hold`,
      requests: formatCount(total.attempts),
      failed: total.failedRatio === undefined ? NOTHING : formatRatio(total.failedRatio),
      duration: formatDuration(run.durationMs),
    };
  });
}
