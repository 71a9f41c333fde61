import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { formatNumber } from '../../src/units.ts';
import { countOf, goToCharts, LiveStage, LONG, NARROW, SCROLL, textOf, until } from './live-stage.ts';
import { endWithBreach, FORM, ISSUES } from './made-runs.ts';

const END = { kind: 'end', end: endWithBreach() } as const;

describe('somebody who uses the live page in a browser', () => {
  let stage: LiveStage;
  before(async () => {
    stage = await LiveStage.open();
  });
  afterEach(async () => {
    await stage.clear();
  });
  after(async () => {
    await stage.close();
  });

  test('a row shows the charts of its endpoint by pointer and by keyboard, and the way back leads to the row', async () => {
    const { page } = await stage.show(LONG.slice(0, 60));
    await until(page, "document.querySelectorAll('.live-rows tbody tr').length === 13");
    await page.evaluate(SCROLL);
    await until(page, "document.querySelector('#chart-starts') !== null");
    const all = await page.evaluate("document.querySelector('#chart-latency svg svg path.p95').getAttribute('d')");
    await page.locator('[data-key="3"] .pick').focus();
    await page.keyboard.press('Enter');
    await until(page, "document.getElementById('charts-h').innerText === 'POST /api/v1/carts'");
    await until(page, "document.activeElement.id === 'charts-h'");
    await until(page, `document.querySelector('#chart-latency svg svg path.p95').getAttribute('d') !== ${JSON.stringify(all)}`);
    assert.equal(await page.evaluate("document.getElementById('chart-starts')?.checkVisibility() ?? false"), false);
    assert.equal(await page.evaluate("document.querySelector('tr.chosen .pick').getAttribute('aria-pressed')"), 'true');
    await page.locator('#charts-head button').click();
    await until(page, "document.getElementById('charts-h').innerText === 'All endpoints'");
    await until(page, 'document.activeElement.closest(\'[data-key="3"]\') !== null');
    await page.locator('[data-key="5"] td:last-child').click();
    await until(page, "document.getElementById('charts-h').innerText === 'GET /api/v1/reviews'");
  });

  test('the table is ordered by any column, and a row keeps the focus while figures change', async () => {
    const { page, feed } = await stage.show(LONG.slice(0, 40));
    await until(page, "document.querySelectorAll('.live-rows tbody tr').length === 13");
    await page.locator('[data-sort="p95"]').click();
    await until(page, "document.querySelector('th[aria-sort]')?.innerText.startsWith('p95') === true");
    const order = (await page.evaluate(
      "[...document.querySelectorAll('.live-rows tbody tr')].slice(1).map((row) => Number(row.dataset.key))",
    )) as readonly number[];
    assert.equal(order[0], 11);
    await page.locator('[data-key="4"] .pick').focus();
    const earlier = await textOf(page, '.live-rows .all');
    feed.tell(...LONG.slice(40, 44));
    await until(page, `document.querySelector('.live-rows .all').innerText.replace(/\\s+/g, ' ').trim() !== ${JSON.stringify(earlier)}`);
    assert.equal(await page.evaluate("document.activeElement.closest('tr')?.dataset.key"), '4');
  });

  test('stop asks once, can be taken back, and is sent', async () => {
    const { page, feed } = await stage.show(LONG.slice(0, 10));
    await page.locator('[data-do="stop"]').click();
    await until(page, "document.activeElement.dataset.do === 'stop-no'");
    await page.keyboard.press('Escape');
    await until(page, "document.activeElement.dataset.do === 'stop'");
    assert.deepEqual(feed.received, []);
    await page.locator('[data-do="stop"]').click();
    await page.locator('[data-do="stop-yes"]').click();
    await until(page, "document.querySelector('button.stop')?.disabled === true");
    assert.deepEqual(feed.received, [{ kind: 'stop' }]);
  });

  test('the form sends what was changed, shows what stands against it, and keeps what was typed', async () => {
    const { page, feed } = await stage.show([{ kind: 'ask', form: FORM, issues: [] }]);
    await page.locator('#target').fill('http://127.0.0.1:9000');
    await page.locator('[name="users-1"]').fill('90');
    await page.locator('[name="spawn-2"]').fill('2.5');
    await page.locator('form.start [type=submit]').click();
    await until(page, "document.querySelector('#head').innerText.includes('Starting')");
    assert.deepEqual(feed.received, [
      {
        kind: 'start',
        target: 'http://127.0.0.1:9000',
        levels: [
          { phase: 'steady', users: 90 },
          { phase: 'all at once', spawnRatePerSec: 2.5 },
        ],
      },
    ]);
    feed.tell({ kind: 'ask', form: FORM, issues: ISSUES });
    await until(page, "document.querySelectorAll('[role=alert] li').length === 2");
    assert.equal(await page.evaluate('document.querySelector(\'[name="users-1"]\').value'), '90');
    await page.locator('[name="users-1"]').fill('9000');
    await page.locator('form.start [type=submit]').click();
    assert.equal(await page.evaluate("document.querySelector('[name=\"users-1\"]').matches(':user-invalid')"), true);
    assert.equal(feed.received.length, 1);
    feed.tell(...LONG.slice(0, 3));
    await until(page, "document.querySelector('form.start') === null && document.querySelector('#head').innerText.includes('Warm-up')");
  });

  test('the level of a closed phase can be set, and only while it runs', async () => {
    const { page, feed } = await stage.show(LONG.slice(0, 30));
    assert.equal(await countOf(page, 'form.level'), 0);
    // The last quarter is a closed phase.
    feed.tell(...LONG.slice(30, 100));
    await until(page, "document.querySelector('form.level') !== null");
    await page.locator('form.level [name="users"]').fill('25');
    await page.locator('form.level [name="spawn"]').fill('0.5');
    feed.tell(...LONG.slice(100, 104));
    await page.evaluate('new Promise((done) => setTimeout(done, 1200))');
    await page.locator('form.level [type=submit]').click();
    await until(page, "document.querySelector('.asked').innerText.includes('25 users')");
    assert.deepEqual(feed.received, [{ kind: 'level', phase: 3, users: 25, spawnRatePerSec: 0.5 }]);
  });

  test('says calmly that the connection is lost, and keeps what was seen', async () => {
    const { page, feed } = await stage.show(LONG.slice(0, 50));
    await until(page, "document.querySelector('.figures') !== null");
    await stage.leaveAlone(feed);
    await until(page, "document.getElementById('trouble').innerText.includes('connection to load-gate is lost')");
    assert.match(await textOf(page, '#head'), /Connection lost/);
    assert.equal(await countOf(page, '[data-do="stop"]'), 0);
    assert.notEqual(await textOf(page, '.figures'), '');
  });

  test('a connection that comes back tells everything anew, and nothing is counted twice', async () => {
    const { page, feed } = await stage.show(LONG.slice(0, 50));
    // The parts of a page are drawn one after the other.
    const last = LONG[49];
    const total = last?.kind === 'second' ? formatNumber(last.snapshot.total.requests, 0) : '';
    const isWhole = `document.querySelector('.live-rows .all')?.innerText.includes(${JSON.stringify(total)}) === true`;
    await until(page, isWhole);
    const earlier = await textOf(page, '.live-rows');
    feed.drop();
    await until(page, "!document.getElementById('trouble').hidden");
    await until(page, `document.getElementById('trouble').hidden && ${isWhole}`);
    assert.equal(await textOf(page, '.live-rows'), earlier);
    feed.tell(...LONG.slice(50, 52));
    await until(page, "document.querySelector('.times').innerText.startsWith('51 s of')");
  });

  test('on paper every picture is of the whole run, also one that was never in sight', async () => {
    // So long a page that not all of it is in sight before what stands above the pictures is drawn.
    const { page } = await stage.show([...LONG, END], NARROW);
    await until(page, "document.querySelectorAll('#downloads a').length === 5");
    const undrawn =
      "[...document.querySelectorAll('.drawing')].filter((one) => one.checkVisibility() && !one.querySelector('figure')).length";
    assert.ok(Number(await page.evaluate(undrawn)) > 0);
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    assert.equal(await page.evaluate(undrawn), 0);
  });

  test('after the end the page needs no server: the report opens and runs its script, the files are there', async () => {
    const { page, noise, feed } = await stage.show([...LONG, END]);
    await until(page, "document.querySelectorAll('#downloads a').length === 5");
    await stage.leaveAlone(feed);
    await page.evaluate('new Promise((done) => setTimeout(done, 500))');
    assert.equal(await page.evaluate("document.getElementById('trouble').hidden"), true);
    assert.match(await textOf(page, '#head'), /Breach/);
    assert.equal(await page.evaluate("[...document.querySelectorAll('#downloads a')].every(({ href }) => href.startsWith('blob:'))"), true);
    await page.goto(String(await page.evaluate("document.querySelector('#outcome a').href")));
    assert.match(String(await page.evaluate('document.title')), /^Breach: /);
    // The theme button is made visible by the report's own script.
    assert.equal(await page.evaluate("document.getElementById('theme').hidden"), false);
    assert.ok(Number(await page.evaluate("document.querySelectorAll('.reader').length")) > 3);
    assert.deepEqual(noise, []);
  });

  test('a chart is read with the keyboard, and goes on being read when it is drawn anew', async () => {
    const { page, feed } = await stage.show(LONG.slice(0, 40));
    // On a busy machine the page is drawn before all that was told has come, and what stands above the charts grows then.
    await until(page, "document.querySelector('.times')?.innerText.startsWith('39 s of') === true");
    await until(page, "document.querySelectorAll('.live-rows tbody tr').length === 13");
    await goToCharts(page);
    await until(page, "document.querySelector('#chart-latency .reader')?.max === '38'");
    await page.locator('#chart-latency .reader').focus();
    await page.keyboard.press('End');
    const first = await textOf(page, '#chart-latency .moment');
    assert.equal(first, '38 s');
    assert.match(
      String(await page.evaluate("document.activeElement.getAttribute('aria-valuetext')")),
      /^38 s: p50 [\d.]+ ms, p95 [\d.]+ ms, p99 [\d.]+ ms$/,
    );
    feed.tell(...LONG.slice(40, 44));
    await until(page, "document.querySelector('#chart-latency .reader').max === '42'");
    assert.equal(await textOf(page, '#chart-latency .moment'), '38 s');
    assert.equal(await page.evaluate('document.activeElement.className'), 'reader');
    assert.match(await textOf(page, '#chart-latency .legend'), /p50 [\d.]+ ms p95 [\d.]+ ms p99 [\d.]+ ms/);
  });
});
