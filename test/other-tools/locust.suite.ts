import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { formatCsv } from '../../src/report/format-csv.ts';
import { formatPythonFloat } from '../../src/report/format-python-float.ts';
import { renderLocustCsv, type LocustCsv } from '../../src/report/render-locust-csv.ts';
import { buildReport } from '../support/build-report.ts';
import { buildRunSummary, type SeriesInput } from '../support/build-run-summary.ts';
import { runPython } from './run-python.ts';

/** Response times in ms: below 100, where Locust keeps whole milliseconds, with fractions that doubles have exactly, and none that Python rounds to even. */
const spreadOver = (count: number, from: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + ((index * 37) % count) * 0.25);

const FAILED_MS = 1;
const SERIES: readonly SeriesInput[] = [
  { name: 'GET /items', seconds: [{ okMs: spreadOver(173, 4.125), failed: 7 }], bytesReceived: 180 * 1_234 },
  { name: 'POST /a,b"c"', method: 'POST', seconds: [{ okMs: spreadOver(40, 61.125) }], bytesReceived: 40 * 3 },
  { name: 'DELETE /items', method: 'DELETE', seconds: [{ okMs: spreadOver(11, 9.125), failed: 2 }], bytesReceived: 0 },
  { name: 'one of its own', method: 'CALL', seconds: [{ okMs: [17.25] }], bytesReceived: 7 },
];

/** Fires the planned requests, raises something that is no request's fault, lets two seconds of history pass, and quits. */
const LOCUSTFILE = `
import json
import gevent
from locust import User, constant, task

with open("plan.json") as file:
    PLAN = json.load(file)

class Planned(User):
    wait_time = constant(60)

    def on_start(self):
        for request in PLAN:
            request['response_time'] = float(request['response_time'])
            self.environment.events.request.fire(**request, context={})
        gevent.spawn_later(2.5, self.environment.runner.quit)

    @task
    def break_down(self):
        raise RuntimeError('broken, "really"')
`;

const FILES = ['stats', 'stats_history', 'failures', 'exceptions'] as const;
const folder = mkdtempSync(join(tmpdir(), 'load-gate-locust-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const theirs = new Map<string, string>();
const ours = namesOf(renderLocustCsv(buildReport({ run: buildRunSummary({ series: SERIES }) })));

function namesOf({ stats, history, failures, exceptions }: LocustCsv): ReadonlyMap<string, string> {
  return new Map([
    ['stats', stats],
    ['stats_history', history],
    ['failures', failures],
    ['exceptions', exceptions],
  ]);
}

function planRequests(): readonly unknown[] {
  return SERIES.flatMap(({ name, method = 'GET', seconds = [], bytesReceived = 0 }) => {
    const [{ okMs = [], failed = 0 } = {}] = seconds;
    const request = {
      request_type: method,
      name: name.replace(`${method} `, ''),
      response_length: bytesReceived / (okMs.length + failed),
    };
    const failures = Array.from({ length: failed }, () => ({ ...request, response_time: FAILED_MS, exception: 'status 500' }));
    return [...okMs.map((ms) => ({ ...request, response_time: ms, exception: null })), ...failures];
  });
}

before(() => {
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(planRequests()));
  writeFileSync(join(folder, 'locustfile.py'), LOCUSTFILE);
  const { status, stderr } = runPython(folder, [
    '-m',
    'locust',
    '--headless',
    '-u',
    '1',
    '-r',
    '1',
    '--csv',
    'real',
    '--exit-code-on-error',
    '0',
  ]);
  assert.equal(status, 0, stderr);
  for (const name of FILES) theirs.set(name, readFileSync(join(folder, `real_${name}.csv`), 'utf8'));
});

/** RFC 4180: fields of rows. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Rows by column. */
function readRows(files: ReadonlyMap<string, string>, name: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = parseCsv(files.get(name) ?? '');
  return rows.map((row) => Object.fromEntries(row.map((field, index) => [header[index] ?? '', field])));
}

for (const name of FILES) {
  test(`${name}.csv has the header that Locust writes, to the byte`, () => {
    const header = (files: ReadonlyMap<string, string>): string | undefined => /^[^\n]*\n/.exec(files.get(name) ?? '')?.[0];
    assert.match(header(theirs) ?? '', /\r\n$/);
    assert.equal(header(ours), header(theirs));
  });

  test(`${name}.csv of Locust, taken apart and written by us, is the same file`, () => {
    const text = theirs.get(name) ?? '';
    const [header = [], ...rows] = parseCsv(text);
    assert.ok(rows.length > 0);
    assert.equal(formatCsv(header.join(','), rows), text);
    for (const cell of rows.flat()) if (/^\d+\.\d+$/.test(cell) && name === 'stats') assert.equal(formatPythonFloat(Number(cell)), cell);
  });
}

test('the rows of stats.csv are those of Locust for the same response times, rates by the clock left out', () => {
  const withoutRates = (rows: readonly Readonly<Record<string, string>>[]): unknown =>
    rows.map((row) => ({ ...row, 'Requests/s': '', 'Failures/s': '' }));
  const rows = readRows(theirs, 'stats');
  assert.equal(rows.length, SERIES.length + 1);
  assert.deepEqual(withoutRates(readRows(ours, 'stats')), withoutRates(rows));
  for (const row of readRows(ours, 'stats')) assert.match(`${row['Requests/s']} ${row['Failures/s']}`, /^\d+\.\d+ \d+\.\d+$/);
});

test('the rows of failures.csv are those of Locust, and their times have its form', () => {
  const what = (rows: readonly Readonly<Record<string, string>>[]): unknown =>
    rows
      .map(({ Method, Name, Error: reason, Occurrences }) => [Method, Name, reason, Occurrences].join(' | '))
      // Locust sorts by a hash of them.
      .toSorted();
  assert.deepEqual(what(readRows(ours, 'failures')), what(readRows(theirs, 'failures')));
  for (const row of [...readRows(ours, 'failures'), ...readRows(theirs, 'failures')]) {
    for (const time of [row['First Seen'], row['Last Seen']]) assert.match(time ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  }
});

test('stats_history.csv has one row a second for all requests together, with the totals and percentiles of Locust', () => {
  const rows = readRows(theirs, 'stats_history');
  assert.deepEqual(new Set(rows.map(({ Type, Name }) => `${Type}|${Name}`)), new Set(['|Aggregated']));
  const [mine = {}] = readRows(ours, 'stats_history');
  const last = rows.at(-1) ?? {};
  for (const [column, value] of Object.entries(mine)) {
    if (!['Timestamp', 'User Count', 'Requests/s', 'Failures/s'].includes(column)) assert.equal(value, last[column], column);
  }
});

test('each column of stats_history.csv has the form of number that Locust gives it', () => {
  const formOf = (cell: string | undefined): string => (cell ?? '').replace(/\d+\.\d{6}$/, 'six decimals').replace(/^\d+$/, 'whole');
  const last = readRows(theirs, 'stats_history').at(-1) ?? {};
  const [mine = {}] = readRows(ours, 'stats_history');
  for (const column of ['Timestamp', 'User Count', 'Requests/s', 'Failures/s', '50%'])
    assert.equal(formOf(mine[column]), formOf(last[column]), column);
});

test('before the first request a row of stats_history.csv is that of Locust', () => {
  const run = buildRunSummary({ series: [{ name: 'GET /x', seconds: [{}] }] });
  const row = (files: ReadonlyMap<string, string>): unknown => {
    const [first = {}] = readRows(files, 'stats_history');
    return { ...first, Timestamp: '', 'User Count': '' };
  };
  assert.deepEqual(row(namesOf(renderLocustCsv(buildReport({ run })))), row(theirs));
});

test('exceptions.csv of Locust has what a locustfile raised: the reason why ours has no row', () => {
  const [row] = readRows(theirs, 'exceptions');
  assert.equal(row?.['Message'], 'broken, "really"');
  assert.match(row?.['Traceback'] ?? '', /locustfile\.py/);
  assert.deepEqual(readRows(ours, 'exceptions'), []);
});
