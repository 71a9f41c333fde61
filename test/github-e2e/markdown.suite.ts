import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { buildSamples, HOSTILE, LINKS } from './markdown-samples.ts';
import { buildPage, drawCharts, openBrowser, renderGithubHtml, type Browser, type Page } from './render-markdown.ts';

const NARROW = 400;

/** What a browser makes of a page. */
interface Seen {
  /** Elements that are no text: by name, and attributes that run something. */
  readonly live: readonly string[];
  readonly links: readonly string[];
  readonly text: string;
  /** Of each table the number of cells in each row. */
  readonly tables: readonly (readonly number[])[];
  /** Figures (no other text on the right side of its column) that are broken over two lines. */
  readonly broken: readonly string[];
  readonly folds: readonly { readonly isOpen: boolean; readonly title: string; readonly tables: number; readonly isSeen: boolean }[];
  /** Lines drawn in each chart. */
  readonly charts: readonly number[];
  readonly pageWidth: number;
}

const LOOK = `(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const body = document.querySelector('article');
  const isSeen = (element) => element.checkVisibility({ contentVisibilityAuto: true });
  const lines = (cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return new Set([...range.getClientRects()].map(({ top, height }) => Math.round((top + height / 2) / 12))).size;
  };
  const isRunning = ({ name, value }) => /^on|^style$|^srcdoc$/.test(name) || /^\\s*javascript:/i.test(value);
  return {
    live: all('*', body).filter((element) => !element.closest('.mermaid')).flatMap((element) => [
      ...(element.matches('script, iframe, img, input, form, object, embed, video, audio, svg, style, .math-inline, .math-display') ? [element.localName + element.className] : []),
      ...[...element.attributes].filter(isRunning).map(({ name }) => name),
    ]),
    links: all('a[href]', body).map((link) => link.getAttribute('href')),
    text: body.textContent,
    tables: all('table', body).map((table) => all('tr', table).map((row) => row.cells.length)),
    broken: all('td[align=right]', body).filter((cell) => isSeen(cell) && /^[\\d+−>–]/.test(cell.textContent) && lines(cell) > 1).map((cell) => cell.textContent),
    folds: all('details', body).map((fold) => ({
      isOpen: fold.open,
      title: fold.querySelector('summary')?.textContent ?? '',
      tables: all('table', fold).length,
      isSeen: all('table', fold).some(isSeen),
    })),
    charts: all('.mermaid svg', body).map((svg) => all('[class*=line-plot] path', svg).length),
    pageWidth: document.documentElement.scrollWidth,
  };
})()`;

const OPEN_FOLDS = "for (const summary of document.querySelectorAll('summary')) summary.click()";

async function show(browser: Browser, markdown: string, theme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: NARROW, height: 600 } });
  await page.setContent(buildPage(await renderGithubHtml(markdown), theme));
  return page;
}

const look = async (page: Page): Promise<Seen> => (await page.evaluate(LOOK)) as Seen;

describe('Comments and job summaries, as GitHub renders them', () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
  });

  test('The renderer is asked the right question: unescaped text comes alive, and raw HTML is filtered.', async () => {
    const page = await show(browser, `x ${HOSTILE.split('\n', 1)[0]}\n\n| a | b |\n| - | - |\n| 1 | 2 |\n`);
    const { live, links, text, tables } = await look(page);
    assert.ok(links.includes('https://github.com/octocat') && links.includes('https://github.com/org/shop/issues/12'), links.join(' '));
    assert.ok(links.some((link) => /^https?:\/\/(?:www\.)?e\.example/.test(link)));
    assert.ok(live.some((name) => name.startsWith('img')) && live.some((name) => name.includes('math')), live.join(' '));
    assert.ok(!live.some((name) => name.startsWith('script') || name.startsWith('iframe')));
    assert.ok(text.includes('🎉'));
    assert.deepEqual(tables, [[2, 2]]);
    await page.close();
  });

  for (const sample of buildSamples()) {
    for (const kind of ['comment', 'summary'] as const) {
      test(`The ${kind} of ${sample.name}: tables are tables, folds fold, text is text, and no figure is cut.`, async () => {
        const markdown = sample[kind];
        const page = await show(browser, markdown);
        const wrong = await drawCharts(page, 'light');
        assert.equal(wrong, '');
        const seen = await look(page);
        assert.deepEqual(seen.live, []);
        assert.deepEqual(seen.links, kind === 'comment' ? LINKS : []);
        assert.doesNotMatch(seen.text, /load-gate key=|🎉|&#\d+;(?!octocat)/);
        assert.equal(seen.tables.length, (markdown.match(/^\|(?: :?--:? \|)+$|^\|(?: (?::--|--:) \|)+$/gm) ?? []).length);
        for (const [head, ...rows] of seen.tables) assert.deepEqual(new Set(rows), new Set([head]));
        assert.deepEqual(
          seen.charts,
          Array.from(markdown.matchAll(/^```mermaid$/gm), () => 2),
        );
        assert.ok(seen.pageWidth <= NARROW, `${seen.pageWidth}: wide tables scroll by themselves`);
        await page.evaluate(OPEN_FOLDS);
        const open = await look(page);
        assert.deepEqual([...seen.broken, ...open.broken], []);
        assert.ok(seen.folds.length > 0);
        for (const fold of seen.folds) assert.deepEqual([fold.isOpen, fold.isSeen, fold.title !== ''], [false, false, true], fold.title);
        for (const fold of open.folds) assert.deepEqual([fold.isOpen, fold.isSeen, fold.tables > 0], [true, true, true], fold.title);
        await page.close();
      });
    }
  }

  test('The first line of a comment is its mark, and nobody sees it.', async () => {
    for (const { comment } of buildSamples()) {
      const [mark = ''] = comment.split('\n');
      assert.match(mark, /^<!-- load-gate key=[\w.%-]+ -->$/);
      assert.equal((await renderGithubHtml(mark)).trim(), '');
    }
  });

  test('A chart is drawn in the dark, too.', async () => {
    const [pass] = buildSamples();
    const page = await show(browser, pass?.summary ?? '', 'dark');
    assert.equal(await drawCharts(page, 'dark'), '');
    assert.deepEqual((await look(page)).charts, [2]);
    await page.close();
  });
});
