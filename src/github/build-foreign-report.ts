import { explainPart } from '../metrics/explain-part.ts';
import type { RunSummary } from '../metrics/run-summary.ts';
import { parseResults } from '../report/parse-results.ts';
import { purgeRun, type Trusted } from '../report/purge-run.ts';
import type { Report } from '../report/report.ts';

/** What was measured, without what anybody concluded from it. */
export type Measured = Pick<Report, 'run' | 'further'>;

/** The results of another run as a report of ours, or why there is none. */
export type ForeignReport = { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly sentence: string };

/**
 * results.json of a run that is not trusted (a fork's) → a report to comment with. Only numbers are taken from it: its verdict and every text are thrown away, names that
 * are neither known nor plain are replaced, and `judge` decides again by the promises of our own branch. Never throws because of the text.
 */
export function buildForeignReport(
  text: string,
  trusted: Trusted,
  judge: (measured: Measured) => Omit<Report, 'run' | 'further'>,
): ForeignReport {
  const parsed = parseResults(text);
  if (!parsed.ok) {
    // The problem may quote the file; which kind it is says enough.
    const why = {
      oversized: 'it is too large',
      'not-json': 'it is not JSON',
      newer: 'a newer load-gate wrote it',
      suite: 'it holds a suite of several scenarios, and this half takes one: give each scenario a job, and a `key`, of its own',
      invalid: 'it does not fit its schema',
    };
    return { ok: false, sentence: `The results of the other run cannot be used: ${why[parsed.kind]}.` };
  }
  const { run, further } = parsed.report;
  if (![run, ...(further ?? [])].every(isOfThisWorld))
    return { ok: false, sentence: 'The results of the other run cannot be used: its phases last longer than any run does.' };
  // Closed: a part keeps promises that the whole may break.
  if ([run, ...(further ?? [])].some((burst) => explainPart(burst) !== undefined))
    return { ok: false, sentence: 'The results of the other run cannot be used: they are those of one shard of several.' };
  const measured: Measured = {
    run: purgeRun(run, trusted),
    ...(further && { further: further.map((burst) => purgeRun(burst, trusted)) }),
  };
  return { ok: true, report: { ...measured, ...judge(measured) } };
}

/** Beyond what a job of GitHub may last, five days on runners of one's own; and more phases than anybody writes. */
const LONGEST_MS = 5 * 24 * 3_600_000;
const MOST_PHASES = 1_000;

/** Seconds are walked through one by one: a phase of a thousand years would take as long as the job. */
function isOfThisWorld({ phases }: RunSummary): boolean {
  const spans = phases.map(({ startMs = 0, endMs = startMs }) => ({ startMs, endMs }));
  const isWithin = spans.every(({ startMs, endMs }) => startMs >= 0 && endMs <= LONGEST_MS);
  return (
    isWithin &&
    phases.length <= MOST_PHASES &&
    spans.reduce((sum, { startMs, endMs }) => sum + Math.max(0, endMs - startMs), 0) <= LONGEST_MS
  );
}
