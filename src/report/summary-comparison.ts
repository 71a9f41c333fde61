import { formatNumber } from '../units.ts';
import { describeComparison } from './describe-comparison.ts';
import { codeSpan, escapeMarkdown, escapeSentence } from './escape-markdown.ts';
import type { Block, Fold } from './fit-blocks.ts';
import {
  formatBounds,
  formatChange,
  formatReach,
  formatSide,
  formatTolerance,
  type ComparedRow,
} from '../verdict/regression/format-change.ts';
import { formatPair } from './format-reading.ts';
import type { Report } from './report.ts';
import { keepTogether, tableBlock } from './table-block.ts';

const COLUMNS = ['', 'metric', 'base → now >', 'change >', 'tolerance >', 'could see >'] as const;
const NOTE = '_In brackets: where the true change lies (about 90 %). Could see: the smallest true change that this run would have found._';
/** Up to so many rows stand open; beyond, those without a change are folded. */
const MOST_OPEN = 10;

/** The comparison with the baseline in GitHub's Markdown; nothing where none was asked for. */
export function comparisonBlocks(report: Report): readonly (Block | Fold)[] {
  const text = describeComparison(report);
  if (!text) return [];
  const isOpen = text.rows.length <= MOST_OPEN;
  const open = text.rows.filter(({ state }) => isOpen || state !== 'unchanged');
  const folded = text.rows.slice(open.length);
  const title = `### ${escapeSentence(text.title, text.names)}`;
  const sentences = text.sentences.map((sentence) => `- ${escapeSentence(sentence, text.names)}`);
  return [
    open.length > 0 ? tableBlock(title, COLUMNS, open.map(rowCells)) : { head: [title], rows: [], tail: [] },
    ...(folded.length > 0
      ? [{ summary: `Unchanged: ${formatNumber(folded.length, 0)}`, blocks: [tableBlock('', COLUMNS, folded.map(rowCells))] }]
      : []),
    ...(text.rows.length > 0 ? [{ head: [NOTE], rows: [], tail: [] }] : []),
    ...(sentences.length > 0 ? [{ head: [], rows: sentences, tail: [] }] : []),
  ];
}

function rowCells(row: ComparedRow): readonly string[] {
  const { metric, values, tolerance } = row;
  const change = formatChange(metric, values.change);
  const bounds = formatBounds(row);
  return [
    signOf(row),
    `${codeSpan(row.name, 120)}${row.state === 'unchanged' ? '' : ` ${keepTogether(`· ${wordOf(row)}`)}`}`,
    formatPair(formatSide(metric, values.baseline), formatSide(metric, values.candidate), ' → '),
    `${row.state === 'regressed' ? `**${change}**` : change}${bounds === undefined ? '' : ` (${escapeMarkdown(bounds)})`}`,
    formatTolerance(metric, tolerance),
    escapeMarkdown(formatReach(row)),
  ];
}

function signOf({ state }: ComparedRow): string {
  switch (state) {
    case 'regressed':
      return '❌';
    case 'suspect':
      return '⚠️';
    case 'not-confirmed':
    case 'improved':
    case 'unchanged':
      return '✅';
  }
}

function wordOf({ state }: ComparedRow): string {
  return state === 'not-confirmed' ? 'not confirmed' : state;
}
