import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, test } from 'node:test';
import { findTool } from '../../.ci/install-tools.ts';
import type { ToPage } from '../../src/terminal/web/live-messages.ts';
import type { LiveView } from './live-reader.ts';
import { countOf, goToCharts, LiveStage, LONG, NARROW, SCROLL, textOf, until, WIDE } from './live-stage.ts';
import { endWithBreach, FORM, ISSUES, playChat, playHostile, playLong } from './made-runs.ts';

const DARK: LiveView = { width: 1_280, theme: 'dark' };
const END: ToPage = { kind: 'end', end: endWithBreach() };

const SCENES: Readonly<Record<string, () => readonly ToPage[]>> = {
  'the form before a run': () => [{ kind: 'ask', form: FORM, issues: [] }],
  'a start that was refused': () => [{ kind: 'ask', form: { ...FORM, isTargetFixed: true }, issues: ISSUES }],
  'a warm-up': () => LONG.slice(0, 6),
  'a run with broken promises': () => LONG.slice(0, 110),
  'sixty endpoints': () => playLong(60, 1),
  WebSockets: () => playChat().slice(0, 10),
  'a run that is over': () => [...LONG, END],
};

describe('the live page in a browser', () => {
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

  for (const [name, tell] of Object.entries(SCENES)) {
    test(`${name}: nothing on the console, nothing asked for elsewhere, no wider than the screen, and nothing serious for axe`, async () => {
      const axe = readFileSync(findTool('axe'), 'utf8');
      for (const view of [WIDE, DARK, NARROW]) {
        const { page, noise } = await stage.show(tell(), view);
        await page.evaluate('new Promise((done) => setTimeout(done, 300))');
        await page.evaluate(SCROLL);
        const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
        assert.ok(width <= view.width, `${width} px at ${view.width}`);
        assert.deepEqual(noise, []);
        await page.evaluate(axe);
        const found = (await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, where: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)) })))',
        )) as readonly { readonly impact: string }[];
        assert.deepEqual(
          found.filter(({ impact }) => impact === 'serious' || impact === 'critical'),
          [],
        );
        await stage.clear();
      }
    });
  }

  test('every chart has lines or cells, and a picture is drawn again as seconds come', async () => {
    const { page, noise, feed } = await stage.show(LONG.slice(0, 90));
    await goToCharts(page);
    await until(page, "document.querySelector('#chart-latency svg svg path.p95') !== null");
    await page.evaluate(SCROLL);
    await goToCharts(page);
    for (const chart of ['latency', 'throughput', 'users', 'starts', 'errors', 'percentiles', 'heat']) {
      const drawn = Number(
        await page.evaluate(
          `[...document.querySelectorAll('#chart-${chart} svg svg path')].filter((path) => path.getAttribute('d').length > 10).length`,
        ),
      );
      assert.ok(drawn > 0, chart);
    }
    const earlier = await page.evaluate("document.querySelector('#chart-latency svg svg path.p95').getAttribute('d')");
    feed.tell(...LONG.slice(90, 100));
    await until(page, `document.querySelector('#chart-latency svg svg path.p95').getAttribute('d') !== ${JSON.stringify(earlier)}`);
    assert.deepEqual(noise, []);
  });

  test('says where the run is, from the warm-up to the verdict', async () => {
    const { page, feed } = await stage.show([]);
    assert.match(await textOf(page, '#head'), /Waiting/);
    feed.tell(...LONG.slice(0, 4));
    await until(page, "document.querySelector('#head').innerText.includes('Warm-up')");
    assert.match(await textOf(page, '#head'), /Shop under load .*warm-up 1 of 4 .*users all promises hold so far 3 s of 2 m 1 m 57 s left/);
    feed.tell(...LONG.slice(4, 30));
    await until(page, "document.querySelector('#head').innerText.includes('Running')");
    feed.tell(...LONG.slice(30));
    await until(page, "document.querySelector('#head').innerText.includes('Draining')");
    feed.tell(END);
    await until(page, "document.querySelector('#head').innerText.includes('Breach')");
    assert.match(await textOf(page, '#outcome'), /^Breach: .* p95 is .*; the limit is /);
    assert.equal(await page.evaluate('document.title'), 'Breach: Shop under load');
    assert.equal(await countOf(page, '[data-do="stop"]'), 0);
  });

  test('promises that break turn red, come first, mark their cell, and are said aloud once', async () => {
    const { page, feed } = await stage.show(LONG.slice(0, 70));
    await until(page, "document.querySelectorAll('.promises li').length === 12");
    assert.equal(await countOf(page, '.promises li.bad'), 0);
    await page.evaluate(
      "window.said = []; new MutationObserver(() => said.push(document.getElementById('said').textContent)).observe(document.getElementById('said'), { childList: true, characterData: true, subtree: true })",
    );
    feed.tell(...LONG.slice(70, 90));
    await until(page, "document.querySelectorAll('.promises li.bad').length === 3");
    assert.equal(await page.evaluate("[...document.querySelectorAll('.promises li')].findLastIndex((row) => row.className === 'bad')"), 2);
    assert.equal(await page.evaluate("getComputedStyle(document.querySelector('.promises li.bad .promise')).color"), 'rgb(179, 33, 28)');
    assert.match(await textOf(page, '#head .tally'), /3 of 12 promises broken/);
    assert.equal(await countOf(page, 'td.broken'), 3);
    const said = (await page.evaluate('said')) as readonly string[];
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /^Broken: .*GET \/api\/v1\/orders p95/);
  });

  test('hostile names and texts of servers do nothing, wherever they stand', async () => {
    for (const view of [WIDE, NARROW]) {
      const { page, noise, feed } = await stage.show([...playHostile().slice(0, 6)], view);
      feed.tell(...playHostile().slice(6));
      await until(page, "document.querySelectorAll('#notes li').length === 7");
      await page.evaluate(SCROLL);
      for (let row = 0; row < 7; row++) await page.locator(`[data-key="${row}"] .pick`).click();
      assert.equal(await page.evaluate('window.ran ?? null'), null);
      assert.equal(await countOf(page, 'img, iframe, object, embed, base, [onerror], [onload], [onmouseover]'), 0);
      assert.equal(await countOf(page, 'script:not([type])'), 1);
      assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= view.width);
      assert.deepEqual(noise, []);
      await stage.clear();
    }
  });

  test('what the policy forbids is refused: markup from text, another script, another server', async () => {
    const { page, noise } = await stage.show(LONG.slice(0, 3));
    await page.evaluate(`(() => {
      try { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = 3">'); } catch {}
      const script = document.createElement('script');
      try { script.text = 'window.ran = 1'; } catch {}
      document.body.append(script);
      try { trustedTypes.createPolicy('other', { createHTML: (text) => text }); window.ran = 4; } catch {}
    })()`);
    assert.equal(await page.evaluate('window.ran ?? null'), null);
    assert.equal(await page.evaluate("fetch('https://example.com').then(() => 'came', () => 'refused')"), 'refused');
    assert.ok(noise.some((line) => line.includes('Content Security Policy')));
  });

  test('what this page does not know is not passed over in silence', async () => {
    for (const text of ['{"kind":"riddle"}', 'no JSON', '{"kind":"second"}']) {
      const { page, feed, noise } = await stage.show(LONG.slice(0, 5));
      feed.tellText(text);
      await until(page, "document.getElementById('trouble').innerText.includes('unknown to this page')");
      feed.tell(...LONG.slice(5, 8));
      await until(page, "document.querySelector('.times').innerText.startsWith('7 s of')");
      assert.deepEqual(noise, []);
    }
  });

  test('half an hour of a dozen endpoints stays quick to draw', async (context) => {
    const { page, feed } = await stage.show(playLong(12, 30));
    await goToCharts(page);
    await until(
      page,
      "document.querySelectorAll('#chart-latency svg svg path.line').length === 3 && document.querySelector('#head').innerText.includes('Draining')",
    );
    const longest = Number(
      await page.evaluate(`new Promise((done) => {
        let longest = 0;
        new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); }).observe({ entryTypes: ['longtask'] });
        document.querySelector('[data-sort="p99"]').click();
        document.getElementById('drawings').scrollIntoView();
        setTimeout(() => done(longest), 3000);
      })`),
    );
    context.diagnostic(`longest task ${longest.toFixed(0)} ms`);
    assert.ok(feed.received.length === 0);
  });
});
