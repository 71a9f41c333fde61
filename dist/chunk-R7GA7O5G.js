import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  cycleMs,
  durationOf,
  estimateIterationMs,
  estimateStepMs,
  estimateWork,
  mostSockets,
  narrowRequest,
  prepareGate,
  prepareParts,
  resolveScenarios,
  sharesOf,
  walkFlow
} from "./chunk-JF6XPDQB.js";
import "./chunk-54YPKBCZ.js";
import "./chunk-IFVUP5D5.js";
import {
  usageIssue
} from "./chunk-6KYQQO5W.js";
import {
  describeServerRow,
  nameMetric,
  requiredSamples,
  resolvePromises
} from "./chunk-JSR3KTVL.js";
import {
  formatLimit
} from "./chunk-SIO4AA7A.js";
import "./chunk-Q7O4VZSC.js";
import {
  renderIssues
} from "./chunk-7O3YJNJG.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-HU2CD3QW.js";
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
} from "./chunk-B4CW4QRU.js";
import "./chunk-JEDR5GJU.js";
import "./chunk-B352537M.js";
import {
  listMatches,
  matchPattern
} from "./chunk-JHW4SND7.js";
import "./chunk-D753NKHP.js";
import {
  NOTHING
} from "./chunk-ZLLVWJAM.js";
import "./chunk-2TOVJSTJ.js";
import "./chunk-GCV36XLM.js";
import "./chunk-NFQGUP3O.js";
import "./chunk-5YB5ZHND.js";
import "./chunk-WKKYXOXW.js";
import "./chunk-XW65F56M.js";
import "./chunk-NE3VJX42.js";
import "./chunk-B3YCOJUD.js";
import {
  requestsOfStep,
  seriesOfStep,
  slotsReadByStep
} from "./chunk-2GSS2K66.js";
import "./chunk-62LH7HJX.js";
import "./chunk-CNZLAFSP.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-NSEIX5CG.js";
import "./chunk-V5SBQFRO.js";
import "./chunk-7GDODETR.js";
import "./chunk-6YJF3WAO.js";
import {
  createMasker
} from "./chunk-IIID24TU.js";
import "./chunk-QC36IMXK.js";
import {
  formatBytes,
  formatDuration,
  formatLatency,
  formatNumber,
  formatRate,
  formatRatio
} from "./chunk-BRFOQZPS.js";
import "./chunk-MFS6CBON.js";
import "./chunk-IW22IME3.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import "./chunk-WYDHRVNK.js";
import "./chunk-MLCRLLSN.js";
import "./chunk-5PVW3TJC.js";

// src/plan/find-crowded-phases.ts
function findCrowdedPhases({ phases, program }) {
  const shares = sharesOf(program.users.map(({ weight }) => weight));
  const ownMs = program.users.reduce((sum, user, place) => sum + estimateIterationMs(user, program, () => 0) * (shares[place] ?? 0), 0);
  return phases.flatMap((phase) => {
    if (phase.model !== "open") return [];
    const busy = Math.ceil(Math.min(phase.ratePerSec * ownMs / 1e3, phase.plannedArrivals) - 1e-9);
    return busy > phase.maxUsers ? { name: phase.name, busy, maxUsers: phase.maxUsers } : [];
  });
}

// src/terminal/aligned-lines.ts
function alignedLines(rows, width) {
  const cleaned = rows.map(([word, text]) => [cleanText(word), cleanText(text, 2e3)]);
  const column = Math.min(40, Math.max(0, ...cleaned.map(([word]) => measureWidth(word))));
  return cleaned.flatMap(([word, text]) => {
    const head = column === 0 ? "  " : `  ${padText(fitText(word, column), column, "left")}  `;
    return indent(wrapText(text, Math.max(20, width - head.length)), head);
  });
}
function indent(lines, head) {
  return lines.map((line, index) => (index === 0 ? head : " ".repeat(measureWidth(head))) + line);
}

// src/terminal/describe-data.ts
function describeData({
  slots,
  data,
  users
}) {
  const readers = users.map(({ name, iterationSlots, ...user }) => ({ name, iterationSlots, reads: new Set(listRead(user, data)) }));
  return slots.flatMap((slot, index) => {
    const own = readers.filter(({ reads }) => reads.has(index));
    if (own.length === 0) return [];
    if (slot.kind === "drawn") return [[slot.name, describeVariable(slot.variable)]];
    if (slot.kind !== "data") return [];
    const table = data[slot.table];
    return table ? [[slot.name, `${describeTable(table)}${describeOwner(index, own)}`]] : [];
  });
}
function listRead({ start, tasks }, tables) {
  return [start, ...tasks.map(({ code }) => code)].flatMap((code) => walkFlow(code, tables)).flatMap(({ instruction, loopSlots }) => slotsReadByStep(instruction).filter((slot) => !loopSlots.includes(slot)));
}
function describeVariable(variable) {
  switch (variable.kind) {
    case "int":
      return `a whole number from ${formatNumber(variable.min, 0)} to ${formatNumber(variable.max, 0)}`;
    case "uuid":
      return "a random UUID";
    case "string":
      return `${formatNumber(variable.length, 0)} random letters and digits`;
    case "now":
      return variable.format === "iso" ? "the time, as ISO 8601" : `the time, ${variable.format} since 1970`;
  }
}
function describeTable({ rows, pick }) {
  const [first] = rows;
  const columns = first !== null && typeof first === "object" ? ` (${Object.keys(first).join(", ")})` : "";
  const what = `${formatNumber(rows.length, 0)} ${columns === "" ? "value" : "row"}${rows.length === 1 ? "" : "s"}${columns}`;
  switch (pick) {
    case "random":
      return rows.length === 1 ? what : `one of ${what} at random`;
    case "sequential":
      return `${what} in turn`;
    case "unique":
      return `${what}, each once`;
  }
}
function describeOwner(slot, readers) {
  const keepers = readers.filter(({ iterationSlots }) => !iterationSlots.includes(slot)).map(({ name }) => name);
  if (keepers.length === 0) return "";
  const who = keepers.length === readers.length ? "a virtual user" : `a virtual user of ${keepers.join(" or ")}`;
  return `, which ${who} keeps`;
}

// src/terminal/describe-expectations.ts
function describeExpectations(expect) {
  const { headers, body, json, maxSizeBytes } = expect;
  const status = describeStatus(expect);
  return listWords([
    ...status === "" ? [] : [`the status is ${status}`],
    ...json.map(describeJson),
    ...headers.map(({ name, value }) => `${name} ${describeMatcher(value)}`),
    ...body.map(describeBody),
    ...maxSizeBytes === void 0 ? [] : [`at most ${formatBytes(maxSizeBytes)}`]
  ]);
}
function describeStatus({ status }) {
  const codes = status.map(nameStatus);
  return codes.join() === "2xx" ? "" : codes.join(" or ");
}
function nameStatus({ from, to }) {
  return from === to ? String(from) : `${from / 100}xx`;
}
function describeJson({ path, test }) {
  const { equals, matches, min, max, exists, minLength } = test;
  const is = [
    ...equals === void 0 ? [] : [`is ${typeof equals === "string" ? equals : JSON.stringify(equals)}`],
    ...matches ? [`matches /${matches.source}/${matches.flags}`] : [],
    ...min === void 0 ? [] : [`is at least ${formatNumber(min, 6)}`],
    ...max === void 0 ? [] : [`is at most ${formatNumber(max, 6)}`],
    ...minLength === void 0 ? [] : [`is not shorter than ${formatNumber(minLength, 0)}`],
    ...exists === void 0 ? [] : [exists ? "is there" : "is not there"]
  ];
  return `${path} ${listWords(is)}`;
}
function describeBody(body) {
  if (body.kind === "matches") return `the body matches /${body.source}/${body.flags}`;
  return `the body ${body.kind === "contains" ? "contains" : "is"} "${body.text}"`;
}
function describeMatcher(matcher) {
  return matcher.kind === "literal" ? `is ${matcher.text}` : `matches /${matcher.source}/${matcher.flags}`;
}
function listWords(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
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
function count(number, word) {
  return `${formatNumber(number, 0)} ${word}${number === 1 ? "" : "s"}`;
}

// src/terminal/describe-flow.ts
function describeFlow(code, plan) {
  const open = [{ head: "", steps: [] }];
  for (const instruction of code) {
    if (instruction.op === "loop") open.push({ head: describeLoop(instruction, plan), steps: [] });
    else if (instruction.op === "next") {
      const { head, steps } = open.pop() ?? { head: "", steps: [] };
      open.at(-1)?.steps.push(`${head} ${steps.length === 1 ? steps.join("") : `(${steps.join(", ")})`}`);
    } else open.at(-1)?.steps.push(describeStep(instruction, plan));
  }
  return open[0]?.steps.join(", ") ?? "";
}
function describeLoop({ times, table }, { program }) {
  const rows = table < 0 ? void 0 : program.data[table];
  return rows ? `for each of ${formatNumber(rows.rows.length, 0)} in ${rows.name}:` : `${formatNumber(times, 0)} times`;
}
function describeStep(instruction, plan) {
  const connection = (slot) => plan.program.slots[slot]?.name.trim() ?? "";
  const from = (since) => since < 0 ? "" : `, timed from ${plan.series[since]?.name ?? ""}`;
  switch (instruction.op) {
    case "think":
      return `a pause of ${describeThink(instruction.think).replace(" between tasks", "")}`;
    case "poll": {
      const { request, everyUs, withinUs, since } = instruction.poll;
      return `${request.name} (asked ${describeAsking(request, { everyUs, withinUs })}${from(since)})`;
    }
    case "send":
      return `send to ${connection(instruction.send.slot)}`;
    case "receive": {
      const { name, withinUs, since } = instruction.receive;
      return `${name} within ${formatDuration(withinUs / 1e3)}${since < 0 ? "" : ` (${from(since).slice(2)})`}`;
    }
    case "hold":
      return `hold for ${formatDuration(instruction.holdUs / 1e3)}`;
    case "close":
      return `close ${connection(instruction.slot)}`;
    case "ws": {
      const { name, heartbeatUs } = instruction.socket;
      return Number.isFinite(heartbeatUs) ? `${name} (a ping every ${formatDuration(heartbeatUs / 1e3)})` : name;
    }
    case "http":
    case "parallel":
      return requestsOfStep(instruction).map(describeRequest).join(" + ");
  }
}
function describeAsking({ expect }, { everyUs, withinUs }) {
  const until = describeExpectations(expect) || "the status is 2xx";
  return `every ${formatDuration(everyUs / 1e3)} for at most ${formatDuration(withinUs / 1e3)} until ${until}`;
}
function describeRequest({ name, expect, body }) {
  const notes = [describeStatus(expect), describeSize(body)].filter((text) => text !== "");
  return notes.length === 0 ? name : `${name} (${notes.join(", ")})`;
}
function describeSize(body) {
  const bytes = body.kind === "multipart" ? body.parts.reduce((sum, part) => sum + (part.body.kind === "text" ? 0 : part.body.size), 0) : body.kind === "bytes" || body.kind === "file" ? body.size : 0;
  return bytes > 0 ? formatBytes(bytes) : "";
}

// src/verdict/expect-request-times.ts
function expectRequestTimes(plan, sla, usualMs) {
  const promised = resolvePromises(sla, plan).flatMap(({ state, scope, limit }) => {
    const { metric, comparison, value } = limit;
    const isMiddle = metric.kind === "percentile" && metric.percentile === 50 && metric.span === "latency" || metric.kind === "mean";
    const isUpper = comparison === "<" || comparison === "<=";
    return state === "active" && isMiddle && isUpper ? [{ scope, ms: value / 1e3 }] : [];
  });
  return plan.series.map(
    ({ name }) => Math.min(usualMs, ...promised.filter(({ scope }) => scope.kind === "total" || scope.name === name).map(({ ms }) => ms))
  );
}

// src/plan/estimate-progress.ts
function buildProgress(user, program, requestMs) {
  const wholeMs = cycleMs(estimateIterationMs(user, program, requestMs), user.think);
  const shares = sharesOf(user.tasks.map((task) => task.weight));
  const tasks = user.tasks.map(({ code }, place) => ({ parts: readParts(code, program.data, requestMs), share: shares[place] ?? 0 }));
  return (totals, ageMs, sign) => {
    const cycles = Math.floor(ageMs / wholeMs + ROUNDING);
    for (const { parts, share } of tasks) {
      addDone(parts, Number.POSITIVE_INFINITY, { totals, count: sign * share * cycles });
      addDone(parts, Math.max(0, ageMs - cycles * wholeMs), { totals, count: sign * share });
    }
  };
}
var ROUNDING = 1e-6;
function readParts(code, tables, requestMs) {
  const open = [{ times: 1, parts: [] }];
  for (const instruction of code) {
    if (instruction.op === "loop") {
      open.push({ times: instruction.table >= 0 ? tables[instruction.table]?.rows.length ?? 0 : instruction.times, parts: [] });
    } else if (instruction.op === "next") {
      const done = open.pop();
      if (done) open.at(-1)?.parts.push({ kind: "loop", ...done, ms: lengthOf(done.parts) });
    } else open.at(-1)?.parts.push({ kind: "step", ms: estimateStepMs(instruction, requestMs), series: seriesOfStep(instruction) });
  }
  return open[0]?.parts ?? [];
}
function lengthOf(parts) {
  return parts.reduce((sum, part) => sum + part.ms * (part.kind === "loop" ? part.times : 1), 0);
}
function addDone(parts, ms, tally) {
  let leftMs = ms;
  for (const part of parts) {
    if (part.kind === "loop") {
      const passes = part.ms > 0 ? Math.min(part.times, Math.floor(leftMs / part.ms + ROUNDING)) : part.times;
      addDone(part.parts, Number.POSITIVE_INFINITY, { ...tally, count: tally.count * passes });
      leftMs -= passes * part.ms;
      if (passes < part.times) return Math.min(-1, addDone(part.parts, Math.max(0, leftMs), tally));
    } else if (part.ms > leftMs + ROUNDING) {
      return -1;
    } else {
      leftMs -= part.ms;
      for (const series of part.series) tally.totals[series] = (tally.totals[series] ?? 0) + tally.count;
    }
  }
  return leftMs;
}

// src/plan/estimate-samples.ts
function estimateSamples(plan, requestMs) {
  const work = estimateWork(plan, requestMs);
  const users = plan.program.users.map((user) => describeUser(user, plan, requestMs));
  const phases = plan.phases.map((phase, place) => estimatePhase(phase, work[place] ?? [], users, plan.series.length));
  return plan.series.map((_, series) => phases.map((estimates) => estimates[series] ?? { samples: 0, certain: 0, perSec: 0 }));
}
function describeUser(user, plan, requestMs) {
  const shares = sharesOf(user.tasks.map((task) => task.weight));
  const tasks = user.tasks.map((task) => countBySeries(task.code, plan));
  return {
    perIteration: plan.series.map((_, series) => tasks.reduce((sum, counts, task) => sum + (counts[series] ?? 0) * (shares[task] ?? 0), 0)),
    perStart: countBySeries(user.start, plan),
    progress: buildProgress(user, plan.program, requestMs),
    cycleMs: cycleMs(estimateIterationMs(user, plan.program, requestMs), user.think)
  };
}
function estimatePhase(phase, work, users, length) {
  const zeros = () => new Array(length).fill(0);
  const [samples, certain, perSec] = [zeros(), zeros(), zeros()];
  for (const [place, user] of users.entries()) {
    const { iterations, iterationsPerSec, newUsers, spans } = work[place] ?? NO_WORK;
    const isSteady = user.cycleMs <= phase.durationMs;
    const next = zeros();
    for (const { fromMs, toMs, stays } of spans) {
      user.progress(samples, toMs, 1);
      user.progress(samples, fromMs, -1);
      if (isSteady || !stays) continue;
      user.progress(next, toMs + phase.durationMs, 1);
      user.progress(next, toMs, -1);
    }
    for (let series = 0; series < length; series++) {
      const [each, once] = [user.perIteration[series] ?? 0, newUsers * (user.perStart[series] ?? 0)];
      samples[series] = (samples[series] ?? 0) + iterations * each + once;
      certain[series] = (certain[series] ?? 0) + (phase.model === "open" ? 0 : once);
      perSec[series] = (perSec[series] ?? 0) + (phase.model === "closed" && !isSteady ? 1e3 * (next[series] ?? 0) / phase.durationMs : iterationsPerSec * each);
    }
  }
  return samples.map((count2, series) => ({ samples: count2, certain: certain[series] ?? 0, perSec: perSec[series] ?? 0 }));
}
var NO_WORK = { iterations: 0, iterationsPerSec: 0, newUsers: 0, spans: [] };
function countBySeries(code, { program, series }) {
  const counts = series.map(() => 0);
  for (const step of walkFlow(code, program.data)) {
    for (const index of seriesOfStep(step.instruction)) counts[index] = (counts[index] ?? 0) + step.times;
  }
  return counts;
}

// src/verdict/forecast-rows.ts
function forecastRows(plan, sla, usualMs) {
  const times = expectRequestTimes(plan, sla, usualMs);
  const estimates = estimateSamples(plan, (series) => times[series] ?? usualMs);
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
      promises: promises.map(describePromise)
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
function describePromise({ limit: { metric, comparison, value }, severity }) {
  return `${nameMetric(metric)} ${formatLimit(metric, comparison, value)}${severity === "warn" ? " (warns)" : ""}`;
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
    return [{ plan: planned, samples: sumOf(own, "samples"), certain: sumOf(own, "certain"), perSec: sumOf(own, "perSec") }];
  });
}
function sumOf(estimates, key) {
  return estimates.reduce((sum, estimate) => sum + estimate[key], 0);
}
function forecast(estimates, { needed, isExact }) {
  const samples = sumOf(estimates, "samples");
  const dependsOnTimes = estimates.some((estimate) => estimate.plan.model === "closed" && estimate.samples > estimate.certain);
  const expected = { state: "expected", samples, needed, dependsOnTimes };
  const safe = isExact || sumOf(estimates, "certain") >= needed ? needed : Math.ceil(needed + 3 * Math.sqrt(needed));
  if (samples >= safe - 1e-3) return { ...expected, outlook: "enough", remedy: void 0 };
  return { ...expected, outlook: samples >= needed ? "close" : "short", remedy: findRemedy(estimates, safe - samples) };
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

// src/terminal/describe-server.ts
function describeServer({ server, severity }) {
  return server.map((row) => {
    const warns = listMatches(severity, row.name)[0]?.severity === "warn" ? " (warns)" : "";
    return [row.name, `${describeServerRow(row)}${warns}; ${describeSource(row.source, row.everyMs)}`];
  });
}
function describePrometheus({ server }, origin) {
  if (server.every(({ source }) => source.kind !== "promql")) return "";
  return `PromQL is asked of ${origin ?? "the Prometheus that --prometheus-url names"}, after the load`;
}
function describeSource(source, everyMs) {
  const every = `every ${formatDuration(everyMs)}`;
  switch (source.kind) {
    case "promql":
      return `PromQL ${source.query}, ${every}`;
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

// src/terminal/describe-windows.ts
function describeWindows({ windows }, { series }) {
  return windows.map((rule) => {
    const watched = series.filter(({ name }) => rule.endpoint === void 0 || matchPattern(rule.endpoint, name));
    const isSkipped = watched.length > 0 && watched.every(({ selected }) => !selected);
    return [rule.endpoint ?? "total", `${describeRule(rule)}${isSkipped ? " (skipped: its tasks are filtered out)" : ""}`];
  });
}
var ENDS = { abort: "the run is aborted", fail: "the run fails", warn: "there is a warning" };
function describeRule({ metric, comparison, value, windowMs, forWindows, then }) {
  const windows = forWindows === 1 ? "a window" : `${formatNumber(forWindows, 0)} windows in a row`;
  return `${nameMetric(metric)} ${formatLimit(metric, comparison, value)}; after ${windows} of ${formatDuration(windowMs)} beyond that ${ENDS[then]}`;
}

// src/terminal/promise-lines.ts
var REQUEST_MS = 100;
function promiseBlocks(view) {
  const { plan, sla, width, paint } = view;
  const rows = forecastRows(plan, sla, REQUEST_MS);
  const block = (title, lines) => lines.length === 0 ? [] : [...quietly(title, view), ...alignedLines(lines, width)];
  return [
    rows.length > 0 ? rowLines(rows, view) : emptyLines(view),
    shortSentences(rows).flatMap((text) => wrapText(text, width, "  ").map((line) => paint("warning", line))),
    block("what must not last", describeWindows(sla, plan)),
    [
      ...block("what the target says of itself, beside the load and on connections of its own", describeServer(sla)),
      ...prometheusLines(view)
    ],
    block("values that were written by hand: compared in the reports, without a noise model", describeValues(sla))
  ];
}
function prometheusLines({ plan, sla, width }) {
  const text = describePrometheus(sla, plan.server.prometheus?.origin);
  return text === "" ? [] : indent(wrapText(text, width - 2), "  ");
}
function quietly(text, { width, paint }) {
  return wrapText(text, width).map((line) => paint("quiet", line));
}
function emptyLines({ sla, hasSla, width, paint }) {
  const why = hasSla ? "the SLA promises nothing of the endpoints" : "there is no SLA, so nothing is promised";
  const rest = [...sla.windows.length > 0 ? ["its windows"] : [], ...sla.server.length > 0 ? ["what the target says of itself"] : []];
  const so = rest.length > 0 ? `only ${rest.join(" and ")} is judged` : "the verdict will be inconclusive";
  return wrapText(`${why}: ${so}`, width).map((line) => paint("warning", line));
}
var COLUMNS = [
  { title: "endpoint", align: "left", shrinksTo: 20 },
  { title: "in", align: "left", goes: 1 },
  { title: "promised", align: "left", shrinksTo: 16 },
  { title: "samples", align: "right" },
  { title: "needs", align: "right" }
];
function rowLines(rows, view) {
  const { plan, sla, width, paint } = view;
  const isAssumed = plan.phases.some((phase) => phase.model === "closed");
  const isLess = expectRequestTimes(plan, sla, REQUEST_MS).some((ms) => ms < REQUEST_MS);
  const assumed = `, if a request takes ${REQUEST_MS} ms${isLess ? " or, where that is less, its promised p50 or mean" : ""}`;
  const title = `what the SLA promises, and the samples that each row will get${isAssumed ? assumed : ""}`;
  const widthOf = (texts) => Math.max(0, ...texts.map(measureWidth));
  const numbers = widthOf(rows.map(({ fate }) => describeFate(fate)[0]?.text ?? "")) + 5;
  const others = widthOf(rows.map(({ name }) => name)) + widthOf(rows.map(({ phase }) => phase ?? "")) + Math.max(12, numbers) + 8;
  const shape = { promisedWidth: Math.max(24, width - others), nowhere: rows.some(({ phase }) => phase !== void 0) ? "" : NOTHING };
  return [
    ...quietly(title, view),
    ...renderTable(
      COLUMNS,
      rows.flatMap((row) => rowCells(row, shape)),
      width,
      paint
    )
  ];
}
function rowCells({ name, phase, promises, fate }, { promisedWidth, nowhere }) {
  const [first = "", ...others] = wrapPromises(promises, promisedWidth);
  const start = [{ text: name }, { text: phase ?? NOTHING }, { text: first }];
  const rest = others.map((text) => [{ text: "" }, { text: nowhere }, { text }, { text: "" }, { text: "" }]);
  return [[...start, ...describeFate(fate)], ...rest];
}
function wrapPromises(promises, width) {
  const lines = [];
  for (const [place, promise] of promises.entries()) {
    const text = place === promises.length - 1 ? promise : `${promise},`;
    const last = lines.at(-1);
    if (last !== void 0 && measureWidth(`${last} ${text}`) <= width) lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(text);
  }
  return lines;
}
function describeFate(fate) {
  if (fate.state !== "expected")
    return [fate.state === "skipped" ? { text: "skipped", style: "quiet" } : { text: "none", style: "warning" }, { text: NOTHING }];
  const style = fate.outlook === "enough" ? "plain" : "warning";
  return [{ text: formatNumber(Math.floor(fate.samples + 1e-6), 0), style }, { text: formatNumber(fate.needed, 0) }];
}
function shortSentences(rows) {
  const short = rows.flatMap(({ name, phase, fate }) => {
    if (fate.state === "skipped" || fate.state === "expected" && fate.outlook === "enough") return [];
    return [{ subject: cleanText(`${name}${phase === void 0 ? "" : ` in ${phase}`}`), fate }];
  });
  const groups = Map.groupBy(short, ({ fate }) => {
    if (fate.state !== "expected") return fate.reason;
    return `${fate.outlook} ${fate.dependsOnTimes} ${fate.remedy ? `${fate.remedy.kind} ${fate.remedy.phase}` : adviseNone([fate])}`;
  });
  return [...groups.values()].map((group) => {
    const subjects = group.map(({ subject }) => subject).join(", ");
    const fates = group.flatMap(({ fate }) => fate.state === "expected" ? [fate] : []);
    const [first] = group;
    if (first && first.fate.state !== "expected") return `${subjects} can never be measured: ${cleanText(first.fate.reason)}`;
    const what = fates.some(({ outlook }) => outlook === "short") ? "will not get enough samples" : "may get too few samples by chance";
    const condition = fates.some(({ dependsOnTimes }) => dependsOnTimes) ? " if requests take that long" : "";
    return `${subjects} ${what}${condition}: ${cleanText(adviseAll(fates))}`;
  });
}
function adviseAll(fates) {
  const remedies = fates.flatMap(({ remedy }) => remedy ?? []);
  const [first] = remedies;
  if (!first) return adviseNone(fates);
  if (first.kind === "duration") {
    const longestMs = Math.max(...remedies.map((remedy) => remedy.kind === "duration" ? remedy.durationMs : 0));
    return `${formatDuration(longestMs)} of ${first.phase} would suffice`;
  }
  const most = Math.max(...remedies.map((remedy) => remedy.kind === "iterations" ? remedy.iterations : 0));
  return `${formatNumber(most, 0)} iterations in ${first.phase} would suffice`;
}
function adviseNone(fates) {
  const [comes, it] = fates.length === 1 ? ["it comes", "it"] : ["they come", "them"];
  return fates.some(({ samples }) => samples > 0) ? `${comes} once for each virtual user, however long a phase lasts` : `no judged phase reaches ${it}`;
}
function describeValues({ baselineValues }) {
  const groups = Map.groupBy(baselineValues, ({ endpoint }) => endpoint);
  return [...groups].map(([endpoint, values]) => [
    endpoint,
    values.map(({ percentile, us }) => `p${percentile} ${formatLatency(us)}`).join(", ")
  ]);
}

// src/terminal/user-lines.ts
function userLines(plan, width) {
  const { users } = plan.program;
  const shares = sharesOf(users.map((user) => user.weight));
  const told = /* @__PURE__ */ new Map();
  return users.flatMap((user, index) => {
    const share = users.length === 1 ? "" : `${formatRatio(shares[index] ?? 0)} of the ${nameWhole(plan)}; `;
    const between = user.tasks.length === 1 ? "iterations" : "tasks";
    const think = user.think ? describeThink(user.think).replace("tasks", between) : `no think time between ${between}`;
    const tasks = describeTasks(user, plan);
    const key = JSON.stringify(tasks);
    const teller = told.get(key);
    if (teller === void 0) told.set(key, user.name);
    const start = user.start.length === 0 ? [] : [["start, once", describeFlow(user.start, plan)]];
    const rows = teller === void 0 ? tasks : [[tasks.length === 1 ? "then" : "tasks", `those of ${teller}`]];
    return [
      ...indent(wrapText(`${cleanText(user.name)}: ${share}${think}`, width - 2), "  "),
      ...alignedLines([...start, ...rows], width - 2).map((line) => `  ${line}`)
    ];
  });
}
function nameWhole({ phases }) {
  const hasArrivals = phases.some(({ model }) => model === "open");
  const hasUsers = phases.some(({ model }) => model === "closed" || model === "iterations");
  return [...hasUsers ? ["users"] : [], ...hasArrivals ? ["arrivals"] : []].join(" or ");
}
function describeTasks({ tasks, start }, plan) {
  const shares = sharesOf(tasks.map((task) => task.weight));
  const [only] = tasks;
  if (only && tasks.length === 1) return [[start.length === 0 ? "" : "then", describeFlow(only.code, plan)]];
  return tasks.map((task, place) => [`${task.name} ${formatRatio(shares[place] ?? 0)}`, describeFlow(task.code, plan)]);
}

// src/terminal/render-plan.ts
function renderPlan(view) {
  const sections = [
    titleLines(view),
    factLines(view),
    beforeLines(view),
    phaseLines(view),
    titled("virtual users", userLines(view.plan, view.width), view),
    dataLines(view),
    ...promiseBlocks(view)
  ];
  const text = sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n");
  return `${createMasker(view.plan.program.secrets)(text)}
`;
}
function titleLines({ plan, width, paint }) {
  const profile = plan.profile === void 0 ? "" : `, profile ${cleanText(plan.profile)}`;
  return wrapText(`${cleanText(plan.name)}${profile} (${cleanText(plan.file)})`, width).map((line) => paint("strong", line));
}
function factLines({ plan, caps, isSeedGiven, engine, width }) {
  const { webSockets } = mostSockets(plan);
  const sockets = webSockets > 0 ? [["sockets", `up to ${count(webSockets, "WebSocket")} at once`]] : [];
  const phasesMs = plan.phases.reduce((sum, phase) => sum + phase.durationMs, 0);
  const box = `the time box is ${formatDuration(plan.timeBoxMs)}`;
  return alignedLines(
    [
      ["target", plan.shownTarget],
      ["hosts", `${plan.program.allowedHosts.join(", ")}, and no other`],
      ["seed", isSeedGiven ? String(plan.seed) : `${plan.seed} for this look; a run draws its own and prints it`],
      describeMakers(plan.workers, engine),
      ...sockets,
      ["time", `${formatDuration(phasesMs)} of phases and up to ${formatDuration(plan.drainMs)} for the last answers; ${box}`],
      [
        "caps",
        `at most ${formatRate(caps.maxRatePerSec)}, ${count(caps.maxUsers, "virtual user")}, ${formatDuration(caps.maxDurationMs)} and ${formatBytes(caps.maxBytes)}; only flags raise them`
      ]
    ],
    width
  );
}
function describeMakers(workers, engine) {
  if (engine?.kind !== "locust") return ["workers", count(workers, "thread")];
  const file = "load-gate export locust prints the file that it is given";
  if (engine.expectWorkers === void 0)
    return ["engine", `Locust in ${workers === 1 ? "1 process" : `${workers} processes`} of this machine; ${file}`];
  return ["engine", `Locust: ${count(workers, "worker")} of other machines, for whom the run waits; ${file}`];
}
function beforeLines({ plan, width, paint }) {
  if (plan.before.length === 0) return [];
  const steps = plan.before.map((step) => [step.name, describeBefore(step)]);
  return [paint("quiet", "before any load, not measured"), ...alignedLines(steps, width)];
}
function describeBefore({ name, code }) {
  const [first] = code;
  if (first?.op === "poll") return `asked ${describeAsking(first.poll.request, first.poll)}`;
  if (first?.op !== "http") return "once";
  const { method, path, expect } = first.step;
  const what = typeof path === "string" && !name.startsWith(method) ? `${method} ${path}` : "";
  return ["once", what, describeExpectations(expect)].filter((text) => text !== "").join("; ");
}
function phaseLines({ plan, width, paint }) {
  const lines = alignedLines(
    plan.phases.map((phase) => [phase.name, describePhase(phase)]),
    width
  );
  const thoughtless = plan.phases.filter(({ model }) => model === "open" || model === "iterations").map(({ name }) => name);
  const isThoughtOf = plan.phases.some(({ model }) => model === "closed") && plan.program.users.some((user) => user.think !== void 0);
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
function dataLines(view) {
  return titled("what they draw, anew for each iteration", alignedLines(describeData(view.plan.program), view.width), view);
}
function titled(title, lines, { paint }) {
  return lines.length === 0 ? [] : [paint("quiet", title), ...lines];
}

// src/command-check.ts
function checkFiles(request, ports) {
  const { env, cwd, refuse, write, paint } = ports;
  const nowMs = ports.now();
  const startAtMs = request.startAt && resolveStart(request.startAt, nowMs);
  const late = startAtMs === void 0 ? void 0 : explainOver(startAtMs, nowMs) ?? explainFar(startAtMs, nowMs);
  if (late !== void 0) return refuse([usageIssue("--start-at", "value", late)]);
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
    return refuse([usageIssue("--start-at", "conflict", "shards make one scenario, and this is a suite; give each part its own plan")]);
  const parts = prepareParts(suite, request, context);
  if (!parts.ok) return refuse([...asked.warnings, ...parts.issues]);
  if (asked.warnings.length > 0) write(`${renderIssues(asked.warnings, paint)}
`);
  write(describeSuite(suite, parts.value, ports));
  return { kind: "done" };
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
  const isSeedGiven = (request.seed ?? config.scenario.seed ?? value.planHash) !== void 0 || request.engine.kind === "locust";
  const text = renderPlan({
    plan,
    sla: config.sla,
    hasSla: config.hasSla,
    caps: request.caps,
    isSeedGiven,
    engine: request.engine,
    width,
    paint
  });
  return warnings.length > 0 ? `${text}
${renderIssues(warnings, paint)}` : text;
}
export {
  checkFiles
};
