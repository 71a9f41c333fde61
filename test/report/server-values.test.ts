import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderReportHtml } from '../../src/report/html/render-report-html.ts';
import { parseResults } from '../../src/report/parse-results.ts';
import { purgeRun } from '../../src/report/purge-run.ts';
import { renderJunit } from '../../src/report/render-junit.ts';
import { renderResults } from '../../src/report/render-results.ts';
import { renderSummaryMd } from '../../src/report/render-summary-md.ts';
import { paintPlain } from '../../src/terminal/paint.ts';
import { measureWidth } from '../../src/terminal/measure-width.ts';
import { renderFinal } from '../../src/terminal/render-final.ts';
import { checkServer } from '../../src/verdict/check-server.ts';
import { buildReport } from '../support/build-report.ts';
import { buildServerReport, HOSTILE_ROW } from '../support/build-server-report.ts';
import { buildServerRow } from '../support/build-server.ts';
import { buildSla } from '../support/build-sla.ts';
import { parsePage } from './html/parse-page.ts';

const REPORT = buildServerReport();

describe('what the target said of itself, in the reports', () => {
  it('stands in results.json, and is read back as it was', () => {
    const read = parseResults(renderResults(REPORT));
    assert.ok(read.ok, JSON.stringify(read));
    assert.deepEqual(read.report.run.server, REPORT.run.server);
    assert.deepEqual(read.report.verdict, REPORT.verdict);
  });
  it('is not there, and not missed, in results without it', () => {
    const text = renderResults(buildReport());
    assert.ok(!text.includes('"server"'));
    const read = parseResults(text);
    assert.deepEqual(read.ok && read.report.run.server, []);
  });

  const broken: readonly (readonly [string, (text: string) => string])[] = [
    ['a value too few', (text) => text.replace(/"values": \[\d+, /, '"values": [')],
    ['a value that is a text', (text) => text.replace(/"values": \[\d+/, '"values": ["1"')],
    ['a name twice', (text) => text.replaceAll('"name": "away"', '"name": "hit rate"')],
    ['a unit that is none', (text) => text.replaceAll('"unit": "ratio"', '"unit": "furlong"')],
    ['totals without a part', (text) => text.replaceAll('"avg": 14.5, ', '')],
    ['a state that is none', (text) => text.replaceAll('"state": "reached"', '"state": "won"')],
  ];
  for (const [name, change] of broken)
    it(`is refused as a whole with ${name}`, () => {
      const text = renderResults(REPORT);
      const changed = change(text);
      assert.notEqual(changed, text);
      assert.equal(parseResults(changed).ok, false);
    });

  it('is a test case for each limit, by the name of its row', () => {
    const junit = renderJunit(REPORT);
    for (const name of ['server queue length max', 'server queue length recovers', 'server hit rate min', 'server away max'])
      assert.ok(junit.includes(`name="${name}"`), name);
    assert.match(junit, /<error [^>]*server away max could not be judged/);
  });
  it('is a table in the summary, whose cells nothing breaks', () => {
    const summary = renderSummaryMd(REPORT);
    const [, , ...table] = summary.slice(summary.indexOf('### What the target said of itself')).split('\n');
    const rows = table.slice(0, table.indexOf(''));
    assert.equal(rows.length, 2 + REPORT.run.server.length);
    for (const row of rows) assert.equal(row.replaceAll('\\|', '').split('|').length, 11, row);
    assert.ok(
      rows.some((row) => row.startsWith('| `hit rate` | 71\u00a0% |')),
      rows.join('\n'),
    );
  });
  it('is a section of the page with a picture for each row that has values, and nothing hostile in it', () => {
    const html = renderReportHtml(REPORT);
    parsePage(html);
    const drawn = REPORT.run.server.filter(({ samples }) => samples.length > 0).length;
    assert.equal(html.match(/id="chart-server-\d+"/g)?.length, drawn);
    assert.ok(html.includes('limit of max') && html.includes('limit of min'));
    assert.ok(!html.includes('<img'));
    assert.ok(!renderReportHtml(buildReport()).includes('id="server"'));
  });
  it('is a table on the terminal of any width, with the reason of what was not judged', () => {
    for (const width of [120, 80, 40]) {
      const text = renderFinal(REPORT, { width, paint: paintPlain, reportPath: undefined });
      assert.match(text, /the target itself/);
      assert.match(text.replaceAll(/\s+/g, ' '), /away was not judged: no value came in the judged time/);
      for (const line of text.split('\n')) assert.ok(measureWidth(line) <= width, `${width}: ${line}`);
    }
  });
  it('has no text of a run that is not trusted, and its numbers under known names alone', () => {
    const purged = purgeRun(REPORT.run, { names: new Set(['queue length', 'away']), title: 'Shop' });
    assert.deepEqual(
      purged.server.map(({ name, source, judged }) => [name, source, judged?.max]),
      [
        ['queue length', '', 70],
        ['away', '', undefined],
      ],
    );
    assert.ok(!JSON.stringify(purged).includes('ECONNREFUSED') && !JSON.stringify(purged).includes(HOSTILE_ROW));
    const [check] = checkServer(purged, buildSla({ server: [buildServerRow({ name: 'hit rate' })] }));
    assert.equal(check?.state, 'no-data');
  });
});
