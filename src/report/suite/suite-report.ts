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
  /** The suite had ended before it began. The reason is a part of a sentence, as below. */
  | { readonly state: 'left-out'; readonly reason: string }
  /** Something broke on the way: there is no measurement. */
  | { readonly state: 'lost'; readonly reason: string }
);

/** The verdict of a part; one without a measurement is inconclusive. */
export function verdictOf(part: SuitePart): Pick<Verdict, 'state' | 'reasons'> {
  switch (part.state) {
    case 'ran':
      return part.report.verdict;
    case 'left-out':
      return { state: 'inconclusive', reasons: [`It was left out: ${part.reason}.`] };
    case 'lost':
      return { state: 'inconclusive', reasons: [`It could not be measured: ${part.reason}.`] };
  }
}

/** What became of a part that has no report, in two words; undefined: it has one. */
export function nameAbsence({ state }: SuitePart): string | undefined {
  switch (state) {
    case 'ran':
      return undefined;
    case 'left-out':
      return 'left out';
    case 'lost':
      return 'not measured';
  }
}

const MOST_REASONS = 12;

/** The reasons of a suite as far as there is room for them, beside a row for each part; the last says how many more there are. */
export function firstReasons({ verdict: { reasons } }: SuiteReport): readonly string[] {
  const left = reasons.length - MOST_REASONS + 1;
  return left > 1 ? [...reasons.slice(0, MOST_REASONS - 1), `… and ${left} more.`] : reasons;
}
