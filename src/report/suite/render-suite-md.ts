import { codeSpan, escapeMarkdown, escapeSentence } from '../escape-markdown.ts';
import { fitBlocks, type Block, type Fold } from '../fit-blocks.ts';
import { frameLines, renderMarker, COMMENT_LIMIT, type CommentFrame } from '../render-comment.ts';
import { endpointTable, SIGNS, WORDS } from '../render-summary-md.ts';
import { sortChecks } from '../sort-checks.ts';
import { comparisonBlocks } from '../summary-comparison.ts';
import { promiseTable } from '../summary-promises.ts';
import { summarizeEndpoints } from '../summarize-endpoints.ts';
import { tableBlock } from '../table-block.ts';
import { listParts } from './list-parts.ts';
import type { SuitePart, SuiteReport } from './suite-report.ts';

/** As that of one run. */
const LIMIT = 60_000;

/** summary.md of a suite: one verdict, a row for each part, and what each part promised; those that do not pass stand open. At most `limit` bytes. */
export function renderSuiteMd(report: SuiteReport, limit = LIMIT): string {
  return fitBlocks(listPieces(report, []), limit);
}

/** The same as a comment on a pull request. */
export function renderSuiteComment(report: SuiteReport, frame: CommentFrame): string {
  const [first, ...rest] = listPieces(report, frameLines(frame));
  if (!first || 'summary' in first) throw new Error('a suite begins with its title');
  return fitBlocks([{ ...first, head: [renderMarker(frame.key), ...first.head] }, ...rest], COMMENT_LIMIT);
}

function listPieces(report: SuiteReport, frame: readonly string[]): readonly (Block | Fold)[] {
  const { name, verdict, parts } = report;
  const names = parts.flatMap((part) => [
    part.name,
    ...(part.state === 'ran' ? part.report.verdict.checks.map((check) => check.name) : []),
  ]);
  return [
    { head: [`## ${SIGNS[verdict.state]} ${WORDS[verdict.state]}: ${escapeMarkdown(name, 120)}`, ...frame], rows: [], tail: [] },
    { head: [''], rows: verdict.reasons.map((reason) => `- ${escapeSentence(reason, names)}`), tail: [] },
    partTable(report),
    ...parts.flatMap(describePart),
  ];
}

function partTable(report: SuiteReport): Block {
  const columns = ['part', 'verdict', 'promises >', 'requests >', 'failed >', 'time >'];
  const rows = listParts(report).map(({ part, state, promises, requests, failed, duration }) => [
    codeSpan(part.name, 80),
    `${SIGNS[state]} ${part.state === 'left-out' ? 'left out' : WORDS[state]}`,
    promises,
    requests,
    failed,
    duration,
  ]);
  return tableBlock('### Parts', columns, rows);
}

function describePart(part: SuitePart): readonly (Block | Fold)[] {
  if (part.state === 'left-out') return [];
  const { report, name } = part;
  const { state, checks } = report.verdict;
  const title = escapeMarkdown(name, 80);
  const promises = checks.length > 0 ? [promiseTable(`### ${SIGNS[state]} ${title}`, sortChecks(checks))] : [];
  const endpoints = { summary: `Endpoints of ${title}`, blocks: [endpointTable('', summarizeEndpoints(report.run))] };
  if (state !== 'pass') return [...promises, ...comparisonBlocks(report), endpoints];
  return [{ summary: `${SIGNS.pass} ${title}`, blocks: [promiseTable('', sortChecks(checks)), ...endpoints.blocks] }];
}
