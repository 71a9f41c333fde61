/**
 * Renders comments and job summaries the way GitHub does, and takes their pictures: `node test/github-e2e/render-markdown.ts FOLDER [SAMPLE…]`.
 * The tools are those of `.ci/install-tools.ts markdown chromium`.
 */
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findTool } from '../../.ci/install-tools.ts';
import { buildSamples } from './markdown-samples.ts';

export type Theme = 'light' | 'dark';

/** What is used of the browser's driver. */
export interface Page {
  setContent(html: string): Promise<void>;
  addScriptTag(options: { readonly path: string }): Promise<unknown>;
  setViewportSize(size: { readonly width: number; readonly height: number }): Promise<void>;
  evaluate(code: string): Promise<unknown>;
  screenshot(options: { readonly path: string; readonly fullPage: boolean }): Promise<unknown>;
  close(): Promise<void>;
}

export interface Browser {
  newPage(options: { readonly viewport: { readonly width: number; readonly height: number } }): Promise<Page>;
  close(): Promise<void>;
}

interface Processor {
  use(plugin: unknown, options?: unknown): Processor;
  process(text: string): Promise<{ toString(): string }>;
}

const UNIFIED = findTool('markdown');
const MODULES = join(UNIFIED, '../..');

async function load(name: string): Promise<Readonly<Record<string, unknown>>> {
  return (await import(pathToFileURL(createRequire(UNIFIED).resolve(name)).href)) as Readonly<Record<string, unknown>>;
}

/**
 * GitHub's Markdown as HTML: tables and bare links, line breaks as in comments, mentions and references as links, emoji, math, and of raw HTML what GitHub's
 * allow list lets through.
 */
export async function renderGithubHtml(markdown: string): Promise<string> {
  const names = ['parse', 'gfm', 'breaks', 'math', 'gemoji', 'github', 'rehype'] as const;
  const [parse, gfm, breaks, math, gemoji, github, toHtml] = await Promise.all(
    names.map(async (name) => (await load(`remark-${name}`))['default']),
  );
  const [raw, sanitize, stringify] = await Promise.all(
    ['raw', 'sanitize', 'stringify'].map(async (name) => (await load(`rehype-${name}`))['default']),
  );
  const { defaultSchema } = await load('rehype-sanitize');
  const { unified } = (await load('unified')) as { unified: () => Processor };
  const file = await unified()
    .use(parse)
    .use(gfm)
    .use(breaks)
    .use(math)
    .use(gemoji)
    .use(github, { repository: 'org/shop', mentionStrong: true })
    .use(toHtml, { allowDangerousHtml: true })
    .use(raw)
    .use(sanitize, withMarks(defaultSchema))
    .use(stringify)
    .process(markdown);
  return file.toString();
}

/** GitHub's allow list; and what a formula is known by, because GitHub makes one of it after the list. */
function withMarks(schema: unknown): unknown {
  const { attributes } = schema as { attributes: Readonly<Record<string, readonly unknown[]>> };
  return { ...(schema as object), attributes: { ...attributes, code: [['className', /^language-./, 'math-inline', 'math-display']] } };
}

/** A page as GitHub lays it out: the text of a comment or of a job summary, with Mermaid's charts drawn in the page's colours. */
export function buildPage(html: string, theme: Theme): string {
  const css = readFileSync(join(MODULES, `github-markdown-css/github-markdown-${theme}.css`), 'utf8');
  const colours = theme === 'dark' ? 'background:#0d1117;border-color:#3d444d' : 'background:#fff;border-color:#d1d9e0';
  return `<!doctype html><meta charset="utf-8"><style>${css}</style>
<style>body{margin:0;padding:16px;${colours}}.markdown-body{border:1px solid;${colours};border-radius:6px;padding:16px;font-size:14px}.mermaid{text-align:center;margin-bottom:16px}</style>
<article class="markdown-body">${html}</article>`;
}

/** Draws what stands in blocks of Mermaid; resolves to what went wrong, empty: nothing. */
export async function drawCharts(page: Page, theme: Theme): Promise<string> {
  await page.addScriptTag({ path: join(MODULES, 'mermaid/dist/mermaid.min.js') });
  return String(
    await page.evaluate(`(async () => {
      mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: '${theme === 'dark' ? 'dark' : 'default'}' });
      const wrong = [];
      for (const [index, code] of [...document.querySelectorAll('code.language-mermaid')].entries()) {
        try {
          const { svg } = await mermaid.render('chart' + index, code.textContent);
          const box = document.createElement('div');
          box.className = 'mermaid';
          box.innerHTML = svg;
          code.parentElement.replaceWith(box);
        } catch (thrown) {
          wrong.push(String(thrown));
        }
      }
      return wrong.join('; ');
    })()`),
  );
}

export async function openBrowser(): Promise<Browser> {
  const { chromium } = createRequire(UNIFIED)('playwright-core') as { chromium: { launch(options: unknown): Promise<Browser> } };
  return chromium.launch({ executablePath: findTool('chromium'), args: ['--no-sandbox'] });
}

/** The column of a conversation, that of a job's summary, and a phone. */
const WIDE = { comment: 860, summary: 1_100 } as const;
const NARROW = 400;
const HEIGHT = 600;

async function takePictures(folder: string, wanted: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await openBrowser();
  const samples = buildSamples().filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const sample of samples) {
    for (const kind of ['comment', 'summary'] as const) {
      const html = await renderGithubHtml(sample[kind]);
      for (const theme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport: { width: WIDE[kind], height: HEIGHT } });
        await page.setContent(buildPage(html, theme));
        const wrong = await drawCharts(page, theme);
        if (wrong !== '') throw new Error(`${sample.name} ${kind}: ${wrong}`);
        await shoot(page, join(folder, `${sample.name}-${kind}-${theme}`), WIDE[kind]);
        await page.close();
      }
    }
  }
  await browser.close();
}

/** Wide, narrow, and wide with all folds open. */
async function shoot(page: Page, path: string, wide: number): Promise<void> {
  await page.screenshot({ path: `${path}-wide.png`, fullPage: true });
  await page.setViewportSize({ width: NARROW, height: HEIGHT });
  await page.screenshot({ path: `${path}-narrow.png`, fullPage: true });
  await page.setViewportSize({ width: wide, height: HEIGHT });
  await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
  await page.screenshot({ path: `${path}-open.png`, fullPage: true });
}

if (import.meta.main) {
  const [folder, ...wanted] = process.argv.slice(2);
  if (folder === undefined) throw new Error('say into which folder the pictures go');
  await takePictures(folder, wanted);
}
