import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  formatServerLimit,
  formatServerObserved
} from "./chunk-SIO4AA7A.js";
import {
  suggestWord
} from "./chunk-H3FF2RGQ.js";
import {
  listMatches,
  matchPattern
} from "./chunk-JHW4SND7.js";
import {
  holds
} from "./chunk-GCV36XLM.js";
import {
  chargeableOf,
  countJudged,
  judgeLatency,
  judgedPercentile
} from "./chunk-XW65F56M.js";
import {
  attemptsOf,
  failuresOf,
  meanUs,
  minUs,
  rankOf
} from "./chunk-QC36IMXK.js";
import {
  formatDuration,
  formatNumber
} from "./chunk-BRFOQZPS.js";

// src/verdict/check-server.ts
function checkServer(run, sla) {
  return sla.server.flatMap((row) => {
    const series = run.server.find(({ name }) => name === row.name);
    const severity = listMatches(sla.severity, row.name)[0]?.severity ?? "fail";
    const checks = row.limits.map((limit) => ({ ...describe(row, severity, limit), ...judgeLimit(row, limit, series) }));
    const { recovers } = row;
    return recovers ? [...checks, { ...describeRecovery(row, severity, recovers), ...judgeRecovery(row, recovers, series) }] : checks;
  });
}
function judgeLimit(row, limit, series) {
  if (!series) return noData("this run has no values of it");
  const { judged, trouble } = series;
  const samples = judged?.count ?? 0;
  if (trouble !== void 0 || !judged) return noData(trouble ?? "no value came in the judged time", samples);
  const reduced = reduce(limit.reduction, judged);
  if (typeof reduced === "string") return noData(reduced, samples);
  const unit = unitOf(row, limit.reduction);
  const text = formatServerObserved(unit, reduced, limit.value);
  return {
    state: holds(reduced, limit.comparison, limit.value) ? "passed" : "breached",
    observed: observe(reduced, text, { limitValue: limit.value, samples })
  };
}
function reduce(reduction, { count, min, max, avg, first, last, atStart, atEnd }) {
  switch (reduction) {
    case "max":
      return max;
    case "min":
      return min;
    case "avg":
      return avg;
    case "last":
      return last;
    case "delta":
      return count < 2 ? "one value alone has no change" : finite(atEnd - atStart);
    case "growth":
      if (count < 2) return "one value alone has no growth";
      return first > 0 ? finite((last - first) / first) : "its first value is not above 0, and there is no growth from there";
  }
}
function finite(value) {
  return Number.isFinite(value) ? value : "its values are too large";
}
function judgeRecovery(row, { withinMs, to }, series) {
  if (!series) return noData("this run has no values of it");
  const counted = series.recoveries.filter(({ state }) => state !== "not-judged");
  const missed = counted.find((recovery) => recovery.state === "missed");
  const whose = (phase) => counted.length > 1 ? ` (after ${phase})` : "";
  if (missed) {
    const text2 = `still ${formatServerObserved(row.unit, missed.value, to)} after ${formatDuration(withinMs)}${whose(missed.phase)}`;
    return { state: "breached", observed: observe(missed.value, text2, { limitValue: to, samples: counted.length }) };
  }
  const unknown = counted.find((recovery) => recovery.state === "unknown");
  if (unknown) return noData(unknown.reason, counted.length);
  const reached = counted.filter((recovery) => recovery.state === "reached");
  const [first, ...others] = reached;
  if (!first) return noData(series.trouble ?? "no load came to its end");
  const slowest = others.reduce((most, one) => one.tookMs > most.tookMs ? one : most, first);
  if (slowest.tookMs > withinMs) return noData(`it was measured for longer than ${formatDuration(withinMs)}`, counted.length);
  const text = `after ${formatDuration(slowest.tookMs)}${whose(slowest.phase)}`;
  return { state: "passed", observed: observe(slowest.tookMs / 1e3, text, { limitValue: withinMs / 1e3, samples: counted.length }) };
}
function noData(reason, samples = 0) {
  return { state: "no-data", reason, samples };
}
function observe(value, text, { limitValue, samples }) {
  return { value, censored: false, text, limitValue, samples, interval: void 0, budgetUsed: void 0, burnRate: void 0 };
}
function unitOf({ unit }, reduction) {
  return reduction === "growth" ? "ratio" : unit;
}
function describe(row, severity, limit) {
  const { reduction, comparison, value, text, at } = limit;
  return { ...baseOf(row, severity, reduction), promise: text, limit: formatServerLimit(unitOf(row, reduction), comparison, value), at };
}
function describeRecovery(row, severity, { comparison, to, withinMs, text, at }) {
  const limit = `${formatServerLimit(row.unit, comparison, to)} within ${formatDuration(withinMs)}`;
  return { ...baseOf(row, severity, "recovers"), promise: text, limit, at };
}
function baseOf({ name }, severity, metric) {
  return { name: `server ${name} ${metric}`, series: name, phase: void 0, kind: "server", metric, severity };
}
function describeServerRow(row) {
  const limits = row.limits.map(
    ({ reduction, comparison, value }) => `${reduction} ${formatServerLimit(unitOf(row, reduction), comparison, value)}`
  );
  const { recovers } = row;
  if (recovers)
    limits.push(
      `back to ${formatServerLimit(row.unit, recovers.comparison, recovers.to)} within ${formatDuration(recovers.withinMs)} after the load`
    );
  return limits.join(", ");
}

// src/verdict/measure-metric.ts
function measureMetric(metric, view, options) {
  const samples = chargeableOf(view);
  if (metric.kind === "duration" && view.durationMs <= 0) return noData2("no judged phase has run", samples);
  if (samples === 0) return noData2("no request was made", samples);
  switch (metric.kind) {
    case "duration":
      return view.hasWorkLeft ? { state: "censored", atLeast: view.durationMs * 1e3, samples } : { state: "measured", value: view.durationMs * 1e3, samples };
    case "percentile":
    case "mean":
    case "min":
    case "max":
      return measureLatency(metric, judgeLatency(view, metric.span, options.failuresLost), options.minSamples, view.counts);
    case "error-budget":
      return { state: "measured", value: failuresOf(view.counts) / samples, samples };
    case "failures":
      return { state: "measured", value: failuresOf(view.counts), samples };
    case "count":
      return { state: "measured", value: attemptsOf(view.counts), samples };
    case "status":
      return { state: "measured", value: countAnswers(view, metric.from, metric.to), samples };
    case "throughput":
      return perSecond(view.counts.okBeforeEnd, view, samples);
    case "upload":
      return perSecond(view.counts.sentBeforeEnd, view, samples);
    case "download":
      return perSecond(view.counts.receivedBeforeEnd, view, samples);
    case "concurrent":
      return { state: "measured", value: view.concurrent, samples };
    case "drops":
      return { state: "measured", value: view.counts.drops, samples };
    case "messages-in":
      return { state: "measured", value: view.messages.messagesIn, samples };
    case "messages-out":
      return { state: "measured", value: view.messages.messagesOut, samples };
    case "late":
    case "duplicates":
    case "unmatched":
      return { state: "measured", value: view.messages[metric.kind], samples };
  }
}
function requiredSamples(percentile, minSamples) {
  if (minSamples !== "auto") return Math.max(1, minSamples);
  return percentile >= 100 ? 1 : Math.ceil(1e3 / (100 - percentile) * (1 - 1e-9));
}
var NO_SPAN = {
  latency: "no request was made",
  service: "no request was made",
  ttfb: "nothing that has a first byte was answered",
  session: "no session has ended"
};
function measureLatency(metric, judged, minSamples, counts) {
  const attempts = attemptsOf(counts);
  if (judged.answered.count === 0 && (attempts === 0 || counts.ok > 0)) return noData2(NO_SPAN[metric.span], 0);
  if (judged.answered.count === 0) return { state: "censored", atLeast: judged.lowerBoundUs, samples: attempts };
  const samples = countJudged(judged);
  switch (metric.kind) {
    case "percentile": {
      const needed = requiredSamples(metric.percentile, minSamples);
      const isDecided = judged.lost > needed - rankOf(needed, metric.percentile);
      if (samples >= needed || isDecided) return toMeasurement(judgedPercentile(judged, metric.percentile), samples);
      return noData2(`${nameSamples(samples)}; p${metric.percentile} needs ${formatNumber(needed, 0)}`, samples);
    }
    case "max":
      return toMeasurement(judgedPercentile(judged, 100), samples);
    case "min":
      return toMeasurement(exact(minUs(judged.answered)), samples);
    case "mean": {
      const mean = meanUs(judged.answered);
      return toMeasurement(judged.lost > 0 ? { state: "censored", atLeastUs: mean } : exact(mean), samples);
    }
  }
}
function exact(us) {
  return us === void 0 ? void 0 : { state: "exact", us };
}
function toMeasurement(value, samples) {
  if (value === void 0) return noData2("no request was answered", samples);
  return value.state === "exact" ? { state: "measured", value: value.us, samples } : { state: "censored", atLeast: value.atLeastUs, samples };
}
function countAnswers(view, from, to) {
  let count = 0;
  for (const [code, answers] of Object.entries(view.status)) {
    if (Number(code) >= from && Number(code) <= to) count += answers;
  }
  return count;
}
function perSecond(amount, view, samples) {
  return view.durationMs > 0 ? { state: "measured", value: amount / (view.durationMs / 1e3), samples } : noData2("no judged phase has run", samples);
}
function noData2(reason, samples) {
  return { state: "no-data", reason, samples };
}
function nameSamples(samples) {
  return samples === 1 ? "only 1 sample" : `only ${formatNumber(samples, 0)} samples`;
}

// src/verdict/name-metric.ts
function nameMetric(metric) {
  switch (metric.kind) {
    case "percentile":
      return `${metric.span === "latency" ? "" : `${metric.span}_`}p${metric.percentile}`;
    case "error-budget":
      return "error_budget";
    case "error-rate":
      return "error_rate";
    case "messages-in":
      return "messages_in";
    case "messages-out":
      return "messages_out";
    case "status":
      return `status ${nameStatus(metric.from, metric.to)}`;
    case "mean":
    case "min":
    case "max":
    case "failures":
    case "count":
    case "throughput":
    case "upload":
    case "download":
    case "concurrent":
    case "drops":
    case "late":
    case "duplicates":
    case "unmatched":
    case "duration":
      return metric.kind;
  }
}
function nameStatus(from, to) {
  if (from === to) return String(from);
  return from % 100 === 0 && to === from + 99 ? `${from / 100}xx` : `${from}-${to}`;
}

// src/verdict/applies-to.ts
function appliesTo(metric, kind) {
  switch (metric.kind) {
    case "concurrent":
    case "drops":
    case "messages-in":
    case "messages-out":
    case "unmatched":
      return kind === "ws";
    case "late":
    case "duplicates":
      return kind === "receive";
    case "percentile":
      return metric.span === "session" ? kind === "ws" : metric.span !== "ttfb" || kind !== "receive";
    case "status":
    case "upload":
    case "download":
      return kind !== "receive";
    case "mean":
    case "min":
    case "max":
    case "error-budget":
    case "failures":
    case "count":
    case "throughput":
    case "duration":
      return true;
  }
}

// src/verdict/resolve-promises.ts
var TOTAL = { kind: "total" };
function resolvePromises(sla, shape) {
  return [...resolveRows(sla, sla, void 0, shape), ...sla.phases.flatMap((phase) => resolvePhase(sla, phase, shape))];
}
function resolvePhase(sla, phase, shape) {
  const planned = shape.phases.find(({ name }) => name === phase.phase);
  if (planned?.warmup === false && planned.model !== "pause") return resolveRows(sla, phase, phase.phase, shape);
  const rows = [
    ...phase.endpoints.map((row) => ({ row, scope: seriesScope(row.pattern) })),
    ...phase.total ? [{ row: phase.total, scope: TOTAL }] : []
  ];
  const fate = shape.phases.some(({ model }) => model === "foreign") ? { state: "unmeasurable", reason: `what was imported does not say when ${phase.phase} was` } : planned === void 0 ? { state: "skipped", reason: `the plan of this run has no phase ${phase.phase}` } : {
    state: "unmeasurable",
    reason: planned.warmup ? `${phase.phase} is a warm-up, which is never judged` : `${phase.phase} is a pause`
  };
  return rows.flatMap(
    ({ row, scope }) => row.limits.map((limit) => ({ scope, phase: phase.phase, limit, severity: severityOf(sla, scope), ...fate }))
  );
}
function resolveRows(sla, rows, phase, shape) {
  const promises = [];
  const reached = rows.endpoints.flatMap((row) => row.limits.map((limit) => ({ row, limit, series: listReached(row, limit, shape) })));
  const alive = new Set(reached.filter(({ series }) => series.some(({ selected }) => selected)).map(({ limit }) => limit));
  for (const { name, kind, selected } of shape.series) {
    const scope = seriesScope(name);
    const severity = severityOf(sla, scope);
    for (const limit of listMostSpecificLimits(rows.endpoints, { name, kind })) {
      if (selected) promises.push({ scope, phase, limit, severity, state: "active" });
      else if (!alive.has(limit))
        promises.push({ scope, phase, limit, severity, state: "skipped", reason: "its tasks were filtered out of this run" });
    }
  }
  for (const { row, limit, series } of reached) {
    if (series.length > 0) continue;
    const scope = seriesScope(row.pattern);
    const isNamed = shape.series.some(({ name }) => matchPattern(row.pattern, name));
    const reason = isNamed ? "no endpoint that has that name can have this metric" : explainNoName(row.pattern, shape.series);
    promises.push({ scope, phase, limit, severity: severityOf(sla, scope), state: "unmeasurable", reason });
  }
  for (const limit of rows.total?.limits ?? [])
    promises.push({ scope: TOTAL, phase, limit, severity: severityOf(sla, TOTAL), ...fateOfTotal(limit, shape) });
  return promises;
}
function explainNoName(pattern, series) {
  const near = suggestWord(
    pattern,
    series.map(({ name }) => name)
  );
  return `no endpoint of this run has that name${near === void 0 ? "" : `; the nearest is ${near}`}`;
}
function fateOfTotal({ metric }, { series }) {
  const owners = series.filter(({ kind }) => appliesTo(metric, kind));
  if (owners.length === 0 || owners.some(({ selected }) => selected)) return { state: "active" };
  return { state: "skipped", reason: "its tasks were filtered out of this run" };
}
function listReached(row, { metric }, shape) {
  return shape.series.filter(({ name, kind }) => matchPattern(row.pattern, name) && canHave(row, metric, kind));
}
function canHave(row, metric, kind) {
  return !row.pattern.includes("*") || appliesTo(metric, kind);
}
function listMostSpecificLimits(rows, { name, kind }) {
  const owners = /* @__PURE__ */ new Map();
  return listMatches(rows, name).flatMap((row) => {
    const limits = row.limits.filter(({ metric }) => canHave(row, metric, kind));
    for (const { metric } of limits) {
      if (!owners.has(nameMetric(metric))) owners.set(nameMetric(metric), row);
    }
    return limits.filter(({ metric }) => owners.get(nameMetric(metric)) === row);
  });
}
function severityOf(sla, scope) {
  const rows = scope.kind === "total" ? sla.severity.filter(({ pattern }) => pattern === "total") : listMatches(sla.severity, scope.name);
  return rows[0]?.severity ?? "fail";
}
function seriesScope(name) {
  return { kind: "series", name };
}

export {
  measureMetric,
  requiredSamples,
  nameSamples,
  nameMetric,
  resolvePromises,
  explainNoName,
  checkServer,
  describeServerRow
};
