import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { buildRoutes } from '../../src/command-view.ts';
import { renderRunsHtml } from '../../src/report/html/render-runs-html.ts';
import { tagRuns, type ViewedRun } from '../../src/report/html/viewed-run.ts';
import { servePages } from '../../src/terminal/web/serve-pages.ts';
import { buildReport } from '../support/build-report.ts';
import { buildStoredRuns } from '../support/build-run-history.ts';
import { buildRunSummary, everySecond } from '../support/build-run-summary.ts';
import { buildViewedRuns, EIGHT_RUNS, TWO_RUNS } from '../support/build-viewed-runs.ts';
import { countPixels, listSerious, measureInk } from './judge-page.ts';
import { openReader, type Page, type Reader, type View } from './open-report.ts';

const WIDE: View = { width: 1_400, theme: 'light' };
const NARROW: View = { width: 375, theme: 'dark' };
const PAGES = new Map([
  ['two runs', renderRunsHtml(buildViewedRuns(TWO_RUNS), '1.0.0')],
  ['eight runs', renderRunsHtml(buildViewedRuns(EIGHT_RUNS), '1.0.0')],
]);

const ask = async (page: Page, code: string): Promise<string> => JSON.stringify(await page.evaluate(code));

describe('runs side by side in a browser', () => {
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

  for (const [name, html] of PAGES) {
    test(`the page of ${name} says nothing on the console, asks for nothing, fits its width, and every chart has ink`, async () => {
      const blank = await reader.openBlank();
      for (const view of [WIDE, NARROW]) {
        const { page, noise } = await reader.openHtml('runs', html, view);
        await page.evaluate("for (const fold of [...document.querySelectorAll('details.endpoint')].slice(0, 2)) fold.open = true");
        assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= view.width);
        const inks = await measureInk(page, blank);
        assert.ok(inks.size >= 6);
        for (const [id, ink] of inks) assert.ok(ink > 50, `${id} has ${ink} pixels of ink at ${view.width}`);
        assert.deepEqual(noise, []);
      }
    });

    test(`axe finds nothing serious on the page of ${name}, in either theme and width, with all folds open`, async () => {
      for (const view of [WIDE, { ...WIDE, theme: 'dark' }, NARROW] as const) {
        const { page } = await reader.openHtml('runs', html, view);
        await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
        assert.deepEqual(await listSerious(page), []);
      }
    });
  }

  test('every run has a colour of its own in the picture of all, in both themes', async () => {
    const blank = await reader.openBlank();
    for (const theme of ['light', 'dark'] as const) {
      const { page } = await reader.openHtml('runs', PAGES.get('eight runs') ?? '', { ...WIDE, theme });
      const picture = await page.locator('#chart-latency .plot').screenshot();
      const colours = new Set<string>();
      for (let run = 0; run < 8; run++) {
        const code = `getComputedStyle(document.documentElement).getPropertyValue('--r${run}').trim()`;
        const colour = String(await page.evaluate(code));
        colours.add(colour);
        const dash = String(await page.evaluate(`getComputedStyle(document.querySelector('.line.r${run}')).strokeDasharray`));
        assert.ok((await countPixels(blank, picture, colour)) > 5, `${colour} (${dash}) of run ${run} in the ${theme} theme`);
      }
      assert.equal(colours.size, 8);
    }
  });

  test('the filter takes an endpoint out with all of its runs, and a link of the table opens its fold', async () => {
    const { page, noise } = await reader.openHtml('runs', PAGES.get('two runs') ?? '', WIDE);
    const seen = async (): Promise<string> =>
      ask(page, "[...document.querySelectorAll('.deltas tbody')].filter((body) => body.checkVisibility()).map((body) => body.rows.length)");
    assert.equal(await seen(), JSON.stringify(new Array(8).fill(3)));
    await page.locator('#filter').fill('orders');
    assert.equal(await seen(), '[3,3,3]');
    assert.equal(await ask(page, "document.querySelector('.filter [role=status]').textContent"), '"2 of 7 shown"');
    await page.locator('.deltas a[href="#e3-in"]').click();
    assert.equal(await ask(page, "[...document.querySelectorAll('details.endpoint[open]')].map(({ id }) => id)"), '["e3"]');
    assert.deepEqual(noise, []);
  });

  test('hostile names and texts do nothing, and bring no element of their own', async () => {
    for (const evil of [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      `\u202e\u2067${'א'.repeat(50)} </bdi>`,
      'x'.repeat(10_000),
    ]) {
      const run = buildRunSummary({
        series: [{ name: evil, seconds: everySecond(5, { okMs: [5, 9], failed: 1 }) }],
        with: {
          target: evil,
          startedAt: evil,
          scenario: { name: evil, file: evil, hash: evil, profile: evil },
          tool: { name: 'load-gate', version: evil },
          environment: { node: evil, platform: evil, cpuModel: evil, cores: 4, memoryBytes: 1, runnerImage: evil },
        },
      });
      const plain = buildReport({ run: buildRunSummary() });
      const runs: readonly ViewedRun[] = tagRuns([
        { name: 'plain', commit: undefined, report: plain, address: 'report-1.html' },
        { name: evil, commit: evil, report: buildReport({ run, verdict: { reasons: [evil] } }), address: 'report-2.html' },
      ]);
      const { page, noise } = await reader.openHtml('evil', renderRunsHtml(runs, '1.0.0'), NARROW);
      assert.equal(
        await ask(
          page,
          'document.querySelectorAll(\'img, iframe, object, embed, form, base, link, script[src], [onerror], [onload], a:not([href^="#"]):not([href^="report-"])\').length',
        ),
        '0',
      );
      assert.equal(await ask(page, "document.querySelectorAll('script:not([type])').length"), '1');
      assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= NARROW.width);
      await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
      await page.locator('#filter').fill(evil.slice(0, 40));
      assert.deepEqual(noise, []);
    }
  });

  test('served, the page and the report of each run keep their policies, and one leads to the other', async () => {
    const runs = buildStoredRuns(TWO_RUNS).map((run, place) => ({ name: `runs/${place}/results.json`, run }));
    const server = await servePages({ port: undefined, routes: buildRoutes(runs) });
    try {
      const { page, noise } = await reader.openUrl(server.url, WIDE);
      assert.equal(await ask(page, "document.querySelector('#theme').hidden"), 'false');
      await page.locator('a[href="report-2.html"]').click();
      assert.equal(await ask(page, 'document.title'), '"Breach: Shop"');
      assert.equal(await ask(page, "document.querySelector('#theme').hidden"), 'false');
      assert.deepEqual(
        noise.filter((line) => !line.startsWith(`request: ${server.url}`)),
        [],
      );
    } finally {
      await server.close();
    }
  });
});
