import { cleanText } from '../report/clean-text.ts';
import { listParts } from '../report/suite/list-parts.ts';
import { firstReasons, type SuiteReport } from '../report/suite/suite-report.ts';
import { renderFinal, TITLES, type FinalOptions } from './render-final.ts';
import { renderTable, type Column } from './render-table.ts';
import { wrapText } from './wrap-text.ts';

const COLUMNS: readonly Column[] = [
  { title: 'part', align: 'left', shrinksTo: 16 },
  { title: 'verdict', align: 'left' },
  { title: 'promises', align: 'right' },
  { title: 'requests', align: 'right', goes: 2 },
  { title: 'failed', align: 'right', goes: 1 },
  { title: 'time', align: 'right', goes: 3 },
];

/** What stands on the terminal after a suite: each part as after a run of its own, then the one verdict with a row for each part. */
export function renderSuiteFinal(report: SuiteReport, options: FinalOptions): string {
  const { width, paint, reportPath } = options;
  const parts = report.parts.flatMap((part) =>
    part.state === 'ran'
      ? [`${paint('strong', cleanText(`── ${part.name}`))}\n${renderFinal(part.report, { ...options, reportPath: undefined }).trimEnd()}`]
      : [],
  );
  const [style, word] = TITLES[report.verdict.state];
  const rows = listParts(report).map(({ part, state, absence, promises, requests, failed, duration }) => [
    { text: part.name },
    { text: absence ?? TITLES[state][1], style: TITLES[state][0] },
    { text: promises },
    { text: requests },
    { text: failed },
    { text: duration },
  ]);
  const title = wrapText(`${word}  ${cleanText(report.name)}, ${report.parts.length} parts`, width, '  ');
  const sections = [
    [paint(style, word) + (title[0] ?? '').slice(word.length), ...title.slice(1)],
    firstReasons(report).flatMap((reason) => wrapText(`- ${cleanText(reason)}`, width, '  ')),
    renderTable(COLUMNS, rows, width, paint),
    reportPath === undefined ? [] : wrapText(`reports: ${cleanText(reportPath)}`, width, '  '),
  ];
  const whole = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${[...parts, ...whole].join('\n\n')}\n`;
}
