import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderLocustCsv } from '../../src/report/render-locust-csv.ts';
import { renderSummaryMd } from '../../src/report/render-summary-md.ts';
import { SOCKET_TITLES } from '../../src/report/socket-rows.ts';
import { measureWidth } from '../../src/terminal/measure-width.ts';
import { paintPlain } from '../../src/terminal/paint.ts';
import { renderFinal } from '../../src/terminal/render-final.ts';
import { buildChatRun } from '../support/build-chat-run.ts';
import { buildCheck, buildReport, buildShopReport } from '../support/build-report.ts';
import { plainSpaces } from '../support/plain-spaces.ts';
import { buildRunSummary } from '../support/build-run-summary.ts';

const CHAT = buildReport({ run: buildChatRun() });
const final = (report: typeof CHAT, width: number): string => renderFinal(report, { width, paint: paintPlain, reportPath: undefined });

/** 38 held, 10 of them opened in the judged phase, which lasts 10 s. */
const FIGURES = ['38', '10', '6', '150', '50', '7', '–', '–', '2.00 s', '2.00 s'];

test('summary.md has one table of WebSockets, with a row for each connection and each receive.', () => {
  const lines = plainSpaces(renderSummaryMd(CHAT)).split('\n');
  const start = lines.indexOf('### WebSockets');
  assert.deepEqual(lines.slice(start + 2, start + 7), [
    `| endpoint | ${SOCKET_TITLES.join(' | ')} |`,
    `| :-- | ${SOCKET_TITLES.map(() => '--:').join(' | ')} |`,
    `| \`ws /ws/chat\` | ${FIGURES.join(' | ')} |`,
    '| `message to notification` | – | – | – | – | – | – | 1 | 3 | – | – |',
    '',
  ]);
});

test('The terminal has it, too, as wide as there is room.', () => {
  const [, titles = '', chat = ''] = /^(WebSockets .*)\n(.*)$/m.exec(final(CHAT, 120)) ?? [];
  assert.deepEqual(titles.split(/ {2,}/), ['WebSockets', ...SOCKET_TITLES]);
  assert.deepEqual(chat.split(/ {2,}/), ['ws /ws/chat', ...FIGURES]);
  for (const width of [20, 30, 40, 60, 80, 120]) {
    for (const line of final(CHAT, width).split('\n')) assert.ok(measureWidth(line) <= width, `${width}: ${line}`);
  }
});

test('Where there is no WebSocket, no report speaks of any.', () => {
  assert.doesNotMatch(renderSummaryMd(buildShopReport()), /WebSocket/);
  assert.doesNotMatch(final(buildShopReport(), 120), /WebSocket/);
});

test('Drops are shown as failures with their reason, as a share of what was held, and never of nothing.', () => {
  const text = plainSpaces(renderSummaryMd(CHAT));
  assert.match(text, /\| `ws \/ws\/chat` \| 10 \| 6 \(15\.8 %\) \|/);
  assert.match(text, /\| ws-close \| `ws \/ws\/chat` \| `closed 1006` \| 6 \|/);
  const held = buildRunSummary({
    phases: [
      { name: 'a', seconds: 1, warmup: true },
      { name: 'b', seconds: 1 },
    ],
    series: [{ name: 'ws /x', kind: 'ws', in: { a: [{ okMs: [1, 1], open: 2 }], b: [{ open: 2, drops: 1 }] } }],
  });
  const quiet = plainSpaces(renderSummaryMd(buildReport({ run: held })));
  assert.match(quiet, /0 requests · 50 % failed/);
  assert.match(quiet, /\| `ws \/x` \| 0 \| 1 \(50 %\) \|/);
  assert.match(quiet, /Failures: 1/);
  assert.doesNotMatch(quiet, /NaN|Infinity/);
});

test("Locust's files have type WS for connections and receives, and drops as failures that add up.", () => {
  const { stats, failures } = renderLocustCsv(CHAT);
  const rows = stats.split('\r\n').slice(1, -1);
  assert.deepEqual(
    rows.map((row) => row.split(',').slice(0, 4).join(',')),
    ['POST,/v1/messages,50,0', 'WS,/ws/chat,16,6', 'WS,message to notification,42,2', ',Aggregated,108,8'],
  );
  const occurrences = failures.split('\r\n').slice(1, -1);
  assert.equal(
    occurrences.reduce((sum, row) => sum + Number(row.split(',')[3]), 0),
    8,
  );
});

test('Transfer is told where it is 1 MB/s or more, or promised.', () => {
  const moved = (bytesSent: number, metric: string): boolean => {
    const run = buildRunSummary({ series: [{ name: 'PUT /big', bytesSent, seconds: [{ okMs: [1] }] }] });
    return renderSummaryMd(buildReport({ run, verdict: { checks: [buildCheck({ metric })] } })).includes('\n#### Transfer');
  };
  // Half of the bytes are of successes before the end.
  assert.deepEqual([moved(2e6, 'p95'), moved(2e6 - 2, 'p95'), moved(10, 'upload'), moved(10, 'download')], [true, false, true, true]);
});
