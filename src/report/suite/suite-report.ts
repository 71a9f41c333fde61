import type { Verdict } from '../../verdict/verdict.ts';
import type { Report } from '../report.ts';

/** What the combined reports of a suite read. */
export interface SuiteReport {
  readonly name: string;
  readonly file: string;
  readonly verdict: Pick<Verdict, 'state' | 'reasons'>;
  /** In order; at least one. */
  readonly parts: readonly SuitePart[];
}

/** One scenario of the suite. */
export type SuitePart = {
  readonly name: string;
  readonly scenario: string;
  /** Of its own reports, below that of the suite. */
  readonly folder: string;
} & (
  | { readonly state: 'ran'; readonly report: Report }
  /** An earlier part has ended the suite. */
  | { readonly state: 'left-out'; readonly reason: string }
);

/** The verdict of a part; one that was left out was not measured. */
export function verdictOf(part: SuitePart): Pick<Verdict, 'state' | 'reasons'> {
  return part.state === 'ran' ? part.report.verdict : { state: 'inconclusive', reasons: [`It was left out: ${part.reason}.`] };
}
