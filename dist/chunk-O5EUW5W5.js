import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
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

export {
  markup,
  NOTHING_TO_SHOW,
  trustMarkup,
  pathData,
  dataBlock,
  showName,
  SIGN_SHAPES,
  showState,
  drawSign,
  signVerdict,
  signCheck,
  signRow,
  SCRIPT_HASH,
  listPolicy,
  STYLE
};
