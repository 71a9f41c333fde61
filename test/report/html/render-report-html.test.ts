import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderReportHtml } from '../../../src/report/html/render-report-html.ts';
import { SCRIPT } from '../../../src/report/html/page-script.ts';
import { STYLE } from '../../../src/report/html/page-style.ts';
import type { Report } from '../../../src/report/report.ts';
import { buildChatRun } from '../../support/build-chat-run.ts';
import { buildComparison, buildLiveReport, buildRegressionReport, buildRow } from '../../support/build-comparison.ts';
import { buildLiveRuns } from '../../support/build-live-report.ts';
import { buildLongReport } from '../../support/build-long-run.ts';
import { buildReport, buildShopReport } from '../../support/build-report.ts';
import { buildRunSummary, everySecond } from '../../support/build-run-summary.ts';
import { compareGolden } from '../../support/compare-golden.ts';
import { steerRun } from '../../support/steer-run.ts';
import { findById, listElements, parsePage } from './parse-page.ts';

const ALWAYS = ['latency', 'load', 'percentiles', 'heat', 'endpoints', 'health', 'phases', 'environment'];
const pass = buildReport();
const steered = buildReport({ run: steerRun(buildRunSummary()) });
const bare: Report = buildReport({
  run: buildRunSummary({ series: [], phases: [] }),
  verdict: { state: 'inconclusive', reasons: ['Nothing was promised.'], checks: [] },
});
const live: Report = {
  ...buildLiveReport('abba'),
  ...buildLiveRuns({ candidate: [{ name: 'a', ms: 20 }], baseline: [{ name: 'a', ms: 10 }], further: 1 }),
};

const SECTIONS: readonly (readonly [name: string, report: Report, sections: readonly string[]])[] = [
  ['a pass', pass, ['promises', ...ALWAYS]],
  [
    'a breach with failures and slow requests',
    buildShopReport(),
    ['promises', 'latency', 'load', 'errors', 'percentiles', 'heat', 'endpoints', 'failures', 'slow', 'health', 'phases', 'environment'],
  ],
  [
    'a regression, where the comparison decided',
    buildRegressionReport(),
    [
      'comparison',
      'promises',
      'latency',
      'load',
      'errors',
      'percentiles',
      'heat',
      'endpoints',
      'failures',
      'slow',
      'health',
      'phases',
      'environment',
    ],
  ],
  [
    'a run with WebSockets',
    buildReport({ run: buildChatRun() }),
    ['promises', 'latency', 'load', 'errors', 'percentiles', 'heat', 'endpoints', 'failures', 'sockets', 'health', 'phases', 'environment'],
  ],
  ['a run in which nothing happened', bare, ['load', 'endpoints', 'health', 'phases', 'environment']],
];

describe('report.html', () => {
  for (const [name, report, sections] of SECTIONS) {
    test(`${name} has its sections in order, each named by its heading and listed in the contents`, () => {
      const page = parsePage(renderReportHtml(report));
      const seen = listElements(page, 'section').map(({ attributes }) => attributes);
      assert.deepEqual(
        seen.map(({ id }) => id),
        sections,
      );
      for (const { 'aria-labelledby': heading = '' } of seen) assert.equal(findById(page, heading)?.name, 'h2');
      const [contents] = listElements(page, 'nav');
      assert.ok(contents);
      assert.deepEqual(
        listElements(contents, 'a').map(({ attributes }) => attributes['href']),
        sections.map((id) => `#${id}`),
      );
    });
  }

  test('the verdict is the one heading of the page, in one sentence with its reason', () => {
    const heading = (report: Report): readonly string[] => listElements(parsePage(renderReportHtml(report)), 'h1').map(({ text }) => text);
    assert.deepEqual(heading(buildShopReport()), ['Breach: POST /api/orders p99 is > 2.10 s; the limit is 300 ms (361 samples).']);
    assert.deepEqual(heading(pass), ['Pass: All 1 promises hold.']);
    assert.match(heading(buildRegressionReport())[0] ?? '', /^Regression: (?!Regression)/);
    const cut = { ...pass, run: { ...pass.run, ending: { state: 'cut-short', reason: 'SIGINT after 3 s' } } } as const;
    assert.match(renderReportHtml(cut), /Cut short:<\/strong> SIGINT after 3 s/);
    assert.match(
      renderReportHtml(steered),
      /Users set by hand:<\/strong> from 10 to 25 at 4 s\. Such a run is compared with no baseline\./,
    );
  });

  test('every id is one, every reference finds its element, every picture has a title, every table a caption and heads', () => {
    for (const report of [buildShopReport(), buildRegressionReport(), live, steered, buildReport({ run: buildChatRun() })]) {
      const page = parsePage(renderReportHtml(report));
      const all = listElements(page);
      const ids = all.flatMap(({ attributes }) => attributes['id'] ?? []);
      assert.equal(new Set(ids).size, ids.length);
      for (const { attributes } of all) {
        const targets = [attributes['aria-labelledby'], attributes['aria-describedby'], attributes['for'], attributes['href']?.slice(1)];
        for (const target of targets.filter((one) => one !== undefined)) assert.ok(ids.includes(target), target);
      }
      for (const table of listElements(page, 'table')) {
        assert.equal(listElements(table, 'caption').length, 1);
        const rows = listElements(table, 'tr').map((row) => row.children.length);
        assert.equal(new Set(rows).size, 1, listElements(table, 'caption')[0]?.text);
      }
      for (const figure of listElements(page, 'figure')) {
        const picture = listElements(figure, 'svg').filter(({ attributes }) => attributes['role'] === 'img');
        assert.equal(picture.length, 1);
        assert.ok(listElements(figure, 'table').length === 1 && (listElements(figure, 'desc')[0]?.text ?? '') !== '');
      }
    }
  });

  test('every chart has as many texts for the reader as places, and its numbers have every curve', () => {
    const page = parsePage(renderReportHtml(live));
    for (const figure of listElements(page, 'figure')) {
      const data = JSON.parse(listElements(figure, 'script')[0]?.text ?? '') as { at: number[]; moments: string[]; values: unknown[][] };
      assert.ok(data.at.length > 0 && data.at.length <= 300, String(data.at.length));
      assert.equal(data.moments.length, data.at.length);
      for (const values of data.values) assert.equal(values.length, data.at.length);
      assert.equal(listElements(figure, 'b').length, data.values.length);
      assert.equal(listElements(figure, 'th').filter(({ attributes }) => attributes['scope'] === 'col').length, data.values.length + 1);
    }
  });

  test('a run that was cut before any time passed, or with a value that is not to be measured, still has its page', () => {
    const run = buildRunSummary({
      series: [{ name: 'GET /a', seconds: [{ okMs: [0], failed: 1, timedOut: 1 }] }],
      with: { durationMs: 0 },
    });
    const values = { baseline: 0, candidate: 0, change: Number.NaN };
    const comparison = buildComparison([
      buildRow('unchanged', { values, tolerance: 0 }),
      buildRow('regressed', { name: 'x', values: { baseline: 0, candidate: 1, change: Number.POSITIVE_INFINITY } }),
    ]);
    const cut = { ...run, phases: run.phases.map((phase) => ({ ...phase, startMs: 0, endMs: 0 })) };
    const page = renderReportHtml({ ...buildReport({ run: cut }), comparison });
    assert.doesNotThrow(() => parsePage(page));
    for (const { attributes } of listElements(parsePage(page), 'path')) assert.doesNotMatch(attributes['d'] ?? '', /NaN|Infinity/);
  });

  test('the percentile curve has the second burst and the other target of a live comparison beside the run', () => {
    const legend = (report: Report): string =>
      findById(parsePage(renderReportHtml(report)), 'chart-percentiles')?.children.find(({ name }) => name === 'ul')?.text ?? '';
    assert.equal(legend(live), 'this runsecond burstbaseline');
    assert.equal(legend(pass), 'this run');
  });

  test('the page holds the script and the style of which the policy speaks, and no address but names', () => {
    const page = renderReportHtml(buildShopReport());
    assert.equal(page.split(SCRIPT).length, 2);
    assert.equal(page.split(STYLE).length, 2);
    const links = listElements(parsePage(page)).flatMap(({ attributes }) =>
      [attributes['href'], attributes['src']].filter((one) => one !== undefined),
    );
    for (const link of links) assert.match(link, /^#[\w-]+$/);
    assert.doesNotMatch(page, / style="| on\w+="/);
  });

  test('ten minutes with twenty endpoints are less than a megabyte, and no chart has more than 300 places', (context) => {
    const page = renderReportHtml(buildLongReport());
    const bytes = Buffer.byteLength(page);
    context.diagnostic(`${bytes} bytes`);
    assert.ok(bytes < 1e6, String(bytes));
    for (const block of page.matchAll(/"at":\[([^\]]*)\]/g)) assert.ok((block[1] ?? '').split(',').length <= 300);
  });

  test('a thousand endpoints are still a page that opens: only the first have charts', () => {
    const series = Array.from({ length: 1_000 }, (_, index) => ({ name: `GET /${index}`, seconds: everySecond(3, { okMs: [5, 9] }) }));
    const page = renderReportHtml(buildReport({ run: buildRunSummary({ series }) }));
    assert.ok(Buffer.byteLength(page) < 2e6, String(Buffer.byteLength(page)));
    assert.match(page, /940 more endpoints have no charts here/);
  });

  test('the page of a small report is the one that was read and found good', () => {
    const page = renderReportHtml(buildShopReport())
      .replace(STYLE, '')
      .replace(SCRIPT, '')
      .replace(/sha256-[^']+/g, 'sha256-');
    compareGolden('report.html', page);
  });
});
