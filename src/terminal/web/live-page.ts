import { createHash } from 'node:crypto';
import { markup, trustMarkup } from '../../report/html/markup.ts';
import { SCRIPT_HASH } from '../../report/html/page-policy.ts';
import { STYLE } from '../../report/html/page-style.ts';
import { SIGN_SHAPES } from '../../report/html/state-sign.ts';
import { LIVE_STYLE } from './live-style.ts';

/** An element that the script fills, once a second at most; unseen until then. */
function slot(id: string, tag: 'div' | 'section' | 'header' = 'section'): ReturnType<typeof markup> {
  return markup`<${trustMarkup(tag)} id="${id}" hidden></${trustMarkup(tag)}>\n`;
}

/** The live page, the same for every run: it holds nothing of one, and `page.js` beside it draws what comes over the WebSocket at `live`. */
export const LIVE_PAGE: string = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>load-gate</title>
<link rel="icon" href="data:,">
<style>${trustMarkup(STYLE)}</style>
<style>${trustMarkup(LIVE_STYLE)}</style>
<script src="page.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the run</a>
${SIGN_SHAPES}
<header id="head" class="head"><div class="row"><h1>load-gate</h1></div></header>
<main id="main" class="board" tabindex="-1">
<noscript><p class="banner">This page is drawn by a script of its own, which this browser does not run. The terminal shows the run, too.</p></noscript>
${[slot('trouble', 'div'), slot('outcome'), slot('ask'), slot('figures', 'div'), slot('level', 'div'), slot('promises'), slot('endpoints')]}<section id="charts" aria-labelledby="charts-h" hidden>
${slot('charts-head', 'div')}<div class="charts" id="drawings"></div>
</section>
${[slot('failing'), slot('downloads'), slot('notes')]}</main>
<p id="said" class="unseen" role="status"></p>
</body>
</html>
`.toString();

/**
 * Its Content Security Policy. The script and the WebSocket come from the page's own server; markup is made in one place of the script, which names itself; and the
 * script of report.html may run, because the report opens from this page after the server is gone, under this policy.
 */
export const LIVE_PAGE_POLICY: string = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)} ${hashOf(LIVE_STYLE)}`,
  `script-src 'self' 'sha256-${SCRIPT_HASH}'`,
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types load-gate',
].join('; ');

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
