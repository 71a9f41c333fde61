import type { Verdict } from '../verdict/verdict.ts';
import type { Troubles } from './count-troubles.ts';

/** Where the reports went, and the summary as it was rendered. */
export interface Published {
  readonly reportPath: string;
  readonly resultsPath: string;
  /** Absent: none, or not uploaded yet. */
  readonly artifact?: { readonly id: number; readonly url: string } | undefined;
  /** Absent: none, or not written yet. */
  readonly commentUrl?: string | undefined;
  readonly summary: string;
}

/** The values of the action's outputs, all text; `breaches` counts the broken promises that fail a build, `regressions` the metrics that regressed. */
export function renderOutputs(verdict: Verdict['state'], troubles: Troubles, published: Published): Readonly<Record<string, string>> {
  return {
    verdict,
    breaches: String(troubles.breaches),
    regressions: String(troubles.regressions),
    'report-path': published.reportPath,
    'results-path': published.resultsPath,
    'artifact-id': published.artifact === undefined ? '' : String(published.artifact.id),
    'artifact-url': published.artifact?.url ?? '',
    'comment-url': published.commentUrl ?? '',
    summary: published.summary,
  };
}
