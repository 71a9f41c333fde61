import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  listCounting,
  listLeftOut,
  listSetAside,
  renderHistory
} from "./chunk-E2SHFU6X.js";
import {
  readOrigin
} from "./chunk-457D4EUQ.js";
import {
  writeReports
} from "./chunk-JEDR5GJU.js";
import {
  compareWithHistory,
  describeOtherKeys,
  meanOf,
  measureStoredLevels,
  openStore
} from "./chunk-B352537M.js";
import {
  DEFAULT_REGRESSION_RULES
} from "./chunk-JHW4SND7.js";
import {
  WINDOW_RUNS
} from "./chunk-D753NKHP.js";
import {
  PERCENTILES
} from "./chunk-WE3RHMA4.js";
import {
  describeNote
} from "./chunk-A3SLCI4C.js";
import {
  nameRow
} from "./chunk-2TOVJSTJ.js";
import {
  isRunId
} from "./chunk-5YB5ZHND.js";
import {
  chargeableOf,
  percentileOf,
  summarizeEndpoints
} from "./chunk-XW65F56M.js";
import {
  formatNumber
} from "./chunk-BRFOQZPS.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  GateError
} from "./chunk-WYDHRVNK.js";

// src/command-baseline.ts
import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";

// src/command-history.ts
function buildHistory(history, { where, key, env }) {
  switch (history.state) {
    case "none-yet":
      return {
        state: "none-yet",
        where,
        otherKeys: history.otherKeys.length > 0 ? `${describeOtherKeys(key, history.otherKeys)}.` : ""
      };
    case "unusable":
      return { state: "unusable", where, setAside: history.setAside };
    case "found":
      return describeFound(history, where, readOrigin(env));
  }
}
function describeFound(history, where, origin) {
  const newest = history.runs.at(-1);
  if (newest === void 0) throw new Error("a history that was found is not empty");
  const { notes } = compareWithHistory(newest.report.run, [], { history, rules: DEFAULT_REGRESSION_RULES, origin });
  const told = notes.filter(({ kind }) => kind === "level-shift" || kind === "creep" || kind === "outliers");
  return {
    state: "found",
    where,
    runs: describeRuns(history, notes, origin),
    endpoints: describeEndpoints(history, newest, origin),
    notes: told.map((note) => `${describeNote(note)}.`),
    names: told.flatMap(listNames),
    setAside: history.setAside,
    unread: history.unread
  };
}
function listNames(note) {
  switch (note.kind) {
    case "level-shift":
    case "creep":
      return [note.name];
    case "outliers":
      return note.runs.map(({ name }) => name);
    default:
      return [];
  }
}
function describeRuns({ runs }, notes, origin) {
  const reasons = listLeftOut({ notes });
  const ever = new Set(listCounting(runs, origin).map(({ id }) => id));
  return runs.map((run) => {
    const { id, judged, report } = run;
    const { commit, branch, event } = run.origin;
    const { environment, startedAt } = report.run;
    return {
      id,
      startedAt,
      commit,
      branch,
      event,
      judged,
      machine: `${environment.cores} × ${environment.cpuModel}`,
      standing: describeStanding(run, reasons.get(id), ever.has(id))
    };
  });
}
function describeStanding({ origin, acceptance }, why, isEver) {
  if (why === void 0) return acceptance === void 0 ? { kind: "counts" } : { kind: "by-hand", ...acceptance };
  if (isEver) return { kind: "earlier", why };
  return { kind: origin.accepted || acceptance !== void 0 ? "left-out" : "slower", why };
}
function describeEndpoints(history, newest, origin) {
  const tables = history.runs.map(({ report }) => summarizeBursts([report.run, ...report.further ?? []]));
  const levels = measureStoredLevels(newest.report.run, { history, origin }, PERCENTILES);
  const current = new Set(tables.at(-1)?.keys());
  const names = /* @__PURE__ */ new Set([...current, ...tables.toReversed().flatMap((table) => [...table.keys()])]);
  return [...names].map((name) => ({
    name,
    isCurrent: current.has(name),
    points: tables.map((table) => table.get(name)),
    levels: PERCENTILES.map((percentile) => levels.get(nameRow({ endpoint: name, metric: { kind: "percentile", percentile } })))
  }));
}
function summarizeBursts(bursts) {
  const rows = bursts.flatMap((burst) => summarizeEndpoints(burst).rows.filter(({ attempts = 0 }) => attempts > 0));
  return new Map([...Map.groupBy(rows, ({ name }) => name)].map(([name, parts]) => [name, meanPoint(parts)]));
}
function meanPoint(parts) {
  const rates = parts.flatMap(({ okPerSec }) => okPerSec ?? []);
  const counted = parts.filter(({ failed }) => failed !== void 0);
  const chargeable = counted.reduce((sum, part) => sum + chargeableOf(part), 0);
  return {
    latencies: PERCENTILES.map((percentile) => meanLatency(parts.map((part) => percentileOf(part, percentile)))),
    okPerSec: rates.length > 0 ? meanOf(rates) : void 0,
    failedRatio: chargeable > 0 ? counted.reduce((sum, { failed = 0 }) => sum + failed, 0) / chargeable : void 0,
    attempts: parts.reduce((sum, { attempts = 0 }) => sum + attempts, 0)
  };
}
function meanLatency(readings) {
  const known = readings.filter((reading) => reading !== void 0);
  const lost = known.find(({ state }) => state === "censored");
  if (lost !== void 0 || known.length === 0) return lost;
  return {
    state: "exact",
    us: Math.exp(meanOf(known.map((reading) => Math.log(reading.state === "exact" ? Math.max(1, reading.us) : 1))))
  };
}
function describeWhere({ where }, key) {
  return cleanText(`${where} (key ${key})`);
}

// src/command-baseline.ts
var ANCHOR_RUNS = 10;
function changeBaseline(request, ports) {
  switch (request.command) {
    case "baseline show":
      return showBaseline(request, ports);
    case "baseline accept":
      return acceptBaseline(request, ports);
    case "baseline prune":
      return pruneBaseline(request, ports);
  }
}
function showBaseline(request, ports) {
  return withStore(request, ports, async (store) => {
    const history = await store.list();
    const where = describeWhere(store, request.key);
    if (request.html !== void 0)
      await drawHistory(request.html, buildHistory(history, { where, key: request.key, env: ports.env }), ports);
    switch (history.state) {
      case "none-yet":
        ports.write(`No run is stored in ${where} yet; load-gate baseline update stores one.
`);
        if (history.otherKeys.length > 0) ports.write(`${describeOtherKeys(request.key, history.otherKeys)}.
`);
        return { kind: "done" };
      case "unusable":
        ports.write(`${["None of the files can be used.", ...listSetAside(history.setAside, ports.width, ports.paint)].join("\n")}
`);
        return { kind: "not-measured" };
      case "found":
        ports.write(renderHistory({ where, ...describeHistory(history, ports.env) }, ports.width, ports.paint));
        return { kind: "done" };
    }
  });
}
async function drawHistory(file, history, ports) {
  const path = resolve(ports.cwd, file);
  const name = basename(path);
  const isFolder = /[\\/]$/.test(file) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (name === "" || isFolder) throw new GateError("LOAD_GATE_USAGE", `--html must name a file, and ${cleanText(file)} is a folder`);
  const [{ renderHistoryHtml }, { VERSION }] = await Promise.all([import("./chunk-K334RXVG.js"), import("./chunk-OWQBGYVV.js")]);
  try {
    await writeReports(dirname(path), /* @__PURE__ */ new Map([[name, renderHistoryHtml(history, VERSION)]]));
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    throw new GateError(thrown.code, thrown.message, { hint: "name another file with --html=FILE", cause: thrown });
  }
  ports.writeAside(`The history is drawn in ${cleanText(file)}.
`);
}
function acceptBaseline(request, ports) {
  return withStore(request, ports, async (store) => {
    if (request.id !== void 0 && !isRunId(request.id)) throw noRun(`${cleanText(request.id, 60)} is not the id of a run`);
    const id = request.id ?? await findWaiting(store, request);
    const by = cleanText(ports.env["GITHUB_ACTOR"] || ports.env["USER"] || "", 100) || "unknown";
    const written = await store.accept(id, { by, at: new Date(ports.now()).toISOString(), why: request.why });
    ports.write(written === "added" ? `Run ${id} counts from now on, accepted by ${by}.
` : `Run ${id} was accepted already.
`);
    return { kind: "done" };
  });
}
function pruneBaseline(request, ports) {
  return withStore(request, ports, async (store) => {
    const history = await store.list();
    if (history.state === "unusable") throw unusable(store, history);
    const runs = history.state === "found" ? history.runs : [];
    const pinned = listPinned(runs);
    const taken = await store.prune({ newest: request.keep, pinned });
    const held = runs.slice(0, Math.max(0, runs.length - request.keep)).filter(({ id }) => pinned.has(id)).length;
    const kept = held === 0 ? "" : `; ${plural(held, "older run stays", "older runs stay")}, because comparisons need them`;
    ports.write(`Took out ${plural(taken.length, "run", "runs")} of ${describeWhere(store, request.key)}${kept}.
`);
    return { kind: "done" };
  });
}
async function withStore({ baseline, key }, ports, work) {
  const store = await openStore(baseline, key, ports);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
function describeHistory(history, env) {
  const newest = history.runs.at(-1);
  if (newest === void 0) throw new Error("a history that was found is not empty");
  const result = compareWithHistory(newest.report.run, [], { history, rules: DEFAULT_REGRESSION_RULES, origin: readOrigin(env) });
  const reasons = listLeftOut(result);
  const runs = history.runs.map(({ id, origin, judged, acceptance, report }) => ({
    id,
    startedAt: report.run.startedAt,
    commit: origin.commit,
    event: origin.event,
    judged,
    acceptedBy: acceptance?.by,
    leftOut: reasons.get(id)
  }));
  return {
    runs,
    trends: listTrends(history.runs.filter(({ id }) => !reasons.has(id))),
    notes: result.notes.filter(({ kind }) => kind === "level-shift" || kind === "creep" || kind === "outliers").map((note) => `${describeNote(note)}.`),
    setAside: history.setAside,
    unread: history.unread
  };
}
function listTrends(runs) {
  const newest = runs.at(-1);
  const tables = runs.map(({ report }) => summarizeBursts([report.run, ...report.further ?? []]));
  return (newest ? summarizeEndpoints(newest.report.run).rows : []).filter(({ selected }) => selected).map(({ name }) => ({
    name,
    p95Us: tables.map((table) => {
      const reading = table.get(name)?.latencies[PERCENTILES.indexOf(95)];
      return reading?.state === "exact" ? reading.us : void 0;
    })
  }));
}
async function findWaiting(store, request) {
  const history = await store.list();
  if (history.state === "unusable") throw unusable(store, history);
  const runs = history.state === "found" ? history.runs : [];
  const waiting = runs.findLast(({ origin, acceptance }) => !origin.accepted && acceptance === void 0);
  if (waiting !== void 0) return waiting.id;
  throw noRun(`no run in ${describeWhere(store, request.key)} waits to be accepted`);
}
function noRun(message) {
  return new GateError("LOAD_GATE_BASELINE_NO_RUN", message, {
    hint: "see `load-gate baseline show` for the runs and why they do or do not count"
  });
}
function unusable({ where }, { setAside }) {
  const [first] = setAside;
  const why = first === void 0 ? "" : `; ${first.file}: ${first.reason}`;
  return new GateError("LOAD_GATE_BASELINE_UNREADABLE", `none of the files in ${where} can be used${why}`, {
    hint: "`load-gate baseline show` lists them all"
  });
}
function listPinned(runs) {
  const groups = Map.groupBy(runs, ({ origin }) => JSON.stringify([origin.fingerprint, origin.branch]));
  const anywhere = readOrigin({});
  return new Set(
    [...groups.values()].flatMap((group) => {
      const counting = listCounting(group, anywhere);
      const level = counting.findLastIndex(({ acceptance }) => acceptance !== void 0);
      const anchor = counting.slice(Math.max(0, level)).slice(0, ANCHOR_RUNS);
      return [...counting.slice(-WINDOW_RUNS), ...anchor].map(({ id }) => id);
    })
  );
}
function plural(count, one, more) {
  return `${formatNumber(count, 0)} ${count === 1 ? one : more}`;
}

export {
  changeBaseline
};
