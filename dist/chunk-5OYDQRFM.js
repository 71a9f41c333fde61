import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readOrigin
} from "./chunk-457D4EUQ.js";
import {
  listCounting,
  listLeftOut,
  listSetAside,
  renderHistory
} from "./chunk-SSYCTQ7I.js";
import {
  compareWithHistory,
  describeOtherKeys,
  openStore
} from "./chunk-PSGNOOIB.js";
import {
  describeNote
} from "./chunk-V5IUYEX3.js";
import {
  DEFAULT_REGRESSION_RULES,
  WINDOW_RUNS
} from "./chunk-JHT42YZD.js";
import {
  isRunId
} from "./chunk-YEVMQISG.js";
import {
  percentileOf,
  summarizeEndpoints
} from "./chunk-IB275GZ3.js";
import {
  formatNumber
} from "./chunk-BRFOQZPS.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  GateError
} from "./chunk-2EGEYTRJ.js";

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
    const where = describeWhere(store, request);
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
    ports.write(`Took out ${plural(taken.length, "run", "runs")} of ${describeWhere(store, request)}${kept}.
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
function describeWhere({ where }, { key }) {
  return cleanText(`${where} (key ${key})`);
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
  const tables = runs.map(({ report }) => new Map(summarizeEndpoints(report.run).rows.map((row) => [row.name, row])));
  return [...tables.at(-1)?.values() ?? []].filter(({ selected }) => selected).map(({ name }) => ({
    name,
    p95Us: tables.map((table) => {
      const row = table.get(name);
      const reading = row && percentileOf(row, 95);
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
  throw noRun(`no run in ${describeWhere(store, request)} waits to be accepted`);
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
