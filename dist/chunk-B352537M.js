import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  concludeRows,
  explainTooFew,
  listPacedSeconds,
  listTolerances,
  listTracks,
  measureErrorRatio,
  measureQuantile,
  medianOf,
  noteDifferences,
  showAround
} from "./chunk-JHW4SND7.js";
import {
  admitRuns
} from "./chunk-D753NKHP.js";
import {
  fromEvidence,
  nameRow,
  studentTCdf,
  toEvidence
} from "./chunk-2TOVJSTJ.js";
import {
  buildRunFile,
  createStore
} from "./chunk-NFQGUP3O.js";
import {
  MOST_FILE_BYTES,
  buildFingerprint,
  describeOversize,
  nameFolder,
  parseFolderName
} from "./chunk-5YB5ZHND.js";
import {
  explainPart
} from "./chunk-WKKYXOXW.js";
import {
  explainMissing
} from "./chunk-B3YCOJUD.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  GateError,
  messageOf
} from "./chunk-WYDHRVNK.js";

// src/baseline/describe-other-keys.ts
var MOST_NAMED = 5;
function describeOtherKeys(key, others) {
  const named = others.slice(0, MOST_NAMED).map((other) => `\`${other}\``);
  const more = others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : "";
  return `No stored run has the key \`${cleanText(key)}\`; there are runs of ${named.join(", ")}${more}: set \`key\` to compare with one of them`;
}

// src/gate-baseline.ts
import { randomInt } from "node:crypto";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// src/baseline/open-artifact-store.ts
function openArtifactStore(access, key) {
  return createStore(key, {
    where: access.where,
    list: () => listArtifacts(access),
    listKeys: () => asking(access, access.listKeys),
    read: (names) => readArtifacts(access, names),
    add: (name, content) => addArtifact(access, name, content),
    remove: (names) => removeArtifacts(access, names),
    close: () => Promise.resolve()
  });
}
async function listArtifacts(access) {
  return (await asking(access, access.list)).map(({ name, bytes }) => ({ state: "regular", name, bytes }));
}
async function asking({ where }, ask) {
  try {
    return await ask();
  } catch (cause) {
    throw new GateError("LOAD_GATE_BASELINE_UNREADABLE", `the baselines in ${where} cannot be read: ${messageOf(cause)}`, {
      hint: "this is not the same as having none: check that the token may read artifacts (`actions: read`)",
      cause
    });
  }
}
async function* readArtifacts(access, names) {
  for (const name of names) yield await readArtifact(access, name);
}
async function readArtifact({ read }, name) {
  try {
    const content = await read(name);
    if (content.byteLength <= MOST_FILE_BYTES) return { state: "read", name, content };
    return { state: "failed", name, kind: "oversized", reason: describeOversize(content.byteLength) };
  } catch (error) {
    return { state: "failed", name, kind: "unreadable", reason: `it cannot be read: ${messageOf(error)}` };
  }
}
async function addArtifact(access, name, content) {
  try {
    if (await access.write(name, content)) return "added";
  } catch (cause) {
    throw unwritable(access, cause);
  }
  const present = await readArtifact(access, name);
  return present.state === "read" && Buffer.compare(present.content, content) === 0 ? "present" : "taken";
}
async function removeArtifacts(access, names) {
  try {
    for (const name of names) await access.remove(name);
  } catch (cause) {
    throw unwritable(access, cause);
  }
}
function unwritable({ where }, cause) {
  return new GateError("LOAD_GATE_BASELINE_UNWRITABLE", `the baselines in ${where} cannot be written: ${messageOf(cause)}`, {
    hint: "check that the job may upload artifacts, and that it runs on a push to, or a schedule of, the default branch",
    cause
  });
}

// src/gate-artifacts.ts
async function openArtifacts(key, open) {
  if (open === void 0) {
    throw new GateError("LOAD_GATE_USAGE", "the baseline artifact works in the GitHub Action alone: nothing else may upload artifacts", {
      hint: "set --baseline to branch or file:DIR, or use the action"
    });
  }
  const access = await open(nameFolder(key));
  return openArtifactStore(
    {
      where: access.where,
      list: () => access.list(),
      listKeys: async () => (await access.listFolders()).flatMap((folder) => parseFolderName(folder) ?? []),
      read: (name) => access.read(name),
      write: (name, content) => access.write(name, content),
      remove: (name) => access.remove(name)
    },
    key
  );
}

// src/verdict/regression/estimate-components.ts
var LOG_PRIOR = { job: 0.08, burst: 0.04 };
var RATIO_PRIOR = { job: 1e-3, burst: 5e-4 };
var PRIOR_DEGREES = 4;
function estimateComponents(jobs, prior, leastBurstVariance = 0) {
  const filled = jobs.filter((bursts) => bursts.length > 0);
  const count = filled.length;
  if (count === 0) return void 0;
  const means = filled.map(meanOf);
  const mean = meanOf(means);
  const within = filled.flatMap((bursts, job) => bursts.map((value) => (value - (means[job] ?? 0)) ** 2)).reduce((sum, one) => sum + one, 0);
  const withinDegrees = filled.reduce((sum, bursts) => sum + bursts.length - 1, 0);
  const burstVariance = Math.max(leastBurstVariance, (PRIOR_DEGREES * prior.burst ** 2 + within) / (PRIOR_DEGREES + withinDegrees));
  const burstsEach = count / filled.reduce((sum, bursts) => sum + 1 / bursts.length, 0);
  const between = means.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const degrees = PRIOR_DEGREES + count - 1;
  const jobVariance = Math.max(0, (PRIOR_DEGREES * prior.job ** 2 + between - (count - 1) * burstVariance / burstsEach) / degrees);
  return { mean, jobs: count, burstsEach, jobVariance, burstVariance, degrees };
}
function predictVariance(components, bursts) {
  const { jobs, burstsEach, jobVariance, burstVariance } = components;
  const floor = jobVariance * (1 + 1 / jobs) + burstVariance / (jobs * burstsEach);
  return { total: floor + burstVariance / bursts, floor };
}
function meanOf(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// src/verdict/regression/find-creep.ts
var ANCHOR_RUNS = 10;
var LATEST_RUNS = 3;
var LEVEL = 0.01;
function findCreep(points, tolerance, prior) {
  const pinned = points.slice(
    Math.max(
      0,
      points.findLastIndex(({ isAcceptedByHand }) => isAcceptedByHand)
    )
  );
  if (pinned.length < ANCHOR_RUNS + LATEST_RUNS) return void 0;
  const anchor = estimateComponents(
    pinned.slice(0, ANCHOR_RUNS).map(({ values }) => values),
    prior
  );
  const latest = pinned.slice(-LATEST_RUNS).map(({ values }) => meanOf(values));
  if (!anchor) return void 0;
  const change = meanOf(latest) - anchor.mean;
  const each = anchor.jobVariance + anchor.burstVariance / anchor.burstsEach;
  const error = Math.sqrt(each * (1 / LATEST_RUNS + 1 / anchor.jobs));
  const p = 1 - studentTCdf(change / error, anchor.degrees);
  return change >= tolerance && p <= LEVEL ? change : void 0;
}

// src/verdict/regression/follow-level.ts
var OUTLIER_MADS = 5;
var LEAST_MEMBERS = 5;
var MISHAP_SHARE = 0.1;
function followLevel(points, leastMad) {
  let members = [];
  let shift;
  const outliers = [];
  let before;
  for (const point of points) {
    const distance = distanceFrom(members, point, leastMad);
    const isBetterOutlier = distance < -OUTLIER_MADS;
    const isOutlier = Math.abs(distance) > OUTLIER_MADS;
    const change = point.value - medianOf(members.map(({ value }) => value));
    if (isOutlier && point.isAcceptedByHand) {
      shift = { from: point, change };
      members = [point];
    } else if (isBetterOutlier && before?.isBetterOutlier) {
      shift = { from: before.point, change };
      members = [before.point, point];
      outliers.pop();
    } else if (isOutlier) {
      outliers.push({ point, direction: isBetterOutlier ? "better" : "worse" });
    } else members.push(point);
    before = { point, isBetterOutlier };
  }
  const kept = members.filter((point) => point.isAcceptedByHand || Math.abs(distanceFrom(members, point, leastMad)) <= OUTLIER_MADS);
  for (const point of members) {
    if (!kept.includes(point)) outliers.push({ point, direction: distanceFrom(members, point, leastMad) < 0 ? "better" : "worse" });
  }
  const recurring = listRecurring(points, kept, outliers);
  return {
    members: points.filter((point) => kept.includes(point) || recurring.has(point)),
    outliers: outliers.filter(({ point }) => !recurring.has(point)),
    shift
  };
}
function listRecurring(points, members, outliers) {
  const lastNormal = points.findLastIndex((point) => members.includes(point));
  const firstNormal = points.findIndex((point) => members.includes(point));
  const between = outliers.map(({ point }) => point).filter((point) => isBetween(points.indexOf(point), firstNormal, lastNormal));
  return new Set(between.length >= 2 && between.length > MISHAP_SHARE * (members.length + between.length) ? between : []);
}
function isBetween(place, first, last) {
  return first < place && place < last;
}
function distanceFrom(members, point, leastMad) {
  if (members.length < LEAST_MEMBERS) return 0;
  const middle = medianOf(members.map(({ value }) => value));
  const mad = medianOf(members.map(({ value }) => Math.abs(value - middle)));
  return (point.value - middle) / Math.max(mad, leastMad);
}
function measureFence(members, leastMad) {
  if (members.length < LEAST_MEMBERS) return void 0;
  const middle = medianOf(members.map(({ value }) => value));
  return OUTLIER_MADS * Math.max(leastMad, medianOf(members.map(({ value }) => Math.abs(value - middle))));
}

// src/verdict/regression/history-row.ts
function followRow(jobs, key) {
  const { members, outliers, shift } = followLevel(listPoints(jobs, key), leastMadOf(key.metric));
  const middle = medianOf(members.map(({ value }) => value));
  return {
    members,
    outliers: outliers.map(({ point }) => ({ run: point.run, change: fromEvidence(key.metric, point.value - middle) })),
    notes: shift ? [{ kind: "level-shift", from: shift.from.id, change: fromEvidence(key.metric, shift.change) }] : []
  };
}
function leastMadOf(metric) {
  return metric.kind === "error-ratio" ? 1e-3 : 0.02;
}
function listPoints(jobs, key) {
  return jobs.flatMap(({ run, bursts }) => {
    const measured = pickMeasured(bursts, key);
    if (measured.length === 0) return [];
    return [
      { run, id: run.id, value: meanOf(measured.map(({ value }) => value)), isAcceptedByHand: run.isAcceptedByHand, bursts: measured }
    ];
  });
}
function pickMeasured(bursts, key) {
  return bursts.flat().filter((one) => one.state === "measured" && nameRow(one) === key.name);
}
function compareWithJobs(key, members, candidate) {
  const own = pickMeasured(candidate, key);
  const stored = members.flatMap(({ bursts }) => bursts);
  const samples = { baseline: sumSamples(stored), candidate: sumSamples(own) };
  const values = members.map(({ bursts }) => bursts.map(({ value }) => value));
  const components = estimateComponents(values, priorOf(key), leastVariance(key, stored, own));
  const degrees = components?.degrees ?? 1;
  const refused = candidate.flat().find((one) => one.state === "not-eligible" && nameRow(one) === key.name);
  if (refused?.state === "not-eligible")
    return { compared: { state: "not-eligible", reason: `the candidate has ${refused.reason}`, samples }, degrees };
  if (!components || own.length < candidate.length)
    return { compared: { state: "not-eligible", reason: "not every burst of the candidate has measured it", samples }, degrees };
  const { total, floor } = predictVariance(components, own.length);
  const change = meanOf(own.map(({ value }) => value)) - components.mean;
  const evidence = { change, error: Math.sqrt(total), degrees, floor };
  return { compared: { state: "compared", evidence, ...show(key, members, own, change), samples }, degrees };
}
function show(key, members, own, change) {
  const stored = members.map(({ bursts }) => bursts.map(({ shown: shown2 }) => shown2));
  const shown = own.map((one) => one.shown);
  if (key.metric.kind === "error-ratio") return { baseline: meanOf(stored.map(meanOf)), candidate: meanOf(shown) };
  const middle = (values) => meanOf(values.map((value) => Math.log(Math.max(1e-9, value))));
  if (key.metric.kind === "throughput") return { baseline: Math.exp(meanOf(stored.map(middle))), candidate: Math.exp(middle(shown)) };
  return showAround(Math.exp(meanOf(stored.map(middle))), Math.exp(middle(shown)), change);
}
function priorOf(key) {
  return key.metric.kind === "error-ratio" ? RATIO_PRIOR : LOG_PRIOR;
}
function leastVariance(key, stored, own) {
  if (key.metric.kind !== "error-ratio") return 0;
  const all = [...stored, ...own];
  const attempts = sumSamples(all);
  const bad = all.reduce((sum, { value, samples }) => sum + value * samples, 0);
  const ratio = attempts === 0 ? 0 : bad / attempts;
  return attempts === 0 ? 0 : ratio * (1 - ratio) * all.length / attempts;
}
function sumSamples(values) {
  return values.reduce((sum, { samples }) => sum + samples, 0);
}
function listCreep(jobs, keys) {
  return keys.flatMap((key) => {
    const points = listPoints(jobs, key).map(({ bursts, isAcceptedByHand }) => ({
      values: bursts.map(({ value }) => value),
      isAcceptedByHand
    }));
    const change = findCreep(points, toEvidence(key.metric, key.tolerance), priorOf(key));
    return change === void 0 ? [] : [{ kind: "creep", name: key.name, change: fromEvidence(key.metric, change) }];
  });
}

// src/verdict/regression/measure-burst.ts
function measureBurst(burst, percentilesOf) {
  const knowsFailures = explainMissing(burst.engine, "failures") === void 0;
  const values = listTracks(burst).flatMap(({ name, slices }) => {
    const percentiles = percentilesOf(name).map(({ percentile }) => {
      const head = { endpoint: name, metric: { kind: "percentile", percentile } };
      const measure = measureQuantile(slices, percentile, 0);
      if (!measure) return { ...head, samples: 0, state: "not-eligible", reason: "no samples" };
      const { samples, samplesBeyond, secondsBeyond, isBound, log, us } = measure;
      const reason = explainTooFew(samplesBeyond, secondsBeyond, percentile);
      if (reason !== void 0) return { ...head, samples, state: "not-eligible", reason };
      if (isBound && slices.every(({ ok }) => ok === 0)) return { ...head, samples, state: "not-eligible", reason: "not one success" };
      return { ...head, samples, state: "measured", value: log, shown: us };
    });
    const errors = knowsFailures ? measureErrorRatio(slices) : void 0;
    const metric = { kind: "error-ratio" };
    return errors ? [...percentiles, { endpoint: name, metric, samples: errors.attempts, state: "measured", value: errors.ratio, shown: errors.ratio }] : percentiles;
  });
  return knowsFailures ? [...values, ...measureThroughput(burst)] : values;
}
function measureThroughput(burst) {
  const seconds = listPacedSeconds(burst);
  if (seconds.length === 0) return [];
  const head = { endpoint: "total", metric: { kind: "throughput" } };
  const ok = seconds.reduce((sum, slice) => sum + slice.ok, 0);
  if (ok === 0) return [{ ...head, samples: 0, state: "not-eligible", reason: "not one success" }];
  const perSecond = ok / seconds.length;
  return [{ ...head, samples: ok, state: "measured", value: -Math.log(perSecond), shown: perSecond }];
}

// src/verdict/regression/compare-history.ts
function compareHistory({ looks, history, fingerprint, rules }) {
  const admission = admitRuns(history, fingerprint);
  const leftOut = admission.leftOut.length > 0 ? [{ kind: "left-out", runs: admission.leftOut.map(({ run, reason }) => ({ id: run.id, reason })) }] : [];
  if (admission.admitted.length === 0) return { state: "not-judged", why: explainNone(admission), rows: [], notes: leftOut };
  const percentilesOf = (endpoint) => listTolerances(rules, endpoint).percentiles;
  const jobs = admission.eligible.map((run) => ({ run, bursts: run.bursts.map((burst) => measureBurst(burst, percentilesOf)) }));
  const inWindow = jobs.slice(-admission.admitted.length);
  const [first, second] = looks;
  const firstBursts = first.map((burst) => measureBurst(burst, percentilesOf));
  const secondBursts = second?.map((burst) => measureBurst(burst, percentilesOf));
  const keys = listKeys(firstBursts, rules);
  const followed = keys.map((key) => ({ key, level: followRow(inWindow, key) }));
  const rows = followed.flatMap(({ key, level }) => {
    if (level.members.length === 0) return [];
    const { endpoint, metric, tolerance, minChange } = key;
    const one = compareWithJobs(key, level.members, firstBursts);
    const both = secondBursts && compareWithJobs(key, level.members, [...firstBursts, ...secondBursts]);
    return [{ endpoint, metric, tolerance, minChange, first: one.compared, both: both?.compared, sharedDegrees: one.degrees }];
  });
  const latest = jobs.at(-1)?.bursts.flat() ?? [];
  const notes = [
    ...noteDifferences(nameEndpoints(firstBursts.flat()), nameEndpoints([...latest, ...rows.map(({ endpoint }) => ({ endpoint }))])),
    ...followed.flatMap(({ key, level }) => level.notes.map((note) => ({ ...note, name: key.name }))),
    ...listOutliers(followed),
    ...listCreep(jobs, keys),
    ...leftOut
  ];
  return concludeRows({ rows, rules, notes, hasSecondLook: second !== void 0 });
}
function listOutliers(followed) {
  const all = followed.flatMap(({ key, level }) => level.outliers.map(({ run, change }) => ({ run, name: key.name, change })));
  const runs = [...Map.groupBy(all, ({ run }) => run.startedAt + run.id).entries()].sort(([left], [right]) => left < right ? 1 : -1).flatMap(([, [first, ...more]]) => first ? [{ id: first.run.id, name: first.name, change: first.change, more: more.length }] : []);
  return runs.length > 0 ? [{ kind: "outliers", runs }] : [];
}
function explainNone({ leftOut }) {
  if (leftOut.length === 0) return { reason: "no-baseline" };
  const differences = leftOut.map(({ reason }) => reason).filter((reason) => reason.startsWith(NOT_COMPARABLE));
  if (differences.length < leftOut.length) return { reason: "none-admitted", stored: leftOut.length };
  return { reason: "not-comparable", differences: [...new Set(differences.map((reason) => reason.slice(NOT_COMPARABLE.length)))] };
}
var NOT_COMPARABLE = "not comparable: ";
function listKeys(bursts, rules) {
  const keys = /* @__PURE__ */ new Map();
  for (const { endpoint, metric } of bursts.flat()) {
    const name = nameRow({ endpoint, metric });
    keys.set(name, { name, endpoint, metric, ...limitsOf(endpoint, metric, rules) });
  }
  return [...keys.values()];
}
function limitsOf(endpoint, metric, rules) {
  const { percentiles, errorRatio } = listTolerances(rules, endpoint);
  switch (metric.kind) {
    case "percentile":
      return {
        tolerance: percentiles.find(({ percentile }) => percentile === metric.percentile)?.tolerance ?? 0,
        minChange: rules.minChangeUs
      };
    case "error-ratio":
      return { tolerance: errorRatio, minChange: 0 };
    case "throughput":
      return { tolerance: rules.throughput, minChange: 0 };
  }
}
function nameEndpoints(values) {
  return [...new Set(values.map(({ endpoint }) => endpoint))].filter((name) => name !== "total").map((name) => ({ name }));
}

// src/verdict/regression/measure-levels.ts
function measureLevels({ history, fingerprint, percentiles }) {
  const wanted = percentiles.map((percentile) => ({ percentile, tolerance: 0 }));
  const jobs = admitRuns(history, fingerprint).admitted.map((run) => ({
    run,
    bursts: run.bursts.map((burst) => measureBurst(burst, () => wanted))
  }));
  const endpoints = new Set(jobs.flatMap(({ bursts }) => bursts.flat().map(({ endpoint }) => endpoint)));
  const levels = /* @__PURE__ */ new Map();
  for (const endpoint of endpoints) {
    for (const { percentile } of wanted) {
      const metric = { kind: "percentile", percentile };
      const key = { name: nameRow({ endpoint, metric }), endpoint, metric, tolerance: 0, minChange: 0 };
      const { members, outliers } = followRow(jobs, key);
      if (members.length === 0) continue;
      levels.set(key.name, {
        members: new Set(members.map(({ id }) => id)),
        outliers: new Map(outliers.map(({ run, change }) => [run.id, change])),
        ...showLevel(members, key)
      });
    }
  }
  return levels;
}
function showLevel(members, { metric }) {
  const shown = members.map(({ bursts }) => meanOf(bursts.map((burst) => Math.log(Math.max(1e-9, burst.shown)))));
  const us = Math.exp(meanOf(shown));
  const fence = measureFence(members, leastMadOf(metric));
  return {
    us,
    fence: fence === void 0 ? void 0 : { lowUs: us * (1 + fromEvidence(metric, -fence)), highUs: us * (1 + fromEvidence(metric, fence)) }
  };
}

// src/verdict/regression/note-machine.ts
var MOST_KINDS = 3;
function noteMachine(own, stored) {
  const kinds = Map.groupBy(stored, describeMachine);
  const kind = describeMachine(own);
  if (kinds.size === 0 || kinds.has(kind) || own.cpuModel === UNKNOWN || stored.every(({ cpuModel }) => cpuModel === UNKNOWN)) return [];
  const commonest = [...kinds].sort(([, left], [, right]) => right.length - left.length).map(([text]) => text);
  return [{ kind: "other-machine", own: kind, stored: commonest.slice(0, MOST_KINDS), more: Math.max(0, commonest.length - MOST_KINDS) }];
}
var UNKNOWN = "unknown";
function describeMachine({ cores, cpuModel, platform }) {
  return `${cores} × ${cpuModel} (${platform})`;
}

// src/gate-baseline.ts
var MOST_NAMED2 = 5;
var SECOND_LOOK_BURSTS = 2;
async function openBaseline(where, key, ports) {
  switch (where.kind) {
    case "none":
    case "url":
      return void 0;
    case "implied":
      return openImplied(where.branch, key, ports);
    default:
      return readBaseline(where, key, ports);
  }
}
async function openImplied(branch, key, ports) {
  const { findObstacle } = await import("./chunk-QSG6QCE3.js");
  const obstacle = await findObstacle({ cwd: ports.cwd, env: ports.env, remote: "origin" });
  if (obstacle !== void 0) {
    ports.onNote(
      `Compared with no baseline: ${obstacle}. Check the repository out, or set \`baseline\` to file:DIR, or to none for no comparison at all.`
    );
    return void 0;
  }
  try {
    return await readBaseline({ kind: "branch", branch }, key, ports);
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    const hint = [thrown.hint, "in CI `baseline` is branch by default; set `baseline: none` for no comparison"].filter(Boolean).join("; ");
    throw new GateError(thrown.code, thrown.message, { hint, cause: thrown });
  }
}
async function readBaseline(where, key, ports) {
  const store = await openStore(where, key, ports);
  try {
    const history = await store.list();
    if (history.state === "none-yet") {
      if (history.otherKeys.length > 0) ports.onNote(`${describeOtherKeys(key, history.otherKeys)}.`);
      return { store, history };
    }
    const files = history.setAside.slice(0, MOST_NAMED2).map(({ file, reason }) => `${file}: ${reason}`);
    if (history.state === "unusable") {
      throw new GateError("LOAD_GATE_BASELINE_UNREADABLE", `none of the stored runs in ${store.where} can be used: ${files.join("; ")}`, {
        hint: "take these files away, or name another place with --baseline"
      });
    }
    for (const file of files) ports.onNote(`Set aside, and not part of the baseline: ${file}.`);
    return { store, history };
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}
async function openStore(where, key, { cwd, env, artifacts }) {
  switch (where.kind) {
    case "file": {
      const { openFileStore } = await import("./chunk-TS7BYKFI.js");
      return openFileStore(resolve(cwd, where.path), key);
    }
    case "branch": {
      const { openBranchStore } = await import("./chunk-ARZZAZ3X.js");
      const pace = { chance: () => randomInt(2 ** 32) / 2 ** 32, now: () => Date.now(), sleep: (ms) => sleep(ms) };
      return openBranchStore({ cwd, env, remote: "origin", branch: where.branch }, key, pace);
    }
    case "artifact":
      return openArtifacts(key, artifacts);
  }
}
function compareWithHistory(first, further, input) {
  const stored = input.history.state === "found" ? input.history.runs : [];
  const result = compareHistory({
    looks: further.length >= SECOND_LOOK_BURSTS ? [[first], further] : [[first]],
    history: stored.map((run) => toBaselineRun(run, input.origin)),
    fingerprint: buildFingerprint(first),
    rules: input.rules
  });
  const leftOut = new Set(result.notes.flatMap((note) => note.kind === "left-out" ? note.runs.map(({ id }) => id) : []));
  const machines = stored.filter(({ id }) => !leftOut.has(id)).map(({ report }) => report.run.environment);
  return { ...result, notes: [...result.notes, ...noteMachine(first.environment, machines)] };
}
function measureStoredLevels(run, { history, origin }, percentiles) {
  const stored = history.state === "found" ? history.runs : [];
  return measureLevels({
    history: stored.map((each) => toBaselineRun(each, origin)),
    fingerprint: buildFingerprint(run),
    percentiles
  });
}
function isSlower({ verdict, comparison }) {
  const { result } = comparison ?? {};
  return verdict.state === "regression" || result?.state === "decided" && result.regressed.length > 0;
}
function explainUnfit({ run, further = [], verdict, comparison }) {
  if ([run, ...further].some((burst) => explainPart(burst) !== void 0)) return "a part of a burst is no baseline";
  if ([run, ...further].some(({ levelChanges }) => levelChanges.length > 0)) return "a run whose users were set by hand is no baseline";
  if (verdict.state === "inconclusive")
    return "an inconclusive run is no baseline. Its SLA must promise something, and all of it must have been measured";
  if (run.ending.state !== "complete") return "a run that was aborted is no baseline";
  if (!hasSuccess(run)) return "a run without one success is no baseline";
  if (comparison?.result.state === "second-look") return "a run that may be slower lacks its second look";
  return void 0;
}
function hasSuccess({ series }) {
  return series.some(({ perPhase }) => perPhase.some(({ counts }) => counts.ok > 0));
}
function buildStoredRun(report, key, origin) {
  const { event, branch, commit } = origin;
  const from = {
    key,
    fingerprint: buildFingerprint(report.run),
    commit,
    branch,
    event,
    accepted: !isSlower(report)
  };
  return buildRunFile(from, report);
}
function toBaselineRun({ id, origin, acceptance, judged, report }, { isCi, defaultBranch }) {
  const { commit, branch, event, fingerprint } = origin;
  const bursts = [report.run, ...report.further ?? []];
  const isByHand = branch === void 0 && event === void 0;
  return {
    id,
    startedAt: report.run.startedAt,
    commit: commit ?? "",
    fingerprint,
    event: event ?? "push",
    isDefaultBranch: !isCi || isByHand || branch !== void 0 && branch === defaultBranch,
    isValid: judged !== "inconclusive" && bursts.every(({ ending, levelChanges }) => ending.state === "complete" && levelChanges.length === 0),
    isAccepted: origin.accepted || acceptance !== void 0,
    isAcceptedByHand: acceptance !== void 0,
    bursts
  };
}

export {
  describeOtherKeys,
  meanOf,
  SECOND_LOOK_BURSTS,
  openBaseline,
  openStore,
  compareWithHistory,
  measureStoredLevels,
  isSlower,
  explainUnfit,
  hasSuccess,
  buildStoredRun
};
