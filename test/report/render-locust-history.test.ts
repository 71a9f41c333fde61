import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderLocustCsv } from '../../src/report/render-locust-csv.ts';
import { renderLocustHistory } from '../../src/report/render-locust-history.ts';
import { buildReport, buildShopReport } from '../support/build-report.ts';
import { buildRunSummary, everySecond, type RunInput, type SecondInput } from '../support/build-run-summary.ts';

const HEADER =
  'Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%,Total Request Count,Total Failure Count,Total Median Response Time,Total Average Response Time,Total Min Response Time,Total Max Response Time,Total Average Content Size';

/** The rows below the header, each by column. */
function read(csv: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = csv.split('\r\n').slice(0, -1);
  assert.equal(header, HEADER);
  return lines.map((line) => Object.fromEntries(line.split(',').map((field, index) => [header.split(',')[index], field])));
}

function rowsOf(input: RunInput): readonly Readonly<Record<string, string>>[] {
  return read(renderLocustHistory(buildRunSummary(input)));
}

/** StatsEntry.current_rps, with the counts of Locust's dictionary of seconds. */
function currentRate(counts: readonly number[], now: number): number {
  const last = counts.slice(0, now + 1).findLastIndex((count) => count > 0);
  if (last < 0) return 0;
  const window: number[] = [];
  for (let second = Math.max(last - 12, 0); second < last - 2; second++) window.push(counts[second] ?? 0);
  return window.reduce((sum, count) => sum + count, 0) / Math.max(window.length, 1);
}

const RATES: readonly (readonly [what: string, counts: readonly number[]])[] = [
  ['a run shorter than the two seconds that Locust leaves out', [5, 5]],
  ['a ramp longer than its window', Array.from({ length: 30 }, (_, second) => second + 1)],
  ['a stretch without a request', [4, 4, 4, 0, 0, 0, 0, 4, 4, 4]],
  ['requests that begin late', [0, 0, 0, 7, 7, 7, 7, 7, 7]],
];

for (const [what, counts] of RATES) {
  test(`Rates are means over the window that Locust takes: ${what}.`, () => {
    const seconds = counts.map((count): SecondInput => ({ okMs: new Array<number>(count).fill(3), failed: count > 3 ? 1 : 0 }));
    const requests = counts.map((count) => count + (count > 3 ? 1 : 0));
    const failures = counts.map((count): number => (count > 3 ? 1 : 0));
    const rows = rowsOf({ series: [{ name: 'GET /x', seconds }] });
    const last = (now: number): number => requests.slice(0, now + 1).findLastIndex((count) => count > 0);
    rows.forEach((row, now) => {
      assert.equal(row['Requests/s'], currentRate(requests, now).toFixed(6), `second ${now}`);
      // The window of failures hangs on the last request, not on the last failure.
      const upTo = failures.slice(Math.max(last(now) - 12, 0), Math.max(last(now) - 2, 0));
      const mean = upTo.reduce((sum, count) => sum + count, 0) / Math.max(upTo.length, 1);
      assert.equal(row['Failures/s'], mean.toFixed(6), `second ${now}`);
    });
  });
}

test('A row is the end of a second: its time, the users that live then, and all that came before it.', () => {
  const okMs = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const rows = rowsOf({ series: [{ name: 'GET /x', seconds: [{ okMs }, { okMs: [40] }, {}], bytesReceived: 1_100 }] });
  assert.equal(rows.length, 3);
  const [first, second, third] = rows;
  const expected = { 'User Count': '10', Type: '', Name: 'Aggregated' };
  for (const [index, row] of rows.entries()) {
    assert.equal(row['Timestamp'], String(Date.parse('2026-01-02T03:04:05Z') / 1_000 + index + 1));
    for (const [column, value] of Object.entries(expected)) assert.equal(row[column], value);
  }
  assert.deepEqual([first?.['Total Request Count'], second?.['Total Request Count'], third?.['Total Request Count']], ['10', '11', '11']);
  assert.deepEqual([first?.['100%'], second?.['100%'], third?.['100%']], ['10', '40', '40']);
  assert.equal(first?.['Total Average Response Time'], '5.5');
  assert.equal(first?.['Total Average Content Size'], '110.0');
});

test('The totals of the last row are those of stats.csv, and its percentiles to within 1 % or a millisecond.', () => {
  const { stats, history } = renderLocustCsv(buildShopReport());
  const [header = '', ...lines] = stats.split('\r\n');
  const aggregated = Object.fromEntries((lines.at(-2) ?? '').split(',').map((field, index) => [header.split(',')[index], field]));
  const last = read(history).at(-1) ?? {};
  const exact = [
    'Request Count',
    'Failure Count',
    'Average Response Time',
    'Min Response Time',
    'Max Response Time',
    'Average Content Size',
  ];
  for (const column of exact) assert.equal(last[`Total ${column}`], aggregated[column], column);
  for (const column of header.split(',').filter((name) => name.endsWith('%'))) {
    const [here, there] = [Number(last[column]), Number(aggregated[column])];
    assert.ok(Math.abs(here - there) <= Math.max(1, there / 100), `${column}: ${here} and ${there}`);
  }
});

test('Before the first request the percentiles are N/A, and the rest are the values that Locust starts with.', () => {
  const [row = {}] = rowsOf({ series: [{ name: 'GET /x', seconds: [{}, { okMs: [3] }] }] });
  assert.equal(Object.values(row).slice(4).join(','), `0.000000,0.000000,${'N/A,'.repeat(11)}0,0,0,0.0,0,0,0`);
});

test('A warm-up has no rows, and what it did is in no total.', () => {
  const rows = rowsOf({
    phases: [
      { name: 'warm-up', seconds: 3, warmup: true },
      { name: 'steady', seconds: 2 },
    ],
    series: [{ name: 'GET /x', in: { 'warm-up': everySecond(4, { okMs: [900] }), steady: everySecond(2, { okMs: [5] }) } }],
  });
  assert.deepEqual(
    rows.map((row) => [row['Total Request Count'], row['100%']]),
    [
      ['1', '5'],
      ['2', '5'],
    ],
  );
});

test('Arrivals that were dropped are in no row: Locust has none.', () => {
  const rows = rowsOf({ series: [{ name: 'GET /x', seconds: everySecond(3, { okMs: [5], dropped: 4 }) }] });
  assert.equal(rows.at(-1)?.['Total Request Count'], '3');
  assert.equal(rows.at(-1)?.['Total Failure Count'], '0');
});

for (const [what, run] of [
  ['a run whose judged phases never began', buildRunSummary({ phases: [{ name: 'steady', seconds: 5, neverBegan: true }] })],
  ['results of an older load-gate, which have no timeline', buildRunSummary({ with: { timeline: [] } })],
] as const) {
  test(`Only the header is left of ${what}.`, () => {
    assert.equal(renderLocustHistory(run), `${HEADER}\r\n`);
  });
}

test('exceptions.csv has its header and no row.', () => {
  assert.equal(renderLocustCsv(buildReport()).exceptions, 'Count,Message,Traceback,Nodes\r\n');
});
