import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Report } from '../../src/report/report.ts';
import { buildReport } from '../support/build-report.ts';
import { buildRunSummary, everySecond } from '../support/build-run-summary.ts';
import { countPixels, listSerious, measureInk } from './judge-page.ts';
import { listReports, openReader, type Page, type Reader, type View } from './open-report.ts';

const WIDE: View = { width: 1_400, theme: 'light' };
const NARROW: View = { width: 375, theme: 'dark' };
const REPORTS = listReports();

function pick(name: string): Report {
  const report = REPORTS.get(name);
  assert.ok(report, name);
  return report;
}

const ask = async (page: Page, code: string): Promise<string> => JSON.stringify(await page.evaluate(code));
const colourOf = async (page: Page, name: string): Promise<string> =>
  String(await page.evaluate(`getComputedStyle(document.documentElement).getPropertyValue('--${name}').trim()`));

describe('report.html in a browser, from a file and without a network', () => {
  let reader: Reader;
  before(async () => {
    reader = await openReader();
  });
  afterEach(async () => {
    await reader.closePages();
  });
  after(async () => {
    await reader.close();
  });

  for (const [name, report] of REPORTS) {
    test(`the report of ${name} says nothing on the console, asks for nothing, fits its width, and every chart has ink`, async () => {
      const blank = await reader.openBlank();
      for (const view of [WIDE, NARROW]) {
        const { page, noise } = await reader.open(name, report, view);
        await page.evaluate("for (const fold of [...document.querySelectorAll('details.endpoint')].slice(0, 2)) fold.open = true");
        assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= view.width);
        const inks = await measureInk(page, blank);
        assert.ok(inks.size >= 2);
        for (const [id, ink] of inks) assert.ok(ink > 50, `${id} has ${ink} pixels of ink at ${view.width}`);
        assert.deepEqual(noise, []);
      }
    });
  }

  test('the curves have their own colours on the screen, in both themes, and also without the script', async () => {
    const blank = await reader.openBlank();
    for (const view of [WIDE, { ...WIDE, theme: 'dark' }, { ...WIDE, withoutScript: true }] as const) {
      const { page } = await reader.open('long', pick('long'), view);
      const picture = await page.locator('#chart-latency .plot').screenshot();
      const p95 = view.theme === 'dark' ? '#7dbdfa' : '#0a5aa8';
      if (!('withoutScript' in view)) assert.equal(await colourOf(page, 'p95'), p95);
      assert.ok((await countPixels(blank, picture, p95)) > 100);
    }
  });

  test('the filter leaves rows and folds of the endpoints that match, says how many, and can ask for failures', async () => {
    const series = [
      { name: 'GET /items', seconds: everySecond(5, { okMs: [5, 6] }) },
      { name: 'GET /orders', seconds: everySecond(5, { okMs: [7], failed: 1 }) },
      { name: 'POST /orders', method: 'POST', seconds: everySecond(5, { okMs: [9] }) },
    ];
    const { page, noise } = await reader.open('filter', buildReport({ run: buildRunSummary({ series }) }), WIDE);
    const seen = async (): Promise<string> =>
      ask(
        page,
        "[...document.querySelectorAll('#endpoints tr[data-name], details.endpoint, #failures tr[data-name]')].filter((row) => row.checkVisibility()).map((row) => row.querySelector('bdi').textContent)",
      );
    const all = ['GET /items', 'GET /orders', 'POST /orders'];
    assert.equal(await seen(), JSON.stringify([...all, ...all, 'GET /orders']));
    await page.locator('#filter').fill(' ORDERS ');
    assert.equal(await seen(), JSON.stringify(['GET /orders', 'POST /orders', 'GET /orders', 'POST /orders', 'GET /orders']));
    assert.equal(await ask(page, "document.querySelector('.filter [role=status]').textContent"), '"2 of 3 shown"');
    await page.locator('#failing').click();
    assert.equal(await seen(), JSON.stringify(['GET /orders', 'GET /orders', 'GET /orders']));
    await page.locator('#filter').fill('<nothing>');
    assert.equal(await seen(), '[]');
    assert.deepEqual(noise, []);
  });

  test('a link of the table opens the fold of its endpoint and goes there; printing opens all of them', async () => {
    const { page, noise } = await reader.open('long', pick('long'), WIDE);
    const open = async (): Promise<number> => Number(await page.evaluate("document.querySelectorAll('details.endpoint[open]').length"));
    assert.equal(await open(), 0);
    await page.locator('#endpoints a[href="#e7-in"]').click();
    assert.equal(await ask(page, "[...document.querySelectorAll('details.endpoint[open]')].map(({ id }) => id)"), '["e7"]');
    const top = Number(await page.evaluate("document.getElementById('e7').getBoundingClientRect().top"));
    assert.ok(top > -200 && top < 900, String(top));
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    assert.equal(await open(), 20);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    assert.equal(await open(), 1);
    assert.deepEqual(noise, []);
  });

  test('a chart is read with the pointer and with the keyboard, and says aloud what it shows', async () => {
    const { page, noise } = await reader.open('long', pick('long'), WIDE);
    const data = JSON.parse(String(await page.evaluate("document.querySelector('#chart-latency script').textContent"))) as {
      readonly moments: readonly string[];
      readonly values: readonly (readonly string[])[];
    };
    const legend = async (): Promise<string> =>
      ask(page, "[...document.querySelectorAll('#chart-latency .value')].map(({ textContent }) => textContent)");
    const plot = page.locator('#chart-latency .plot');
    await page.evaluate("document.getElementById('chart-latency').scrollIntoView()");
    const box = await plot.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width * 0.5, box.y + 100);
    const middle = data.values.map((values) => values[150]);
    const near = data.values.map((values) => values[149]);
    assert.ok([JSON.stringify(middle), JSON.stringify(near)].includes(await legend()));
    await page.mouse.move(1, 1);
    assert.equal(await legend(), '["","",""]');
    await page.locator('#chart-latency .reader').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    assert.equal(await legend(), JSON.stringify(data.values.map((values) => values[1])));
    const [p50 = '', p95 = '', p99 = ''] = data.values.map((values) => values[1] ?? '');
    assert.equal(
      await ask(page, "document.activeElement.getAttribute('aria-valuetext')"),
      JSON.stringify(`${data.moments[1] ?? ''}: p50 ${p50}, p95 ${p95}, p99 ${p99}`),
    );
    assert.deepEqual(noise, []);
  });

  test('the theme changes by the button, and paper is always light', async () => {
    const { page } = await reader.open('pass', pick('pass'), { ...WIDE, theme: 'dark' });
    const ground = async (): Promise<string> => String(await page.evaluate('getComputedStyle(document.body).backgroundColor'));
    assert.equal(await ground(), 'rgb(16, 20, 24)');
    await page.locator('#theme').click();
    assert.equal(await ground(), 'rgb(255, 255, 255)');
    await page.locator('#theme').click();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await ground(), 'rgb(255, 255, 255)');
  });

  test('hostile names and texts do nothing, bring no element of their own, and turn nothing around', async () => {
    for (const evil of [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      `\u202e\u2067${'א'.repeat(50)} 300 </bdi>`,
      'x'.repeat(10_000),
    ]) {
      const run = buildRunSummary({
        series: [{ name: evil, seconds: everySecond(5, { okMs: [5, 9], failed: 1 }) }],
        with: { target: evil, scenario: { name: evil, file: evil, hash: evil, profile: evil } },
      });
      const failing = run.series.map((one) => ({
        ...one,
        perPhase: one.perPhase.map((part) => ({
          ...part,
          failures: part.failures.map((failure) => ({ ...failure, reason: evil, sample: evil })),
        })),
      }));
      const { page, noise } = await reader.open('evil', buildReport({ run: { ...run, series: failing } }), NARROW);
      assert.equal(
        await ask(
          page,
          'document.querySelectorAll(\'img, iframe, object, embed, form, base, link, script[src], [onerror], [onload], a:not([href^="#"])\').length',
        ),
        '0',
      );
      assert.equal(await ask(page, "document.querySelectorAll('script:not([type])').length"), '1');
      assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= NARROW.width);
      assert.ok(Number(await page.evaluate('document.body.textContent.length')) < 60_000);
      assert.equal(
        await ask(page, "[...document.querySelectorAll('bdi')].every((name) => getComputedStyle(name).unicodeBidi === 'isolate')"),
        'true',
      );
      await page.locator('details.endpoint > summary').click();
      await page.locator('#filter').fill(evil.slice(0, 40));
      assert.deepEqual(noise, []);
    }
  });

  test('what the policy forbids is refused: another script, a handler, markup from text, an address', async () => {
    const { page, noise } = await reader.open('policy', pick('pass'), WIDE);
    await page.evaluate(`(() => {
      const script = document.createElement('script');
      try { script.text = 'window.ran = 1'; } catch {}
      document.body.append(script);
      const button = document.createElement('button');
      try { button.setAttribute('onclick', 'window.ran = 2'); } catch {}
      document.body.append(button);
      button.click();
      try { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = 3">'); } catch {}
    })()`);
    assert.equal(await ask(page, 'window.ran ?? null'), 'null');
    assert.equal(await ask(page, "fetch('https://example.com').then(() => 'came', () => 'refused')"), '"refused"');
    assert.ok(noise.some((line) => line.includes('Content Security Policy')));
  });

  for (const name of ['breach', 'regression', 'chat', 'curves', 'inconclusive']) {
    test(`axe finds nothing serious in the report of ${name}, in either theme and width, with all folds open`, async () => {
      for (const view of [WIDE, { ...WIDE, theme: 'dark' }, NARROW] as const) {
        const { page } = await reader.open(name, pick(name), view);
        await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
        assert.deepEqual(await listSerious(page), []);
      }
    });
  }
});
