import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  servePages
} from "./chunk-3TTJKRSK.js";
import {
  renderSuiteHtml
} from "./chunk-ECKKQ7OZ.js";
import {
  explainError
} from "./chunk-LEBFMHEA.js";
import "./chunk-O7J3BUEA.js";
import {
  narrowRequest,
  prepareGate,
  resolveScenarios
} from "./chunk-JF6XPDQB.js";
import "./chunk-54YPKBCZ.js";
import "./chunk-IFVUP5D5.js";
import "./chunk-6KYQQO5W.js";
import {
  renderLocustCsv
} from "./chunk-JZEOROUZ.js";
import "./chunk-4OKLBAXO.js";
import {
  paintPlain
} from "./chunk-Q4F5AXB4.js";
import "./chunk-Q7O4VZSC.js";
import {
  renderIssues
} from "./chunk-7O3YJNJG.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-HU2CD3QW.js";
import "./chunk-Q7GH57CB.js";
import {
  SCRIPT_HASH,
  SIGN_SHAPES,
  STYLE,
  markup,
  trustMarkup
} from "./chunk-XR53GZEW.js";
import "./chunk-RNRZHEU7.js";
import "./chunk-JEDR5GJU.js";
import "./chunk-B352537M.js";
import "./chunk-JHW4SND7.js";
import "./chunk-D753NKHP.js";
import "./chunk-A3SLCI4C.js";
import "./chunk-ZLLVWJAM.js";
import "./chunk-2TOVJSTJ.js";
import "./chunk-GCV36XLM.js";
import "./chunk-NFQGUP3O.js";
import "./chunk-5YB5ZHND.js";
import "./chunk-WKKYXOXW.js";
import "./chunk-XW65F56M.js";
import "./chunk-NE3VJX42.js";
import "./chunk-B3YCOJUD.js";
import "./chunk-2GSS2K66.js";
import "./chunk-62LH7HJX.js";
import "./chunk-CNZLAFSP.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-NSEIX5CG.js";
import "./chunk-V5SBQFRO.js";
import "./chunk-7GDODETR.js";
import "./chunk-6YJF3WAO.js";
import {
  maskDeep
} from "./chunk-IIID24TU.js";
import "./chunk-QC36IMXK.js";
import {
  formatNumber
} from "./chunk-BRFOQZPS.js";
import "./chunk-MFS6CBON.js";
import "./chunk-IW22IME3.js";
import "./chunk-P7N3RRTJ.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  GateError
} from "./chunk-WYDHRVNK.js";
import "./chunk-MLCRLLSN.js";
import "./chunk-5PVW3TJC.js";

// src/terminal/web/build-start-form.ts
function buildStartForm(request, { scenario, plan, hasTarget }) {
  const { caps, profile } = request;
  const phases = scenario.profiles.find(({ name }) => name === profile)?.phases ?? scenario.phases;
  return {
    name: plan.name,
    target: hasTarget ? plan.shownTarget : "",
    // Closed: whoever has the page must not learn a secret, and a target beside it would lead its other secrets astray.
    isTargetFixed: (request.target ?? scenario.target ?? "").includes("${secret."),
    maxUsers: caps.maxUsers,
    maxRatePerSec: caps.maxRatePerSec,
    phases: phases.map(describePhase)
  };
}
function describePhase(phase) {
  const { name, warmup } = phase;
  switch (phase.kind) {
    case "closed":
      return { name, warmup, durationMs: phase.durationMs, model: "closed", users: phase.users, spawnRatePerSec: phase.spawnRatePerSec };
    case "open":
      return { name, warmup, durationMs: phase.durationMs, model: "open", arrivalRatePerSec: phase.arrivalRatePerSec };
    case "iterations":
      return { name, warmup, durationMs: phase.maxDurationMs, model: "iterations", iterations: phase.iterations, users: phase.users };
    case "pause":
      return { name, warmup, durationMs: phase.durationMs, model: "pause" };
  }
}

// src/terminal/web/choose-start.ts
function chooseStart(request, form, { target, levels }) {
  const wanted = target.trim();
  const isOther = wanted !== form.target && !(form.isTargetFixed && wanted === "");
  const parts = levels.map((level) => chooseLevel(level, form, request.profile));
  const issues = [...isOther ? checkTarget(wanted, form) : [], ...parts.flatMap((part) => part.issues)];
  if (issues.length > 0) return { ok: false, issues };
  const sets = [...request.sets, ...parts.flatMap((part) => part.sets)];
  return { ok: true, request: { ...request, ...isOther && { target: wanted }, sets } };
}
function checkTarget(target, { isTargetFixed }) {
  if (isTargetFixed) return ["The target comes from a secret and cannot be changed here."];
  return target.includes("${") ? ["A target that is chosen here is a plain address, without ${…}."] : [];
}
var KEYS = { users: ["users", ""], spawnRatePerSec: ["spawn_rate", "/s"], arrivalRatePerSec: ["arrival_rate", "/s"] };
function chooseLevel(level, { phases }, profile) {
  const index = phases.findIndex(({ name }) => name === level.phase);
  const phase = phases[index];
  if (!phase) return { sets: [], issues: ["There is no phase of that name."] };
  const now = valuesOf(phase);
  const parts = ["users", "spawnRatePerSec", "arrivalRatePerSec"].map((field) => {
    const [key, unit] = KEYS[field];
    const value = level[field];
    if (value === void 0 || value === now[field]) return { sets: [], issues: [] };
    if (!Object.hasOwn(now, field)) return { sets: [], issues: [`${phase.name} has no ${key}.`] };
    return { sets: [{ path: `${pathOf(phases, index, profile)}.${key}`, value: `${value}${unit}` }], issues: [] };
  });
  return { sets: parts.flatMap(({ sets }) => sets), issues: parts.flatMap((part) => part.issues) };
}
function valuesOf(phase) {
  switch (phase.model) {
    case "closed":
      return { users: phase.users, spawnRatePerSec: phase.spawnRatePerSec };
    case "open":
      return { arrivalRatePerSec: phase.arrivalRatePerSec };
    case "iterations":
      return { users: phase.users };
    case "pause":
      return {};
  }
}
function pathOf(phases, index, profile) {
  const part = phases.some(({ name }) => name === String(index)) ? phases[index]?.name ?? "" : String(index);
  return profile === void 0 ? `phases.${part}` : `profiles.${profile}.phases.${part}`;
}

// src/command-ask.ts
var NO_TARGET = "http://127.0.0.1";
async function askForStart(request, { ports, ask, next }) {
  const one = narrowToOne(request, ports);
  const read = one && readPlan(one, ports);
  if (!one || !read) return request;
  await ports.onSecrets(read.prepared.plan.program.secrets);
  const { config, plan } = read.prepared;
  const form = buildStartForm(one, { scenario: config.scenario, plan, hasTarget: read.hasTarget });
  let issues = [];
  for (; ; ) {
    ask(form, issues);
    const wish = await next();
    if (!wish) return request;
    const choice = chooseStart(one, form, wish);
    issues = choice.ok ? listErrors(choice.request, ports) : choice.issues;
    if (choice.ok && issues.length === 0) return choice.request;
  }
}
function narrowToOne(request, { cwd, root, env }) {
  const found = resolveScenarios(request, { workingDirectory: cwd, root, env, requireSecrets: true });
  return found.ok && typeof found.value === "string" ? narrowRequest(request, found.value) : void 0;
}
function readPlan(request, ports) {
  const asked = prepare(request, ports);
  if (asked.ok) return { prepared: asked.value, hasTarget: true };
  if (request.target !== void 0 || !asked.issues.some(({ code }) => code === "target")) return void 0;
  const without = prepare({ ...request, target: NO_TARGET }, ports);
  return without.ok ? { prepared: without.value, hasTarget: false } : void 0;
}
function prepare(request, ports) {
  return prepareGate(request, { ...ports, workers: request.workers, requireSecrets: true });
}
function listErrors(request, ports) {
  const prepared = prepare(request, ports);
  if (prepared.ok) return [];
  const errors = prepared.issues.filter(({ severity }) => severity === "error").map(describeIssue);
  return errors.length > 0 ? errors : ["The plan was refused."];
}
function describeIssue({ message, suggestion }) {
  return cleanText(suggestion === void 0 ? message : `${message} (${suggestion})`, 500);
}

// src/terminal/web/message-log.ts
var MOST_BYTES = 128 * 1024 * 1024;
var MessageLog = class {
  #most;
  /** Undefined: no longer kept. */
  #slots = [];
  /** Places of messages that may go, ascending; those before `#nextToGo` have gone. */
  #passing = [];
  #nextToGo = 0;
  #bytes = 0;
  #asked;
  constructor(mostBytes = MOST_BYTES) {
    this.#most = mostBytes;
  }
  /** Messages so far, with those that are no longer kept. */
  get length() {
    return this.#slots.length;
  }
  /** Messages that were too much to keep; 0 unless a run is very long. */
  get lost() {
    return this.#nextToGo;
  }
  /** The message at a place from 0; undefined: it is no longer kept, or it has not come. */
  at(place) {
    return this.#slots[place];
  }
  /** Takes in one message. */
  add(text, keep) {
    const bytes = Buffer.from(text);
    const place = this.#slots.push(bytes) - 1;
    this.#bytes += bytes.length;
    if (keep === "passes") this.#passing.push(place);
    if (keep === "ask") {
      if (this.#asked !== void 0) this.#forget(this.#asked);
      this.#asked = place;
    }
    while (this.#bytes > this.#most && this.#nextToGo < this.#passing.length) {
      this.#forget(this.#passing[this.#nextToGo] ?? -1);
      this.#nextToGo++;
    }
  }
  #forget(place) {
    this.#bytes -= this.#slots[place]?.length ?? 0;
    this.#slots[place] = void 0;
  }
};

// src/terminal/web/page-feed.ts
var PageFeed = class {
  #log;
  #socket;
  #next = 0;
  #isSending = false;
  #isGone = false;
  #whenTold;
  constructor(log, socket) {
    this.#log = log;
    this.#socket = socket;
  }
  /** There may be something new. */
  wake() {
    if (this.#isSending || this.#isGone) return;
    while (this.#next < this.#log.length) {
      const message = this.#log.at(this.#next++);
      if (!message) continue;
      this.#isSending = true;
      this.#socket.send(message, () => {
        this.#isSending = false;
        this.wake();
      });
      return;
    }
    this.#whenTold?.();
  }
  /** The page has gone; nothing more is told. */
  leave() {
    this.#isGone = true;
    this.#whenTold?.();
  }
  /** Resolves when the page has been told all there is, or has gone. */
  async told() {
    if (this.#isGone || !this.#isSending && this.#next >= this.#log.length) return;
    await new Promise((resolve) => {
      this.#whenTold = resolve;
    });
  }
};

// src/terminal/web/parse-page-message.ts
var LONGEST_TEXT = 2048;
var MOST_PHASES = 1e3;
var LARGEST = 1e9;
function parsePageMessage(text) {
  const value = parseObject(text);
  switch (value?.["kind"]) {
    case "stop":
      return { kind: "stop" };
    case "level":
      return parseLevel(value);
    case "start":
      return parseStart(value);
    default:
      return void 0;
  }
}
function parseObject(text) {
  try {
    return asFields(JSON.parse(text));
  } catch {
    return void 0;
  }
}
function asFields(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}
function parseLevel({ phase, users, spawnRatePerSec }) {
  if (!isCount(phase) || !isCount(users) || !isRate(spawnRatePerSec)) return void 0;
  return { kind: "level", phase, users, spawnRatePerSec };
}
function parseStart({ target, levels }) {
  if (!isText(target) || !Array.isArray(levels) || levels.length > MOST_PHASES) return void 0;
  const parsed = levels.map((level) => parseChosen(asFields(level) ?? {}));
  return parsed.every((level) => level !== void 0) ? { kind: "start", target, levels: parsed } : void 0;
}
function parseChosen({ phase, users, spawnRatePerSec, arrivalRatePerSec }) {
  if (!isText(phase)) return void 0;
  if (users !== void 0 && !isCount(users)) return void 0;
  if (spawnRatePerSec !== void 0 && !isRate(spawnRatePerSec)) return void 0;
  if (arrivalRatePerSec !== void 0 && !isRate(arrivalRatePerSec)) return void 0;
  return {
    phase,
    ...users !== void 0 && { users },
    ...spawnRatePerSec !== void 0 && { spawnRatePerSec },
    ...arrivalRatePerSec !== void 0 && { arrivalRatePerSec }
  };
}
function isText(value) {
  return typeof value === "string" && value.length <= LONGEST_TEXT;
}
function isCount(value) {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= LARGEST;
}
function isRate(value) {
  return typeof value === "number" && value > 0 && value <= LARGEST;
}

// src/terminal/web/live-page.ts
import { createHash } from "node:crypto";

// src/terminal/web/live-style.ts
var LIVE_STYLE = `html{scroll-padding-top:9rem}
.board{max-width:1560px;margin:0 auto;padding:0 32px 72px}
.board section{padding-top:44px}
.board h2{margin-bottom:10px}
.board h2:focus{outline:0}
.board .figures{margin-top:24px}
.board .figures dd{font-variant-numeric:tabular-nums}
.board .figures dd small{font-size:13px;font-weight:400}
.head{position:sticky;top:0;z-index:2;background:var(--ground);border-bottom:1px solid var(--line);padding:14px max(32px,calc((100vw - 1560px)/2 + 32px)) 12px}
.row{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 24px;min-width:0}
.head .what{display:flex;flex-wrap:wrap;align-items:baseline;gap:2px 14px;margin:0;flex:1;min-width:0}
.head h1{font-size:17px;font-weight:650;margin:0;display:block;line-height:1.4;min-width:0}
.target{margin:0;color:var(--quiet);font-size:13.5px;min-width:0;overflow-wrap:anywhere;font-weight:400}
.tools{display:flex;gap:8px;align-items:center;flex:none}
.status{align-items:center;margin-top:4px;font-size:14px;min-height:24px}
.word .state{font-size:15px;font-weight:650}
.state.going{color:var(--accent)}
.beat{fill:currentColor}
.fact{color:var(--quiet);white-space:nowrap}.fact b,.fact .name{color:var(--text);font-weight:600}
.tally{margin-left:auto;text-decoration:none;font-size:14px}
.tally:hover{text-decoration:underline}
.progress{margin:10px 0 4px;line-height:0}
.progress svg{display:block;border-radius:3px;overflow:hidden}
.progress .rest{fill:var(--other)}.progress .gone{fill:var(--accent)}.progress .mark{fill:var(--ground)}
.times{justify-content:space-between;font-size:12.5px;color:var(--quiet)}
.button,button.main{display:inline-block;font:inherit;font-size:14px;font-weight:600;background:var(--accent);color:var(--ground);border:1px solid var(--accent);border-radius:6px;padding:7px 18px;text-decoration:none}
button.main:hover,.button:hover{filter:brightness(1.1)}
button:disabled{opacity:.6;cursor:default}
button.stop{color:var(--bad);border-color:var(--bad);font-weight:600}
.sure{display:inline-flex;gap:8px;align-items:center;font-size:13.5px;font-weight:600}
button.sure-yes{background:var(--bad);color:var(--ground)}
button.plain{border:0;padding:0;background:none;color:var(--accent);text-decoration:underline;text-underline-offset:3px;font-size:inherit}
.banner{background:var(--doubt-soft);border-left:3px solid var(--doubt);padding:10px 16px;margin:20px 0 0;border-radius:0 6px 6px 0;max-width:110ch}
.banner.wrong{background:var(--bad-soft);border-color:var(--bad);margin:0 0 20px}
.banner p{margin:0}.banner ul{margin:6px 0 0;padding-left:20px}.banner li{overflow-wrap:anywhere}
.board .verdict{font-size:22px;font-weight:400;display:flex;gap:12px;line-height:1.4;overflow-wrap:anywhere}
.verdict .sign{width:26px;height:26px;margin-top:2px}
.verdict strong{font-weight:650}
#outcome{padding-top:28px}
.tallies{display:flex;gap:6px 18px;flex-wrap:wrap;margin-bottom:10px}
.promises{list-style:none;margin:0 0 8px;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,420px),1fr));gap:0 32px;font-size:14px}
.promises li{display:flex;gap:10px;align-items:baseline;padding:7px 0;border-bottom:1px solid var(--line);min-width:0}
.promises .sign{align-self:flex-start;margin-top:3px}
.promise{flex:1;min-width:0;overflow-wrap:anywhere}
.reading-of{text-align:right;max-width:55%;overflow-wrap:anywhere}
.promises .none{color:var(--quiet)}
.promises .doubt .promise,.promises .doubt strong{color:var(--doubt)}
.promises .bad .promise,.promises .bad strong{color:var(--bad);font-weight:600}
.live-rows tbody tr{cursor:pointer}
.live-rows tbody tr:hover{background:var(--raised)}
.live-rows th,.live-rows td{padding:8px 16px 8px 0}
.live-rows tbody th,.live-rows th:first-child{padding-left:12px}
.live-rows th:last-child,.live-rows td:last-child{padding-right:12px}
.live-rows .all th,.live-rows .all td{font-weight:600}
.live-rows .chosen{background:var(--raised);box-shadow:inset 3px 0 var(--accent)}
.live-rows .broken{color:var(--bad);font-weight:650}.live-rows .broken small{color:inherit}
.live-rows .broken .sign{vertical-align:-3px;margin-right:6px}
.pick,.sort{border:0;background:none;padding:0;font:inherit;color:inherit;text-align:left}
.pick .name{overflow-wrap:anywhere}
.chosen .pick{color:var(--accent)}
.sort{color:var(--quiet)}
.sort:hover{color:var(--text)}
[aria-sort] .sort{color:var(--text);font-weight:600}
[aria-sort] .sort:after{content:" ↓"}
#charts-head{display:flex;flex-wrap:wrap;gap:4px 20px;align-items:baseline;margin-bottom:14px}
#charts-head h2{margin:0;overflow-wrap:anywhere;min-width:0}
.charts{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 48px}
.drawing,.drawing>*{display:grid;grid-template:subgrid/minmax(0,1fr);grid-row:span 4;min-width:0}
.drawing{margin-bottom:32px;min-height:300px}.drawing.wide{grid-column:1/-1}
.drawing figure{margin:0}
.drawing .plot>svg{height:210px}
.chart.nothing p{height:210px;display:grid;place-items:center;color:var(--quiet);border:1px dashed var(--line);border-radius:6px;margin:6px 0 0;padding:0 16px;text-align:center;grid-row:3}
.files{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:6px 28px}
.level{display:flex;flex-wrap:wrap;align-items:center;gap:8px 18px;margin-top:16px;padding:10px 16px;background:var(--raised);border-radius:8px;font-size:13.5px}
.level-name{margin:0;font-weight:600}
.level .number{display:inline-flex;gap:8px;align-items:center}
.level .asked:empty{display:none}
.level .asked{flex-basis:100%}
input[type=number],input[type=url]{font:inherit;font-size:14px;color:var(--text);background:var(--ground);border:1px solid var(--quiet);border-radius:6px;padding:6px 10px;min-width:0;font-variant-numeric:tabular-nums}
input[type=number]{width:12ch}
input::placeholder{color:var(--quiet);opacity:1}
input[readonly]{background:var(--raised);color:var(--quiet)}
input:user-invalid{border-color:var(--bad);outline-color:var(--bad)}
.start{max-width:760px;margin:0 auto}
.board .start h2{font-size:22px;margin-bottom:4px}
.start .note{margin-bottom:20px}
.field{display:grid;gap:4px}
.field label,.start legend{font-weight:600;padding:0}
.field input{width:100%}
fieldset{border:0;padding:0;margin:20px 0 12px;min-width:0}
.phase-row{display:flex;flex-wrap:wrap;gap:6px 24px;align-items:center;justify-content:space-between;padding:10px 0;border-bottom:1px solid var(--line);min-height:60px}
.phase-name{margin:0;min-width:0;overflow-wrap:anywhere;flex:1 1 180px}
.phase-name small{display:block}
.inputs{display:flex;gap:20px;flex-wrap:wrap}
.start .number{display:grid;gap:2px;font-size:12.5px;color:var(--quiet)}
.start .number input{width:16ch}
.fixed{margin:0;color:var(--quiet);font-size:14px}
.start button.main{padding:9px 32px;font-size:15px}
@media (min-width:1700px){
.charts{grid-template-columns:repeat(3,minmax(0,1fr))}
}
@media (max-width:900px){
.board{padding:0 24px 56px}
.head{padding-left:24px;padding-right:24px}
.charts{grid-template-columns:minmax(0,1fr)}
}
@media (max-width:640px){
html{scroll-padding-top:8rem}
.board{padding:0 16px 40px}
.head{padding:10px 16px 8px}
.head .target{display:none}
.head h1{font-size:15px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.head .what{flex-wrap:nowrap}
.status{gap:2px 14px;font-size:13px;margin-top:2px}
.word .state{font-size:14px}
.tally{margin-left:0;font-size:13px}
.times{display:none}
.progress{margin:6px 0 2px}
.board section{padding-top:32px}
.board .figures{grid-template-columns:repeat(3,1fr);margin-top:16px}
.board .figures div{padding:10px 12px}
.board .figures dd{font-size:16px}
.board .figures dd small{display:block;font-size:12px}
.board .verdict{font-size:18px}
.inputs{gap:12px}
.live-rows{font-size:13px}
.live-rows th,.live-rows td{padding:8px 0 8px 10px}
.live-rows th:last-child,.live-rows td:last-child{padding-right:8px}
.live-rows tbody th{min-width:0}
.live-rows tr>:nth-child(2),.live-rows tr>:nth-child(4),.live-rows tr>:nth-child(5){display:none}
.live-rows tr>:first-child{width:45%}
.live-rows td small{display:none}
.live-rows .broken .sign{width:13px;height:13px;margin-right:4px}
.start .number input,.level .number input{width:13ch}
.level small{flex-basis:100%}
}
@media print{
.head{position:static}
.tools,.level,#downloads,.sort:after{display:none}
}
`;

// src/terminal/web/live-page.ts
function slot(id, tag = "section") {
  return markup`<${trustMarkup(tag)} id="${id}" hidden></${trustMarkup(tag)}>\n`;
}
var LIVE_PAGE = markup`<!doctype html>
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
${[slot("trouble", "div"), slot("outcome"), slot("ask"), slot("figures", "div"), slot("level", "div"), slot("promises"), slot("endpoints")]}<section id="charts" aria-labelledby="charts-h" hidden>
${slot("charts-head", "div")}<div class="charts" id="drawings"></div>
</section>
${[slot("failing"), slot("downloads"), slot("notes")]}</main>
<p id="said" class="unseen" role="status"></p>
</body>
</html>
`.toString();
var LIVE_PAGE_POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)} ${hashOf(LIVE_STYLE)}`,
  `script-src 'self' 'sha256-${SCRIPT_HASH}'`,
  "connect-src 'self'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types load-gate"
].join("; ");
function hashOf(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

// src/terminal/web/route-live-page.ts
var CSV_FILES = {
  "stats.csv": "stats",
  "stats_history.csv": "history",
  "failures.csv": "failures",
  "exceptions.csv": "exceptions"
};
function routeLivePage({ script, summarize, report }) {
  const fixed = /* @__PURE__ */ new Map([
    ["", { contentType: "text/html; charset=utf-8", body: () => LIVE_PAGE, policy: LIVE_PAGE_POLICY }],
    ["page.js", { contentType: "text/javascript; charset=utf-8", body: () => script }]
  ]);
  return (path) => {
    const name = Object.hasOwn(CSV_FILES, path) ? CSV_FILES[path] : void 0;
    const run = name && summarize();
    if (name && run) return { contentType: "text/csv; charset=utf-8", downloadAs: path, body: () => renderLocustCsv({ run })[name] };
    const page = path === "report.html" ? report() : void 0;
    if (page !== void 0) return { contentType: "text/html; charset=utf-8", body: () => page, ...policyOf(page) };
    return fixed.get(path);
  };
}
function policyOf(page) {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)?.[1];
  return policy === void 0 ? {} : { policy };
}

// src/terminal/web/live-page-server.ts
var PATIENCE_MS = 2e3;
var LivePage = class _LivePage {
  #server;
  #mask;
  #onWish;
  #log = new MessageLog();
  #feeds = /* @__PURE__ */ new Set();
  #bursts = 0;
  #burst;
  #end;
  constructor({ mask, onWish }) {
    this.#mask = mask;
    this.#onWish = onWish;
  }
  /** Serves it; a GateError where its port is taken. */
  static async open(input) {
    const page = new _LivePage(input);
    const routes = routeLivePage({
      script: input.script,
      summarize: () => page.#summarize(),
      report: () => page.#end?.files["report.html"]
    });
    page.#server = await servePages({ port: input.port, routes, onSocket: (socket) => page.#attend(socket) });
    return page;
  }
  /** What to open in a browser. */
  get url() {
    return this.#server?.url ?? "";
  }
  /** Nothing runs yet; the last word about what can be chosen. */
  ask(form, issues) {
    this.#tell({ kind: "ask", form, issues }, "ask");
  }
  /** A burst begins. */
  begin(burst) {
    const { name, shownTarget, profile, seed, program, phases, series } = burst.plan;
    this.#burst = burst;
    this.#bursts++;
    const told = { number: this.#bursts, name, target: shownTarget, profile, seed, maxUsers: program.maxUsers, phases, series };
    this.#tell({ kind: "begin", burst: { ...told, startedAt: (/* @__PURE__ */ new Date()).toISOString() } }, "stays");
  }
  /** A second is complete. */
  second(second, snapshot) {
    const failures = maskDeep(second.failures, this.#mask);
    this.#add({ kind: "second", second: { ...second, failures }, snapshot: maskDeep(snapshot, this.#mask) }, "passes");
  }
  note(text) {
    this.#tell({ kind: "note", text }, "stays");
  }
  /** The last word. Resolves when every page has it, or has had time enough. */
  async end(end) {
    this.#end = end;
    this.#add({ kind: "end", end: { ...maskDeep({ ...end, files: {} }, this.#mask), files: end.files } }, "stays");
    let timer;
    const patience = new Promise((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([Promise.all([...this.#feeds].map((feed) => feed.told())), patience]);
    clearTimeout(timer);
  }
  async close() {
    await this.#server?.close();
  }
  #summarize() {
    return this.#burst && maskDeep(this.#burst.summarize(), this.#mask);
  }
  #attend(socket) {
    const feed = new PageFeed(this.#log, socket);
    this.#feeds.add(feed);
    if (this.#log.lost > 0) socket.send(JSON.stringify(tellLoss(this.#log.lost)), () => void 0);
    feed.wake();
    return {
      onText: (text) => {
        const wish = parsePageMessage(text);
        if (wish) this.#onWish(wish);
        else socket.refuse("that is no message of this page");
      },
      onGone: () => {
        this.#feeds.delete(feed);
        feed.leave();
      }
    };
  }
  #tell(message, keep) {
    this.#add(maskDeep(message, this.#mask), keep);
  }
  #add(message, keep) {
    this.#log.add(JSON.stringify(message), keep);
    for (const feed of this.#feeds) feed.wake();
  }
};
function tellLoss(seconds) {
  return {
    kind: "note",
    text: `The run is long: its first ${seconds} seconds are no longer kept for a page that comes late. The reports will have them.`
  };
}

// src/terminal/web/read-page-script.ts
import { readFileSync } from "node:fs";
var SCRIPT = new URL(import.meta.url.endsWith(".ts") ? "../../../dist/live-page.js" : "./live-page.js", import.meta.url);
function readPageScript() {
  try {
    return readFileSync(SCRIPT);
  } catch (cause) {
    throw new GateError("LOAD_GATE_FILE_UNREADABLE", "the script of the live page is not there", {
      hint: "build it: npm run build",
      cause
    });
  }
}

// src/command-live.ts
async function runOnPage(request, asked, terms) {
  const watched = new WatchedRun(terms);
  await watched.open(asked.port);
  try {
    const result = await watched.run(request, asked.waits);
    await watched.end(describeEnd(result));
    return result;
  } catch (thrown) {
    const { lines } = explainError(thrown);
    await watched.end({ verdict: void 0, reason: lines.join("\n"), files: {} });
    throw thrown;
  } finally {
    await watched.close();
  }
}
var MOST_LEVEL_NOTES = 1e3;
var WatchedRun = class {
  #terms;
  #stop = new AbortController();
  #ports;
  #page;
  #burst;
  #levelNotes = 0;
  #start;
  constructor(terms) {
    this.#terms = terms;
    const { ports } = terms;
    ports.stopped.addEventListener(
      "abort",
      () => this.#page?.note(`Ending the burst and writing the reports: ${String(ports.stopped.reason)}.`),
      {
        once: true
      }
    );
    this.#ports = {
      ...ports,
      onNote: (note) => {
        ports.onNote(note);
        this.#page?.note(note);
      },
      onIssues: (issues) => {
        ports.onIssues(issues);
        if (issues.length > 0) this.#page?.note(renderIssues(issues, paintPlain).trimEnd());
      },
      stopped: AbortSignal.any([ports.stopped, this.#stop.signal]),
      live: {
        onBurst: (burst) => {
          this.#burst = burst;
          this.#page?.begin(burst);
        },
        onSecond: (second, snapshot) => this.#page?.second(second, snapshot)
      }
    };
  }
  async open(port) {
    this.#page = await LivePage.open({ port, script: readPageScript(), mask: this.#terms.mask, onWish: (wish) => this.#hear(wish) });
    this.#terms.print(`live page: ${this.#page.url}`);
  }
  async run(request, waits) {
    const chosen = waits ? await this.#ask(request) : request;
    return this.#terms.run(chosen, this.#ports);
  }
  async end(end) {
    await this.#page?.end(end);
  }
  async close() {
    await this.#page?.close();
  }
  #ask(request) {
    const { stopped } = this.#ports;
    let isTold = false;
    stopped.addEventListener("abort", () => this.#start?.(void 0), { once: true });
    return askForStart(request, {
      ports: this.#ports,
      ask: (form, issues) => {
        if (!isTold) this.#terms.print("It begins when somebody says so on the page.");
        isTold = true;
        this.#page?.ask(form, issues);
      },
      next: () => new Promise((resolve) => {
        this.#start = resolve;
        if (stopped.aborted) resolve(void 0);
      })
    });
  }
  #hear(wish) {
    switch (wish.kind) {
      case "start":
        this.#start?.(wish);
        break;
      case "stop":
        if (this.#ports.stopped.aborted) break;
        this.#ports.onNote("Stopped from the live page: ending the burst and writing the reports.");
        this.#stop.abort("stopped from the live page");
        break;
      case "level":
        this.#setLevel(wish);
        break;
    }
  }
  #setLevel({ phase, users, spawnRatePerSec }) {
    const isSet = this.#burst?.setLevel({ phase, users, spawnRatePerSec }) === true;
    this.#levelNotes++;
    if (this.#levelNotes === MOST_LEVEL_NOTES) this.#ports.onNote("Further changes from the live page are not told one by one.");
    if (this.#levelNotes >= MOST_LEVEL_NOTES) return;
    const name = cleanText(this.#burst?.plan.phases[phase]?.name ?? "");
    const what = `${formatNumber(users, 0)} ${users === 1 ? "user" : "users"} in ${name}, ${formatNumber(spawnRatePerSec, 3)} a second`;
    if (isSet) this.#ports.onNote(`From the live page: ${what}.`);
    else this.#page?.note("The level stays as it is: that phase does not run now, or so many users are beyond --max-users.");
  }
};
var OFFERED = ["report.html", "stats.csv", "stats_history.csv", "failures.csv", "exceptions.csv"];
var MOST_CHARACTERS = 16e6;
function describeEnd(result) {
  if (result.kind === "issues") return { verdict: void 0, reason: renderIssues(result.issues, paintPlain).trimEnd(), files: {} };
  const { state, reasons } = result.report.verdict;
  const files = {};
  let room = MOST_CHARACTERS;
  const alone = result.kind === "suite" ? /* @__PURE__ */ new Map([["report.html", renderSuiteHtml(result.report, "nothing")]]) : void 0;
  for (const [path, text] of new Map([...result.files, ...alone ?? []])) {
    if (!OFFERED.includes(path.split("/").at(-1) ?? "") || text.length > room) continue;
    files[path.replaceAll("/", "-")] = text;
    room -= text.length;
  }
  return { verdict: { state, reasons }, reason: void 0, files };
}
export {
  runOnPage
};
