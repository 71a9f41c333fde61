import { cleanText } from '../report/clean-text.ts';
import { describeComparison } from '../report/describe-comparison.ts';
import { NOTHING } from '../report/format-reading.ts';
import {
  formatBounds,
  formatChange,
  formatReach,
  formatSide,
  formatTolerance,
  type ComparedRow,
} from '../verdict/regression/format-change.ts';
import type { Report } from '../report/report.ts';
import { formatNumber } from '../units.ts';
import type { Paint, Style } from './paint.ts';
import { renderTable, type Cell, type Column } from './render-table.ts';
import { wrapText } from './wrap-text.ts';

const COLUMNS: readonly Column[] = [
  { title: '', align: 'left' },
  { title: 'metric', align: 'left', shrinksTo: 18 },
  { title: 'baseline', align: 'right' },
  { title: 'now', align: 'right' },
  { title: 'change', align: 'right' },
  { title: 'about 90 %', align: 'right', goes: 4 },
  { title: 'tolerance', align: 'right', goes: 3 },
  { title: 'could see', align: 'right', goes: 2 },
  { title: '', align: 'left', goes: 1 },
];

/** Up to so many rows stand there; beyond, those without a change are counted. */
const MOST_ROWS = 10;
const LONGEST_SENTENCE = 600;

/** The comparison with the baseline, never wider than `width`; no lines where none was asked for. */
export function comparisonLines(report: Report, width: number, paint: Paint): readonly string[] {
  const text = describeComparison(report);
  if (!text) return [];
  const changed = text.rows.filter(({ state }) => state !== 'unchanged').length;
  const shown = text.rows.slice(0, Math.max(MOST_ROWS, changed));
  const left = text.rows.length - shown.length;
  return [
    ...wrapText(cleanText(text.title), width, '  ').map((line) => paint('strong', line)),
    ...renderTable(COLUMNS, shown.map(rowCells), width, paint),
    ...(left > 0 ? [paint('quiet', `… ${formatNumber(left, 0)} more unchanged`)] : []),
    ...text.sentences.flatMap((sentence) => wrapText(`- ${cleanText(sentence, LONGEST_SENTENCE)}`, width, '  ')),
  ];
}

function rowCells(row: ComparedRow): readonly Cell[] {
  const { metric, values, tolerance } = row;
  const [sign, style, word] = SIGNS[row.state];
  return [
    { text: sign, style },
    { text: row.name },
    { text: formatSide(metric, values.baseline) },
    { text: formatSide(metric, values.candidate) },
    { text: formatChange(metric, values.change), style: row.state === 'unchanged' ? 'plain' : style },
    { text: formatBounds(row) ?? NOTHING, style: 'quiet' },
    { text: formatTolerance(metric, tolerance) },
    { text: formatReach(row), style: 'quiet' },
    { text: word, style },
  ];
}

const SIGNS: Readonly<Record<ComparedRow['state'], readonly [sign: string, style: Style, word: string]>> = {
  regressed: ['✗', 'broken', 'regressed'],
  suspect: ['?', 'warning', 'suspect'],
  'not-confirmed': ['✓', 'warning', 'not confirmed'],
  improved: ['✓', 'good', 'improved'],
  unchanged: ['✓', 'good', 'unchanged'],
};
