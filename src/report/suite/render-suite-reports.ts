import { renderJunitSuites, type JunitCase } from '../render-junit.ts';
import { RESULTS_VERSION } from '../render-results.ts';
import { renderSuiteHtml } from './render-suite-html.ts';
import { renderSuiteMd } from './render-suite-md.ts';
import { verdictOf, type SuitePart, type SuiteReport } from './suite-report.ts';

/** The combined files of a suite, by name; `resultsOf` gives the results.json of a part that ran. */
export function renderSuiteReports(report: SuiteReport, resultsOf: (part: SuitePart) => string | undefined): ReadonlyMap<string, string> {
  return new Map([
    ['results.json', renderSuiteResults(report, resultsOf)],
    ['report.html', renderSuiteHtml(report, 'folders')],
    ['summary.md', renderSuiteMd(report)],
    ['junit.xml', renderSuiteJunit(report)],
    ['badge.json', renderSuiteBadge(report)],
  ]);
}

/** The results of each part, whole, beside the one verdict. */
function renderSuiteResults({ name, file, verdict, parts }: SuiteReport, resultsOf: (part: SuitePart) => string | undefined): string {
  const documents = parts.map((part) => {
    const { state, reasons } = verdictOf(part);
    const head = JSON.stringify({
      name: part.name,
      folder: part.folder,
      scenario: part.scenario,
      state: part.state,
      verdict: { state, reasons },
    });
    const results = part.state === 'ran' ? resultsOf(part) : undefined;
    // Closed: a part that ran and has no results would read as one that never ran.
    if (part.state === 'ran' && results === undefined) throw new Error(`there are no results of ${part.name}`);
    return results === undefined ? head : `${head.slice(0, -1)},"results":${results.trim()}}`;
  });
  const head = JSON.stringify({ schema_version: RESULTS_VERSION, suite: { name, file }, verdict });
  return `${head.slice(0, -1)},"parts":[\n${documents.join(',\n')}\n]}\n`;
}

/** A suite of test cases for each part, and one case for the verdict and each part that was left out. */
function renderSuiteJunit({ name, file, verdict, parts }: SuiteReport): string {
  const place = { classname: 'load-gate', file, line: 1 };
  const leftOut = parts.flatMap((part): readonly JunitCase[] =>
    part.state === 'ran' ? [] : [{ kind: 'error', ...place, name: part.name, message: verdictOf(part).reasons.join(' ') }],
  );
  const kind = verdict.state === 'pass' ? 'passed' : verdict.state === 'inconclusive' ? 'error' : 'failure';
  const whole: JunitCase = { kind, ...place, name: `verdict of ${name}`, message: `${verdict.state}: ${verdict.reasons.join(' ')}` };
  const ran = parts.flatMap((part) => (part.state === 'ran' ? [{ name: part.name, report: part.report }] : []));
  return renderJunitSuites(ran, [...leftOut, whole]);
}

const COLORS = { pass: 'brightgreen', breach: 'red', regression: 'orange', inconclusive: 'yellow' } as const;

function renderSuiteBadge({ verdict, parts }: SuiteReport): string {
  const { state } = verdict;
  const bad = parts.filter((part) => verdictOf(part).state === state).length;
  const message = state === 'pass' ? 'pass' : `${state} in ${bad} of ${parts.length}`;
  return `${JSON.stringify({ schemaVersion: 1, label: 'load gate', message, color: COLORS[state], ...(state === 'pass' ? {} : { isError: true }) })}\n`;
}
