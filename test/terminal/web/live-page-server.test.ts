import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createMasker } from '../../../src/mask-secrets.ts';
import type { LiveSecond } from '../../../src/metrics/live-second.ts';
import type { LiveSnapshot } from '../../../src/metrics/live-snapshot.ts';
import type { RunSummary } from '../../../src/metrics/run-summary.ts';
import { renderLocustCsv } from '../../../src/report/render-locust-csv.ts';
import { LivePage } from '../../../src/terminal/web/live-page-server.ts';
import type { FromPage, LiveEnd, StartForm, ToPage } from '../../../src/terminal/web/live-messages.ts';
import { planOf } from '../../support/build-plan.ts';
import { runEngines } from '../../support/run-engines.ts';
import { connectPage, type ConnectedPage } from './connect-page.ts';
import { getFile, type FileAnswer } from './get-file.ts';

const SECRET = 'hunter2-hunter2';
const PLAN = planOf(`name: Watched ${SECRET}\nsteps: [ { get: '/a' } ]\nphases: [ { name: steady, users: 2, duration: 3s } ]`);
const ROW = { name: `GET /${SECRET}`, requests: 5, failures: 1, ratePerSec: 5, p50Us: 1, p95Us: 2, p99Us: 3 };
const SNAPSHOT: LiveSnapshot = {
  elapsedMs: 1_000,
  plannedMs: 3_000,
  phase: 'steady',
  users: 2,
  starts: 5,
  plannedStarts: undefined,
  rows: [ROW],
  total: ROW,
};
const FORM: StartForm = { name: 'x', target: 'http://a.test', isTargetFixed: false, maxUsers: 1, maxRatePerSec: 1, phases: [] };
const END: LiveEnd = {
  verdict: { state: 'pass', reasons: ['all is well'] },
  reason: undefined,
  files: {
    'report.html': `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">`,
    'stats.csv': 'a,b',
  },
};

function secondOf(second: number): LiveSecond {
  const failure = { class: 'status', reason: 'status 503', count: second + 1, sample: `at ${SECRET}`, firstMs: 1, lastMs: 2 } as const;
  return { second, phase: 0, users: 2, starts: 5, began: 5, slices: [], failures: [{ series: 0, phase: 0, failure }] };
}

const wishes: FromPage[] = [];
const pages: ConnectedPage[] = [];
let run: RunSummary;
let page: LivePage;

beforeEach(async () => {
  wishes.length = 0;
  run = runEngines(PLAN, { answer: () => ({ afterMs: 40 }) }).run;
  page = await LivePage.open({
    port: undefined,
    script: Buffer.from('draw()'),
    mask: createMasker([SECRET]),
    onWish: (wish) => wishes.push(wish),
  });
});
afterEach(async () => {
  await page.close();
  for (const each of pages.splice(0)) each.terminate();
});

async function connect(): Promise<ConnectedPage> {
  const connected = await connectPage(page.url, { origin: new URL(page.url).origin });
  pages.push(connected);
  return connected;
}

function begin(): void {
  page.begin({ plan: PLAN, summarize: () => run });
}

function kindsOf({ messages }: ConnectedPage): readonly string[] {
  return messages.map((text) => (JSON.parse(text) as ToPage).kind);
}

describe('a live page', () => {
  it('that comes late is told everything from the first word on, like one that was there', async () => {
    const early = await connect();
    page.note('it starts');
    begin();
    for (let second = 0; second < 50; second++) page.second(secondOf(second), SNAPSHOT);
    const late = await connect();
    page.second(secondOf(50), SNAPSHOT);
    await page.end(END);
    await late.until(() => kindsOf(late).includes('end') && kindsOf(early).includes('end'));
    assert.deepEqual(late.messages, early.messages);
    assert.deepEqual(kindsOf(late), ['note', 'begin', ...Array.from({ length: 51 }, () => 'second'), 'end']);
  });

  it('counts the bursts of a run', async () => {
    const one = await connect();
    begin();
    begin();
    await one.until(() => one.messages.length === 2);
    const told = one.messages.map((text) => JSON.parse(text) as ToPage);
    assert.deepEqual(
      told.map((message) => message.kind === 'begin' && message.burst.number),
      [1, 2],
    );
  });

  it('is told no secret', async () => {
    const one = await connect();
    page.ask({ ...FORM, name: SECRET }, [`not ${SECRET}`]);
    page.note(`a note with ${SECRET}`);
    begin();
    page.second(secondOf(0), SNAPSHOT);
    await page.end({ verdict: undefined, reason: `it broke at ${SECRET}`, files: {} });
    await one.until(() => kindsOf(one).includes('end'));
    assert.equal(one.messages.length, 5);
    assert.doesNotMatch(one.messages.join('\n'), new RegExp(SECRET));
    assert.match(one.messages.join('\n'), /\*\*\*/);
    const { text: stats } = await getFile(`${page.url}stats.csv`);
    assert.match(stats, /^Type,Name/);
    assert.doesNotMatch(stats, new RegExp(SECRET));
  });

  it('hands on what a page wants, and ends the connection of one that says what no page says', async () => {
    const good = await connect();
    good.send(JSON.stringify({ kind: 'level', phase: 0, users: 3, spawnRatePerSec: 1 }));
    good.send(JSON.stringify({ kind: 'stop' }));
    await good.until(() => wishes.length === 2);
    assert.deepEqual(
      wishes.map(({ kind }) => kind),
      ['level', 'stop'],
    );
    const bad = await connect();
    bad.send('{"kind":"level","phase":0}');
    assert.equal(await bad.closed, 1_008);
    assert.equal(wishes.length, 2);
    page.note('the others go on');
    await good.until(() => good.messages.length === 1);
  });

  it('is closed with a word after the end, however slow a page is to read', async () => {
    const [quick, slow] = [await connect(), await connect()];
    slow.pause();
    begin();
    const snapshot = { ...SNAPSHOT, phase: 'x'.repeat(100_000) };
    for (let second = 0; second < 100; second++) page.second(secondOf(second), snapshot);
    await page.end(END);
    await page.close();
    assert.equal(await quick.closed, 1_001);
    assert.equal(kindsOf(quick).at(-1), 'end');
  });
});

describe('the files beside a live page', () => {
  const get = (path: string): Promise<FileAnswer> => getFile(`${page.url}${path}`);

  it('are the page, which may load its own files alone, and its script', async () => {
    const { status, policy, type, text } = await get('');
    assert.deepEqual([status, type], [200, 'text/html; charset=utf-8']);
    assert.match(policy ?? '', /default-src 'none'.*script-src 'self'.*connect-src 'self'.*frame-ancestors 'none'/);
    assert.doesNotMatch(policy ?? '', /unsafe|https?:|\*/);
    assert.match(text, /^<!doctype html>/);
    assert.deepEqual((await get('page.js')).text, 'draw()');
  });

  it('are CSV of the run so far, as reports have it', async () => {
    assert.equal((await get('stats.csv')).status, 404, 'before the first burst there is none');
    begin();
    const csv = renderLocustCsv({ run });
    for (const [name, expected] of [
      ['stats.csv', csv.stats],
      ['stats_history.csv', csv.history],
      ['failures.csv', csv.failures],
      ['exceptions.csv', csv.exceptions],
    ] as const)
      assert.equal((await get(name)).text, expected, name);
  });

  it('are the report, once there is one, with the policy that it says itself', async () => {
    begin();
    assert.equal((await get('report.html')).status, 404);
    await page.end(END);
    const { status, policy } = await get('report.html');
    assert.deepEqual([status, policy], [200, "default-src 'none'; style-src 'self'; frame-ancestors 'none'"]);
  });

  it('are nothing else', async () => {
    begin();
    for (const path of ['results.json', 'live', 'page.js.map', 'toString', 'stats.csv/', '__proto__'])
      assert.equal((await get(path)).status, 404, path);
  });
});
