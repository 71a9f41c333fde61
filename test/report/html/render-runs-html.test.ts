import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderRunsHtml } from '../../../src/report/html/render-runs-html.ts';
import { tagRuns } from '../../../src/report/html/viewed-run.ts';
import type { Report } from '../../../src/report/report.ts';
import { lineUpEndpoints } from '../../../src/report/line-up-endpoints.ts';
import { formatChange } from '../../../src/verdict/regression/format-change.ts';
import { buildLongReport } from '../../support/build-long-run.ts';
import { buildReport } from '../../support/build-report.ts';
import { buildRunSummary } from '../../support/build-run-summary.ts';
import { buildLiveReport } from '../../support/build-comparison.ts';
import { buildLiveRuns } from '../../support/build-live-report.ts';
import { buildViewedRuns, EIGHT_RUNS, TWO_RUNS } from '../../support/build-viewed-runs.ts';
import { findById, listElements, parsePage, type Element } from './parse-page.ts';

const two = buildViewedRuns(TWO_RUNS);
const page = parsePage(renderRunsHtml(two, '1.2.3'));

const classOf = ({ attributes }: Element): string => attributes['class'] ?? '';
const tableOf = (root: Element, name: string): Element => {
  const table = listElements(root, 'table').find((each) => classOf(each).includes(name));
  assert.ok(table);
  return table;
};

describe('the page of several runs', () => {
  test('is well formed, and its contents list every section', () => {
    const ids = listElements(page, 'section').map(({ attributes }) => attributes['id']);
    assert.deepEqual(ids, ['endpoints', 'percentiles', 'latency', 'load', 'each']);
    const [nav] = listElements(page, 'nav');
    assert.ok(nav);
    assert.deepEqual(
      listElements(nav, 'a').map(({ attributes }) => attributes['href']),
      ids.map((id) => `#${id ?? ''}`),
    );
    for (const id of ids) assert.equal(findById(page, `${id ?? ''}-h`)?.name, 'h2');
  });

  test('every id stands once', () => {
    const ids = listElements(page).flatMap(({ attributes }) => attributes['id'] ?? []);
    assert.equal(new Set(ids).size, ids.length);
  });

  test('says of each run its verdict, when it began, its seed and its commit, and leads to its report', () => {
    const rows = listElements(tableOf(page, 'cards'), 'tr').slice(1);
    assert.equal(rows.length, 2);
    assert.match(rows[0]?.text ?? '', /^A runs\/1\/results\.jsonPass2026-03-01 13:00aaaaaaaa42011 m/);
    assert.match(rows[1]?.text ?? '', /^B runs\/2\/results\.jsonBreach2026-03-01 14:00–42021 m/);
    const links = rows.map((row) => listElements(row, 'a')[0]?.attributes['href']);
    assert.deepEqual(links, ['report-1.html', 'report-2.html']);
  });

  test('says plainly that it is no verdict, and what gives one', () => {
    const [top] = listElements(page, 'header');
    assert.match(top?.text ?? '', /A plain comparison, and no verdict: .*load-gate compare RESULT BASELINE does/);
  });

  test('has each endpoint once, with a row for each run and the differences of all metrics', () => {
    const table = tableOf(page, 'deltas');
    const lined = lineUpEndpoints(two.map(({ report }) => report.run));
    const bodies = listElements(table, 'tbody');
    assert.equal(bodies.length, lined.length);
    for (const [place, { name, kind, inRuns }] of lined.entries()) {
      const [head, ...rows] = listElements(bodies[place] ?? assert.fail(), 'tr');
      assert.equal(head?.text, kind === 'total' ? 'all together' : name);
      assert.equal(rows.length, 2);
      const second = inRuns[1];
      if (second?.state !== 'measured') continue;
      const deltas = listElements(rows[1] ?? assert.fail(), 'span').filter((span) => classOf(span).includes('delta'));
      for (const [column, { change }] of second.figures.entries()) {
        const metric = [50, 95, 99][column];
        const kindOf = metric === undefined ? (column === 3 ? 'error-ratio' : 'throughput') : 'percentile';
        const shown =
          change === undefined || (kindOf === 'error-ratio' && change === 0)
            ? ''
            : formatChange({ kind: kindOf, percentile: metric ?? 0 }, change);
        assert.equal(deltas[column]?.text, shown);
      }
    }
  });

  test('names endpoints that only some of the runs have', () => {
    const { text } = findById(page, 'endpoints') ?? assert.fail();
    assert.ok(text.includes('Not measured in A, so without a difference: GET /carts/${id}/offers.'));
    assert.ok(text.includes('Measured in A and not in all of the others: DELETE /carts/${id}.'));
    const fold = listElements(page, 'details').find((each) => each.text.startsWith('GET /carts/${id}/offers'));
    // Its charts have no empty line for the run without it.
    assert.match(fold?.text ?? '', /^GET \/carts\/\$\{id\}\/offers p95: B /);
    assert.deepEqual([...new Set(listElements(fold ?? assert.fail(), 'path').map(classOf))].sort(), ['line r1']);
  });

  test('says in what the runs are not alike, those together that differ alike, and nothing where they are', () => {
    const other = buildReport({
      run: buildRunSummary({ with: { target: 'http://127.0.0.1:9', scenario: { name: 'x', file: 'x', hash: 'y', profile: 'peak' } } }),
    });
    const runs = tagRuns(
      [buildReport(), other, other].map((report, place) => ({ name: `${place}`, commit: undefined, report, address: undefined })),
    );
    const text = parsePage(renderRunsHtml(runs, '1.0.0')).text;
    assert.ok(
      text.includes(
        'B, C against A: another scenario; profile peak instead of (none); target http://127.0.0.1:9 instead of http://127.0.0.1:8000',
      ),
    );
    assert.ok(!page.text.includes('against A: another'));
  });

  test('says whose users were set by hand, whichever of the runs it is', () => {
    const change = { phase: 0, atMs: 2_000, fromUsers: 4, users: 1, spawnRatePerSec: 1 };
    const steered = buildReport({ run: buildRunSummary({ with: { levelChanges: [change] } }) });
    const show = (...reports: readonly Report[]): string =>
      parsePage(
        renderRunsHtml(
          tagRuns(reports.map((report, place) => ({ name: `${place}`, commit: undefined, report, address: undefined }))),
          '1.0.0',
        ),
      ).text;
    const plain = buildReport({ run: buildRunSummary({}) });
    assert.ok(show(plain, steered).includes('B against A: users set by hand from 4 to 1 at 2 s instead of never'));
    assert.ok(show(steered, plain, plain).includes('B, C against A: users set by hand never instead of from 4 to 1 at 2 s'));
    assert.ok(!show(plain, plain).includes('by hand'));
  });

  test('a run of a version that is no number is shown all the same', () => {
    const strange = buildReport({ run: buildRunSummary({ with: { tool: { name: 'load-gate', version: 'next' } } }) });
    const runs = tagRuns(
      [buildReport(), strange].map((report, place) => ({ name: `${place}`, commit: undefined, report, address: undefined })),
    );
    assert.match(renderRunsHtml(runs, '1.0.0'), /2 runs/);
  });

  test('pictures over time have the same axes for every run, and a run that is over is no line at 0', () => {
    const eight = parsePage(renderRunsHtml(buildViewedRuns(EIGHT_RUNS), '1.0.0'));
    const figures = ['A', 'D', 'G'].map((tag) => findById(eight, `m-rate-${tag}`) ?? assert.fail(tag));
    const labels = figures.map((figure) =>
      listElements(figure, 'text')
        .filter(({ text }) => /^[\d,]+$|s$|m$/.test(text))
        .map(({ text }) => text),
    );
    assert.deepEqual(labels[0], labels[1]);
    assert.deepEqual(labels[0], labels[2]);
    const [script] = listElements(figures[2] ?? assert.fail(), 'script');
    const { moments, values } = JSON.parse(script?.text ?? '') as { moments: readonly string[]; values: readonly (readonly unknown[])[] };
    const end = moments.indexOf('30 s');
    assert.ok(end > 0);
    assert.ok(values[0]?.slice(0, end).every((value) => value !== 0));
    assert.ok(values[0]?.slice(end).every((value) => value === 0));
  });

  test('runs in which nothing happened have their page, too', () => {
    const bare = buildReport({ run: buildRunSummary({ series: [], phases: [] }), verdict: { state: 'inconclusive', checks: [] } });
    const runs = tagRuns([bare, bare].map((report, place) => ({ name: `${place}`, commit: undefined, report, address: undefined })));
    const ids = listElements(parsePage(renderRunsHtml(runs, '1.0.0')), 'section').map(({ attributes }) => attributes['id']);
    assert.deepEqual(ids, ['endpoints', 'load']);
  });

  test('of a live comparison the candidate is shown, and that is said', () => {
    const live = { ...buildLiveReport('abba'), ...buildLiveRuns({ candidate: [{ ms: 20 }], baseline: [{ ms: 10 }], further: 1 }) };
    const runs = tagRuns(
      [live, buildReport()].map((report, place) => ({ name: `${place}`, commit: undefined, report, address: undefined })),
    );
    assert.match(parsePage(renderRunsHtml(runs, '1.0.0')).text, /the first burst of the candidate is shown: A\./);
  });

  test('two runs of 10 minutes and 20 endpoints are less than 1 MB, and eight are less than 3 MB', () => {
    const long = { name: 'long', commit: undefined, report: buildLongReport(), address: undefined };
    assert.ok(renderRunsHtml(tagRuns([long, long]), '1.0.0').length < 1_000_000);
    assert.ok(renderRunsHtml(tagRuns(Array.from({ length: 8 }, () => long)), '1.0.0').length < 3_000_000);
  });

  test('nine runs are refused', () => {
    const nine = Array.from({ length: 9 }, () => ({ name: '', commit: undefined, report: buildReport(), address: undefined }));
    assert.throws(() => tagRuns(nine), RangeError);
  });
});
