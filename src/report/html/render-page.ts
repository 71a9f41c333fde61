import { markup, trustMarkup, type Content, type Html } from './markup.ts';
import { listPolicy, type PageStyle } from './page-policy.ts';
import { SCRIPT } from './page-script.ts';
import { STYLE } from './page-style.ts';
import type { Section } from './section.ts';
import { SIGN_SHAPES } from './state-sign.ts';

/** What the pages that load nothing differ in. */
export interface Page {
  readonly title: string;
  /** Of the link for those who come by keyboard: `Skip to the report`. */
  readonly skip: string;
  /** The top, with the one heading of the first level. */
  readonly top: Content;
  /** Each with an entry in the contents. */
  readonly sections: readonly Section[];
  /** Of the footer, a sentence. */
  readonly source: Html;
  readonly version: string;
  /** What the page has of style beyond that of every page. */
  readonly more?: PageStyle;
  /** Shapes that the page uses, unseen. */
  readonly shapes?: Html;
}

/** A page in one file that asks for nothing, and says so in its policy. */
export function renderPage(page: Page): string {
  const { title, skip, top, sections, source, version, more, shapes } = page;
  const contents = sections.map((section) => markup`<li><a href="#${section.id}">${section.title}</a></li>`);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trustMarkup(listPolicy(more))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trustMarkup(STYLE)}</style>
${more && markup`<style>${trustMarkup(more.text)}</style>\n`}</head>
<body>
<a class="skip" href="#main">${skip}</a>
${SIGN_SHAPES}
${shapes}<div class="page">
<nav aria-label="Contents"><ul>${contents}</ul><button type="button" id="theme" hidden>Dark theme</button></nav>
<main id="main" tabindex="-1">
${top}
${sections.map((section) => section.html)}
<footer><p>Made by load-gate ${version}. ${source}</p></footer>
</main>
</div>
<script>${trustMarkup(SCRIPT)}</script>
</body>
</html>
`.toString();
}
