import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { buildShopReport } from '../support/build-report.ts';
import { buildFullSuite, buildSuite, renderSuiteFile } from '../support/build-suite.ts';
import { listSerious, measureInk } from './judge-page.ts';
import { openReader, type Reader, type View } from './open-report.ts';

const WIDE: View = { width: 1_400, theme: 'light' };
const NARROW: View = { width: 375, theme: 'dark' };
const HOSTILE = `"><img src=x onerror=alert(1)></h2></title><script>alert(2)</script>'\`\u202e${'long'.repeat(60)}`;

const SUITES = [
  ['a part in every state', buildFullSuite(), 8],
  ['eight parts', buildSuite(Array.from({ length: 8 }, (_, place) => [`part ${place}`, buildShopReport()] as const)), 16],
  [
    'hostile names',
    buildSuite(
      [
        [HOSTILE, buildShopReport()],
        [`2${HOSTILE}`, { lost: HOSTILE }],
      ],
      HOSTILE,
    ),
    2,
  ],
  ['nothing that ran', buildSuite([['api', { leftOut: 'SIGINT' }]]), 0],
] as const;

describe('the report of a suite in a browser, from a file and without a network', () => {
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

  for (const [name, suite, charts] of SUITES) {
    const html = renderSuiteFile(suite, 'report.html');

    test(`the page of ${name} says nothing on the console, asks for nothing, fits its width, and every chart has ink`, async () => {
      const blank = await reader.openBlank();
      for (const view of [WIDE, NARROW]) {
        const { page, noise } = await reader.openHtml('suite', html, view);
        assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= view.width);
        const inks = await measureInk(page, blank);
        assert.equal(inks.size, charts);
        for (const [id, ink] of inks) assert.ok(ink > 50, `${id} has ${ink} pixels of ink at ${view.width}`);
        assert.equal(await page.evaluate("document.querySelectorAll('img, script:not([type]) ~ script').length"), 0);
        assert.deepEqual(noise, []);
      }
    });

    test(`axe finds nothing serious on the page of ${name}, in either theme and width`, async () => {
      for (const view of [WIDE, { ...WIDE, theme: 'dark' }, NARROW] as const) {
        const { page } = await reader.openHtml('suite', html, view);
        assert.deepEqual(await listSerious(page), []);
      }
    });
  }

  test('a row of the table leads to its part, and a chart of any part is read with the keyboard', async () => {
    const { page, noise } = await reader.openHtml('suite', renderSuiteFile(buildFullSuite(), 'report.html'), WIDE);
    await page.locator('#parts a[href="#part-3"]').click();
    const top = Number(await page.evaluate("document.getElementById('part-3').getBoundingClientRect().top"));
    assert.ok(top > -50 && top < 450, String(top));
    await page.locator('#part-3-latency .reader').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    assert.match(String(await page.evaluate("document.activeElement.getAttribute('aria-valuetext')")), /: p50 .*, p95 .*, p99 /);
    assert.equal(await page.evaluate("document.querySelectorAll('figure.read').length"), 1);
    assert.deepEqual(noise, []);
  });
});
