import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeServerRow,
  nameMetric,
  requiredSamples,
  resolvePromises
} from "./chunk-OSXSNEEX.js";
import "./chunk-SIO4AA7A.js";
import {
  durationOf,
  estimateIterationMs,
  estimateWork,
  mostSockets,
  narrowRequest,
  prepareGate,
  prepareParts,
  requestsOfStep,
  resolveScenarios,
  seriesOfStep,
  sharesOf,
  walkFlow
} from "./chunk-NOGG3LZ4.js";
import "./chunk-OBCHR3FA.js";
import {
  renderIssues
} from "./chunk-7O3YJNJG.js";
import {
  explainFar,
  explainOver,
  resolveStart
} from "./chunk-PKM3PKZK.js";
import {
  fitText,
  measureWidth,
  padText,
  renderTable,
  wrapText
} from "./chunk-NYCRIBP2.js";
import "./chunk-O2YGMJOC.js";
import "./chunk-EO6NBAQB.js";
import "./chunk-PD6CIZZZ.js";
import "./chunk-KNFU4ITQ.js";
import "./chunk-L6PGXDWQ.js";
import "./chunk-2TOVJSTJ.js";
import "./chunk-54YPKBCZ.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-I5UWU4A6.js";
import "./chunk-WIK3HJIJ.js";
import "./chunk-SIM77PFW.js";
import "./chunk-WKKYXOXW.js";
import "./chunk-HU2CD3QW.js";
import "./chunk-GCV36XLM.js";
import "./chunk-CNZLAFSP.js";
import "./chunk-NSEIX5CG.js";
import "./chunk-V5SBQFRO.js";
import "./chunk-7GDODETR.js";
import "./chunk-4BTQXOVA.js";
import "./chunk-IW22IME3.js";
import {
  createMasker
} from "./chunk-ONJ7IJNX.js";
import "./chunk-IB6763X2.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-M3TBPBE2.js";
import {
  formatBytes,
  formatDuration,
  formatNumber,
  formatRate,
  formatRatio
} from "./chunk-BRFOQZPS.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-X5NE37OZ.js";
import "./chunk-5PVW3TJC.js";

// src/plan/find-crowded-phases.ts
function findCrowdedPhases({ phases, program }) {
  const shares = sharesOf(program.users.map(({ weight }) => weight));
  const ownMs = program.users.reduce((sum, user, place) => sum + estimateIterationMs(user, program, 0) * (shares[place] ?? 0), 0);
  return phases.flatMap((phase) => {
    if (phase.model !== "open") return [];
    const busy = Math.ceil(Math.min(phase.ratePerSec * ownMs / 1e3, phase.plannedArrivals) - 1e-9);
    return busy > phase.maxUsers ? { name: phase.name, busy, maxUsers: phase.maxUsers } : [];
  });
}

// src/plan/estimate-samples.ts
function estimateSamples(plan, requestMs) {
  const work = estimateWork(plan, requestMs);
  const perIteration = plan.program.users.map((user) => {
    const shares = sharesOf(user.tasks.map((task) => task.weight));
    const tasks = user.tasks.map((task) => countBySeries(task.code, plan));
    return plan.series.map((_, series) => tasks.reduce((sum, counts, task) => sum + (counts[series] ?? 0) * (shares[task] ?? 0), 0));
  });
  const perStart = plan.program.users.map((user) => countBySeries(user.start, plan));
  return plan.series.map(
    (_, series) => plan.phases.map((_phase, phase) => {
      let samples = 0;
      let perSec = 0;
      for (const [user, { iterations, iterationsPerSec, newUsers }] of (work[phase] ?? []).entries()) {
        const each = perIteration[user]?.[series] ?? 0;
        samples += iterations * each + newUsers * (perStart[user]?.[series] ?? 0);
        perSec += iterationsPerSec * each;
      }
      return { samples, perSec };
    })
  );
}
function countBySeries(code, { program, series }) {
  const counts = series.map(() => 0);
  for (const step of walkFlow(code, program.data)) {
    for (const index of seriesOfStep(step.instruction)) counts[index] = (counts[index] ?? 0) + step.times;
  }
  return counts;
}

// src/verdict/forecast-rows.ts
function forecastRows(plan, sla, requestMs) {
  const estimates = estimateSamples(plan, requestMs);
  const isExact = isCertain(plan);
  const groups = Map.groupBy(
    resolvePromises(sla, plan),
    ({ scope, phase, state }) => JSON.stringify([scope.kind, scope.kind === "total" ? "" : scope.name, phase, state])
  );
  return [...groups.values()].flatMap((promises) => {
    const [first] = promises;
    if (!first) return [];
    const { scope, phase } = first;
    const row = {
      name: scope.kind === "total" ? "total" : scope.name,
      phase,
      metrics: promises.map(({ limit }) => nameMetric(limit.metric))
    };
    if (first.state !== "active") return [{ ...row, fate: { state: first.state, reason: first.reason } }];
    const wanted = neededBy(
      promises.map(({ limit }) => limit),
      sla.minSamples
    );
    const reach = canBeCarried(promises, plan) ? "all" : "judged";
    return [{ ...row, fate: forecast(estimatesOf(first, plan, { estimates, reach }), { needed: wanted, isExact }) }];
  });
}
function isCertain({ phases, program }) {
  return program.users.length === 1 && program.users[0]?.tasks.length === 1 && phases.every((phase) => phase.model !== "closed" && (phase.model !== "open" || phase.arrivals === "even"));
}
function neededBy(limits, minSamples) {
  return Math.max(1, ...limits.map(({ metric }) => metric.kind === "percentile" ? requiredSamples(metric.percentile, minSamples) : 1));
}
function canBeCarried(promises, { series }) {
  const scope = promises[0]?.scope;
  const isSocket = scope?.kind === "series" && series.find(({ name }) => name === scope.name)?.kind === "ws";
  return isSocket && promises.every(({ limit: { metric } }) => !("span" in metric));
}
function estimatesOf({ scope, phase }, plan, { estimates, reach }) {
  return plan.phases.flatMap((planned, index) => {
    const isJudged = reach === "all" || (phase === void 0 ? !planned.warmup && planned.model !== "pause" : planned.name === phase);
    if (!isJudged) return [];
    const own = plan.series.flatMap(
      ({ name }, series) => scope.kind === "total" || scope.name === name ? estimates[series]?.[index] ?? [] : []
    );
    return [{ plan: planned, samples: sumOf(own, "samples"), perSec: sumOf(own, "perSec") }];
  });
}
function sumOf(estimates, key) {
  return estimates.reduce((sum, estimate) => sum + estimate[key], 0);
}
function forecast(estimates, { needed, isExact }) {
  const samples = estimates.reduce((sum, estimate) => sum + estimate.samples, 0);
  const safe = isExact ? needed : Math.ceil(needed + 3 * Math.sqrt(needed));
  if (samples >= safe - 1e-3) return { state: "expected", outlook: "enough", samples, needed, remedy: void 0 };
  return {
    state: "expected",
    outlook: samples >= needed ? "close" : "short",
    samples,
    needed,
    remedy: findRemedy(estimates, safe - samples)
  };
}
function findRemedy(estimates, missing) {
  const byLength = (left, right) => right.plan.durationMs - left.plan.durationMs;
  const [timed] = estimates.filter(({ perSec }) => perSec > 0).toSorted(byLength);
  if (timed) {
    const seconds = Math.ceil(timed.plan.durationMs / 1e3 + missing / timed.perSec - 1e-9);
    return { kind: "duration", phase: timed.plan.name, durationMs: seconds * 1e3 };
  }
  for (const { plan, samples } of estimates) {
    if (plan.model !== "iterations" || samples === 0) continue;
    return { kind: "iterations", phase: plan.name, iterations: Math.ceil(plan.iterations * (1 + missing / samples) - 1e-9) };
  }
  return void 0;
}

// src/terminal/describe-plan.ts
function describePhase(phase) {
  const tail = phase.warmup ? "; a warm-up: recorded, never judged" : "";
  switch (phase.model) {
    case "pause":
      return `no load for ${formatDuration(phase.durationMs)}`;
    case "iterations":
      return `${count(phase.iterations, "iteration")} by ${count(phase.users, "virtual user")}, for at most ${formatDuration(phase.durationMs)}${tail}`;
    case "closed":
      return `${describeLevel(phase)}${tail}`;
    case "open": {
      const spacing = phase.arrivals === "even" ? "evenly spaced" : "a Poisson process";
      return `${describeRate(phase)}, ${spacing}: ${count(phase.plannedArrivals, "arrival")}, at most ${count(phase.maxUsers, "virtual user")}${tail}`;
    }
  }
}
function describeRate({ fromRatePerSec, ratePerSec, rampMs, durationMs }) {
  const rate = formatRate(ratePerSec);
  if (rampMs === 0) return `${rate} for ${formatDuration(durationMs)}`;
  return `from ${formatRate(fromRatePerSec)} to ${rate} ${describeRamp(rampMs, durationMs)}`;
}
function describeLevel({ fromUsers, users, rampMs, durationMs }) {
  if (rampMs === 0 || users === fromUsers) return `${count(users, "virtual user")} for ${formatDuration(durationMs)}`;
  return `from ${formatNumber(fromUsers, 0)} to ${count(users, "virtual user")} ${describeRamp(rampMs, durationMs)}`;
}
function describeRamp(rampMs, durationMs) {
  if (rampMs >= durationMs)
    return `in ${formatDuration(rampMs)}${rampMs > durationMs ? `, cut off after ${formatDuration(durationMs)}` : ""}`;
  return `in ${formatDuration(rampMs)}, then level for ${formatDuration(durationMs - rampMs)}`;
}
function describeThink(think) {
  switch (think.kind) {
    case "fixed":
      return `${formatDuration(think.ms)} between tasks`;
    case "uniform":
      return `${formatDuration(think.minMs)} to ${formatDuration(think.maxMs)} between tasks`;
    case "exponential":
      return `${formatDuration(think.meanMs)} on average between tasks, exponential`;
    case "pace":
      return `one task every ${formatDuration(think.ms)}`;
  }
}
function describeFlow(code, { data, slots }) {
  return walkFlow(code, data).map(({ instruction, times }) => `${describeStep(instruction, slots)}${times === 1 ? "" : ` (${formatNumber(times, 0)} times)`}`).join(", ");
}
function describeStep(instruction, slots) {
  const connection = (slot) => slots[slot]?.name.trim() ?? "";
  switch (instruction.op) {
    case "think":
      return `a pause of ${describeThink(instruction.think).replace(" between tasks", "")}`;
    case "poll":
      return `${instruction.poll.request.name}, asked every ${formatDuration(instruction.poll.everyUs / 1e3)} for at most ${formatDuration(instruction.poll.withinUs / 1e3)}`;
    case "send":
      return `send to ${connection(instruction.send.slot)}`;
    case "receive":
      return `${instruction.receive.name} within ${formatDuration(instruction.receive.withinUs / 1e3)}`;
    case "hold":
      return `hold for ${formatDuration(instruction.holdUs / 1e3)}`;
    case "close":
      return `close ${connection(instruction.slot)}`;
    case "http":
    case "parallel":
    case "ws":
      return requestsOfStep(instruction).map((request) => request.name).join(" + ");
  }
}
function count(number, word) {
  return `${formatNumber(number, 0)} ${word}${number === 1 ? "" : "s"}`;
}

// src/terminal/describe-server.ts
function describeServer({ server }) {
  return server.map((row) => [row.name, `${describeServerRow(row)}; ${describeSource(row.source, row.everyMs)}`]);
}
function describeSource(source, everyMs) {
  const every = `every ${formatDuration(everyMs)}`;
  switch (source.kind) {
    case "promql":
      return `PromQL ${source.query}, asked of --prometheus-url after the load, in steps of ${formatDuration(everyMs)}`;
    case "json":
      return `${source.path} of GET ${source.url}, ${every}`;
    case "metrics": {
      const labels = source.labels.map(({ name, value }) => `${name}=${JSON.stringify(value)}`).join(",");
      return `${source.metric}${labels === "" ? "" : `{${labels}}`} of GET ${source.url}, ${every}`;
    }
    case "ws":
      return `${source.path} of each message of ${source.url}, which is expected ${every}`;
    case "command":
      return `the number that ${source.argv.join(" ")} prints, ${every}; needs --allow-commands`;
  }
}

// src/terminal/render-plan.ts
var REQUEST_MS = 100;
function renderPlan(view) {
  const sections = [
    titleLines(view),
    factLines(view),
    beforeLines(view),
    phaseLines(view),
    userLines(view),
    rowLines(view),
    shortLines(view),
    serverLines(view)
  ];
  const text = sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n");
  return `${createMasker(view.plan.program.secrets)(text)}
`;
}
function titleLines({ plan, width, paint }) {
  const profile = plan.profile === void 0 ? "" : `, profile ${cleanText(plan.profile)}`;
  return wrapText(`${cleanText(plan.name)}${profile} (${cleanText(plan.file)})`, width).map((line) => paint("strong", line));
}
function factLines({ plan, caps, isSeedGiven, width }) {
  const { webSockets } = mostSockets(plan);
  const sockets = webSockets > 0 ? [["sockets", `up to ${count(webSockets, "WebSocket")} at once`]] : [];
  const phasesMs = plan.phases.reduce((sum, phase) => sum + phase.durationMs, 0);
  const box = `the time box is ${formatDuration(plan.timeBoxMs)}`;
  return alignedLines(
    [
      ["target", plan.shownTarget],
      ["hosts", `${plan.program.allowedHosts.join(", ")}, and no other`],
      ["seed", isSeedGiven ? String(plan.seed) : `${plan.seed} for this look; a run draws its own and prints it`],
      ["workers", count(plan.workers, "thread")],
      ...sockets,
      ["time", `${formatDuration(phasesMs)} of phases and up to ${formatDuration(plan.drainMs)} for the last answers; ${box}`],
      [
        "caps",
        `${formatRate(caps.maxRatePerSec)}, ${count(caps.maxUsers, "virtual user")}, ${formatDuration(caps.maxDurationMs)}, ${formatBytes(caps.maxBytes)}`
      ]
    ],
    width
  );
}
function beforeLines({ plan, width, paint }) {
  if (plan.before.length === 0) return [];
  const steps = plan.before.map(({ name, code }) => {
    const [first] = code;
    if (first?.op !== "poll") return [name, "once"];
    return [name, `every ${formatDuration(first.poll.everyUs / 1e3)}, for at most ${formatDuration(first.poll.withinUs / 1e3)}`];
  });
  return [paint("quiet", "before any load, not measured"), ...alignedLines(steps, width)];
}
function phaseLines({ plan, width, paint }) {
  const lines = alignedLines(
    plan.phases.map((phase) => [phase.name, describePhase(phase)]),
    width
  );
  const thoughtless = plan.phases.filter(({ model }) => model === "open" || model === "iterations").map(({ name }) => name);
  const isThoughtOf = plan.program.users.some((user) => user.think !== void 0);
  const note = isThoughtOf && thoughtless.length > 0 ? indent(
    wrapText(
      `think time between tasks does not hold in ${cleanText(thoughtless.join(", "))}: it belongs to the closed model`,
      width - 2
    ),
    "  "
  ) : [];
  return [paint("quiet", "phases, one after the other"), ...lines, ...note, ...crowdLines({ plan, width, paint })];
}
function crowdLines({ plan, width, paint }) {
  return findCrowdedPhases(plan).flatMap(({ name, busy, maxUsers }) => {
    const has = `has at most ${formatNumber(maxUsers, 0)}: the rest of its arrivals is dropped and counts as failed; raise max_users`;
    const text = `${cleanText(name)} keeps about ${count(busy, "virtual user")} busy with think and hold alone, and ${has}`;
    return indent(wrapText(text, width - 2), "  ").map((line) => paint("warning", line));
  });
}
function userLines({ plan, width, paint }) {
  const { users } = plan.program;
  const shares = sharesOf(users.map((user) => user.weight));
  const lines = users.flatMap((user, index) => {
    const share = users.length === 1 ? "" : `${formatRatio(shares[index] ?? 0)} of the users or arrivals; `;
    const think = user.think ? describeThink(user.think) : "no think time between tasks";
    const taskShares = sharesOf(user.tasks.map((task) => task.weight));
    const tasks = user.tasks.map((task, place) => [
      user.tasks.length === 1 ? "" : `${task.name} ${formatRatio(taskShares[place] ?? 0)}`,
      describeFlow(task.code, plan.program)
    ]);
    const start = user.start.length === 0 ? [] : [["start, once", describeFlow(user.start, plan.program)]];
    return [
      ...indent(wrapText(`${cleanText(user.name)}: ${share}${think}`, width - 2), "  "),
      ...alignedLines([...start, ...tasks], width - 2).map((line) => `  ${line}`)
    ];
  });
  return [paint("quiet", "virtual users"), ...lines];
}
var COLUMNS = [
  { title: "endpoint", align: "left", shrinksTo: 20 },
  { title: "in", align: "left", goes: 1 },
  { title: "promises", align: "left", shrinksTo: 12 },
  { title: "samples", align: "right" },
  { title: "needs", align: "right" }
];
function rowLines({ plan, sla, hasSla, width, paint }) {
  const rows = forecastRows(plan, sla, REQUEST_MS);
  if (rows.length === 0) {
    const why = hasSla ? "the SLA promises nothing of the endpoints" : "there is no SLA, so nothing is promised";
    const rest = [...sla.windows.length > 0 ? ["its windows"] : [], ...sla.server.length > 0 ? ["what the target says of itself"] : []];
    const so = rest.length > 0 ? `only ${rest.join(" and ")} is judged` : "the verdict will be inconclusive";
    return wrapText(`${why}: ${so}`, width).map((line) => paint("warning", line));
  }
  const isAssumed = plan.phases.some((phase) => phase.model === "closed");
  const title = `samples that the SLA's rows will get${isAssumed ? `, if a request takes ${REQUEST_MS} ms` : ""}`;
  return [...wrapText(title, width).map((line) => paint("quiet", line)), ...renderTable(COLUMNS, rows.map(rowCells), width, paint)];
}
function rowCells({ name, phase, metrics, fate }) {
  const start = [{ text: name }, { text: phase ?? "–" }, { text: metrics.join(", ") }];
  if (fate.state !== "expected") {
    return [...start, fate.state === "skipped" ? { text: "skipped", style: "quiet" } : { text: "none", style: "warning" }, { text: "–" }];
  }
  const style = fate.outlook === "enough" ? "plain" : "warning";
  return [...start, { text: formatNumber(Math.floor(fate.samples + 1e-6), 0), style }, { text: formatNumber(fate.needed, 0) }];
}
function serverLines({ sla, width, paint }) {
  if (sla.server.length === 0) return [];
  return [
    paint("quiet", "what the target says of itself, beside the load and on connections of its own"),
    ...alignedLines(describeServer(sla), width)
  ];
}
function shortLines({ plan, sla, width, paint }) {
  return forecastRows(plan, sla, REQUEST_MS).flatMap(({ name, phase, fate }) => {
    if (fate.state === "skipped" || fate.state === "expected" && fate.outlook === "enough") return [];
    const where = `${name}${phase === void 0 ? "" : ` in ${phase}`}`;
    const what = fate.state === "expected" ? `${fate.outlook === "short" ? "will not get enough samples" : "may get too few samples by chance"}: ${advise(fate)}` : `can never be measured: ${fate.reason}`;
    return wrapText(`${cleanText(where)} ${cleanText(what)}`, width, "  ").map((line) => paint("warning", line));
  });
}
function advise({ remedy, samples }) {
  if (!remedy) return samples > 0 ? "it comes once for each virtual user, however long a phase lasts" : "no judged phase reaches it";
  if (remedy.kind === "iterations") return `${formatNumber(remedy.iterations, 0)} iterations in ${remedy.phase} would suffice`;
  return `${formatDuration(remedy.durationMs)} of ${remedy.phase} would suffice`;
}
function alignedLines(rows, width) {
  const cleaned = rows.map(([word, text]) => [cleanText(word), cleanText(text, 1e3)]);
  const column = Math.min(32, Math.max(0, ...cleaned.map(([word]) => measureWidth(word))));
  return cleaned.flatMap(([word, text]) => {
    const head = column === 0 ? "  " : `  ${padText(fitText(word, column), column, "left")}  `;
    return indent(wrapText(text, Math.max(20, width - head.length)), head);
  });
}
function indent(lines, head) {
  return lines.map((line, index) => (index === 0 ? head : " ".repeat(measureWidth(head))) + line);
}

// src/command-check.ts
function checkFiles(request, ports) {
  const { env, cwd, refuse, write, paint } = ports;
  const nowMs = ports.now();
  const startAtMs = request.startAt && resolveStart(request.startAt, nowMs);
  const late = startAtMs === void 0 ? void 0 : explainOver(startAtMs, nowMs) ?? explainFar(startAtMs, nowMs);
  if (late !== void 0) return refuse([usage("value", late)]);
  const context = { env, cwd, workers: void 0, requireSecrets: false, startAtMs };
  const asked = resolveScenarios(request, { ...context, workingDirectory: cwd, root: void 0 });
  if (!asked.ok) return refuse(asked.issues);
  const suite = asked.value;
  if (typeof suite === "string") {
    const one = narrowRequest(request, suite);
    const ready = prepareGate(one, context);
    if (!ready.ok) return refuse(ready.issues);
    write(describePlan(one, ready, ports) + describeStart(ready, startAtMs));
    return { kind: "done" };
  }
  if (startAtMs !== void 0)
    return refuse([usage("conflict", "shards make one scenario, and this is a suite; give each part its own plan")]);
  const parts = prepareParts(suite, request, context);
  if (!parts.ok) return refuse([...asked.warnings, ...parts.issues]);
  if (asked.warnings.length > 0) write(`${renderIssues(asked.warnings, paint)}
`);
  write(describeSuite(suite, parts.value, ports));
  return { kind: "done" };
}
function usage(code, message) {
  return { file: "--start-at", line: 1, column: 1, code, severity: "error", message };
}
function describeSuite(suite, parts, ports) {
  const queue = [...parts];
  const texts = suite.steps.flatMap((step) => {
    if (step.kind === "pause") return queue.length > 0 ? [`${ports.paint("strong", `── a pause of ${formatDuration(step.ms)}`)}
`] : [];
    const part = queue.shift();
    if (!part) return [];
    const title = `── part ${parts.length - queue.length} of ${parts.length}: ${cleanText(part.name)}`;
    return [`${ports.paint("strong", title)}
${describePlan(part.request, part.ready, ports)}`];
  });
  const end = suite.stopOn === "breach" ? "; after a breach or a regression the rest is left out" : "";
  return `${texts.join("\n")}
${parts.length} parts, one verdict, ${formatDuration(durationOf(suite, parts))} in all${end}
`;
}
function describeStart({ value: { planHash } }, startAtMs) {
  if (planHash === void 0 || startAtMs === void 0) return "";
  return `
shards of this plan
  --start-at ${new Date(startAtMs).toISOString()}
  --plan-hash ${planHash}
`;
}
function describePlan(request, { value, warnings }, { width, paint }) {
  const { plan, config } = value;
  const isSeedGiven = (request.seed ?? config.scenario.seed ?? value.planHash) !== void 0;
  const text = renderPlan({ plan, sla: config.sla, hasSla: config.hasSla, caps: request.caps, isSeedGiven, width, paint });
  return warnings.length > 0 ? `${text}
${renderIssues(warnings, paint)}` : text;
}
export {
  checkFiles
};
