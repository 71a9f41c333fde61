import { cleanText } from '../report/clean-text.ts';
import type { Report } from '../report/report.ts';
import { describeRegression } from '../verdict/regression/describe-regression.ts';
import { comparisonLines } from './comparison-lines.ts';
import { listSetAside, type HistoryView } from './render-history.ts';
import type { Paint, Style } from './paint.ts';
import { wrapText } from './wrap-text.ts';

/** What `compare` came to. */
export interface ComparisonView {
  /** With its comparison. */
  readonly report: Report;
  readonly state: 'pass' | 'regression' | 'inconclusive';
  /** Why the measurement itself is not to be trusted; sentences. */
  readonly doubts: readonly string[];
  readonly setAside: HistoryView['setAside'];
}

const TITLES: Readonly<Record<ComparisonView['state'], readonly [Style, string]>> = {
  pass: ['good', 'PASS'],
  regression: ['broken', 'REGRESSION'],
  inconclusive: ['warning', 'NOT JUDGED'],
};

/** The comparison of stored results with its verdict before it; ends with a line break. */
export function renderComparison({ report, state, doubts, setAside }: ComparisonView, width: number, paint: Paint): string {
  const [style, word] = TITLES[state];
  const sentence = report.comparison ? describeRegression(report.comparison.result) : '';
  const [first = '', ...rest] = wrapText(`${word}  ${cleanText(sentence, 600)}`, width, '  ');
  const sections = [
    [paint(style, word) + first.slice(word.length), ...rest],
    doubts.flatMap((doubt) => wrapText(`- ${cleanText(doubt, 600)}`, width, '  ')),
    comparisonLines(report, width, paint),
    listSetAside(setAside, width, paint),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
