import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  defaultSlaFile
} from "./chunk-54YPKBCZ.js";
import {
  judgeOnce,
  readSlaAlone
} from "./chunk-IUP6OBTI.js";
import {
  forgetEarlier,
  forgetReports,
  resolvePlaces
} from "./chunk-FG3ZWFYC.js";
import {
  checkShards,
  describeShards,
  remarkOnClocks
} from "./chunk-O6M2G4GT.js";
import {
  parseResults
} from "./chunk-5YB5ZHND.js";
import {
  nameShard
} from "./chunk-WKKYXOXW.js";
import {
  MOST_SLOW_REQUESTS,
  mergeTransports
} from "./chunk-SSNSFCKQ.js";
import {
  MOST_REASONS,
  mergeSlices,
  reasonBeyond
} from "./chunk-Q6SUR2IB.js";
import {
  keyOf
} from "./chunk-36QIXGWF.js";
import {
  addCounts,
  addStatus,
  mergeDistributions,
  percentileUs,
  sumCounts,
  zeroIterations,
  zeroMessages
} from "./chunk-QC36IMXK.js";
import {
  GateError
} from "./chunk-WYDHRVNK.js";

// src/metrics/merge-series.ts
function mergeSeriesParts(parts) {
  const merge = (span) => mergeDistributions(parts.map(span));
  return {
    counts: sumCounts(parts.map(({ counts }) => counts)),
    status: addStatus(parts.map(({ status }) => status)),
    failures: mergeFailures(parts.flatMap(({ failures }) => failures)),
    latency: merge(({ latency }) => latency),
    service: merge(({ service }) => service),
    ttfb: merge(({ ttfb }) => ttfb),
    failedLatency: merge(({ failedLatency }) => failedLatency),
    failedService: merge(({ failedService }) => failedService),
    queue: merge(({ queue }) => queue),
    connect: merge(({ connect }) => connect),
    tls: merge(({ tls }) => tls),
    body: merge(({ body }) => body),
    session: merge(({ session }) => session),
    socket: mergeSockets(parts.flatMap(({ socket }) => socket ? [socket] : [])),
    bytesSent: parts.reduce((sum, part) => sum + part.bytesSent, 0),
    bytesReceived: parts.reduce((sum, part) => sum + part.bytesReceived, 0),
    slices: addSlices(parts.flatMap(({ slices }) => slices))
  };
}
function mergeFailures(all) {
  const merged = /* @__PURE__ */ new Map();
  const byCount = [...all].sort((left, right) => right.count - left.count);
  for (const failure of byCount) {
    const isKnown = merged.size < MOST_REASONS || merged.has(keyOf(failure));
    const told = isKnown ? failure : { ...failure, reason: reasonBeyond(failure) };
    const known = merged.get(keyOf(told));
    merged.set(keyOf(told), known ? addFailure(known, told) : told);
  }
  return [...merged.values()];
}
function addFailure(left, right) {
  return {
    ...left,
    count: left.count + right.count,
    firstMs: Math.min(left.firstMs, right.firstMs),
    lastMs: Math.max(left.lastMs, right.lastMs)
  };
}
function addSlices(slices) {
  const bySecond = /* @__PURE__ */ new Map();
  for (const slice of slices) bySecond.set(slice.second, mergeSlices(bySecond.get(slice.second), slice));
  return [...bySecond.values()].sort((left, right) => left.second - right.second);
}
function mergeSockets(parts) {
  if (parts.length === 0) return void 0;
  const counts = zeroMessages();
  for (const part of parts) addCounts(counts, part.counts);
  const bySecond = /* @__PURE__ */ new Map();
  for (const { second, open, messagesIn, messagesOut } of parts.flatMap(({ seconds: seconds2 }) => seconds2)) {
    const known = bySecond.get(second) ?? { second, open: 0, messagesIn: 0, messagesOut: 0 };
    bySecond.set(second, {
      second,
      open: known.open + open,
      messagesIn: known.messagesIn + messagesIn,
      messagesOut: known.messagesOut + messagesOut
    });
  }
  const seconds = [...bySecond.values()].sort((left, right) => left.second - right.second);
  const concurrent = Math.max(...seconds.map(({ open }) => open), ...parts.map((part) => part.concurrent));
  return { counts, concurrent, seconds };
}

// src/metrics/merge-runs.ts
function mergeRuns(runs) {
  const [first] = runs;
  if (!first) throw new RangeError("there is no run to merge");
  if (runs.length === 1) return first;
  const name = (index) => nameShard({ index, count: runs.length });
  const phases = first.phases.map(
    (phase, place) => mergePhases(
      phase,
      pick(runs, (run) => run.phases[place])
    )
  );
  return {
    ...first,
    durationMs: most(runs, ({ durationMs }) => durationMs),
    ending: mergeEndings(runs, name),
    workers: add(runs, ({ workers }) => workers),
    phases,
    series: first.series.map((series, place) => ({
      ...series,
      perPhase: series.perPhase.map((_, phase) => mergeSeriesParts(pick(runs, (run) => run.series[place]?.perPhase[phase])))
    })),
    health: mergeHealth(runs),
    transport: mergeTransports(runs.map(({ transport }) => transport)),
    imbalances: [
      ...runs.flatMap(({ imbalances }, place) => imbalances.map((text) => `${name(place)}: ${text}`)),
      ...checkShares(runs, phases)
    ],
    slowRequests: runs.flatMap(({ slowRequests }) => slowRequests).sort((left, right) => right.latencyUs - left.latencyUs).slice(0, MOST_SLOW_REQUESTS),
    timeline: mergeTimelines(runs.map(({ timeline }) => timeline)),
    // One of them alone asks the target about itself.
    server: runs.flatMap(({ server }) => server),
    levelChanges: runs.flatMap(({ levelChanges }) => levelChanges),
    shards: runs.flatMap(({ shards }) => shards)
  };
}
function checkShares(runs, phases) {
  if (runs.some(({ ending }) => ending.state !== "complete")) return [];
  return phases.flatMap(({ plan, iterations: { planned } }) => {
    const asked = plan.model === "open" ? plan.plannedArrivals : plan.model === "iterations" ? plan.iterations : planned;
    return asked === planned ? [] : [`phase ${plan.name}: planned starts of all shards: ${planned} is not ${asked}`];
  });
}
function mergeEndings(runs, name) {
  for (const state of ["cut-short", "aborted"]) {
    const reasons = runs.flatMap(({ ending }, place) => ending.state === state ? [`${name(place)}: ${ending.reason}`] : []);
    if (reasons.length > 0) return { state, reason: reasons.join("; ") };
  }
  return { state: "complete" };
}
function mergePhases({ plan }, parts) {
  const iterations = zeroIterations();
  for (const part of parts) addCounts(iterations, part.iterations);
  const starts = parts.flatMap(({ startMs }) => startMs === void 0 ? [] : [startMs]);
  const ends = parts.flatMap(({ endMs }) => endMs === void 0 ? [] : [endMs]);
  return {
    plan,
    // Closed: a phase that one of them never began was not made as planned.
    startMs: starts.length === parts.length ? Math.min(...starts) : void 0,
    endMs: ends.length === parts.length ? Math.max(...ends) : void 0,
    iterations,
    peakUsers: parts.reduce((sum, { peakUsers }) => sum + peakUsers, 0)
  };
}
function mergeHealth(runs) {
  const all = runs.map(({ health }) => health);
  const planned = runs.map(
    (run) => run.phases.filter(({ plan }) => plan.model === "open" && !plan.warmup).reduce((sum, { iterations }) => ({ planned: sum.planned + iterations.planned, missed: sum.missed + iterations.missed }), {
      planned: 0,
      missed: 0
    })
  );
  const asked = planned.reduce((sum, one) => sum + one.planned, 0);
  const cpus = all.map(({ busiestWorkerCpu }) => busiestWorkerCpu);
  const known = cpus.filter((cpu) => cpu !== void 0);
  const tailOf = ({ eventLoopDelay }) => percentileUs(eventLoopDelay, 99) ?? -1;
  const worst = all.reduce((left, right) => tailOf(right) > tailOf(left) ? right : left);
  return {
    scheduleLag: mergeDistributions(all.map(({ scheduleLag }) => scheduleLag)),
    eventLoopDelay: worst.eventLoopDelay,
    busiestWorkerCpu: known.length > 0 ? Math.max(...known) : void 0,
    processCpuSeconds: all.reduce((sum, { processCpuSeconds }) => sum + processCpuSeconds, 0),
    peakMemoryBytes: Math.max(...all.map(({ peakMemoryBytes }) => peakMemoryBytes)),
    missedRatio: asked === 0 ? 0 : planned.reduce((sum, one) => sum + one.missed, 0) / asked,
    silentStretchesMs: [...new Set(all.flatMap(({ silentStretchesMs }) => silentStretchesMs))].sort((left, right) => left - right),
    clamped: all.reduce((sum, { clamped }) => sum + clamped, 0)
  };
}
function mergeTimelines(timelines) {
  const bySecond = /* @__PURE__ */ new Map();
  for (const one of timelines.flat()) {
    const known = bySecond.get(one.second);
    bySecond.set(one.second, known ? addSecond(known, one) : one);
  }
  return [...bySecond.values()].sort((left, right) => left.second - right.second);
}
function addSecond(left, right) {
  const lows = [left, right].filter(({ service }) => service.count > 0).map(({ lowestUs }) => lowestUs);
  return {
    second: left.second,
    users: left.users + right.users,
    requests: left.requests + right.requests,
    failures: left.failures + right.failures,
    bytesReceived: left.bytesReceived + right.bytesReceived,
    sumUs: left.sumUs + right.sumUs,
    lowestUs: lows.length === 0 ? 0 : Math.min(...lows),
    highestUs: Math.max(left.highestUs, right.highestUs),
    service: mergeDistributions([left.service, right.service])
  };
}
function pick(runs, of) {
  return runs.map((run) => {
    const found = of(run);
    if (found === void 0) throw new RangeError("these runs are not of one plan");
    return found;
  });
}
function add(runs, of) {
  return runs.reduce((sum, run) => sum + of(run), 0);
}
function most(runs, of) {
  return Math.max(...runs.map(of));
}

// src/gate-merge.ts
async function mergeShards(request, files, ports) {
  await forget(request, ports, void 0);
  const run = mergeRuns(parseParts(files, ports));
  await forget(request, ports, run);
  const sla = readSlaAlone(
    { file: request.sla ?? defaultSlaFile(run.scenario.file), isGiven: request.sla !== void 0 },
    { workingDirectory: ports.cwd, root: ports.root, env: ports.env, requireSecrets: false }
  );
  if (!sla.ok) return { kind: "issues", issues: sla.issues };
  ports.onIssues(sla.warnings);
  ports.onNote(`${describeShards(run)}.`);
  const remark = remarkOnClocks(run);
  if (remark !== void 0) ports.onNote(remark);
  return judgeOnce(run, { sla: sla.value, request, ports, noSecondLook: "the machines of the shards are gone. Run it again" });
}
async function forget(request, ports, run) {
  if (run === void 0 && /\{(?:name|profile)\}/.test(`${request.out} ${request.csvPrefix ?? ""}`)) return;
  const { name, profile = "default" } = run?.scenario ?? { name: "run", profile: void 0 };
  const places = resolvePlaces(request, ports, { time: "time", name, profile });
  await forgetReports(places.folder);
  await forgetEarlier(request, places);
}
function parseParts(files, { attempt }) {
  const parts = [];
  const broken = [];
  for (const { name, text } of files) {
    const parsed = parseResults(text);
    if (!parsed.ok) broken.push(`${name} cannot be used: ${parsed.problem}.`);
    else if (parsed.report.further || parsed.report.live) broken.push(`${name} is not the result of one shard.`);
    else parts.push({ name, run: parsed.report.run });
  }
  const problems = broken.length > 0 ? broken : checkShards(parts);
  const odd = parts.filter(({ run }) => attempt !== void 0 && run.shards[0]?.attempt !== attempt).map(({ name }) => `${name} is of another attempt.`);
  if (problems.length + odd.length > 0) throw unfit([...problems, ...odd]);
  return parts.map(({ run }) => run).sort((left, right) => (left.shards[0]?.index ?? 0) - (right.shards[0]?.index ?? 0));
}
function unfit(problems) {
  return new GateError("LOAD_GATE_SHARDS_UNFIT", `the shards cannot be merged, so the verdict is inconclusive: ${problems.join(" ")}`, {
    hint: 'see what became of the shards that are named, then run all of them again, with a new plan (on GitHub "Re-run all jobs", not the failed ones alone): a start that is over cannot be had again',
    reasons: problems
  });
}

export {
  mergeShards,
  unfit
};
