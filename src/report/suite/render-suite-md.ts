import { codeSpan, escapeMarkdown, escapeSentence } from '../escape-markdown.ts';
import { fitBlocks, type Block, type Fold } from '../fit-blocks.ts';
import { frameLines, renderMarker, COMMENT_LIMIT, type CommentFrame } from '../render-comment.ts';
import { endpointTable, serverTables, SIGNS, socketTables, WORDS } from '../render-summary-md.ts';
import { sortChecks } from '../sort-checks.ts';
import { comparisonBlocks } from '../summary-comparison.ts';
import { promiseTable } from '../summary-promises.ts';
import { summarizeEndpoints } from '../summarize-endpoints.ts';
import { tableBlock } from '../table-block.ts';
import { listParts } from './list-parts.ts';
import { firstReasons, type SuitePart, type SuiteReport } from './suite-report.ts';

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
    { head: [''], rows: firstReasons(report).map((reason) => `- ${escapeSentence(reason, names)}`), tail: [] },
    partTable(report),
    ...parts.flatMap(describePart),
  ];
}

function partTable(report: SuiteReport): Block {
  const columns = ['part', 'verdict', 'promises >', 'requests >', 'failed >', 'time >'];
  const rows = listParts(report).map(({ part, state, absence, promises, requests, failed, duration }) => [
    codeSpan(part.name, 80),
    `${SIGNS[state]} ${absence ?? WORDS[state]}`,
    promises,
    requests,
    failed,
    duration,
  ]);
  return tableBlock('### Parts', columns, rows);
}

function describePart(part: SuitePart): readonly (Block | Fold)[] {
  if (part.state !== 'ran') return [];
  const { report, name } = part;
  const { state, checks } = report.verdict;
  const title = escapeMarkdown(name, 80);
  const table = checks.length > 0 ? [promiseTable('', sortChecks(checks))] : [];
  const endpoints = summarizeEndpoints(report.run);
  const figures = [endpointTable('', endpoints), ...socketTables('', endpoints), ...serverTables('', report.run)];
  const comparison = comparisonBlocks(report);
  // A fold has no folds in it.
  const flat = comparison.flatMap((piece) => ('summary' in piece ? piece.blocks : [piece]));
  if (state === 'pass') return [{ summary: `${SIGNS.pass} ${title}`, blocks: [...table, ...flat, ...figures] }];
  const heading = { head: [`### ${SIGNS[state]} ${title}`], rows: [], tail: [] };
  return [heading, ...table, ...comparison, { summary: `Endpoints of ${title}`, blocks: figures }];
}
