import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeLevelChanges,
  listReasons
} from "./chunk-RNRZHEU7.js";
import {
  NOTHING,
  formatCount,
  formatReading
} from "./chunk-ZLLVWJAM.js";
import {
  percentileOf
} from "./chunk-XW65F56M.js";
import {
  mergeDistributions,
  percentileUs
} from "./chunk-QC36IMXK.js";
import {
  formatDuration,
  formatLatency,
  formatNumber,
  formatRate,
  formatRatio
} from "./chunk-BRFOQZPS.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";

// src/report/html/markup.ts
var LONGEST = 1e3;
var REFERENCES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "`": "&#96;" };
var Html = class {
  #markup;
  constructor(text) {
    this.#markup = text;
  }
  toString() {
    return this.#markup;
  }
};
function markup(parts, ...contents) {
  return new Html(parts.map((part, index) => part + (index < contents.length ? escapeContent(contents[index]) : "")).join(""));
}
var NOTHING_TO_SHOW = new Html("");
function escapeContent(content) {
  if (content === void 0) return "";
  if (content instanceof Html) return content.toString();
  if (typeof content === "number") return escapeText(String(content));
  return typeof content === "string" ? escapeText(content) : content.map(escapeContent).join("");
}
function escapeText(text) {
  return cleanText(text, LONGEST).replace(/[&<>"'`]/g, (character) => REFERENCES[character] ?? "");
}
function trustMarkup(constant) {
  return new Html(constant);
}
function pathData(d) {
  if (!/^[MLHVZhvz\d .-]*$/.test(d)) throw new RangeError("a path holds commands and numbers alone");
  return new Html(d);
}
function dataBlock(data) {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
  return new Html(`<script type="application/json">${json}</script>`);
}
function showName(name, longest = 120) {
  return markup`<bdi class="name">${cleanText(name, longest)}</bdi>`;
}

// src/report/escape-markdown.ts
var REFERENCES2 = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  "\\": "&#92;",
  "`": "&#96;",
  "*": "&#42;",
  _: "&#95;",
  "[": "&#91;",
  "]": "&#93;",
  "|": "&#124;",
  "~": "&#126;",
  // A reference hides it from parsers of the text, and an element of its own from those of the page ("Writing mathematical expressions", GitHub's documentation).
  $: "<span>&#36;</span>"
};
var STRUCTURE = /[<>&\\`*_[\]|~$]/g;
var MARKS = /[@#]|:(?=\/\/|(?!\d\d:)[\w+-]+:)|(?<![a-z0-9])(?:www(?=\.)|gh(?=-\d))/gi;
var LONGEST_SENTENCE = 600;
function escapeMarkdown(text, longest = 300) {
  return escapeLine(cleanText(text, longest));
}
var BEGINNING = /^(?:[-+=](?=[-=\s]|$)|\d{1,9}[.)](?=\s|$))/;
function escapeLine(line) {
  return line.replace(MARKS, (mark) => `${mark}​`).replace(STRUCTURE, (character) => REFERENCES2[character] ?? "").replaceAll("​", "&#8203;").replace(BEGINNING, (marker) => `${marker.slice(0, -1)}&#${marker.charCodeAt(marker.length - 1)};`);
}
function codeSpan(text, longest = 300) {
  const line = cleanText(text, longest);
  if (line === "") return "";
  const runs = line.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${padding}${line}${padding}${fence}`;
}
function escapeSentence(sentence, names) {
  let rest = cleanText(sentence, LONGEST_SENTENCE);
  let text = "";
  for (let found = findName(rest, names); found; found = findName(rest, names)) {
    text += escapeLine(rest.slice(0, found.at)) + codeSpan(found.name, LONGEST_SENTENCE);
    rest = rest.slice(found.at + found.name.length);
  }
  return text + escapeLine(rest);
}
function findName(text, names) {
  let found;
  for (const name of names) {
    const at = name === "" || !name.isWellFormed() ? -1 : indexOfName(text, name);
    if (at < 0) continue;
    if (!found || at < found.at || at === found.at && name.length > found.name.length) found = { name, at };
  }
  return found;
}
function indexOfName(text, name) {
  const isWord = (character) => character !== void 0 && /[\p{L}\p{N}_]/u.test(character);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const joinsBefore = isWord(name[0]) && isWord(text[at - 1]);
    const joinsAfter = isWord(name.at(-1)) && isWord(text[at + name.length]);
    if (!joinsBefore && !joinsAfter) return at;
  }
  return -1;
}

// src/report/html/mark-names.ts
var LONGEST_SENTENCE2 = 600;
function markNames(sentence, names) {
  let rest = cleanText(sentence, LONGEST_SENTENCE2);
  const parts = [];
  for (let found = findName(rest, names); found; found = findName(rest, names)) {
    parts.push(showPiece(rest.slice(0, found.at)), showName(found.name, LONGEST_SENTENCE2));
    rest = rest.slice(found.at + found.name.length);
  }
  return markup`${parts}${showPiece(rest)}`;
}
function showPiece(text) {
  return markup`${text.startsWith(" ") ? markup` ` : void 0}${text}${text.length > 1 && text.endsWith(" ") ? markup` ` : void 0}`;
}
function listNames({ run, verdict, comparison }) {
  return [
    ...verdict.checks.map((check) => check.name),
    ...run.series.map((series) => series.name),
    ...run.phases.map((phase) => phase.plan.name),
    ...(comparison?.result.rows ?? []).map((row) => row.name)
  ];
}

// src/report/html/page-policy.ts
var STYLE_HASH = "D8FDMo1EG3Pj+4NEba6K8j642bOYECcQDl2MsIx6dy0=";
var SCRIPT_HASH = "28CPP1SWXIPtW1a6H3DWi19c1LhoC9YpwwfKakBA1z4=";
function listPolicy(more) {
  return [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'${more ? ` 'sha256-${more.hash}'` : ""}`,
    `script-src 'sha256-${SCRIPT_HASH}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'"
  ].join("; ");
}

// src/report/html/page-script.ts
var SCRIPT = `'use strict';
(() => {
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const make = (name, className) => {
    const element = document.createElement(name);
    element.className = className;
    return element;
  };

  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme || (dark.matches ? 'dark' : 'light')) === 'dark';
  const button = document.getElementById('theme');
  const nameTheme = () => {
    button.textContent = isDark() ? 'Light theme' : 'Dark theme';
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    nameTheme();
  });
  dark.addEventListener('change', nameTheme);
  nameTheme();

  const readChart = (figure) => {
    const block = figure.querySelector('script');
    const plot = figure.querySelector('.plot');
    const data = JSON.parse(block.textContent);
    data.at = data.at.map((at) => at / 1000);
    const last = data.at.length - 1;
    if (last < 0) return;
    const outputs = all('.legend .value', figure);
    const labels = outputs.map((output) => output.parentElement.textContent);
    const cursor = make('div', 'cursor');
    const moment = make('span', 'moment');
    const range = make('input', 'reader');
    cursor.append(moment);
    Object.assign(range, { type: 'range', min: 0, max: last, step: 1, value: 0 });
    range.setAttribute('aria-label', 'Read the chart: ' + data.title);
    let isPointed = false;
    const show = (index) => {
      const texts = data.values.map((values) => values[index] || '–');
      cursor.style.left = data.at[index] * 100 + '%';
      cursor.classList.toggle('late', data.at[index] > 0.6);
      moment.textContent = data.moments[index];
      figure.classList.add('read');
      outputs.forEach((output, place) => {
        output.textContent = texts[place];
      });
      range.value = index;
      range.setAttribute('aria-valuetext', data.moments[index] + ': ' + labels.map((label, place) => label + ' ' + texts[place]).join(', '));
    };
    const hide = () => {
      figure.classList.remove('read');
      outputs.forEach((output) => {
        output.textContent = '';
      });
    };
    const nearest = (share) => {
      let best = 0;
      data.at.forEach((at, index) => {
        if (Math.abs(at - share) < Math.abs(data.at[best] - share)) best = index;
      });
      return best;
    };
    const point = (event) => {
      const box = plot.getBoundingClientRect();
      isPointed = true;
      show(nearest((event.clientX - box.left) / box.width));
    };
    range.addEventListener('pointermove', point);
    range.addEventListener('pointerdown', point);
    range.addEventListener('pointerleave', () => {
      isPointed = false;
      if (document.activeElement !== range) hide();
    });
    range.addEventListener('input', () => {
      if (!isPointed) show(Number(range.value));
    });
    range.addEventListener('focus', () => show(Number(range.value)));
    range.addEventListener('blur', hide);
    plot.append(cursor, range);
  };
  all('figure.chart').forEach(readChart);

  const box = document.querySelector('.filter');
  const field = document.getElementById('filter');
  const failing = document.getElementById('failing');
  const rows = all('[data-name]');
  const counted = rows.filter((row) => row.closest('#endpoints') && row.localName === 'tr');
  // A page of several runs has no filter.
  const filter = () => {
    const wanted = field.value.trim().toLowerCase();
    rows.forEach((row) => {
      const name = row.dataset.name;
      row.hidden = !name.slice(1).toLowerCase().includes(wanted) || (failing.checked && name[0] !== '!');
    });
    const shown = counted.filter((row) => !row.hidden).length;
    box.querySelector('[role=status]').textContent = shown === counted.length ? '' : shown + ' of ' + counted.length + ' shown';
  };
  if (box) {
    box.hidden = false;
    field.addEventListener('input', filter);
    failing.addEventListener('change', filter);
  }

  const reveal = () => {
    const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    const fold = target && target.closest('details');
    if (!fold || fold.open) return;
    fold.open = true;
    fold.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  let folded = [];
  addEventListener('beforeprint', () => {
    folded = all('details.endpoint:not([open])');
    folded.forEach((fold) => {
      fold.open = true;
    });
  });
  addEventListener('afterprint', () => {
    folded.forEach((fold) => {
      fold.open = false;
    });
  });

  const links = new Map(all('nav a').map((link) => [link.getAttribute('href').slice(1), link]));
  const seen = new IntersectionObserver((entries) => {
    entries.forEach((entry) => {
      if (!entry.isIntersecting) return;
      links.forEach((link) => link.removeAttribute('aria-current'));
      links.get(entry.target.id).setAttribute('aria-current', 'true');
    });
  }, { rootMargin: '-10% 0px -80% 0px' });
  all('main > section').forEach((section) => seen.observe(section));
})();
`;

// src/report/html/page-style.ts
var LIGHT = `--ground:#fff;--raised:#f6f7f9;--line:#dfe3e8;--text:#1b2026;--quiet:#57606a;--accent:#0a5aa8;--p50:#5a9bd8;--p95:#0a5aa8;--p99:#062647;--base:#8a6d1d;--plan:#6b7480;--good:#1a7a3c;--bad:#b3211c;--doubt:#8f5a00;--good-soft:#eaf6ee;--bad-soft:#fdeeed;--doubt-soft:#fdf4e3;--band:#f3f5f8;--other:#e9ecf0;--k0:#0072b2;--k1:#e69f00;--k2:#cc79a7;--k3:#56b4e9;--k4:#f0e442;--k5:#444b54;--k6:#9aa3ad`;
var DARK = `--ground:#101418;--raised:#181d23;--line:#2c333b;--text:#e4e8ec;--quiet:#9ba6b2;--accent:#6fb3f5;--p50:#3f7fc1;--p95:#7dbdfa;--p99:#e2f0ff;--base:#d9b44a;--plan:#8e99a5;--good:#57c27d;--bad:#ff8079;--doubt:#e8b04b;--good-soft:#14241a;--bad-soft:#2c1817;--doubt-soft:#2a2113;--band:#151a20;--other:#1e242b;--k0:#3d9ad6;--k1:#e69f00;--k2:#cc79a7;--k3:#8fd0f5;--k4:#f0e442;--k5:#c3cad2;--k6:#6c7680`;
var STYLE = `:root{color-scheme:light dark;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}
@media screen{:root[data-theme=dark]{color-scheme:dark;${DARK}}}
:root[data-theme=light]{color-scheme:light}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
.page{max-width:1340px;margin:0 auto;padding:0 32px 64px;display:grid;grid-template-columns:200px minmax(0,1fr);gap:56px}
main{min-width:0;outline:0}
a{color:var(--accent);text-underline-offset:3px;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
h1{font-size:25px;line-height:1.35;font-weight:400;margin:0 0 16px;display:flex;gap:14px;overflow-wrap:anywhere;letter-spacing:-.01em}
h1 .sign{width:28px;height:28px;flex:none;margin-top:3px}
h1 strong,.top.good h1 strong{font-weight:650}
h2{font-size:19px;font-weight:650;margin:0 0 12px;letter-spacing:-.005em}
h3{font-size:15px;font-weight:600;margin:0}
p{margin:0 0 12px}
small{font-size:12.5px;color:var(--quiet)}
code,.sample{font:12.5px/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
.note,.about,.lead,.tool,.brief{color:var(--quiet)}
.note{font-size:13px;max-width:80ch}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:8px;top:-60px;background:var(--ground);padding:8px 12px;z-index:3}
.skip:focus{top:8px}
[hidden]{display:none!important}
nav{position:sticky;top:0;align-self:start;padding-top:44px;max-height:100vh;overflow:auto;font-size:13.5px}
nav ul{list-style:none;margin:0 0 20px;padding:0}
nav a{display:block;padding:4px 0 4px 12px;border-left:2px solid var(--line);color:var(--quiet);text-decoration:none}
nav a:hover{color:var(--text)}
nav a[aria-current]{color:var(--text);border-left-color:var(--accent)}
button,input[type=search]{font:inherit;font-size:13.5px;color:var(--text);background:var(--ground);border:1px solid var(--line);border-radius:6px;padding:5px 12px}
button{cursor:pointer}
button:hover{border-color:var(--quiet)}
.top{padding:40px 0 0}
.what{font-size:15px;font-weight:600;margin-bottom:20px}
.tool{font-weight:400;margin-left:8px}
.ending{color:var(--doubt)}
.reasons,.sentences{margin:0 0 16px;padding-left:20px;max-width:90ch}
.reasons li,.sentences li{margin:4px 0;overflow-wrap:anywhere}
.about span:not(:last-child):after{content:"·";margin:0 8px}
.about bdi,.lead bdi{color:var(--text)}
.figures{display:grid;grid-template-columns:repeat(6,1fr);gap:1px;margin:28px 0 0;background:var(--line);border:1px solid var(--line);border-radius:8px;overflow:hidden}
.figures div{background:var(--ground);padding:14px 16px;display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figures dt{font-size:12.5px;color:var(--quiet)}
.figures dd{margin:0;font-size:21px;font-weight:600;letter-spacing:-.01em;white-space:nowrap}
section{padding-top:56px}
.name{overflow-wrap:anywhere}
.scroll{overflow-x:auto;margin:0 0 12px}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:left;vertical-align:top;padding:9px 16px 9px 0;border-bottom:1px solid var(--line);font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{font-size:12.5px;color:var(--quiet);white-space:nowrap;vertical-align:bottom;padding-top:0}
tbody th{min-width:17ch}
.cards tbody th{min-width:19ch}
#phases td:nth-child(2){min-width:26ch}
.n{text-align:right;white-space:nowrap}
td strong{font-weight:600}
.why{white-space:normal;display:inline-block;min-width:16ch;text-align:left}
tr.total th,tr.total td{font-weight:600;border-bottom:0}
.state{display:inline-flex;gap:8px;align-items:center;white-space:nowrap}
.state.good{color:var(--good)}.state.bad{color:var(--bad);font-weight:600}.state.doubt{color:var(--doubt)}.state.none{color:var(--quiet)}
tr.bad td strong{color:var(--bad)}tr.doubt td strong{color:var(--doubt)}
.sign,symbol{overflow:visible}
.sign{flex:none;stroke:var(--ground);stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round;fill:none}
.sign.good{color:var(--good)}.sign.bad{color:var(--bad)}.sign.doubt{color:var(--doubt)}.sign.none{color:var(--quiet);stroke:currentColor;stroke-width:1.3}
symbol circle:not(.ring),symbol .body{fill:currentColor;stroke:none}
.meter{vertical-align:middle;fill:var(--line);margin-right:4px}.meter .good{fill:var(--accent)}.meter .bad{fill:var(--bad)}
.spark,.change,.span{display:block;overflow:visible}
.limit{stroke:var(--quiet);stroke-dasharray:3 3;fill:none}
.change rect{fill:var(--other)}.zero{stroke:var(--quiet)}.reach{stroke:var(--accent);stroke-width:3;fill:none;stroke-linecap:round}.change circle{fill:var(--text)}
tr.bad .reach{stroke:var(--bad)}
.ground{stroke:var(--line);stroke-width:4;stroke-linecap:round}.seen{stroke:var(--k0);stroke-width:6;stroke-linecap:round}
figure{margin:0 0 20px;min-width:0}
figcaption .note{margin:2px 0 0}
.legend:empty{display:none}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 22px;margin:10px 0 6px;padding:0;font-size:13px;color:var(--quiet);min-height:22px}
.legend li{display:inline-flex;align-items:center;gap:7px}
.reading{visibility:hidden}.read .reading{visibility:visible}
.value{font-weight:600;color:var(--text)}
.plot{position:relative;margin-left:52px}
.scale text{text-anchor:end;transform:translate(-8px,7px)}.scale .top{transform:translate(-8px,-6px)}
#latency h3,#errors h3,#percentiles h3,#heat h3{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.plot>svg{display:block;width:100%;height:280px;overflow:visible}
.low .plot>svg{height:180px}
.line{fill:none;vector-effect:non-scaling-stroke;stroke-width:1.75;stroke-linejoin:round;stroke-linecap:round}
.line.p50{stroke:var(--p50)}.line.p95{stroke:var(--p95);stroke-width:2}.line.p99{stroke:var(--p99);stroke-width:1.25}
.line.now{stroke:var(--accent)}.line.again{stroke:var(--p50);stroke-width:1.25}.line.base{stroke:var(--base);stroke-dasharray:6 4}.line.plan{stroke:var(--plan);stroke-dasharray:5 4;stroke-width:1.25;stroke-linecap:butt}
.shade.now{fill:var(--accent);fill-opacity:.12}
.fill{stroke:var(--ground);stroke-width:.5;vector-effect:non-scaling-stroke}
.k0{fill:var(--k0)}.k1{fill:var(--k1)}.k2{fill:var(--k2)}.k3{fill:var(--k3)}.k4{fill:var(--k4)}.k5{fill:var(--k5)}.k6{fill:var(--k6)}
.heat{fill:var(--accent);shape-rendering:crispEdges}.h0{fill-opacity:.13}.h1{fill-opacity:.24}.h2{fill-opacity:.36}.h3{fill-opacity:.48}.h4{fill-opacity:.61}.h5{fill-opacity:.74}.h6{fill-opacity:.87}
.grid line{stroke:var(--line);shape-rendering:crispEdges}
.band.judged{fill:none}.band.other{fill:var(--other)}.edge{stroke:var(--quiet);stroke-opacity:.45;stroke-dasharray:2 3;shape-rendering:crispEdges}
.plot text{font-size:11.5px;fill:var(--quiet);paint-order:stroke;stroke:var(--ground);stroke-width:3px;stroke-linejoin:round}
.plot .phase{fill:var(--text)}
.cursor{position:absolute;top:0;height:90%;border-left:1px solid var(--text);display:none;pointer-events:none}
.read .cursor{display:block}
.moment{position:absolute;bottom:4px;left:6px;font-size:12px;background:var(--text);color:var(--ground);padding:1px 7px;border-radius:4px;white-space:nowrap}
.late .moment{left:auto;right:6px}
.reader{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:crosshair;touch-action:pan-y}
.plot:has(.reader:focus-visible){outline:2px solid var(--accent);outline-offset:4px;border-radius:2px}
details>summary{cursor:pointer}
.numbers{font-size:13px;margin-top:4px}
.numbers>summary{color:var(--quiet);width:max-content}
.numbers .scroll{margin:8px 0 0;max-height:320px;overflow:auto}
.numbers table{width:auto;min-width:min(480px,100%);font-size:13px}
.numbers th,.numbers td{padding-top:4px;padding-bottom:4px}
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:28px 40px}
.pair>:only-child{grid-column:1/-1}
.filter{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;margin-bottom:16px;font-size:13.5px;color:var(--quiet)}
.filter input[type=search]{width:220px}
.tick{display:inline-flex;gap:6px;align-items:center}
.endpoint{border-top:1px solid var(--line)}
.endpoint:last-of-type{border-bottom:1px solid var(--line)}
.endpoint>summary{padding:11px 0}
.endpoint>summary:hover{background:var(--raised)}
.endpoint>summary .brief{font-size:13px;margin-left:8px}
.inside{padding:12px 0 24px}
.spans h3{margin-bottom:14px}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:14px 32px;margin:0 0 16px}
.facts dt{font-size:12.5px;color:var(--quiet)}
.facts dd{margin:0;overflow-wrap:anywhere}
.facts ul{margin:0;padding-left:18px}
#environment h3{margin:20px 0 4px}
footer{margin-top:64px;padding-top:16px;border-top:1px solid var(--line);font-size:13px;color:var(--quiet)}
@media (max-width:1260px){
.page{display:block;padding:0 24px 48px;max-width:1000px}
.figures{grid-template-columns:repeat(3,1fr)}
nav{position:static;padding:16px 0 0;max-height:none;display:flex;gap:16px;align-items:flex-start;justify-content:space-between}
nav ul{display:flex;flex-wrap:wrap;gap:2px 16px;margin:0}
nav a,nav a[aria-current]{border:0;padding:3px 0}
button{flex:none}
}
@media (max-width:640px){
.page{padding:0 16px 40px}
.top{padding-top:24px}
h1{font-size:20px;gap:10px}
h1 .sign{width:22px;height:22px}
section{padding-top:44px}
.pair{grid-template-columns:minmax(0,1fr)}
.plot{margin-left:0}
.scale text,.scale .top{text-anchor:start;transform:none}
.plot>svg{height:220px}
.figures{grid-template-columns:repeat(2,1fr)}
.figures dd{font-size:18px}
nav ul{display:none}
nav{justify-content:flex-end}
.roomy{display:none}
.cards,.cards tbody{display:block}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:6px 16px;padding:14px 0;border-bottom:1px solid var(--line)}
.cards th,.cards td{display:block;border:0;padding:0;text-align:left;white-space:normal}
.cards tbody th{grid-column:1/-1;grid-row:1;font-weight:600;min-width:0}
.cards td:before{content:attr(data-label);display:block;font-size:12px;color:var(--quiet);font-weight:400}
.cards td:empty{display:none}
.cards .why{min-width:0}
.endpoint>summary .brief{display:block;margin-left:18px}
}
@media print{
:root,:root[data-theme]{color-scheme:light}
body{font-size:10.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.page{display:block;max-width:none;padding:0}
nav,.filter,.skip,.numbers,.reader,.cursor{display:none!important}
.scroll{overflow:visible}
section{padding-top:22pt}
figure,tr,.endpoint>summary,h2,h3{break-inside:avoid}
h2,h3,summary{break-after:avoid}
table,small{font-size:8pt}
th,td{padding-right:6pt}
.cards tbody th,#phases td:nth-child(2){min-width:12ch}
.spark,.change{width:64px}
.plot>svg{height:190px}
}
`;

// src/report/html/state-sign.ts
var SIGN_SHAPES = markup`<svg class="unseen" aria-hidden="true"><symbol id="s-good" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8"/><path d="M4.5 8.2l2.4 2.4 4.7-5"/></symbol><symbol id="s-bad" viewBox="0 0 16 16"><path class="body" d="M5 0h6l5 5v6l-5 5H5l-5-5V5z"/><path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6"/></symbol><symbol id="s-doubt" viewBox="0 0 16 16"><path class="body" d="M8 .8l8 14.4H0z"/><path d="M8 6v4.2M8 12.6v.2"/></symbol><symbol id="s-none" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="7"/><path d="M5 8h6"/></symbol></svg> `;
function showState(sign, word) {
  return markup`<span class="state ${sign}">${drawSign(sign)}${word}</span>`;
}
function drawSign(sign) {
  return markup`<svg class="sign ${sign}" width="16" height="16" aria-hidden="true"><use href="#s-${sign}"/></svg>`;
}
function signVerdict({ state }) {
  return state === "pass" ? "good" : state === "inconclusive" ? "doubt" : "bad";
}
function signCheck(check) {
  switch (check.state) {
    case "passed":
      return "good";
    case "breached":
      return check.severity === "warn" ? "doubt" : "bad";
    case "no-data":
      return "doubt";
    case "skipped":
      return "none";
  }
}
function signRow({ state }) {
  switch (state) {
    case "regressed":
      return "bad";
    case "suspect":
      return "doubt";
    case "not-confirmed":
    case "improved":
      return "good";
    case "unchanged":
      return "none";
  }
}

// src/report/html/render-page.ts
function renderPage(page) {
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

// src/report/describe-engine.ts
function describeEngine({ engine, workers }) {
  switch (engine.kind) {
    case "embedded":
      return void 0;
    case "locust": {
      const many = workers === 0 ? "" : `, ${workers === 1 ? "1 worker" : `${workers} workers`}`;
      return `made by Locust ${engine.version}${engine.python === "" ? "" : ` on Python ${engine.python}`}${many}`;
    }
    case "import":
      return `measured elsewhere, and read from ${engine.format}`;
  }
}
function listMissing({ engine }) {
  return engine.kind === "import" ? engine.missing.map(
    ({ sentence }) => sentence.startsWith("k6") ? `${sentence}.` : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
  ) : [];
}
function describeSeed({ engine, seed }) {
  return engine.kind === "import" ? "" : `seed ${seed}`;
}

// src/report/html/render-html-table.ts
function renderTable({ caption, columns, rows, head = 0, asCards = false }) {
  const heads = columns.map(
    ({ title, isFigure }) => markup`<th scope="col"${sayRole("columnheader", asCards)}${isFigure ? FIGURE : void 0}>${title}</th>`
  );
  const body = rows.map((row) => renderRow("cells" in row ? row : { cells: row }, { columns, head, asCards }));
  const group = sayRole("rowgroup", asCards);
  const table = markup`<table${asCards ? markup` class="cards" role="table"` : void 0}><caption class="unseen">${caption}</caption><thead${group}><tr${sayRole("row", asCards)}>${heads}</tr></thead><tbody${group}>${body}</tbody></table>`;
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">${table}</div>
`;
}
var FIGURE = markup` class="n"`;
function sayRole(role, asCards) {
  return asCards ? markup` role="${role}"` : void 0;
}
function renderRow({ cells, name, id, tone }, { columns, head, asCards }) {
  const body = cells.map((cell, index) => {
    const { title = "", isFigure = false } = columns[index] ?? {};
    const figure = isFigure ? FIGURE : void 0;
    if (index === head) return markup`<th scope="row"${sayRole("rowheader", asCards)}${figure}>${cell}</th>`;
    return markup`<td${asCards ? markup` role="cell" data-label="${title}"` : void 0}${figure}>${cell}</td>`;
  });
  const parts = [
    id === void 0 ? void 0 : markup` id="${id}"`,
    name === void 0 ? void 0 : markup` data-name="${name}"`,
    tone === void 0 ? void 0 : markup` class="${tone}"`
  ];
  return markup`
<tr${sayRole("row", asCards)}${parts}>${body}</tr>`;
}
function renderFacts(facts) {
  return markup`<dl class="facts">${facts.map(([word, what]) => markup`<div><dt>${word}</dt><dd>${what}</dd></div>`)}</dl>
`;
}

// src/report/html/section.ts
function renderSection(id, title, body) {
  return {
    id,
    title,
    html: markup`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}</h2>
${body}</section>
`
  };
}

// src/report/html/draw-marks.ts
var WIDTH = 2e3;
var HEIGHT = 1e3;
function drawMarks({ scale, showTick, ticks, bands, drawn, size }) {
  return markup`${bands.map(drawBand)}${drawGrid(scale.ticks.map((value) => ({ share: scale.toShare(value), label: showTick(value) })))}${openCanvas(
    WIDTH,
    HEIGHT,
    drawCurves(drawn, (value) => scale.toShare(value))
  )}${drawLabels(scale.ticks.map((value) => ({ share: scale.toShare(value), label: showTick(value) })))}${bands.map((band) => labelBand(band, size === "tall"))}${drawTicks(ticks)}`;
}
function openCanvas(width, height, inside) {
  return markup`<svg width="100%" height="${percent(1, TALL)}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">${inside}</svg>`;
}
function drawGrid(ticks) {
  return markup`<g class="grid">${ticks.map(({ share }) => markup`<line x2="100%" y1="${percent(1 - share, TALL)}" y2="${percent(1 - share, TALL)}"/>`)}</g>`;
}
function drawLabels(ticks) {
  const spaced = ticks.filter(({ share }, index) => index === 0 || Math.abs(share - (ticks[index - 1]?.share ?? 0)) > 0.02);
  return markup`<g class="scale">${spaced.map(({ share, label }) => markup`<text${share > 0.97 ? markup` class="top"` : void 0} y="${percent(1 - share, TALL)}" dy="${share > 0.97 ? 11 : -3}">${label}</text>`)}</g>`;
}
function drawTicks(ticks) {
  let last = -1;
  const shown = ticks.filter(({ share }) => {
    const isShown = share <= 1 && share - last >= CLOSEST;
    if (isShown) last = share;
    return isShown;
  });
  return markup`<g class="axis">${shown.map(({ share, label }) => {
    const anchor = share < 0.03 ? "start" : share > 0.95 ? "end" : "middle";
    return markup`<text x="${percent(share)}" y="100%" dy="-4" text-anchor="${anchor}">${label}</text>`;
  })}</g>`;
}
var CLOSEST = 0.1;
function drawBand({ from, to, kind, label }) {
  return markup`<rect class="band ${kind}" x="${percent(from)}" width="${percent(to - from)}" height="${percent(1, TALL)}"><title>${label}</title></rect><line class="edge" x1="${percent(from)}" x2="${percent(from)}" y2="${percent(1, TALL)}"/>`;
}
var NARROW = 42;
var WIDE = 100;
function labelBand({ from, to, label }, isWide) {
  const isRoomy = isWide && Array.from(label).length > (to - from) * NARROW;
  const room = Math.floor((to - from) * (isRoomy ? WIDE : NARROW));
  const points = Array.from(label);
  const text = points.length <= room ? label : `${points.slice(0, room - 1).join("")}…`;
  if (room < Math.min(5, points.length)) return void 0;
  return markup`<text class="${isRoomy ? "phase roomy" : "phase"}" x="${percent((from + to) / 2)}" y="0" dy="10" text-anchor="middle">${text}</text>`;
}
function placeAt(across, up) {
  return { x: percent(across), y: percent(1 - up, TALL) };
}
var TALL = 0.9;
function percent(share, of = 1) {
  return `${Math.round(share * of * 1e4) / 100}%`;
}
function drawCurves({ at, width, curves }, toShare) {
  const layers = curves.filter(({ form }) => form === "layer");
  const stack = layers.toReversed().map(({ tone }, index) => {
    const below = layers.slice(0, layers.length - index);
    const sums = at.map((_, place) => below.reduce((sum, { values }) => sum + (values[place] ?? 0), 0));
    return markup`<path class="fill ${tone}" d="${pathData(drawStairs(at, width, sums.map(toShare)))}"/>`;
  });
  return [...stack, ...curves.filter(({ form }) => form !== "layer").flatMap((curve) => drawCurve(curve, at, toShare))];
}
function drawCurve({ tone, form, values }, at, toShare) {
  const runs = splitRuns(at, values).map((run) => run.map(({ share, value }) => [toX(share), toY(toShare(value))]));
  const d = runs.map(([first, ...rest]) => first ? `M${first.join(" ")}${rest.length === 0 ? "h0" : `L${rest.flat().join(" ")}`}` : "").join("");
  const areas = runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    return form === "area" && first && last ? [`M${first[0]} ${HEIGHT}L${run.flat().join(" ")}V${HEIGHT}Z`] : [];
  });
  const line = markup`<path class="line ${tone}" d="${pathData(d)}"/>`;
  return areas.length > 0 ? [markup`<path class="shade ${tone}" d="${pathData(areas.join(""))}"/>`, line] : [line];
}
function splitRuns(at, values) {
  const runs = [];
  let open = false;
  for (const [index, share] of at.entries()) {
    const value = values[index];
    if (value !== void 0 && !open) runs.push([]);
    open = value !== void 0;
    if (value !== void 0) runs.at(-1)?.push({ share, value });
  }
  return runs;
}
function drawStairs(at, width, shares) {
  let d = "";
  let y = HEIGHT;
  for (const [index, share] of shares.entries()) {
    const level = toY(share);
    if (level === y) continue;
    const x = toX((at[index] ?? 0) - width / 2);
    d += d === "" ? `M${x} ${HEIGHT}V${level}` : `H${x}V${level}`;
    y = level;
  }
  return d === "" ? "" : `${d}H${WIDTH}V${HEIGHT}Z`;
}
function toX(share) {
  return Math.round(Math.min(1, Math.max(0, share)) * WIDTH);
}
function toY(share) {
  return Math.round((1 - share) * HEIGHT);
}

// src/report/html/render-chart.ts
function renderChart(chart) {
  const { id, title, note, summary, drawn } = chart;
  return renderFigure({ id, title, summary, note, size: chart.size, legend: drawn.curves.map(renderKey), marks: drawMarks(chart) }, [
    renderNumbers(chart),
    renderReading(title, drawn)
  ]);
}
function renderReading(title, { at, moments, curves }) {
  return dataBlock({
    title,
    at: at.map((share) => Math.round(share * 1e3)),
    moments,
    values: curves.map(({ values, show }) => values.map((value) => value === void 0 ? 0 : show(value)))
  });
}
function renderFigure(figure, below) {
  const { id, title, summary, note, size, legend, marks } = figure;
  return markup`<figure class="chart ${size}" id="${id}"><figcaption><h3>${title}</h3>${note ? markup`<p class="note">${note}</p>` : void 0}</figcaption><ul class="legend">${legend}</ul><div class="plot"><svg role="img" aria-labelledby="${id}-t" aria-describedby="${id}-d"><title id="${id}-t">${title}</title><desc id="${id}-d">${summary}</desc>${marks}</svg></div>${below}</figure>
`;
}
function renderKey({ label, tone, form }) {
  const width = tone.startsWith("r") ? 26 : 14;
  const mark = form === "layer" ? markup`<rect class="fill ${tone}" width="14" height="10" y="1" rx="2"/>` : markup`<path class="line ${tone}" d="${pathData(`M1 6H${width - 1}`)}"/>`;
  return markup`<li><svg class="key" width="${width}" height="12" aria-hidden="true">${mark}</svg>${label}<b class="value"></b></li>`;
}
function renderNumbers({ title, axis, told }) {
  const rows = told.moments.map((moment, index) => [
    moment,
    ...told.curves.map(({ values, show }) => {
      const value = values[index];
      return value === void 0 ? NOTHING : show(value);
    })
  ]);
  const columns = [{ title: axis }, ...told.curves.map(({ label }) => ({ title: label, isFigure: true }))];
  return markup`<details class="numbers"><summary>Numbers</summary>${renderTable({ caption: `${title}: numbers`, columns, rows })}</details>`;
}

// src/report/html/scale.ts
var WIDEST_LINEAR = 40;
function buildLinearScale(values, lines = 4) {
  const most = maxOf(values);
  const highest = most > 1e-6 ? most * 1.08 : 1;
  const step = roundUp(highest / lines);
  const count = Math.max(1, Math.ceil(highest / step - 1e-9));
  const top = step * count;
  return {
    kind: "linear",
    ticks: Array.from({ length: count + 1 }, (_, index) => index * step),
    toShare: (value) => clamp(value / top)
  };
}
function buildLatencyScale(values) {
  const positive = values.filter((value) => value > 0);
  const [lowest, highest] = [minOf(positive), maxOf(positive)];
  return positive.length > 0 && highest / lowest > WIDEST_LINEAR ? buildLogScale(lowest, highest) : buildLinearScale(values);
}
function buildLogScale(lowest, highest) {
  const low = roundDown(Math.max(1, lowest));
  const high = Math.max(low * 2, roundUp(Math.max(1, highest)));
  const [from, to] = [Math.log10(low), Math.log10(high)];
  const steps = to - from > 2 ? [1] : [1, 2, 5];
  const powers = Array.from({ length: Math.ceil(to) - Math.floor(from) + 1 }, (_, index) => 10 ** (Math.floor(from) + index));
  const inner = powers.flatMap((power) => steps.map((step) => step * power)).filter((value) => value > low * 1.5 && value < high / 1.5);
  return {
    kind: "log",
    ticks: [low, ...inner, high],
    toShare: (value) => value > 0 ? clamp((Math.log10(value) - from) / (to - from)) : 0
  };
}
var TIME_STEPS_SEC = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400];
function listTimeTicks(endSec) {
  const step = TIME_STEPS_SEC.find((each) => endSec / each <= 6) ?? Math.ceil(endSec / 6);
  return Array.from({ length: Math.floor(endSec / step) + 1 }, (_, index) => ({
    share: endSec > 0 ? index * step / endSec : 0,
    label: formatMoment(index * step)
  }));
}
function formatMoment(seconds) {
  return seconds === 0 ? "0 s" : formatDuration(seconds * 1e3);
}
function formatLatencyTick(us) {
  if (us === 0) return "0";
  if (us < 1e3) return `${formatNumber(us, 0)} µs`;
  return us < 1e6 ? `${formatNumber(us / 1e3, 1)} ms` : `${formatNumber(us / 1e6, 2)} s`;
}
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((step) => step * power >= value * (1 - 1e-9)) ?? 10) * power;
}
function roundDown(value) {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return ([5, 2].find((step) => step * power <= value * (1 + 1e-9)) ?? 1) * power;
}
function clamp(share) {
  return Math.min(1, Math.max(0, share));
}
function maxOf(values) {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
}
function minOf(values) {
  let least = Number.POSITIVE_INFINITY;
  for (const value of values) least = Math.min(least, value);
  return least;
}

// src/report/html/build-timeline.ts
function buildTimeAxis(run, mostSteps) {
  let last = 0;
  for (const { perPhase } of run.series)
    for (const { slices, socket } of perPhase) last = Math.max(last, slices.at(-1)?.second ?? 0, socket?.seconds.at(-1)?.second ?? 0);
  const endSec = Math.max(1, Math.ceil(run.durationMs / 1e3), last + 1);
  return { stepSec: Math.ceil(endSec / mostSteps), endSec };
}
function buildTimeline(slices, axis) {
  const groups = Array.from({ length: countSteps(axis) }, () => []);
  for (const slice of slices) groups[Math.floor(slice.second / axis.stepSec)]?.push(slice);
  return { ...axis, steps: groups.map(addStep) };
}
function countSteps({ stepSec, endSec }) {
  return Math.ceil(endSec / stepSec);
}
function listSlices(series, phases) {
  const isIn = (place) => phases === void 0 || phases.includes(place);
  return series.flatMap(({ perPhase }) => perPhase.filter((_, place) => isIn(place)).flatMap(({ slices }) => slices));
}
function addStep(slices) {
  const sum = (of) => slices.reduce((total, slice) => total + of(slice), 0);
  return {
    ok: sum(({ ok }) => ok),
    failed: sum(({ failed }) => failed),
    censored: sum(({ censored }) => censored),
    latency: () => mergeDistributions(slices.map(({ latency }) => latency))
  };
}
function perSecond(count, step, { stepSec, endSec }) {
  return count / Math.max(1, Math.min(stepSec, endSec - step * stepSec));
}

// src/report/html/time-chart.ts
var MOST_DRAWN = 300;
var MOST_TOLD = 20;
var FEWEST_TOLD = 10;
function frameTime(run, curvesOf, mostSteps = MOST_DRAWN) {
  const fine = buildTimeAxis(run, mostSteps);
  const coarse = buildTimeAxis(run, mostSteps < MOST_DRAWN ? FEWEST_TOLD : MOST_TOLD);
  return frameAxes({ fine, coarse }, listBands(run, fine.endSec), curvesOf);
}
function frameTogether(runs, curvesOf, { mostSteps, banded }) {
  const endSec = Math.max(1, ...runs.map((run) => buildTimeAxis(run, 1).endSec));
  const cut = (most) => ({ stepSec: Math.ceil(endSec / most), endSec });
  return frameAxes({ fine: cut(mostSteps), coarse: cut(FEWEST_TOLD) }, banded ? listBands(banded, endSec) : [], curvesOf);
}
function frameAxes({ fine, coarse }, bands, curvesOf) {
  return {
    ticks: listTimeTicks(fine.endSec),
    bands,
    drawn: plotSteps(fine, curvesOf(fine)),
    told: plotSteps(coarse, curvesOf(coarse)),
    axis: "time"
  };
}
function plotSteps(axis, curves) {
  const { stepSec, endSec } = axis;
  const places = Array.from({ length: countSteps(axis) }, (_, step) => step * stepSec);
  return {
    at: places.map((second) => Math.min(1, (second + stepSec / 2) / endSec)),
    moments: places.map(formatMoment),
    width: stepSec / endSec,
    curves
  };
}
function listBands({ phases }, endSec) {
  return phases.flatMap(({ plan, startMs, endMs }) => {
    if (startMs === void 0 || endMs === void 0 || endMs <= startMs) return [];
    const kind = plan.warmup || plan.model === "pause" ? "other" : "judged";
    return [{ from: startMs / 1e3 / endSec, to: Math.min(1, endMs / 1e3 / endSec), label: plan.name, kind }];
  });
}
var PERCENTILES = [
  [50, "p50"],
  [95, "p95"],
  [99, "p99"]
];
function drawPercentiles(slices, axis) {
  const latencies = buildTimeline(slices, axis).steps.map((step) => step.latency());
  return PERCENTILES.map(([percentile, tone]) => ({
    label: tone,
    tone,
    form: "line",
    values: latencies.map((latency) => percentileUs(latency, percentile)),
    show: formatLatency
  }));
}
function drawRate(timeline, curve, of) {
  return { ...curve, values: timeline.steps.map((step, index) => perSecond(of(step), index, timeline)), show: formatRate };
}
function listValues(curves) {
  return curves.flatMap(({ values }) => values.filter((value) => value !== void 0));
}
function describeStep({ endSec, stepSec }) {
  return stepSec === 1 ? "" : `Each point covers ${formatNumber(Math.min(stepSec, endSec), 0)} s.`;
}
function describeRange({ moments }, { values, show }) {
  let [low, high] = [-1, -1];
  for (const [index, value] of values.entries()) {
    if (value === void 0) continue;
    if (low < 0 || value < (values[low] ?? 0)) low = index;
    if (high < 0 || value > (values[high] ?? 0)) high = index;
  }
  if (low < 0) return void 0;
  const tell = (index) => `${show(values[index] ?? 0)} (at ${moments[index] ?? ""})`;
  return `between ${tell(low)} and ${tell(high)}`;
}
function describeCurves(plot) {
  return plot.curves.map((curve) => `${curve.label} ${describeRange(plot, curve) ?? "was not measured"}.`).join(" ");
}

// src/report/html/verdict-section.ts
var VERDICT_WORDS = {
  pass: "Pass",
  breach: "Breach",
  regression: "Regression",
  inconclusive: "Inconclusive"
};
function renderVerdict(report, endpoints) {
  const { run, verdict } = report;
  const names = listNames(report);
  const [first = "", ...others] = listReasons(report);
  const word = VERDICT_WORDS[verdict.state];
  const sentence = first.startsWith(`${word}: `) ? first.slice(word.length + 2) : first;
  const { ending } = run;
  const end = ending.state === "complete" ? void 0 : markup`<p class="ending"><strong>${ending.state === "aborted" ? "Aborted" : "Cut short"}:</strong> ${ending.reason}</p>`;
  const steered = run.levelChanges.length === 0 ? void 0 : markup`<p class="ending"><strong>Users set by hand:</strong> ${describeLevelChanges(run.levelChanges)}. Such a run is compared with no baseline.</p>`;
  const more = others.length > 0 ? markup`<ul class="reasons">${others.map((reason) => markup`<li>${markNames(reason, names)}</li>`)}</ul>` : void 0;
  return markup`<header class="top ${signVerdict(verdict)}"><p class="what">${showName(run.scenario.name, 80)} <span class="tool">load-gate report</span></p>
<h1>${drawSign(signVerdict(verdict))}<span><strong>${word}:</strong> ${markNames(sentence, names)}</span></h1>
${end}${steered}${more}<p class="about">${aboutRun(report)}</p>
${renderFigures(endpoints)}</header>`;
}
function aboutRun({ run }) {
  const facts = [
    run.scenario.profile === void 0 ? void 0 : markup`profile ${showName(run.scenario.profile, 60)}`,
    run.target === "" ? void 0 : markup`target ${showName(run.target, 120)}`,
    markup`started ${formatInstant(run.startedAt)}`,
    formatDuration(run.durationMs),
    ...describeSeed(run) === "" ? [] : [markup`${describeSeed(run)}`]
  ];
  return facts.flatMap((fact) => fact ? [markup`<span>${fact}</span> `] : []);
}
function formatInstant(iso) {
  return iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/, "$1 $2 UTC");
}
function renderFigures({ total }) {
  const share = total.failedRatio === void 0 ? NOTHING : formatRatio(total.failedRatio);
  const figures = [
    ["requests", formatCount(total.attempts)],
    ["failed", share],
    ["successes per s", total.okPerSec === void 0 ? NOTHING : formatRate(total.okPerSec)],
    ...[50, 95, 99].map((percentile) => [`p${percentile}, all endpoints`, formatReading(percentileOf(total, percentile))])
  ];
  return markup`<dl class="figures">${figures.map(([word, figure]) => markup`<div><dt>${word}</dt><dd>${figure}</dd></div>`)}</dl>`;
}

export {
  escapeMarkdown,
  codeSpan,
  escapeSentence,
  describeEngine,
  listMissing,
  describeSeed,
  markup,
  NOTHING_TO_SHOW,
  trustMarkup,
  pathData,
  dataBlock,
  showName,
  renderTable,
  renderFacts,
  markNames,
  listNames,
  renderSection,
  SIGN_SHAPES,
  showState,
  drawSign,
  signVerdict,
  signCheck,
  signRow,
  buildTimeAxis,
  buildTimeline,
  countSteps,
  listSlices,
  perSecond,
  drawMarks,
  openCanvas,
  drawGrid,
  drawLabels,
  drawTicks,
  drawBand,
  labelBand,
  placeAt,
  renderChart,
  renderReading,
  renderFigure,
  renderKey,
  buildLinearScale,
  buildLatencyScale,
  buildLogScale,
  listTimeTicks,
  formatMoment,
  formatLatencyTick,
  frameTime,
  frameTogether,
  listBands,
  drawPercentiles,
  drawRate,
  listValues,
  describeStep,
  describeRange,
  describeCurves,
  SCRIPT_HASH,
  listPolicy,
  STYLE,
  renderPage,
  VERDICT_WORDS,
  renderVerdict
};
