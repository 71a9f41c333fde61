import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  firstReasons,
  listParts,
  renderSuiteHtml,
  verdictOf
} from "./chunk-ECKKQ7OZ.js";
import {
  exitCodeFor,
  outcomeOfError
} from "./chunk-O7J3BUEA.js";
import {
  describeEngine,
  describeWorkers,
  durationOf,
  listSecrets,
  narrowRequest,
  prepareGate,
  prepareParts,
  resolveScenarios,
  startOnLocust
} from "./chunk-JF6XPDQB.js";
import {
  usageIssue
} from "./chunk-6KYQQO5W.js";
import {
  SIGNS,
  TITLES,
  WORDS,
  WindowWatch,
  checkSla,
  checkWatched,
  comparisonBlocks,
  dataSeed,
  endpointTable,
  fitBlocks,
  forgetEarlier,
  forgetReports,
  judgeRun,
  promiseTable,
  publishRun,
  reasonsBlock,
  renderFinal,
  renderJunitSuites,
  resolvePlaces,
  serverTables,
  socketTables,
  titleBlock,
  tryWriting,
  unjudgedBlocks
} from "./chunk-FG3ZWFYC.js";
import {
  detailFolds,
  tableBlock
} from "./chunk-O6M2G4GT.js";
import {
  sortChecks
} from "./chunk-4OKLBAXO.js";
import {
  compareValues,
  explainNoTime,
  explainUnusable,
  isSound,
  lookAtBaseline,
  lookOnce,
  reseedPlan
} from "./chunk-EW3JHPTR.js";
import {
  listInvalidities
} from "./chunk-XFBL2BYX.js";
import {
  explainFar,
  explainLate
} from "./chunk-PKM3PKZK.js";
import {
  codeSpan,
  escapeMarkdown,
  escapeSentence
} from "./chunk-XR53GZEW.js";
import {
  readOrigin
} from "./chunk-457D4EUQ.js";
import {
  renderTable,
  wrapText
} from "./chunk-B4CW4QRU.js";
import {
  resolveOut,
  writeReports
} from "./chunk-JEDR5GJU.js";
import {
  SECOND_LOOK_BURSTS,
  openBaseline
} from "./chunk-B352537M.js";
import {
  compareLive
} from "./chunk-JHW4SND7.js";
import {
  formatCount
} from "./chunk-ZLLVWJAM.js";
import {
  RESULTS_VERSION,
  renderResults
} from "./chunk-5YB5ZHND.js";
import {
  explainPart,
  nameShard
} from "./chunk-WKKYXOXW.js";
import {
  isSecondOf,
  summarizeEndpoints
} from "./chunk-XW65F56M.js";
import {
  summarizeUnbegun
} from "./chunk-3VIWAPV4.js";
import {
  countAsked,
  planTimes
} from "./chunk-SSNSFCKQ.js";
import {
  mergeSlices,
  toSlice
} from "./chunk-Q6SUR2IB.js";
import {
  WHOLE_BURST
} from "./chunk-V5SBQFRO.js";
import {
  keyOf
} from "./chunk-36QIXGWF.js";
import {
  createMasker,
  maskDeep
} from "./chunk-IIID24TU.js";
import {
  attemptsOf,
  failuresOf,
  mergeDistributions,
  percentileUs
} from "./chunk-QC36IMXK.js";
import {
  formatBytes,
  formatDuration,
  formatLatency,
  formatNumber,
  formatRate
} from "./chunk-BRFOQZPS.js";
import {
  ANY_ANSWER
} from "./chunk-MFS6CBON.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  GateError
} from "./chunk-WYDHRVNK.js";
import {
  VERSION
} from "./chunk-MLCRLLSN.js";

// src/terminal/render-suite-final.ts
var COLUMNS = [
  { title: "part", align: "left", shrinksTo: 16 },
  { title: "verdict", align: "left" },
  { title: "promises", align: "right" },
  { title: "requests", align: "right", goes: 2 },
  { title: "failed", align: "right", goes: 1 },
  { title: "time", align: "right", goes: 3 }
];
function renderSuiteFinal(report, options) {
  const { width, paint, reportPath } = options;
  const parts = report.parts.flatMap(
    (part) => part.state === "ran" ? [`${paint("strong", cleanText(`── ${part.name}`))}
${renderFinal(part.report, { ...options, reportPath: void 0 }).trimEnd()}`] : []
  );
  const [style, word] = TITLES[report.verdict.state];
  const rows = listParts(report).map(({ part, state, absence, promises, requests, failed, duration }) => [
    { text: part.name },
    { text: absence ?? TITLES[state][1], style: TITLES[state][0] },
    { text: promises },
    { text: requests },
    { text: failed },
    { text: duration }
  ]);
  const title = wrapText(`${word}  ${cleanText(report.name)}, ${report.parts.length} parts`, width, "  ");
  const sections = [
    [paint(style, word) + (title[0] ?? "").slice(word.length), ...title.slice(1)],
    firstReasons(report).flatMap((reason) => wrapText(`- ${cleanText(reason)}`, width, "  ")),
    renderTable(COLUMNS, rows, width, paint),
    reportPath === void 0 ? [] : wrapText(`reports: ${cleanText(reportPath)}`, width, "  ")
  ];
  const whole = sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${[...parts, ...whole].join("\n\n")}
`;
}

// src/gate-suite.ts
import { join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// src/gate-server.ts
async function watchServer({ server, program }, { env, cwd, stopped, onNote }, burst) {
  if (server.rows.length === 0) return (await burst()).runs;
  const { SideChannel } = await import("./chunk-NQ2B5M7N.js");
  const { ServerWatch } = await import("./chunk-EOHQUNQC.js");
  const line = new SideChannel({ connections: server.connections, allowedHosts: program.allowedHosts, env });
  const mask = createMasker(program.secrets);
  const watch = new ServerWatch(server, { line, cwd, env, mask, onNote: (note) => onNote(cleanText(note, 400)) });
  watch.start();
  try {
    const { runs, originMs } = await burst();
    const [run, ...others] = runs;
    return [{ ...run, server: await watch.finish({ run, originMs, signal: stopped }) }, ...others];
  } finally {
    await watch.close();
  }
}

// src/metrics/build-live-second.ts
function buildLiveSecond({ second, phase, users, starts, deltas }, collector, levelChanges = []) {
  const cells = deltas.flatMap((delta) => delta.cells);
  return {
    second,
    phase,
    users,
    starts,
    began: deltas.flatMap(({ iterations }) => iterations).reduce((sum, { book }) => sum + book.started, 0),
    slices: listSlices(second, cells),
    failures: listFailures(cells, collector),
    ...levelChanges.length > 0 && { levelChanges: [...levelChanges] }
  };
}
function listSlices(second, cells) {
  const byPlace = /* @__PURE__ */ new Map();
  for (const cell of cells) {
    const { series, phase } = cell;
    const part = toSlice(second, cell);
    if (part.ok + part.failed + part.censored === 0) continue;
    const key = `${series} ${phase}`;
    byPlace.set(key, { series, phase, slice: mergeSlices(byPlace.get(key)?.slice, part) });
  }
  return [...byPlace.values()];
}
function listFailures(cells, collector) {
  const changed = /* @__PURE__ */ new Map();
  for (const { series, phase, failures } of cells) {
    const totals = collector.totals(series)[phase];
    for (const part of failures) {
      const failure = totals?.failureLike(part);
      if (failure) changed.set(`${series} ${phase} ${keyOf(failure)}`, { series, phase, failure });
    }
  }
  return [...changed.values()];
}

// src/metrics/live-progress.ts
var RATE_SECONDS = 3;
var LiveProgress = class {
  #phases;
  #series;
  #collector;
  #shard;
  #history = [];
  #starts = 0;
  #phase = 0;
  #phaseBeganMs = 0;
  constructor({ phases, series, shard = WHOLE_BURST }, collector) {
    this.#shard = shard;
    this.#phases = phases;
    this.#series = series;
    this.#collector = collector;
  }
  /** The run as it stands after a second. */
  snapshot(second, checks) {
    const elapsedMs = (second.second + 1) * 1e3;
    this.#starts += second.starts;
    this.#follow(second.phase, second.second * 1e3);
    const parts = this.#series.map((_entry, index) => this.#collector.totals(index));
    const requests = parts.map((perPhase) => perPhase.reduce((sum2, totals2) => sum2 + attemptsOf(totals2.counts), 0));
    this.#history.push(requests);
    if (this.#history.length > RATE_SECONDS + 1) this.#history.shift();
    const latencies = parts.map((perPhase) => mergeDistributions(perPhase.map((totals2) => totals2.distribution("latency"))));
    const rows = this.#series.map((entry, index) => {
      const failures = (parts[index] ?? []).reduce((sum2, totals2) => sum2 + failuresOf(totals2.counts), 0);
      return toRow(entry.name, { requests: requests[index] ?? 0, failures, ratePerSec: this.#rate(index) }, latencies[index]);
    });
    const openOf = (perPhase) => perPhase.findLast((totals2) => totals2.openAt(second.second) !== void 0)?.openAt(second.second) ?? 0;
    const openSockets = parts.reduce((all, perPhase) => all + openOf(perPhase), 0);
    const sum = (pick) => rows.reduce((total, row) => total + pick(row), 0);
    const totals = { requests: sum((row) => row.requests), failures: sum((row) => row.failures), ratePerSec: sum((row) => row.ratePerSec) };
    return {
      elapsedMs,
      plannedMs: this.#phaseBeganMs + sumDurations(this.#phases.slice(this.#phase)),
      phase: this.#phases[this.#phase]?.name ?? "draining",
      users: second.users,
      ...openSockets === 0 ? {} : { openSockets },
      starts: this.#starts,
      plannedStarts: this.#plannedStarts(),
      rows: rows.filter((_row, index) => this.#series[index]?.selected === true),
      total: toRow("total", totals, mergeDistributions(latencies)),
      ...checks.length === 0 ? {} : { checks }
    };
  }
  #rate(index) {
    const first = this.#history[0]?.[index] ?? 0;
    const last = this.#history.at(-1)?.[index] ?? 0;
    const seconds = this.#history.length - 1;
    return seconds < 1 ? last : (last - first) / seconds;
  }
  /** Fixed work ends when it ends; what comes after it is as long as planned. */
  #follow(phase, beganMs) {
    if (phase === this.#phase) return;
    const passed = this.#phases.slice(this.#phase, phase);
    const isPlanned = passed.every(({ model }) => model !== "iterations");
    this.#phaseBeganMs = isPlanned ? this.#phaseBeganMs + sumDurations(passed) : beganMs;
    this.#phase = phase;
  }
  #plannedStarts() {
    let planned = 0;
    for (const phase of this.#phases) {
      if (phase.model === "closed") return void 0;
      planned += countAsked(phase, this.#shard) ?? 0;
    }
    return planned;
  }
};
function sumDurations(phases) {
  return phases.reduce((sum, phase) => sum + phase.durationMs, 0);
}
function toRow(name, counts, latency) {
  const at = (percentile) => latency ? percentileUs(latency, percentile) : void 0;
  return { name, ...counts, p50Us: at(50), p95Us: at(95), p99Us: at(99) };
}

// src/verdict/live-judge.ts
var GROWING = /^(?:throughput|count|upload|download|concurrent|messages_(?:in|out)|status\b.*|duration)$/;
var LiveJudge = class {
  #sla;
  #phases;
  #series;
  #watch;
  #times;
  #judged;
  constructor(sla, plan) {
    this.#sla = sla;
    this.#phases = plan.phases;
    this.#series = plan.series;
    this.#watch = new WindowWatch(sla, plan);
    this.#times = planTimes(plan.phases);
    this.#judged = this.#times.filter((_, index) => plan.phases[index]?.warmup === false && plan.phases[index]?.model !== "pause");
  }
  /** Takes in a second that is complete; `summarize` gives what a series measured so far, phase by phase. */
  judge(second, summarize) {
    const fired = isSecondOf(this.#judged, second.second) ? this.#watch.feed(second)[0] : void 0;
    const run = this.#interim(second.second, summarize);
    const rows = checkSla(run, this.#sla, void 0).flatMap((check) => tellCheck(check, isUndecided(check)));
    const names = /* @__PURE__ */ new Map();
    const windows = this.#watch.watched.flatMap((watched) => tellCheck(checkWatched(watched, run, names), !watched.streak.fired));
    const subject = fired?.scope.kind === "series" ? fired.scope.name : "total";
    return { checks: [...rows, ...windows], abort: fired && `${subject}: ${fired.rule.text}` };
  }
  /** The run as if it ended with this second. */
  #interim(second, summarize) {
    const nowMs = (second + 1) * 1e3;
    const none = { planned: 0, started: 0, dropped: 0, missed: 0, ok: 0, failed: 0, cut: 0, interrupted: 0 };
    return {
      phases: this.#phases.map((plan, index) => {
        const times = this.#times[index];
        const hasBegun = times !== void 0 && times.startMs < nowMs;
        return {
          plan,
          startMs: hasBegun ? times.startMs : void 0,
          endMs: hasBegun ? Math.min(times.endMs ?? nowMs, nowMs) : void 0,
          iterations: none,
          peakUsers: 0
        };
      }),
      series: this.#series.map((series, index) => ({ ...series, perPhase: summarize(index) }))
    };
  }
};
function isUndecided({ metric, limit }) {
  return GROWING.test(metric) && !/^[≤<]/.test(limit);
}
function tellCheck(check, mayHeal) {
  const { name, limit, series, metric, kind, phase } = check;
  const base = { name, limit, series, metric, scope: kind === "window" ? "window" : phase === void 0 ? "run" : "phase" };
  switch (check.state) {
    case "skipped":
      return [];
    case "no-data": {
      const { samples } = check;
      return [
        { ...base, state: "waiting", observed: samples === 0 ? "" : `${formatNumber(samples, 0)} ${samples === 1 ? "sample" : "samples"}` }
      ];
    }
    case "passed":
      return [{ ...base, state: "holding", observed: check.observed.text }];
    case "breached":
      return [{ ...base, state: mayHeal ? "waiting" : check.severity === "warn" ? "warning" : "broken", observed: check.observed.text }];
  }
}

// src/gate-load.ts
async function prepareTargets(plans, ports) {
  for (const plan of plans) {
    const side = plan === plans[0] ? "" : "on the baseline's side: ";
    const refusal = await prepareTarget(plan, { ...ports, onNote: (note) => ports.onNote(`${side}${note}`) });
    if (refusal !== void 0) return `${side}${refusal}`;
  }
  return void 0;
}
async function prepareTarget(plan, ports) {
  if (plan.before.length === 0) return void 0;
  const { runBefore } = await import("./chunk-GJV6TQY2.js");
  try {
    await runBefore(plan, { env: ports.env, onStep: (name) => ports.onNote(`before: ${cleanText(name)}`), signal: ports.stopped });
    return void 0;
  } catch (error) {
    if (ports.stopped.aborted) return String(ports.stopped.reason);
    if (!(error instanceof GateError) || error.code !== "LOAD_GATE_BEFORE_FAILED") throw error;
    return [error.message, error.hint].filter(Boolean).join("; ");
  }
}
async function describeUnbegun(prepared, ports, reason) {
  const { readEnvironment } = await import("./chunk-SB462RWD.js");
  const { plan, scenarioHash } = prepared;
  const engine = await describeEngine(prepared, ports);
  const identity = { environment: readEnvironment(ports.env), scenarioHash, version: VERSION, engine };
  return summarizeUnbegun(plan, identity, { reason, at: (/* @__PURE__ */ new Date()).toISOString(), peakMemoryBytes: process.memoryUsage.rss() });
}
function runLoad(prepared, plans, ports, startAtMs) {
  return watchServer(plans[0], ports, () => measureLoad(prepared, plans, ports, startAtMs));
}
async function startBurst(prepared, plans, ports, options) {
  const [plan, against] = plans;
  if (prepared.engine.kind === "locust") {
    if (against !== void 0 || options.startAtMs !== void 0) throw new Error("Locust was given what it cannot do");
    return startOnLocust(prepared, plan, options, ports);
  }
  const { runBurst } = await import("./chunk-B2PXFMFK.js");
  return runBurst(plans, options);
}
async function measureLoad(prepared, plans, ports, startAtMs) {
  const { config, scenarioHash } = prepared;
  const [plan, against] = plans;
  ports.onNote(
    `${cleanText(plan.name)} → ${plan.shownTarget}${against ? ` and ${against.shownTarget}` : ""}, seed ${plan.seed}, ${describeWorkers(prepared, plan)}`
  );
  const judge = new LiveJudge(config.sla, plan);
  let progress;
  const burst = await startBurst(prepared, plans, ports, {
    env: ports.env,
    scenarioHash,
    version: VERSION,
    startAtMs,
    onSecond: (second, { collector, levelChanges }) => {
      progress ??= new LiveProgress(plan, collector);
      const { checks, abort } = judge.judge(second, (series) => collector.totals(series).map((totals) => totals.summarize()));
      const snapshot = progress.snapshot(second, checks);
      ports.onProgress(snapshot);
      ports.live?.onSecond(buildLiveSecond(second, collector, levelChanges), snapshot);
      return abort;
    }
  });
  ports.live?.onBurst({ plan, summarize: () => burst.summarize(), setLevel: (level) => burst.setLevel(level) });
  const stop = () => burst.stop(String(ports.stopped.reason));
  ports.stopped.addEventListener("abort", stop, { once: true });
  if (ports.stopped.aborted) stop();
  try {
    return { runs: await burst.done, originMs: performance.now() - burst.elapsedMs() };
  } finally {
    ports.stopped.removeEventListener("abort", stop);
  }
}

// src/gate-live.ts
async function lookAtLive(first, input) {
  const { sla, interleave, onNote } = input;
  const pairs = [maskPair(first, input)];
  const describe = (result) => {
    const [, ...more] = pairs;
    const further = more.map(({ candidate }) => candidate);
    const where = input.plans.baseline.shownTarget;
    const live = { where, interleave, runs: pairs.map(({ baseline }) => baseline) };
    return { further, made: further, live, comparison: result && { kind: "live", where, interleave, at: sla.regressionPlaces.at, result } };
  };
  if (!isSound(first.candidate, sla)) return describe();
  const compare = () => {
    const [look, ...second] = pairs;
    return compareLive({ first: look, second, rules: sla.regression });
  };
  const early = compare();
  if (early.state !== "second-look") return describe(early);
  onNote(`A second look at fresh data: ${early.suspects.join(", ")} may be worse than the baseline.`);
  const limits = { timeBoxMs: input.plans.candidate.timeBoxMs, maxDurationMs: input.maxDurationMs };
  const refusal = explainNoTime(first.candidate.durationMs, SECOND_LOOK_BURSTS, limits);
  if (refusal !== void 0) {
    onNote(refusal);
    return describe(early);
  }
  for (let number = 1; number <= SECOND_LOOK_BURSTS; number++) {
    const pair = maskPair(await input.runPair(reseed(input.plans, number)), input);
    pairs.push(pair);
    const why = explainUnusable(pair.candidate, sla);
    if (why === void 0) continue;
    onNote(why);
    return describe(early);
  }
  return describe(compare());
}
function maskPair({ candidate, baseline }, { mask }) {
  return { candidate: mask(candidate), baseline: mask(baseline) };
}
function reseed({ candidate, baseline }, number) {
  const seed = candidate.seed + number >>> 0;
  return { candidate: reseedPlan(candidate, seed), baseline: reseedPlan(baseline, seed) };
}

// src/gate.ts
async function runGate(request, ports) {
  const prepared = prepareGate(request, { ...ports, workers: request.workers, requireSecrets: true });
  if (!prepared.ok) return { kind: "issues", issues: prepared.issues };
  return { kind: "judged", ...await runPrepared(prepared, request, ports) };
}
async function runPrepared({ value: prepared, warnings }, request, ports) {
  const { config, plan } = prepared;
  const places = resolvePlaces(request, ports, { time: "time", name: plan.name, profile: plan.profile ?? "default" });
  await forgetEarlier(request, places);
  await ports.onSecrets(plan.program.secrets);
  ports.onIssues(warnings);
  if (!config.hasSla) ports.onNote(`There is no ${request.sla.file}: nothing is promised, so the verdict will be inconclusive.`);
  await describeEngine(prepared, ports);
  const baseline = await openBaseline(request.baseline, request.key, ports);
  try {
    const report = await measure(prepared, request, { ports, baseline });
    return await publishRun(report, request, { ports, baseline });
  } finally {
    await baseline?.store.close();
  }
}
async function measure(prepared, request, { ports, baseline }) {
  const refusal = await prepareTargets(plansOf(prepared), ports);
  if (refusal !== void 0) return describeReport(await describeUnbegun(prepared, ports, refusal), prepared, { ports });
  const [run, other] = await runLoad(prepared, plansOf(prepared), ports);
  const looks = other ? await lookLive({ candidate: run, baseline: other }, prepared, request, ports) : baseline && await lookStored(run, prepared, request, { ports, baseline });
  return describeReport(run, prepared, { ports, looks });
}
function plansOf({ plan, against }) {
  return against ? [plan, against] : [plan];
}
function lookLive(first, prepared, { interleave, caps }, ports) {
  const { plan, against, config } = prepared;
  if (!against) throw new Error("two targets were measured where one was planned");
  return lookAtLive(first, {
    plans: { candidate: plan, baseline: against },
    interleave,
    maxDurationMs: caps.maxDurationMs,
    sla: config.sla,
    runPair: async (plans) => {
      const [candidate, baseline] = await runLoad(prepared, [plans.candidate, plans.baseline], ports);
      if (!baseline) throw new Error("a burst of two targets measured one");
      return { candidate, baseline };
    },
    mask: masked(plan, ports),
    onNote: (note) => ports.onNote(note)
  });
}
function lookStored(run, prepared, request, { ports, baseline }) {
  const { plan, config, engine } = prepared;
  const onNote = (note) => ports.onNote(note);
  const known = { sla: config.sla, baseline, origin: readOrigin(ports.env), mask: masked(plan, ports), onNote };
  if (engine.kind === "locust" && engine.expectWorkers !== void 0) {
    const comparison = lookOnce(run, { ...known, noSecondLook: "the Locust workers are gone. Run it again" });
    return Promise.resolve({ further: [], made: [], comparison });
  }
  return lookAtBaseline(run, {
    ...known,
    plan,
    storesBursts: request.mode === "update-baseline",
    maxDurationMs: request.caps.maxDurationMs,
    runBurst: async (next) => (await runLoad(prepared, [next], ports))[0]
  });
}
function masked(plan, ports) {
  const mask = openMask(plan, ports);
  return (burst) => maskDeep(burst, mask);
}
function openMask({ program }, { secrets = [] }) {
  return createMasker([...program.secrets, ...secrets]);
}
function describeReport(run, { plan, config }, { ports, looks }) {
  const verdict = judgeRun(
    run,
    config.sla,
    dataSeed(run),
    looks && { further: looks.made, others: looks.live?.runs, regression: looks.comparison?.result }
  );
  const more = {
    ...looks && looks.further.length > 0 && { further: looks.further },
    ...looks?.live && { live: looks.live },
    ...looks?.comparison && { comparison: looks.comparison }
  };
  return maskDeep({ run, verdict, handRows: compareValues(run, config.sla), ...more }, openMask(plan, ports));
}

// src/report/suite/count-bytes.ts
function countBytes({ run, further = [], live }) {
  return [run, ...further, ...live?.runs ?? []].reduce((sum, burst) => sum + bytesOf(burst), 0);
}
function bytesOf({ series }) {
  return series.flatMap(({ perPhase }) => perPhase).reduce((sum, { bytesSent, bytesReceived }) => sum + bytesSent + bytesReceived, 0);
}

// src/report/has-news.ts
function hasNews({ verdict, comparison, handRows = [] }) {
  return verdict.state !== "pass" || verdict.checks.some(({ state }) => state === "breached" || state === "no-data") || (comparison?.result.rows ?? []).some(({ state }) => state === "regressed" || state === "suspect" || state === "improved") || handRows.some(({ state }) => state === "beyond" || state === "lost");
}

// src/report/render-comment.ts
var COMMENT_LIMIT = 6e4;
var MOST_OPEN = 10;
function tellInComment(report) {
  return { hasNews: hasNews(report), renderComment: (frame) => renderComment(report, frame) };
}
function renderMarker(key) {
  return `<!-- load-gate key=${encodeKey(key)} -->`;
}
function renderComment(report, frame) {
  const endpoints = summarizeEndpoints(report.run);
  const [promises, comparison] = [promiseBlocks(report.verdict), comparisonBlocks(report)];
  const title = titleBlock(report, endpoints);
  const head = [renderMarker(frame.key), ...title.head, ...frameLines(frame)];
  return fitBlocks(
    [
      { ...title, head },
      shorten(reasonsBlock(report)),
      // What decided comes first.
      ...report.verdict.state === "regression" ? [...comparison, ...promises] : [...promises, ...comparison],
      { summary: "Endpoints", blocks: [endpointTable("", endpoints)] },
      ...socketTables("", endpoints).map((table) => ({ summary: "WebSockets", blocks: [table] })),
      ...detailFolds(report, endpoints)
    ],
    COMMENT_LIMIT
  );
}
function encodeKey(key) {
  const bytes = new TextEncoder().encode(key);
  const encoded = Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w.-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
  return encoded.replace(/-(?=-)/g, "%2D");
}
function frameLines({ commit, reportUrl, runUrl, note }) {
  const places = [
    commit === void 0 ? "" : `commit ${nameCommit(commit, runUrl)}`,
    renderLink("report", reportUrl),
    renderLink("workflow run", runUrl)
  ].filter((place) => place !== "");
  return [...places.length > 0 ? ["", places.join(" · ")] : [], ...note === void 0 ? [] : ["", escapeMarkdown(note, 500)]];
}
function nameCommit(commit, runUrl) {
  const repository = /^(.+)\/actions\/runs\/\d+/.exec(runUrl ?? "")?.[1];
  const name = codeSpan(commit.slice(0, 7));
  const link = repository !== void 0 && /^[0-9a-f]{40}$/.test(commit) ? renderLink(name, `${repository}/commit/${commit}`) : "";
  return link === "" ? name : link;
}
function renderLink(text, url) {
  return url !== void 0 && /^https?:\/\/[\w.:-]+(?:\/[\w.~%/?&=#+,:@!-]*)?$/.test(url) && url.length <= 1e3 ? `[${text}](${url})` : "";
}
function shorten({ head, rows, tail }) {
  const left = rows.length - MOST_OPEN;
  return left > 1 ? { head, rows: [...rows.slice(0, MOST_OPEN), `- … and ${formatNumber(left, 0)} more`], tail } : { head, rows, tail };
}
function promiseBlocks({ checks, reasons }) {
  if (checks.length === 0) return [];
  const sorted = sortChecks(checks);
  const open = sorted.length <= MOST_OPEN ? sorted : sorted.filter((check) => !isCalm(check));
  const folded = sorted.slice(open.length);
  return [
    open.length > 0 ? promiseTable("### Promises", open) : { head: ["### Promises"], rows: [], tail: [] },
    ...folded.length > 0 ? [{ summary: nameCalm(folded), blocks: [promiseTable("", folded)] }] : [],
    ...unjudgedBlocks(checks, reasons.slice(0, MOST_OPEN))
  ];
}
function isCalm({ state }) {
  return state === "passed" || state === "skipped";
}
function nameCalm(checks) {
  const skipped = checks.filter(({ state }) => state === "skipped").length;
  return [
    ...checks.length > skipped ? [`Promises that hold: ${formatNumber(checks.length - skipped, 0)}`] : [],
    ...skipped > 0 ? [`skipped: ${formatNumber(skipped, 0)}`] : []
  ].join(", ");
}

// src/report/suite/render-suite-md.ts
var LIMIT = 6e4;
function renderSuiteMd(report, limit = LIMIT) {
  return fitBlocks(listPieces(report, []), limit);
}
function renderSuiteComment(report, frame) {
  const [first, ...rest] = listPieces(report, frameLines(frame));
  if (!first || "summary" in first) throw new Error("a suite begins with its title");
  return fitBlocks([{ ...first, head: [renderMarker(frame.key), ...first.head] }, ...rest], COMMENT_LIMIT);
}
function listPieces(report, frame) {
  const { name, verdict, parts } = report;
  const names = parts.flatMap((part) => [
    part.name,
    ...part.state === "ran" ? part.report.verdict.checks.map((check) => check.name) : []
  ]);
  return [
    { head: [`## ${SIGNS[verdict.state]} ${WORDS[verdict.state]}: ${escapeMarkdown(name, 120)}`, ...frame], rows: [], tail: [] },
    { head: [""], rows: firstReasons(report).map((reason) => `- ${escapeSentence(reason, names)}`), tail: [] },
    partTable(report),
    ...parts.flatMap(describePart)
  ];
}
function partTable(report) {
  const columns = ["part", "verdict", "promises >", "requests >", "failed >", "time >"];
  const rows = listParts(report).map(({ part, state, absence, promises, requests, failed, duration }) => [
    codeSpan(part.name, 80),
    `${SIGNS[state]} ${absence ?? WORDS[state]}`,
    promises,
    requests,
    failed,
    duration
  ]);
  return tableBlock("### Parts", columns, rows);
}
function describePart(part) {
  if (part.state !== "ran") return [];
  const { report, name } = part;
  const { state, checks } = report.verdict;
  const title = escapeMarkdown(name, 80);
  const table = checks.length > 0 ? [promiseTable("", sortChecks(checks))] : [];
  const endpoints = summarizeEndpoints(report.run);
  const figures = [endpointTable("", endpoints), ...socketTables("", endpoints), ...serverTables("", report.run)];
  const comparison = comparisonBlocks(report);
  const flat = comparison.flatMap((piece) => "summary" in piece ? piece.blocks : [piece]);
  if (state === "pass") return [{ summary: `${SIGNS.pass} ${title}`, blocks: [...table, ...flat, ...figures] }];
  const heading = { head: [`### ${SIGNS[state]} ${title}`], rows: [], tail: [] };
  return [heading, ...table, ...comparison, { summary: `Endpoints of ${title}`, blocks: figures }];
}

// src/report/suite/render-suite-reports.ts
function renderSuiteReports(report, resultsOf) {
  return /* @__PURE__ */ new Map([
    ["results.json", renderSuiteResults(report, resultsOf)],
    ["report.html", renderSuiteHtml(report, "folders")],
    ["summary.md", renderSuiteMd(report)],
    ["junit.xml", renderSuiteJunit(report)],
    ["badge.json", renderSuiteBadge(report)]
  ]);
}
function renderSuiteResults({ name, file, verdict, parts }, resultsOf) {
  const documents = parts.map((part) => {
    const { state, reasons } = verdictOf(part);
    const head2 = JSON.stringify({
      name: part.name,
      folder: part.folder,
      scenario: part.scenario,
      state: part.state,
      verdict: { state, reasons }
    });
    const results = part.state === "ran" ? resultsOf(part) : void 0;
    if (part.state === "ran" && results === void 0) throw new Error(`there are no results of ${part.name}`);
    return results === void 0 ? head2 : `${head2.slice(0, -1)},"results":${results.trim()}}`;
  });
  const head = JSON.stringify({ schema_version: RESULTS_VERSION, suite: { name, file }, verdict });
  return `${head.slice(0, -1)},"parts":[
${documents.join(",\n")}
]}
`;
}
function renderSuiteJunit({ name, file, verdict, parts }) {
  const place = { classname: "load-gate", file, line: 1 };
  const leftOut = parts.flatMap(
    (part) => part.state === "ran" ? [] : [{ kind: "error", ...place, name: part.name, message: verdictOf(part).reasons.join(" ") }]
  );
  const kind = verdict.state === "pass" ? "passed" : verdict.state === "inconclusive" ? "error" : "failure";
  const whole = { kind, ...place, name: `verdict of ${name}`, message: `${verdict.state}: ${verdict.reasons.join(" ")}` };
  const ran = parts.flatMap((part) => part.state === "ran" ? [{ name: part.name, report: part.report }] : []);
  return renderJunitSuites(ran, [...leftOut, whole]);
}
var COLORS = { pass: "brightgreen", breach: "red", regression: "orange", inconclusive: "yellow" };
function renderSuiteBadge({ verdict, parts }) {
  const { state } = verdict;
  const bad = parts.filter((part) => verdictOf(part).state === state).length;
  const message = state === "pass" ? "pass" : `${state} in ${bad} of ${parts.length}`;
  return `${JSON.stringify({ schemaVersion: 1, label: "load gate", message, color: COLORS[state], ...state === "pass" ? {} : { isError: true } })}
`;
}

// src/verdict/decide-suite.ts
var WORST = ["breach", "regression", "inconclusive", "pass"];
var MOST_REASONS = 3;
function decideSuite(parts) {
  const state = WORST.find((word) => parts.some(({ verdict }) => verdict.state === word));
  if (state === void 0) return { state: "inconclusive", reasons: ["The suite has no parts."] };
  if (state === "pass") return { state, reasons: [parts.length === 1 ? "The one part passes." : `All ${parts.length} parts pass.`] };
  const reasons = WORST.slice(0, -1).flatMap(
    (word) => parts.filter(({ verdict }) => verdict.state === word).flatMap(({ name, verdict }) => tell(name, verdict.reasons))
  );
  return { state, reasons };
}
function tell(name, reasons) {
  const shown = reasons.slice(0, MOST_REASONS).map((reason) => `${name}: ${reason}`);
  const left = reasons.length - shown.length;
  return left > 0 ? [...shown, `${name}: … and ${left} more.`] : shown;
}

// src/gate-suite.ts
async function runGates(request, ports) {
  const { cwd, root, env } = ports;
  const asked = resolveScenarios(request, { workingDirectory: cwd, root, env, requireSecrets: true });
  if (!asked.ok) return { kind: "issues", issues: asked.issues };
  const suite = asked.value;
  if (typeof suite === "string") return runGate(narrowRequest(request, suite), ports);
  if (request.page?.waits === true)
    return { kind: "issues", issues: [usageIssue("--wait", "conflict", "the live page begins one scenario, not several; leave wait out")] };
  const parts = prepareParts(suite, request, { ...ports, workers: request.workers, requireSecrets: true });
  if (!parts.ok) return { kind: "issues", issues: [...asked.warnings, ...parts.issues] };
  const secrets = listSecrets(parts.value);
  await ports.onSecrets(secrets);
  ports.onIssues(asked.warnings);
  const own = { ...ports, secrets, onSecrets: () => Promise.resolve() };
  return { kind: "suite", ...await new SuiteGate(suite, request, own).run(parts.value) };
}
var SuiteGate = class {
  #suite;
  #request;
  #ports;
  #done = [];
  #outcomes = [];
  #files = /* @__PURE__ */ new Map();
  #beganMs = performance.now();
  #bytesLeft;
  constructor(suite, request, ports) {
    this.#suite = suite;
    this.#request = request;
    this.#ports = ports;
    this.#bytesLeft = request.caps.maxBytes;
  }
  async run(parts) {
    const folder = await this.#clear(parts);
    const queue = [...parts];
    for (const [index, step] of this.#suite.steps.entries()) {
      const ended = this.#endedBy();
      const part = step.kind === "part" ? queue.shift() : void 0;
      if (part === void 0) await this.#pause(step, ended, queue.length);
      else if (ended === void 0) {
        const place = `Part ${parts.length - queue.length} of ${parts.length}`;
        const afterMs = durationOf({ steps: this.#suite.steps.slice(index + 1) }, queue);
        await this.#runPart(part, { folder, place, afterMs });
      } else this.#leaveOut(part, ended);
    }
    return this.#publish(folder);
  }
  /** Refuses places that may not be written to, and takes earlier files out of all of them: closed also for the parts that may never begin. */
  async #clear(parts) {
    const { cwd, root } = this.#ports;
    const names = { time: (/* @__PURE__ */ new Date()).toISOString(), name: this.#suite.name, profile: this.#request.profile ?? "default" };
    const folder = resolveOut({ cwd, root }, this.#request.out, names);
    const places = parts.map((part) => {
      const own = this.#requestOf(part, folder);
      const { name, profile = "default" } = part.ready.value.plan;
      return { own, of: resolvePlaces(own, this.#ports, { time: "time", name, profile }) };
    });
    await forgetReports(folder);
    for (const { own, of } of places) {
      await forgetReports(of.folder);
      await forgetEarlier(own, of);
    }
    return folder;
  }
  #requestOf({ request, folder, name }, suiteFolder) {
    const { csvPrefix, key } = this.#request;
    return {
      ...request,
      out: join(suiteFolder, folder),
      csvPrefix: csvPrefix === void 0 ? void 0 : `${csvPrefix}_${folder}`,
      key: `${key} / ${name}`
    };
  }
  /** Why no further part begins; undefined: one does. */
  #endedBy() {
    if (this.#ports.stopped.aborted) return String(this.#ports.stopped.reason).replace(/\.$/, "");
    const broken = this.#done.find((part) => ["breach", "regression"].includes(verdictOf(part).state));
    if (this.#suite.stopOn === "breach" && broken) return `${broken.name} came to a ${verdictOf(broken).state}`;
    return this.#bytesLeft > 0 ? void 0 : `the parts before it have moved the ${formatBytes(this.#request.caps.maxBytes)} of --max-bytes`;
  }
  async #pause(step, ended, left) {
    if (step.kind !== "pause" || ended !== void 0 || left === 0) return;
    this.#ports.onNote(`A pause of ${formatDuration(step.ms)}.`);
    await sleep(step.ms, void 0, { signal: this.#ports.stopped }).catch(() => void 0);
  }
  /** `afterMs`: what pauses and other parts need after this one. */
  async #runPart(part, { folder, place, afterMs }) {
    const { name } = part;
    this.#ports.onNote(`${place}: ${cleanText(name)}`);
    const request = this.#requestOf(part, folder);
    const leftMs = Math.max(0, request.caps.maxDurationMs - (performance.now() - this.#beganMs) - afterMs);
    const limited = { ...request, caps: { ...request.caps, maxDurationMs: leftMs } };
    try {
      const run = await runPrepared(limitBytes(part.ready, this.#bytesLeft), limited, this.#ports);
      this.#take(part, run);
      this.#ports.onNote(`${cleanText(name)}: ${run.report.verdict.state}`);
    } catch (thrown) {
      if (!(thrown instanceof GateError) || outcomeOfError(thrown.code).kind !== "not-measured") throw thrown;
      this.#lose(part, thrown);
    }
  }
  #take({ name, folder, request }, { report, files, outcome }) {
    this.#bytesLeft -= countBytes(report);
    this.#done.push({ name, scenario: request.scenario, folder, state: "ran", report });
    this.#outcomes.push(outcome);
    for (const [file, text] of files) this.#files.set(`${folder}/${file}`, text);
  }
  /** Closed: it has its own exit code, which nothing excuses, and the suite is no pass. */
  #lose({ name, folder, request }, error) {
    const reason = cleanText([error.message, error.hint].filter(Boolean).join("; "), 600).replace(/\.$/, "");
    this.#ports.onNote(`${cleanText(name)} could not be measured: ${reason} (${error.code})`);
    this.#done.push({ name, scenario: request.scenario, folder, state: "lost", reason });
    this.#outcomes.push(outcomeOfError(error.code));
  }
  /** Closed: what was not measured is no pass, and was compared with nothing. */
  #leaveOut({ name, folder, request }, reason) {
    const { failOn } = this.#request;
    this.#ports.onNote(`${cleanText(name)} is left out: ${cleanText(reason)}.`);
    this.#done.push({ name, scenario: request.scenario, folder, state: "left-out", reason });
    this.#outcomes.push({ kind: "judged", verdict: "inconclusive", failOn, lacksBaseline: true, isWritten: true });
  }
  async #publish(folder) {
    const report = this.#describe();
    const combined = renderSuiteReports(report, (part) => this.#files.get(`${part.folder}/results.json`));
    const files = new Map([...combined, ["run.log", this.#ports.log()]]);
    const isWritten = await tryWriting(() => writeReports(folder, files), this.#ports);
    const shown = relative(this.#ports.cwd, folder) || ".";
    return {
      report,
      reportPath: isWritten ? shown.startsWith("..") ? folder : shown : void 0,
      files: new Map([...combined, ...this.#files]),
      outcome: { kind: "suite", parts: this.#outcomes, isWritten }
    };
  }
  /** The parts with one verdict; what a file or an error says is masked, as the reports of the parts are already. */
  #describe() {
    const mask = createMasker(this.#ports.secrets ?? []);
    const parts = this.#done.map((part) => {
      const shown = { ...part, name: mask(part.name), scenario: mask(part.scenario) };
      return shown.state === "ran" ? shown : { ...shown, reason: mask(shown.reason) };
    });
    const verdict = decideSuite(parts.map((part) => ({ name: part.name, verdict: verdictOf(part) })));
    return { name: mask(this.#suite.name), file: this.#suite.file, parts, verdict };
  }
};
function limitBytes(ready, maxBytes) {
  const { plan, against, ...rest } = ready.value;
  const limit = (one) => ({
    ...one,
    program: { ...one.program, maxBytes: Math.min(one.program.maxBytes, maxBytes) }
  });
  return { ...ready, value: { ...rest, plan: limit(plan), against: against && limit(against) } };
}

// src/terminal/render-progress.ts
function measureProgress(snapshot) {
  const { elapsedMs, plannedMs, starts, plannedStarts } = snapshot;
  const leftMs = Math.max(0, plannedMs - elapsedMs);
  if (plannedStarts === void 0 || plannedStarts === 0) {
    const ratio2 = plannedMs > 0 ? Math.min(1, elapsedMs / plannedMs) : 1;
    return { ratio: ratio2, text: `${formatSeconds(Math.min(elapsedMs, plannedMs))}/${formatSeconds(plannedMs)}`, etaMs: leftMs };
  }
  const ratio = Math.min(1, starts / plannedStarts);
  const text = `${formatNumber(starts, 0)}/${formatNumber(plannedStarts, 0)}`;
  return { ratio, text, etaMs: starts > 0 ? Math.min(leftMs, elapsedMs / starts * Math.max(0, plannedStarts - starts)) : leftMs };
}
function renderProgress(snapshot, width) {
  const { total } = snapshot;
  const progress = measureProgress(snapshot);
  const done = `${progress.text} (${(progress.ratio * 100).toFixed(1)} %)`;
  const rate = formatRate(total.ratePerSec);
  const ok = `ok ${formatNumber(total.requests - total.failures, 0)}`;
  const failed = `failed ${formatNumber(total.failures, 0)}`;
  const eta = `ETA ${formatSeconds(progress.etaMs)}`;
  const choices = [[done, rate, ok, failed, eta], [done, rate, ok, failed], [done, ok, failed], [done, failed], [done]].map(
    (parts) => parts.join(" | ")
  );
  const text = (choices.find((choice) => choice.length <= width) ?? done).slice(0, width);
  const room = Math.min(WIDEST_BAR, width - text.length - 3);
  return room < NARROWEST_BAR ? text : `[${renderBar(progress.ratio, room)}] ${text}`;
}
var WIDEST_BAR = 30;
var NARROWEST_BAR = 5;
function renderBar(ratio, width) {
  const full = Math.floor(ratio * width + 1e-9);
  return "█".repeat(full) + "░".repeat(width - full);
}
function formatSeconds(durationMs) {
  const seconds = Math.round(durationMs / 1e3);
  return seconds === 0 ? "0 s" : formatDuration(seconds * 1e3);
}

// src/terminal/line-log.ts
var EVERY_MS = 5e3;
var LineLog = class {
  #write;
  #nextMs = EVERY_MS;
  #lastMs = 0;
  constructor(write) {
    this.#write = write;
  }
  update(snapshot) {
    if (snapshot.elapsedMs < this.#lastMs) this.#nextMs = EVERY_MS;
    this.#lastMs = snapshot.elapsedMs;
    if (snapshot.elapsedMs < this.#nextMs) return;
    this.#nextMs = (Math.floor(snapshot.elapsedMs / EVERY_MS) + 1) * EVERY_MS;
    this.#write(renderProgressLine(snapshot));
  }
  log(line) {
    this.#write(line);
  }
  finish() {
    this.#nextMs = Number.POSITIVE_INFINITY;
  }
};
function renderProgressLine(snapshot) {
  const { total } = snapshot;
  const progress = measureProgress(snapshot);
  const broken = (snapshot.checks ?? []).filter((check) => check.state === "broken").map((check) => cleanText(check.name, 80));
  return [
    formatSeconds(snapshot.elapsedMs).padStart(5),
    cleanText(snapshot.phase, 40),
    `${formatNumber(snapshot.users, 0)} users`,
    ...snapshot.openSockets ? [`${formatNumber(snapshot.openSockets, 0)} open sockets`] : [],
    `${progress.text} (${(progress.ratio * 100).toFixed(1)} %)`,
    formatRate(total.ratePerSec),
    `ok ${formatNumber(total.requests - total.failures, 0)}`,
    `failed ${formatNumber(total.failures, 0)}`,
    ...total.p95Us === void 0 ? [] : [`p95 ${formatLatency(total.p95Us)}`],
    ...broken.length === 0 ? [] : [`broken: ${broken.join(", ")}`]
  ].join("  ");
}

// src/terminal/listen-for-signals.ts
function listenForSignals(say) {
  const controller = new AbortController();
  const onSignal = (name) => {
    if (controller.signal.aborted) process.exit(exitCodeFor({ kind: "not-measured" }));
    say(`${name}: ending the burst and writing the reports; once more to quit at once`);
    controller.abort(name === "SIGINT" ? "interrupted (SIGINT)" : `ended from outside (${name})`);
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return controller.signal;
}

// src/gate-shard.ts
import { relative as relative2 } from "node:path";
import { setTimeout as sleep2 } from "node:timers/promises";

// src/gate-clock.ts
var TIMEOUT_US = 2e6;
async function askClock({ target, program }, { env, stopped }, untilMs) {
  const [{ SideChannel }, { measureClock }] = await Promise.all([import("./chunk-NQ2B5M7N.js"), import("./chunk-F2PYGBQR.js")]);
  const { connections, allowedHosts } = program;
  const line = new SideChannel({ connections: connections.slice(0, 1), allowedHosts, env });
  const request = buildAsking(target);
  try {
    return await measureClock({
      ask: async () => (await line.ask(request, void 0, stopped)).date,
      now: () => Date.now(),
      untilMs,
      signal: stopped
    });
  } finally {
    line.close();
  }
}
function buildAsking(target) {
  const url = new URL(target);
  return {
    series: -1,
    name: "the time of the target",
    method: "HEAD",
    origin: url.origin,
    base: url.href,
    path: url.pathname,
    query: [],
    headers: ["user-agent", `load-gate/${VERSION}`, "accept", "*/*"],
    templatedHeaders: [],
    body: { kind: "none" },
    connection: 0,
    timeoutUs: TIMEOUT_US,
    followRedirects: false,
    cookies: false,
    traceparent: false,
    slowerThanUs: Number.POSITIVE_INFINITY,
    expect: ANY_ANSWER,
    expectTexts: {},
    captures: [],
    keepBody: false
  };
}

// src/workspace/name-attempt.ts
function nameAttempt(env) {
  if (env["GITHUB_ACTIONS"] !== "true") return "";
  const [run, attempt] = [env["GITHUB_RUN_ID"] ?? "", env["GITHUB_RUN_ATTEMPT"] ?? "1"];
  return /^\d{1,20}$/.test(run) && /^\d{1,9}$/.test(attempt) ? `${run}/${attempt}` : "";
}

// src/gate-shard.ts
var READY_MS = 8e3;
async function runShard(request, ports) {
  const { shard } = request;
  const asked = resolveScenarios(request, { workingDirectory: ports.cwd, root: ports.root, env: ports.env, requireSecrets: true });
  if (!asked.ok) return { kind: "issues", issues: asked.issues };
  if (typeof asked.value !== "string")
    return refuse("SCENARIO", "conflict", "shards make one scenario, and this is a suite", "give each part its own plan, shards and merge");
  const far = explainFar(shard.startAtMs, Date.now());
  if (far !== void 0) return refuse("start-at", "value", far);
  const one = narrowRequest(request, asked.value);
  const prepared = prepareGate(one, { ...ports, workers: request.workers, requireSecrets: true, startAtMs: shard.startAtMs, shard });
  if (!prepared.ok) return { kind: "issues", issues: prepared.issues };
  const foreign = explainForeign(prepared.value, shard);
  if (foreign !== void 0) return refuse("plan-hash", "conflict", foreign);
  return { kind: "shard", ...await runPart(prepared, { ...one, shard }, ports) };
}
function refuse(file, code, message, suggestion) {
  return { kind: "issues", issues: [usageIssue(file, code, message, suggestion)] };
}
function explainForeign({ planHash }, shard) {
  if (shard.planHash === void 0 || shard.planHash === planHash) return void 0;
  return `the plan of this shard is ${planHash ?? "none"}, and it must be ${shard.planHash}: scenario, SLA, flags, start-at and the version of load-gate must be those of the plan`;
}
async function runPart({ value: prepared, warnings }, request, ports) {
  const { plan } = prepared;
  const places = resolvePlaces({ ...request, csvPrefix: void 0 }, ports, {
    time: new Date(request.shard.startAtMs).toISOString(),
    name: plan.name,
    profile: plan.profile ?? "default"
  });
  await forgetReports(places.folder);
  await ports.onSecrets(plan.program.secrets);
  ports.onIssues(warnings);
  const { run, clock } = await measure2(prepared, request.shard, ports);
  const shard = describeShard(prepared, request.shard, { run, clock, env: ports.env });
  const mask = createMasker([...plan.program.secrets, ...ports.secrets ?? []]);
  const report = maskDeep(describePart2({ ...run, shards: [shard] }), mask);
  const files = /* @__PURE__ */ new Map([["results.json", renderResults(report)]]);
  const doubts = listDoubts(report.run, prepared);
  for (const doubt of doubts) ports.onNote(doubt);
  const isWritten = await tryWriting(() => writeReports(places.folder, new Map([...files, ["run.log", ports.log()]])), ports);
  const shown = relative2(ports.cwd, places.folder) || ".";
  return {
    report,
    shard,
    reportPath: isWritten ? shown.startsWith("..") ? places.folder : shown : void 0,
    files,
    doubts,
    outcome: { kind: "shard", isSound: doubts.length === 0, isWritten }
  };
}
function describePart2(run) {
  return { run, verdict: { state: "inconclusive", reasons: [`This is ${explainPart(run) ?? "a part of a burst"}.`], checks: [] } };
}
function listDoubts(run, { config }) {
  const { ending } = run;
  const ended = ending.state === "aborted" ? "aborted" : "cut short";
  return [
    ...ending.state === "complete" ? [] : [`This part was ${ended}: ${ending.reason.replace(/\.$/, "")}.`],
    ...listInvalidities(run, config.sla.generator)
  ];
}
function describeShard({ plan, planHash = "" }, { index, count, startAtMs }, { clock, env }) {
  const startAt = new Date(startAtMs).toISOString();
  return { index, count, planHash, startAt, attempt: nameAttempt(env), workers: plan.workers, clock };
}
async function measure2(prepared, shard, ports) {
  const { plan } = prepared;
  const unbegun = async (why) => ({ run: await describeUnbegun(prepared, ports, why), clock: void 0 });
  const lateMs = Date.now() - shard.startAtMs;
  if (lateMs >= 0) return unbegun(explainLate(lateMs));
  const refusal = shard.planHash === void 0 && shard.index === 0 ? await prepareTargets([plan], ports) : void 0;
  if (refusal !== void 0) return unbegun(refusal);
  const readyMs = shard.startAtMs - READY_MS;
  const aheadMs = Math.max(0, shard.startAtMs - Date.now());
  ports.onNote(
    `${nameShard(shard)} of plan ${(prepared.planHash ?? "").slice(0, 12)} begins in ${formatDuration(Math.round(aheadMs / 100) * 100)}.`
  );
  const clock = Date.now() < readyMs ? await askClock(plan, ports, readyMs) : void 0;
  await sleep2(Math.max(0, readyMs - Date.now()), void 0, { signal: ports.stopped }).catch(() => void 0);
  if (ports.stopped.aborted) return { ...await unbegun(String(ports.stopped.reason)), clock };
  const [run] = await runLoad(prepared, [plan], ports, shard.startAtMs);
  return { run, clock };
}

// src/terminal/render-shard-final.ts
function renderShardFinal({ run, shard, doubts }, { width, paint, reportPath }) {
  const { total } = summarizeEndpoints(run);
  const word = doubts.length === 0 ? "MEASURED" : "NOT SOUND";
  const facts = `${nameShard(shard)}, ${run.scenario.name} on ${run.target}, ${formatDuration(run.durationMs)}, ${formatCount(total.attempts)} requests, seed ${run.seed}`;
  const [first = "", ...rest] = wrapText(`${word}  ${cleanText(facts)}`, width, "  ");
  const next = `no verdict: load-gate merge judges all ${shard.count} shards together${reportPath === void 0 ? "" : `; this one's part of it is in ${reportPath}`}`;
  return `${[
    paint(doubts.length === 0 ? "good" : "warning", word) + first.slice(word.length),
    ...rest,
    ...doubts.flatMap((doubt) => wrapText(`- ${cleanText(doubt, 600)}`, width, "  ")),
    ...wrapText(next, width).map((line) => paint("quiet", line))
  ].join("\n")}
`;
}

export {
  hasNews,
  COMMENT_LIMIT,
  tellInComment,
  renderMarker,
  frameLines,
  renderSuiteComment,
  renderSuiteFinal,
  prepareTargets,
  runGates,
  renderProgress,
  formatSeconds,
  LineLog,
  renderProgressLine,
  listenForSignals,
  nameAttempt,
  runShard,
  renderShardFinal
};
