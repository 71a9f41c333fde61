import type { Report } from '../../src/report/report.ts';
import { renderResults } from '../../src/report/render-results.ts';
import { renderSuiteReports } from '../../src/report/suite/render-suite-reports.ts';
import { verdictOf, type SuitePart, type SuiteReport } from '../../src/report/suite/suite-report.ts';
import { decideSuite } from '../../src/verdict/decide-suite.ts';
import { buildChatRun } from './build-chat-run.ts';
import { buildRegressionReport } from './build-comparison.ts';
import { buildReport, buildShopReport } from './build-report.ts';

/** What became of a part: its report, or why there is none. */
export type PartInput = Report | { readonly leftOut: string } | { readonly lost: string };

/** A suite of these parts, with the verdict that follows. */
export function buildSuite(parts: readonly (readonly [name: string, part: PartInput])[], name = 'Nightly'): SuiteReport {
  const built = parts.map(([partName, input], place): SuitePart => {
    const head = { name: partName, scenario: `load/part-${place}.yaml`, folder: `part-${place}` };
    if ('leftOut' in input) return { ...head, state: 'left-out', reason: input.leftOut };
    return 'lost' in input ? { ...head, state: 'lost', reason: input.lost } : { ...head, state: 'ran', report: input };
  });
  const verdict = decideSuite(built.map((part) => ({ name: part.name, verdict: verdictOf(part) })));
  return { name, file: 'load/nightly.yaml', verdict, parts: built };
}

/** A part in every state: a pass, a breach, a regression, WebSockets, one that was left out and one that was lost. */
export function buildFullSuite(): SuiteReport {
  return buildSuite([
    ['api', buildReport()],
    ['shop', buildShopReport()],
    ['search', buildRegressionReport()],
    ['chat', buildReport({ run: buildChatRun() })],
    ['uploads', { leftOut: 'shop came to a breach' }],
    ['sockets', { lost: 'a load worker died' }],
  ]);
}

/** The combined files, with the results of the parts as they are. */
export function renderSuiteFiles(suite: SuiteReport): ReadonlyMap<string, string> {
  return renderSuiteReports(suite, (part) => (part.state === 'ran' ? renderResults(part.report) : undefined));
}

/** One of them. */
export function renderSuiteFile(suite: SuiteReport, name: string): string {
  const text = renderSuiteFiles(suite).get(name);
  if (text === undefined) throw new Error(`a suite has no ${name}`);
  return text;
}
