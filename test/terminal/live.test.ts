import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LiveCheck, LiveRow, LiveSnapshot } from '../../src/metrics/live-snapshot.ts';
import { measureWidth } from '../../src/terminal/measure-width.ts';
import { paintColour, paintPlain } from '../../src/terminal/paint.ts';
import { openProgressView } from '../../src/terminal/open-progress-view.ts';
import { renderProgressLine } from '../../src/terminal/line-log.ts';
import { renderLiveTable } from '../../src/terminal/render-live-table.ts';
import { measureProgress, renderProgress } from '../../src/terminal/render-progress.ts';
import { compareGolden } from '../support/compare-golden.ts';

const row = (name: string, requests: number, failures = 0): LiveRow => ({
  name,
  requests,
  failures,
  ratePerSec: requests / 20,
  p50Us: requests === 0 ? undefined : 4_000,
  p95Us: requests === 0 ? undefined : 105_500,
  p99Us: requests === 0 ? undefined : 1_209_000,
});

const LONG = 'POST /api/orders/${id}/confirm?with=a&long=query';

function check(series: string, metric: string, state: LiveCheck['state'], observed: string, limit: string): LiveCheck {
  return { name: `${series} ${metric}`, state, limit, observed, series, metric, scope: 'run' };
}

/** As the names of promises are cleaned: to 80 characters. */
const BROKEN = `${LONG} p99, ${LONG} error_budget`;

const SNAPSHOT: LiveSnapshot = {
  elapsedMs: 15_200,
  plannedMs: 36_000,
  phase: 'steady',
  users: 1_050,
  starts: 5_000,
  plannedStarts: 10_000,
  rows: [row('GET /health', 2_000), row(LONG, 3_000, 2), row('order done', 0)],
  total: { ...row('total', 5_000, 2), ratePerSec: 234 },
  checks: [
    check('GET /health', 'p95', 'holding', '106 ms', '≤ 150 ms'),
    check('GET /health', 'error_budget', 'holding', '0 %', '≤ 1 %'),
    check(LONG, 'p99', 'broken', '1.21 s', '≤ 300 ms'),
    check(LONG, 'error_budget', 'broken', '0.07 %', '≤ 0.05 %'),
    check('order done', 'p95', 'waiting', '', '≤ 2 s'),
    { ...check('total', 'p99', 'holding', '480 ms', '≤ 500 ms'), name: 'total p99 in 3 windows of 10 s', scope: 'window' },
    check('total', 'p50', 'warning', '4.0 ms', '≤ 3.0 ms'),
  ],
};

test('Open sockets stand beside the users, where there are any.', () => {
  const first = (openSockets?: number): string =>
    renderLiveTable(openSockets === undefined ? SNAPSHOT : { ...SNAPSHOT, openSockets }, {
      width: 100,
      height: 24,
      paint: paintPlain,
    })[0] ?? '';
  assert.match(first(10_000), /1,050 users · 10,000 open sockets · /);
  assert.doesNotMatch(first(), /sockets/);
  assert.match(renderProgressLine({ ...SNAPSHOT, openSockets: 3 }), / {2}1,050 users {2}3 open sockets {2}/);
});

for (const width of [40, 80]) {
  test(`A frame of the live view in ${width} columns is the golden one.`, () => {
    compareGolden(`live-${width}.txt`, `${renderLiveTable(SNAPSHOT, { width, height: 24, paint: paintPlain }).join('\n')}\n`);
  });
}

const BARS: readonly (readonly [width: number, line: string])[] = [
  [100, '[███████████████░░░░░░░░░░░░░░░] 5,000/10,000 (50.0 %) | 234/s | ok 4,998 | failed 2 | ETA 15 s'],
  [78, '[██████░░░░░░░] 5,000/10,000 (50.0 %) | 234/s | ok 4,998 | failed 2 | ETA 15 s'],
  [62, '5,000/10,000 (50.0 %) | 234/s | ok 4,998 | failed 2 | ETA 15 s'],
  [60, '[███░░░] 5,000/10,000 (50.0 %) | 234/s | ok 4,998 | failed 2'],
  [35, '5,000/10,000 (50.0 %) | failed 2'],
  [10, '5,000/10,0'],
];

for (const [width, line] of BARS) {
  test(`Progress in ${width} columns: the bar gives way first, failures last.`, () => {
    assert.equal(renderProgress(SNAPSHOT, width), line);
    assert.ok(measureWidth(line) <= width);
  });
}

const PROGRESS: readonly (readonly [name: string, change: Partial<LiveSnapshot>, ratio: number, text: string, etaMs: number])[] = [
  [
    'fixed work ends when its starts are done',
    { plannedStarts: 10_000, starts: 5_000, elapsedMs: 10_000, plannedMs: 60_000 },
    0.5,
    '5,000/10,000',
    10_000,
  ],
  [
    'an open plan ends with its time',
    { plannedStarts: 10_000, starts: 2_500, elapsedMs: 15_000, plannedMs: 30_000 },
    0.25,
    '2,500/10,000',
    15_000,
  ],
  ['before the first start the time is all there is', { plannedStarts: 10, starts: 0, elapsedMs: 0, plannedMs: 30_000 }, 0, '0/10', 30_000],
  ['without planned starts the time counts', { plannedStarts: undefined, elapsedMs: 30_000, plannedMs: 120_000 }, 0.25, '30 s/2 m', 90_000],
  ['a drain goes beyond the plan', { plannedStarts: undefined, elapsedMs: 130_000, plannedMs: 120_000 }, 1, '2 m/2 m', 0],
  ['more starts than planned are all of them', { plannedStarts: 10, starts: 11 }, 1, '11/10', 0],
];

for (const [name, change, ratio, text, etaMs] of PROGRESS) {
  test(`Progress: ${name}.`, () => {
    assert.deepEqual(measureProgress({ ...SNAPSHOT, ...change }), { ratio, text, etaMs });
  });
}

/** Many endpoints with two promises each, of which every sixth is broken. */
const MANY: LiveSnapshot = {
  ...SNAPSHOT,
  rows: Array.from({ length: 40 }, (_, index) => row(`GET /${index}`, 10)),
  checks: Array.from({ length: 80 }, (_, index) =>
    check(`GET /${index >> 1}`, index % 2 === 0 ? 'p95' : 'p99', index % 6 === 5 ? 'broken' : 'holding', '1 ms', '≤ 2 ms'),
  ),
};

test('A frame keeps to the height and the width, whatever they are, and counts what it leaves out.', () => {
  for (const snapshot of [MANY, SNAPSHOT, { ...MANY, checks: [] }, { ...MANY, rows: [] }]) {
    const { checks = [] } = snapshot;
    for (let height = 1; height <= 60; height++) {
      for (const width of [7, 20, 39, 79, 119]) {
        const lines = renderLiveTable(snapshot, { width, height, paint: paintPlain });
        assert.ok(lines.length <= Math.max(2, height), `${lines.length} lines of ${height}`);
        for (const line of lines) assert.ok(measureWidth(line) <= width, `${JSON.stringify(line)} is wider than ${width}`);
        if (width < 39 || height < 10) continue;
        const counted = (unit: RegExp): number => Number(unit.exec(lines.join('\n'))?.[1] ?? 0);
        const endpoints = lines.filter((line) => /^(GET|POST|order)/.test(line)).length;
        assert.equal(endpoints + counted(/^… (\d+) more endpoints$/m), snapshot.rows.length);
        const promises = lines.filter((line) => /^[✗!·✓] {2}/.test(line)).length;
        assert.equal(promises + counted(/^… (\d+) more: /m), checks.length);
        assert.ok(lines.some((line) => line.startsWith('total')));
        assert.equal(lines.filter((line) => line.startsWith('promises: ')).length, checks.length > 0 ? 1 : 0);
      }
    }
  }
});

test('What is broken comes first and gets more room; a tally counts all of it.', () => {
  const lines = renderLiveTable(MANY, { width: 100, height: 24, paint: paintPlain });
  const at = lines.indexOf('promises: 13 broken, 67 hold so far');
  assert.ok(at > 0);
  // 18 lines are left for both, and half of them is for the promises: the tally, seven of them, and the rest of them.
  assert.deepEqual(
    lines.slice(at + 1).map((line) => line.slice(0, 1)),
    ['✗', '✗', '✗', '✗', '✗', '✗', '✗', '…'],
  );
  assert.equal(lines.at(-1), '… 73 more: 6 broken, 67 hold so far');
});

test('One promise alone holds, and several hold.', () => {
  const tallyOf = (count: number): string | undefined => {
    const checks = Array.from({ length: count }, (_, place) => check(`GET /${place}`, 'p95', 'holding', '9 ms', '≤ 1 s'));
    const lines = renderLiveTable({ ...SNAPSHOT, checks }, { width: 120, height: 24, paint: paintPlain });
    return lines.find((line) => line.startsWith('promises: '));
  };
  assert.equal(tallyOf(1), 'promises: 1 holds so far');
  assert.equal(tallyOf(2), 'promises: 2 hold so far');
});

test('What is broken is red, in its cell and in its promise, and has a sign; what fails no build is not red.', () => {
  const red = (lines: readonly string[]): readonly string[] =>
    lines.flatMap((line) => [...line.matchAll(/\u001b\[31m(.*?)\u001b\[0m/g)].map(([, text = '']) => text.trim())); // oxlint-disable-line no-control-regex
  const painted = renderLiveTable(SNAPSHOT, { width: 120, height: 24, paint: paintColour });
  assert.deepEqual(red(painted), [
    '✗ 2',
    '✗ 1.21 s',
    'promises: 2 broken, 1 broken as a warning, 1 not decided yet, 3 hold so far',
    '✗',
    '1.21 s',
    '✗',
    '0.07 %',
  ]);
  const calm = (SNAPSHOT.checks ?? []).filter(({ state }) => state !== 'broken');
  const inWindow = { ...check('GET /health', 'p95', 'broken', '9 s', '≤ 1 s'), scope: 'window' as const };
  assert.deepEqual(red(renderLiveTable({ ...SNAPSHOT, checks: calm }, { width: 120, height: 24, paint: paintColour })), []);
  // A window is no cell: what a cell shows is the whole run so far.
  const cells = renderLiveTable({ ...SNAPSHOT, checks: [inWindow] }, { width: 120, height: 24, paint: paintPlain }).slice(0, 8);
  assert.ok(!cells.join('').includes('✗'));
});

/** A terminal that understands what the live view writes, and nothing else. */
class FakeTerminal {
  readonly isTTY = true;
  readonly rows = 24;
  columns = 80;
  screen: string[] = [''];
  #row = 0;
  #column = 0;
  writes = 0;

  write(text: string): void {
    this.writes++;
    for (const [token] of text.matchAll(/\u001b\[(\d*)([A-Z])|\n|\r|[^\u001b\n\r]+/g)) this.#apply(token); // oxlint-disable-line no-control-regex
  }

  #apply(token: string): void {
    if (token === '\n') {
      this.#row++;
      this.#column = 0;
      this.screen[this.#row] ??= '';
    } else if (token === '\r') this.#column = 0;
    else if (token.endsWith('A') && token.startsWith('\u001b')) this.#row -= Number(token.slice(2, -1));
    else if (token === '\u001b[K') this.screen[this.#row] = (this.screen[this.#row] ?? '').slice(0, this.#column);
    else if (token === '\u001b[J') {
      this.screen.length = this.#row + 1;
      this.screen[this.#row] = (this.screen[this.#row] ?? '').slice(0, this.#column);
    } else {
      assert.ok(!token.startsWith('\u001b'), `unknown escape ${JSON.stringify(token)}`);
      const line = (this.screen[this.#row] ?? '').padEnd(this.#column);
      this.screen[this.#row] = line.slice(0, this.#column) + token + line.slice(this.#column + token.length);
      this.#column += token.length;
    }
    assert.ok(this.#row >= 0, 'the cursor left the screen');
  }
}

test('The live view repaints in place with one write a frame, keeps logged lines, and clears itself at the end.', () => {
  const terminal = new FakeTerminal();
  const view = openProgressView(terminal, paintPlain, false);
  terminal.write('before\n');
  view.update(SNAPSHOT);
  const longer = renderLiveTable(SNAPSHOT, { width: 79, height: 23, paint: paintPlain });
  assert.deepEqual(terminal.screen, ['before', ...longer, '']);
  const calm = { ...SNAPSHOT, checks: [], rows: SNAPSHOT.rows.slice(0, 1) };
  view.update(calm);
  const shorter = renderLiveTable(calm, { width: 79, height: 23, paint: paintPlain });
  assert.deepEqual(terminal.screen, ['before', ...shorter, '']);
  view.log('a line that stays');
  assert.deepEqual(terminal.screen, ['before', 'a line that stays', ...shorter, '']);
  assert.equal(terminal.writes, 4);
  view.finish();
  assert.deepEqual(terminal.screen, ['before', 'a line that stays', '']);
});

test('Elsewhere there is one line for each five seconds of the run, without escapes.', () => {
  const written: string[] = [];
  const view = openProgressView({ write: (text: string) => written.push(text) }, paintPlain, false);
  for (let elapsedMs = 0; elapsedMs <= 21_000; elapsedMs += 250) view.update({ ...SNAPSHOT, elapsedMs });
  view.log('note');
  view.finish();
  view.update({ ...SNAPSHOT, elapsedMs: 30_000 });
  assert.deepEqual(
    written.map((line) => line.slice(0, 6)),
    ['  5 s ', ' 10 s ', ' 15 s ', ' 20 s ', 'note\n'],
  );
  assert.equal(written[2], ` 15 s  steady  1,050 users  5,000/10,000 (50.0 %)  234/s  ok 4,998  failed 2  p95 106 ms  broken: ${BROKEN}\n`);
});

test('After a stretch without news the next line comes at once, and not several.', () => {
  const written: string[] = [];
  const view = openProgressView({ write: (text: string) => written.push(text) }, paintPlain, false);
  for (const elapsedMs of [5_000, 23_000, 24_999, 25_000]) view.update({ ...SNAPSHOT, elapsedMs });
  assert.deepEqual(
    written.map((line) => line.slice(0, 5)),
    ['  5 s', ' 23 s', ' 25 s'],
  );
});

test('Quiet shows only the lines that stay, on a terminal too.', () => {
  const terminal = new FakeTerminal();
  const view = openProgressView(terminal, paintPlain, true);
  view.update(SNAPSHOT);
  view.log('verdict');
  view.finish();
  assert.deepEqual(terminal.screen, ['verdict', '']);
});

test('Names of endpoints and checks are cleaned before they are shown.', () => {
  const hostile = 'x\u001b[2J\ny';
  const snapshot = { ...SNAPSHOT, phase: hostile, rows: [row(hostile, 1)], checks: [check(hostile, hostile, 'broken', hostile, hostile)] };
  for (const line of renderLiveTable(snapshot, { width: 80, height: 24, paint: paintPlain })) assert.doesNotMatch(line, /[\u001b\n]/); // oxlint-disable-line no-control-regex
});
