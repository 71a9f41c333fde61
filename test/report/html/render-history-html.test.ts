import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderHistoryHtml } from '../../../src/report/html/render-history-html.ts';
import { isNormal, listMarks, MARKS } from '../../../src/report/html/standing-marks.ts';
import type { FoundHistory } from '../../../src/report/run-history.ts';
import { formatLatency } from '../../../src/units.ts';
import { buildFoundHistory, buildStoredRuns, EVENTFUL } from '../../support/build-run-history.ts';
import { findById, listElements, parsePage, type Element } from './parse-page.ts';

function foundOf(...input: Parameters<typeof buildFoundHistory>): FoundHistory {
  const history = buildFoundHistory(...input);
  assert.equal(history.state, 'found');
  return history;
}

const history = foundOf(buildStoredRuns(EVENTFUL), {
  setAside: [{ file: 'x.json', kind: 'invalid', reason: 'it is not JSON' }],
  unread: 3,
});
const page = parsePage(renderHistoryHtml(history, '1.2.3'));

const marksOf = (figure: Element | undefined): readonly string[] =>
  listElements(figure ?? assert.fail(), 'use').map(({ attributes }) => (attributes['href'] ?? '').slice(3));

describe('the page of a history', () => {
  test('is well formed, every id stands once, and its contents list every section', () => {
    const ids = listElements(page).flatMap(({ attributes }) => attributes['id'] ?? []);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(
      listElements(page, 'section').map(({ attributes }) => attributes['id']),
      ['endpoints', 'runs', 'unused'],
    );
  });

  test('every run has a mark of its standing in the picture of an endpoint that it has', () => {
    for (const [place, endpoint] of history.endpoints.entries()) {
      for (const [which, percentile] of [50, 95, 99].entries()) {
        const kinds = listMarks(history.runs, endpoint.levels[which]).filter((_, run) => endpoint.points[run] !== undefined);
        assert.deepEqual(marksOf(findById(page, `e${place}-p${percentile}`)), kinds);
      }
    }
    const drawn = new Set(marksOf(findById(page, 'e0-p95')));
    assert.ok(['counts', 'by-hand', 'slower', 'left-out', 'earlier'].every((kind) => drawn.has(kind)));
  });

  test('the line goes through what is normal alone', () => {
    const [endpoint] = history.endpoints;
    const normal = listMarks(history.runs, endpoint?.levels[1]).filter(isNormal).length;
    const line = listElements(findById(page, 'e0-p95') ?? assert.fail(), 'path').findLast(
      ({ attributes }) => attributes['class'] === 'line now',
    );
    // A move, then pairs of numbers.
    assert.equal(line?.attributes['d']?.match(/[\d.]+ -?[\d.]+|[\d.]+(?= )/g)?.length, normal);
  });

  test('an outlier is marked in its endpoint and percentile, and no part of the line there', () => {
    const runs = buildStoredRuns(Array.from({ length: 12 }, (_, place) => ({ factor: place === 8 ? 3 : 1 })));
    const found = foundOf(runs);
    const kinds = listMarks(found.runs, found.endpoints[0]?.levels[1]);
    assert.deepEqual(kinds, [...new Array<string>(8).fill('counts'), 'outlying', ...new Array<string>(3).fill('counts')]);
    const shown = parsePage(renderHistoryHtml(found, '1.0.0'));
    assert.deepEqual(marksOf(findById(shown, 'e0-p95')), kinds);
    assert.match(shown.text, /Too far from the other runs to count there: run /);
  });

  test('the level is a line at its value, and is told with the runs that make it', () => {
    const level = history.endpoints[0]?.levels[1];
    assert.ok(level?.fence);
    const figure = findById(page, 'e0-p95') ?? assert.fail();
    const { us, fence, members } = level;
    assert.ok(
      figure.text.includes(
        `Level now: ${formatLatency(us)}, of ${members.size} runs. A run below ${formatLatency(fence.lowUs)} or above ${formatLatency(fence.highUs)} would be outlying.`,
      ),
    );
    assert.equal(listElements(figure, 'rect').filter(({ attributes }) => attributes['class'] === 'fence').length, 1);
  });

  test('the table of runs has each, the newest first, with its commit and why it does or does not count', () => {
    const table = listElements(findById(page, 'runs') ?? assert.fail(), 'table')[0];
    const rows = listElements(table ?? assert.fail(), 'tr').slice(1);
    assert.equal(rows.length, 30);
    assert.match(
      rows[0]?.text ?? '',
      /^2026-03-04 12:28.*cccccccc.*Regressionslower, not accepted judged a regression, and not accepted yet$/,
    );
    assert.match(rows[13]?.text ?? '', /accepted by hand by ada, 2026-02-20 09:00: the search looks at twice as much$/);
    assert.match(rows[17]?.text ?? '', /feature\/search, pull_request.*left out started by pull_request, not by a push or a schedule$/);
    assert.match(rows[29]?.text ?? '', /counted earlier older than the newest 20 runs$/);
  });

  test('all marks are explained, with their words', () => {
    const legend = listElements(page, 'ul').find(({ attributes }) => attributes['class'] === 'legend marks');
    assert.deepEqual(
      listElements(legend ?? assert.fail(), 'li').map(({ text }) => text),
      MARKS.map(({ word }) => word),
    );
  });

  test('a run that waits is named with the command that lets it count', () => {
    const slower = history.runs.findLast(({ standing }) => standing.kind === 'slower');
    assert.ok(page.text.includes(`load-gate baseline accept ${slower?.id ?? '?'} --baseline … lets it count`));
    const calm = parsePage(renderHistoryHtml(foundOf(buildStoredRuns([{}, {}])), '1.0.0'));
    assert.doesNotMatch(calm.text, /baseline accept/);
  });

  test('files that are set aside and runs that are not read are told', () => {
    const { text } = findById(page, 'unused') ?? assert.fail();
    assert.match(text, /x\.jsonit is not JSON/);
    assert.match(text, /3 older runs are not read/);
  });

  test('an empty history says what to do; one of broken files says what is wrong with them', () => {
    const empty = parsePage(renderHistoryHtml({ state: 'none-yet', where: 'file:x', otherKeys: 'There are runs of `nightly`.' }, '1.0.0'));
    assert.match(empty.text, /No run is stored here yet.*load-gate baseline update.*There are runs of `nightly`\./s);
    assert.equal(listElements(empty, 'figure').length, 0);
    const broken = parsePage(
      renderHistoryHtml({ state: 'unusable', where: 'file:x', setAside: [{ file: 'a.json', reason: 'cut off' }] }, '1.0.0'),
    );
    assert.match(broken.text, /None of the stored files can be used.*a\.jsoncut off/s);
  });

  test('200 runs of 20 endpoints are less than 6 MB', () => {
    const [run] = history.runs;
    const [endpoint] = history.endpoints;
    assert.ok(run && endpoint);
    const runs = Array.from({ length: 200 }, (_, place) => ({ ...run, id: `${run.id}${place}` }));
    const points = runs.map(() => endpoint.points[0]);
    const endpoints = Array.from({ length: 20 }, (_, place) => ({ ...endpoint, name: `GET /${place}`, points }));
    const { length } = renderHistoryHtml({ ...history, runs, endpoints }, '1.0.0');
    assert.ok(length < 6_000_000, String(length));
  });
});
