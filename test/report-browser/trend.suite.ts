import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { renderHistoryHtml } from '../../src/report/html/render-history-html.ts';
import type { RunHistory } from '../../src/report/run-history.ts';
import { buildFoundHistory, buildStoredRuns, EVENTFUL } from '../support/build-run-history.ts';
import { countPixels, listSerious, measureInk } from './judge-page.ts';
import { openReader, type Page, type Reader, type View } from './open-report.ts';

const WIDE: View = { width: 1_400, theme: 'light' };
const NARROW: View = { width: 375, theme: 'dark' };
const RUNS = buildStoredRuns(EVENTFUL);
const HISTORIES = new Map<string, RunHistory>([
  [
    'an eventful history',
    buildFoundHistory(RUNS, { setAside: [{ file: 'x.json', kind: 'invalid', reason: 'it is not JSON' }], unread: 3 }),
  ],
  ['a single run', buildFoundHistory(RUNS.slice(0, 1))],
  ['nothing yet', { state: 'none-yet', where: 'file:history (key default)', otherKeys: 'There are runs of `nightly`.' }],
  ['files that cannot be used', { state: 'unusable', where: 'file:history', setAside: [{ file: 'x.json', reason: 'it is not JSON' }] }],
]);

const pageOf = (name: string): string => {
  const history = HISTORIES.get(name);
  assert.ok(history, name);
  return renderHistoryHtml(history, '1.0.0');
};
const ask = async (page: Page, code: string): Promise<string> => JSON.stringify(await page.evaluate(code));
const shown = async (page: Page): Promise<string> =>
  ask(page, "[...document.querySelectorAll('#e0 figure')].filter((figure) => figure.checkVisibility()).map(({ id }) => id)");

describe('the page of a history in a browser', () => {
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

  for (const name of HISTORIES.keys()) {
    test(`the page of ${name} says nothing on the console, asks for nothing, fits its width, and every chart has ink`, async () => {
      const blank = await reader.openBlank();
      for (const view of [WIDE, NARROW]) {
        const { page, noise } = await reader.openHtml('trend', pageOf(name), view);
        assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= view.width);
        for (const [id, ink] of await measureInk(page, blank)) assert.ok(ink > 20, `${id} has ${ink} pixels of ink at ${view.width}`);
        assert.deepEqual(noise, []);
      }
    });

    test(`axe finds nothing serious on the page of ${name}, in either theme and width, with all folds open`, async () => {
      for (const view of [WIDE, { ...WIDE, theme: 'dark' }, NARROW] as const) {
        const { page } = await reader.openHtml('trend', pageOf(name), view);
        await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
        assert.deepEqual(await listSerious(page), []);
      }
    });
  }

  test('p95 is drawn at first, and any of the percentiles when it is chosen, also without the script', async () => {
    for (const view of [WIDE, { ...WIDE, withoutScript: true }]) {
      const { page } = await reader.openHtml('trend', pageOf('an eventful history'), view);
      assert.equal(await shown(page), '["e0-p95","e0-t","e0-f"]');
      for (const percentile of ['p50', 'p99', 'p95']) {
        await page.locator(`#draw-${percentile}`).click();
        assert.equal(await shown(page), `["e0-${percentile}","e0-t","e0-f"]`);
      }
    }
  });

  test('marks have their shape and their colour on the picture, in both themes', async () => {
    const blank = await reader.openBlank();
    for (const theme of ['light', 'dark'] as const) {
      const { page } = await reader.openHtml('trend', pageOf('an eventful history'), { ...WIDE, theme });
      const picture = await page.locator('#e0-p95 .plot').screenshot();
      for (const name of ['accent', 'good', 'bad']) {
        const colour = String(await page.evaluate(`getComputedStyle(document.documentElement).getPropertyValue('--${name}').trim()`));
        assert.ok((await countPixels(blank, picture, colour)) > 20, `${name} in the ${theme} theme`);
      }
      const boxes = (await page.evaluate(
        "[...document.querySelectorAll('#e0-p95 use')].map((use) => use.getBoundingClientRect()).map(({ width, height }) => Math.round(width + height))",
      )) as readonly number[];
      assert.equal(boxes.length, RUNS.length);
      assert.ok(boxes.every((size) => size >= 8));
    }
  });

  test('each run is read with the keyboard: when it was, how it stands, and its value', async () => {
    const { page, noise } = await reader.openHtml('trend', pageOf('an eventful history'), WIDE);
    await page.locator('#e0-p95 .reader').focus();
    await page.keyboard.press('End');
    assert.match(
      String(await page.evaluate("document.activeElement.getAttribute('aria-valuetext')")),
      /^2026-03-04 12:28: slower, not accepted: p95 [\d.]+ ms$/,
    );
    assert.deepEqual(noise, []);
  });

  test('the filter leaves what matches, in the table and among the charts', async () => {
    const { page, noise } = await reader.openHtml('trend', pageOf('an eventful history'), WIDE);
    await page.locator('#filter').fill('CARTS');
    assert.equal(await ask(page, "document.querySelector('.filter [role=status]').textContent"), '"1 of 6 shown"');
    assert.equal(
      await ask(page, "[...document.querySelectorAll('details.endpoint')].filter((fold) => fold.checkVisibility()).map(({ id }) => id)"),
      '["e5"]',
    );
    assert.deepEqual(noise, []);
  });

  test('hostile names and texts do nothing, and bring no element of their own', async () => {
    for (const evil of [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      `\u202e\u2067${'א'.repeat(50)} </bdi>`,
      'x'.repeat(10_000),
    ]) {
      const runs = buildStoredRuns([
        { extra: [evil] },
        {
          extra: [evil],
          origin: { commit: evil, branch: evil, event: evil },
          state: 'regression',
          acceptance: { by: evil, at: evil, why: evil },
        },
        { state: 'regression', origin: { fingerprint: { scenarioHash: evil, profile: evil, target: evil, major: 1 } } },
        { extra: [evil] },
      ]);
      const history = buildFoundHistory(runs, { setAside: [{ file: evil, kind: 'invalid', reason: evil }] });
      const { page, noise } = await reader.openHtml('evil', renderHistoryHtml({ ...history, where: evil }, '1.0.0'), NARROW);
      assert.equal(
        await ask(
          page,
          'document.querySelectorAll(\'img, iframe, object, embed, form, base, link, script[src], [onerror], [onload], a:not([href^="#"])\').length',
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
});
