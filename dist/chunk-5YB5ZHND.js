import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  MOST_SHARDS,
  explainPart
} from "./chunk-WKKYXOXW.js";
import {
  percentileOf,
  summarizeEndpoints
} from "./chunk-XW65F56M.js";
import {
  DecodeProblem,
  both,
  count,
  decodeSeries,
  decodeStated,
  distribution,
  encodeDistribution,
  list,
  map,
  maybe,
  number,
  object,
  optional,
  positive,
  tagged,
  text,
  truth,
  word
} from "./chunk-NE3VJX42.js";
import {
  EMBEDDED_ENGINE,
  FACETS,
  nameEngine
} from "./chunk-B3YCOJUD.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";

// src/report/encode-server.ts
function encodeServer(server) {
  if (server.length === 0) return void 0;
  return server.map(({ samples, ...rest }) => ({
    ...rest,
    atMs: samples.map(({ atMs }) => atMs),
    values: samples.map(({ value }) => value)
  }));
}
var MOST_SAMPLES = 4e3;
var MOST_SERIES = 1e3;
var recovery = both(
  object({ phase: text, endMs: number }),
  tagged("state", {
    reached: object({ state: word("reached"), tookMs: number }),
    missed: object({ state: word("missed"), value: number }),
    "not-judged": object({ state: word("not-judged"), pauseMs: number }),
    unknown: object({ state: word("unknown"), reason: text })
  })
);
var totals = object({
  count,
  min: number,
  max: number,
  avg: number,
  first: number,
  last: number,
  atStart: number,
  atEnd: number
});
var encoded = object({
  name: text,
  source: text,
  unit: word("plain", "ratio", "seconds", "bytes"),
  judged: optional(totals),
  trouble: optional(text),
  lost: count,
  recoveries: list(recovery),
  atMs: list(number),
  values: list(number)
});
var decodeServer = (value, path) => {
  if (value === void 0) return [];
  const series = list(encoded)(value, path);
  if (series.length > MOST_SERIES) throw new DecodeProblem(`${path} must have at most ${MOST_SERIES} rows`);
  const names = new Set(series.map(({ name }) => name));
  if (names.size !== series.length) throw new DecodeProblem(`${path} must have each name once`);
  return series.map(({ atMs, values, ...rest }, place) => {
    if (atMs.length !== values.length || atMs.length > MOST_SAMPLES)
      throw new DecodeProblem(`${path}[${place}].values must have one entry for each of atMs, at most ${MOST_SAMPLES}`);
    return { ...rest, samples: atMs.map((at, index) => ({ atMs: at, value: values[index] ?? 0 })) };
  });
};

// src/report/encode-timeline.ts
function encodeTimeline(timeline) {
  const column = (key) => timeline.map((second) => second[key]);
  return {
    second: column("second"),
    users: column("users"),
    requests: column("requests"),
    failures: column("failures"),
    bytesReceived: column("bytesReceived"),
    sumUs: column("sumUs"),
    lowestUs: column("lowestUs"),
    highestUs: column("highestUs"),
    service: timeline.map(({ service }) => encodeDistribution(service))
  };
}
var counts = list(count);
var columns = object({
  second: counts,
  users: counts,
  requests: counts,
  failures: counts,
  bytesReceived: counts,
  sumUs: counts,
  lowestUs: counts,
  highestUs: counts,
  service: list(text)
});
var decodeTimeline = (value, path) => {
  if (value === void 0) return [];
  const encoded2 = columns(value, path);
  const length = encoded2.second.length;
  const odd = Object.entries(encoded2).find(([, column]) => column.length !== length);
  if (odd) throw new DecodeProblem(`${path}.${odd[0]} must have one entry for each of the ${length} seconds`);
  return encoded2.second.map((second, index) => {
    const at = (key) => encoded2[key][index] ?? 0;
    return {
      second,
      users: at("users"),
      requests: at("requests"),
      failures: at("failures"),
      bytesReceived: at("bytesReceived"),
      sumUs: at("sumUs"),
      lowestUs: at("lowestUs"),
      highestUs: at("highestUs"),
      service: distribution(encoded2.service[index], `${path}.service[${index}]`)
    };
  });
};

// src/report/render-results.ts
var RESULTS_VERSION = 1;
function renderResults(report) {
  const { live, further = [] } = report;
  if (live && live.runs.length !== further.length + 1)
    throw new RangeError(`${live.runs.length} runs of the baseline for ${further.length + 1} bursts`);
  const document = {
    schema_version: RESULTS_VERSION,
    endpoints: describeEndpoints(summarizeEndpoints(report.run)),
    run: encodeRun(report.run),
    further_runs: further.length > 0 ? further.map(encodeRun) : void 0,
    live: live && { ...live, runs: live.runs.map(encodeRun) },
    verdict: report.verdict
  };
  return `${renderJson(document, "")}
`;
}
function encodeRun(run) {
  const { schemaVersion: _, series, health, timeline, server, shards, engine, ...rest } = run;
  const { scheduleLag, eventLoopDelay } = health;
  return {
    ...rest,
    health: { ...health, scheduleLag: encodeDistribution(scheduleLag), eventLoopDelay: encodeDistribution(eventLoopDelay) },
    series: series.map(encodeSeries),
    timeline: encodeTimeline(timeline),
    server: encodeServer(server),
    shards: shards.length > 0 ? shards : void 0,
    engine: engine.kind === "embedded" ? void 0 : engine
  };
}
function encodeSeries(series) {
  return { ...series, perPhase: series.perPhase.map(encodeSeriesPhase) };
}
function encodeSeriesPhase(part) {
  const { latency, service, ttfb, failedLatency, failedService, queue, connect, tls, body, session, slices, ...rest } = part;
  const spans = { latency, service, ttfb, failedLatency, failedService, queue, connect, tls, body, session };
  const encoded2 = Object.entries(spans).map(([span, distribution2]) => [span, encodeDistribution(distribution2)]);
  return {
    ...rest,
    ...Object.fromEntries(encoded2),
    slices: slices.map((slice) => ({ ...slice, latency: encodeDistribution(slice.latency) }))
  };
}
function describeEndpoints({ rows, total }) {
  return [...rows, total].map(describeEndpoint);
}
function describeEndpoint(endpoint) {
  const percentile = (p) => {
    const reading = percentileOf(endpoint, p);
    return reading?.state === "exact" ? reading.us : null;
  };
  return {
    name: endpoint.name,
    attempts: endpoint.attempts ?? null,
    failures: endpoint.failed ?? null,
    okPerSec: endpoint.okPerSec ?? null,
    p50Us: percentile(50),
    p95Us: percentile(95),
    p99Us: percentile(99),
    maxUs: percentile(100)
  };
}
function renderJson(value, indent) {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`JSON cannot hold ${value}`);
  if (!isContainer(value)) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const entries = isList ? value.map((item) => ["", item]) : sortedEntries(value);
  const inner = `${indent}  `;
  const parts = entries.map(([key, item]) => {
    const text2 = item === void 0 ? "null" : renderJson(item, inner);
    return isList ? text2 : `${JSON.stringify(key)}: ${text2}`;
  });
  const [open, close] = isList ? "[]" : "{}";
  if (parts.length === 0) return `${open}${close}`;
  const isPlain = entries.every(([, item]) => !isContainer(item));
  return isPlain ? `${open}${parts.join(", ")}${close}` : `${open}
${inner}${parts.join(`,
${inner}`)}
${indent}${close}`;
}
function sortedEntries(value) {
  return Object.entries(value).filter(([, item]) => item !== void 0).sort(([left], [right]) => left < right ? -1 : 1);
}
function isContainer(value) {
  return typeof value === "object" && value !== null;
}

// src/baseline/name-files.ts
import { createHash } from "node:crypto";
var ID = String.raw`\d{8}T\d{9}Z-[0-9a-f]{8}`;
var RUN_FILE = new RegExp(`^(${ID})\\.json$`);
var ACCEPTANCE_FILE = new RegExp(`^(${ID})\\.accepted\\.json$`);
var LONGEST_FOLDER = 100;
function nameRun(startedAt, content) {
  const stamp = new Date(startedAt).toISOString().replace(/[-:.]/g, "");
  return `${stamp}-${hashOf(content)}`;
}
function nameRunFile(id) {
  return `${id}.json`;
}
function nameAcceptanceFile(id) {
  return `${id}.accepted.json`;
}
function parseFileName(name) {
  const run = RUN_FILE.exec(name)?.[1];
  if (run !== void 0) return { kind: "run", id: run };
  const acceptance = ACCEPTANCE_FILE.exec(name)?.[1];
  return acceptance === void 0 ? { kind: "foreign" } : { kind: "acceptance", id: acceptance };
}
function isRunId(id) {
  return parseFileName(nameRunFile(id)).kind === "run";
}
function nameFolder(key) {
  const bytes = new TextEncoder().encode(key);
  let encoded2 = "";
  for (const byte of bytes) {
    const char = String.fromCharCode(byte);
    const next = /[A-Za-z0-9_]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    if (encoded2.length + next.length > LONGEST_FOLDER) break;
    encoded2 += next;
  }
  return `${encoded2}-${hashOf(bytes)}`;
}
function isFolderName(name) {
  return /^(?:[A-Za-z0-9_]|%[0-9A-F]{2}){0,100}-[0-9a-f]{8}$/.test(name);
}
function parseFolderName(name) {
  if (!isFolderName(name)) return void 0;
  const encoded2 = name.slice(0, name.lastIndexOf("-"));
  const bytes = [...encoded2.matchAll(/%([0-9A-F]{2})|[A-Za-z0-9_]/g)].map(([char, hex]) => hex ? parseInt(hex, 16) : char.charCodeAt(0));
  const key = new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes));
  if (nameFolder(key) === name) return key;
  return encoded2.length > LONGEST_FOLDER - "%00".length ? `${key.replace(/\uFFFD+$/, "")}…` : void 0;
}
function hashOf(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 8);
}

// src/baseline/run-files.ts
var MOST_FILE_BYTES = 1e7;

// src/baseline/check-text.ts
var DEEPEST = 64;
function checkText(content) {
  if (content.byteLength > MOST_FILE_BYTES) return refused("oversized", describeOversize(content.byteLength));
  if (content.byteLength === 0) return refused("truncated", "the file is empty");
  if (content.includes(0)) return refused("hostile", "the file holds a NUL character");
  const text2 = decode(content);
  if (text2 === void 0) return refused("not-text", "the file is not UTF-8 text");
  if (measureDepth(text2) > DEEPEST) return refused("hostile", `the file nests deeper than ${DEEPEST} levels`);
  return { ok: true, text: text2 };
}
function describeOversize(bytes) {
  return `the file has ${bytes} bytes; at most ${MOST_FILE_BYTES / 1e6} MB are read`;
}
function decode(content) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return void 0;
  }
}
function measureDepth(text2) {
  let depth = 0;
  let deepest = 0;
  let isString = false;
  for (let at = 0; at < text2.length && deepest <= DEEPEST; at++) {
    const code = text2.charCodeAt(at);
    if (isString) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) isString = false;
    } else if (code === QUOTE) isString = true;
    else if (code === SQUARE_OPEN || code === CURLY_OPEN) deepest = Math.max(deepest, ++depth);
    else if (code === SQUARE_CLOSE || code === CURLY_CLOSE) depth--;
  }
  return deepest;
}
var QUOTE = 34;
var BACKSLASH = 92;
var SQUARE_OPEN = 91;
var SQUARE_CLOSE = 93;
var CURLY_OPEN = 123;
var CURLY_CLOSE = 125;
function refused(kind, reason) {
  return { ok: false, kind, reason };
}

// src/metrics/build-fingerprint.ts
function buildFingerprint(run, targetLabel = run.target) {
  const major = /^(\d{1,6})\./.exec(run.tool.version)?.[1];
  if (major === void 0) throw new RangeError(`"${run.tool.version}" is not a version`);
  return {
    scenarioHash: run.scenario.hash,
    profile: run.scenario.profile,
    target: targetLabel,
    major: Number(major),
    ...run.engine.kind !== "embedded" && { engine: nameEngine(run.engine) }
  };
}
function listFingerprintDifferences(left, right) {
  const parts = [
    ["the scenario", left.scenarioHash, right.scenarioHash],
    ["the profile", left.profile, right.profile],
    ["the target", left.target, right.target],
    ["the major version of load-gate", left.major, right.major],
    ["the engine", left.engine, right.engine]
  ];
  return parts.filter(([, one, other]) => one !== other).map(([name]) => name);
}

// src/config/generated/validate-baseline.js
var validate = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "baseline.schema.json", "title": "load-gate baseline file", "description": "One file of a history: a run with its results, or (with `accepts`) the acceptance of a run. Files are never rewritten.", "type": "object", "x-expected": "an object", "if": { "type": "object", "required": ["accepts"] }, "then": { "$ref": "#/definitions/acceptance" }, "else": { "$ref": "#/definitions/run" }, "definitions": { "line": { "description": "One line of text.", "type": "string", "pattern": "^[^\\u0000-\\u001f\\u007f]{1,1000}$", "x-expected": "one line of text, at most 1,000 characters" }, "version": { "description": "The version of this format. A reader refuses a higher one.", "type": "integer", "const": 1, "x-expected": "1" }, "run": { "description": "A run: where it came from, what was decided, and its results.", "type": "object", "required": ["accepted", "baseline_version", "branch", "commit", "event", "fingerprint", "judged", "key", "results"], "additionalProperties": false, "properties": { "baseline_version": { "$ref": "#/definitions/version" }, "key": { "description": "Workflow, job and matrix leg: one history for each.", "$ref": "#/definitions/line" }, "fingerprint": { "description": "What two runs must have in common to be compared.", "type": "object", "x-expected": "an object", "required": ["major", "profile", "scenario", "target"], "additionalProperties": false, "properties": { "scenario": { "description": "Hash of the scenario's text.", "$ref": "#/definitions/line" }, "profile": { "description": "The profile; null for a scenario without.", "type": ["string", "null"], "pattern": "^[^\\u0000-\\u001f\\u007f]{1,1000}$", "x-expected": "one line of text, or null" }, "target": { "description": "What the target is called.", "$ref": "#/definitions/line" }, "major": { "description": "Major version of the load-gate that measured.", "type": "integer", "minimum": 0, "maximum": 999999, "x-expected": "a whole number from 0" }, "engine": { "description": "What made the load; absent: load-gate itself.", "$ref": "#/definitions/line" } } }, "commit": { "description": "The commit that was measured; null outside of a repository.", "type": ["string", "null"], "pattern": "^[0-9a-f]{7,64}$", "x-expected": "a commit in hex, or null" }, "branch": { "description": "The branch that was measured; null outside of a repository.", "type": ["string", "null"], "pattern": "^[^\\u0000-\\u001f\\u007f]{1,1000}$", "x-expected": "one line of text, or null" }, "event": { "description": "The event that started the workflow, such as push; null outside of CI.", "type": ["string", "null"], "pattern": "^[^\\u0000-\\u001f\\u007f]{1,1000}$", "x-expected": "one line of text, or null" }, "accepted": { "description": "False keeps the run out of comparisons until it is accepted.", "type": "boolean", "x-expected": "true or false" }, "judged": { "description": "The verdict when the run was stored; the same as in the results.", "enum": ["pass", "breach", "regression", "inconclusive"], "x-expected": "pass, breach, regression or inconclusive" }, "results": { "description": "results.json of the run (results.schema.json).", "type": "object", "x-expected": "an object" } } }, "acceptance": { "description": "Lets a run count that was stored as not accepted.", "type": "object", "required": ["accepts", "at", "baseline_version", "by", "why"], "additionalProperties": false, "properties": { "baseline_version": { "$ref": "#/definitions/version" }, "accepts": { "description": "The id of the run.", "type": "string", "pattern": "^[0-9]{8}T[0-9]{9}Z-[0-9a-f]{8}$", "x-expected": "the id of a run" }, "by": { "description": "Who accepted it.", "$ref": "#/definitions/line" }, "at": { "description": "When, UTC.", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$", "x-expected": "a time such as 2026-03-01T12:00:00Z" }, "why": { "description": "Why the run may count.", "$ref": "#/definitions/line" } } } } };
var schema12 = { "description": "Lets a run count that was stored as not accepted.", "type": "object", "required": ["accepts", "at", "baseline_version", "by", "why"], "additionalProperties": false, "properties": { "baseline_version": { "$ref": "#/definitions/version" }, "accepts": { "description": "The id of the run.", "type": "string", "pattern": "^[0-9]{8}T[0-9]{9}Z-[0-9a-f]{8}$", "x-expected": "the id of a run" }, "by": { "description": "Who accepted it.", "$ref": "#/definitions/line" }, "at": { "description": "When, UTC.", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$", "x-expected": "a time such as 2026-03-01T12:00:00Z" }, "why": { "description": "Why the run may count.", "$ref": "#/definitions/line" } } };
var schema13 = { "description": "The version of this format. A reader refuses a higher one.", "type": "integer", "const": 1, "x-expected": "1" };
var schema14 = { "description": "One line of text.", "type": "string", "pattern": "^[^\\u0000-\\u001f\\u007f]{1,1000}$", "x-expected": "one line of text, at most 1,000 characters" };
var pattern0 = new RegExp("^[0-9]{8}T[0-9]{9}Z-[0-9a-f]{8}$", "u");
var pattern1 = new RegExp("^[^\\u0000-\\u001f\\u007f]{1,1000}$", "u");
var pattern2 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$", "u");
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.accepts === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "accepts" }, schema: schema12.required, parentSchema: schema12, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.at === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "at" }, schema: schema12.required, parentSchema: schema12, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.baseline_version === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "baseline_version" }, schema: schema12.required, parentSchema: schema12, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.by === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "by" }, schema: schema12.required, parentSchema: schema12, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.why === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "why" }, schema: schema12.required, parentSchema: schema12, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "baseline_version" || key0 === "accepts" || key0 === "by" || key0 === "at" || key0 === "why")) {
        const err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema12, data };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.baseline_version !== void 0) {
      let data0 = data.baseline_version;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err6 = { instancePath: instancePath + "/baseline_version", schemaPath: "#/definitions/version/type", keyword: "type", params: { type: "integer" }, schema: schema13.type, parentSchema: schema13, data: data0 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (1 !== data0) {
        const err7 = { instancePath: instancePath + "/baseline_version", schemaPath: "#/definitions/version/const", keyword: "const", params: { allowedValue: 1 }, schema: 1, parentSchema: schema13, data: data0 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.accepts !== void 0) {
      let data1 = data.accepts;
      if (typeof data1 === "string") {
        if (!pattern0.test(data1)) {
          const err8 = { instancePath: instancePath + "/accepts", schemaPath: "#/properties/accepts/pattern", keyword: "pattern", params: { pattern: "^[0-9]{8}T[0-9]{9}Z-[0-9a-f]{8}$" }, schema: "^[0-9]{8}T[0-9]{9}Z-[0-9a-f]{8}$", parentSchema: schema12.properties.accepts, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/accepts", schemaPath: "#/properties/accepts/type", keyword: "type", params: { type: "string" }, schema: schema12.properties.accepts.type, parentSchema: schema12.properties.accepts, data: data1 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.by !== void 0) {
      let data2 = data.by;
      if (typeof data2 === "string") {
        if (!pattern1.test(data2)) {
          const err10 = { instancePath: instancePath + "/by", schemaPath: "#/definitions/line/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f]{1,1000}$" }, schema: "^[^\\u0000-\\u001f\\u007f]{1,1000}$", parentSchema: schema14, data: data2 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/by", schemaPath: "#/definitions/line/type", keyword: "type", params: { type: "string" }, schema: schema14.type, parentSchema: schema14, data: data2 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.at !== void 0) {
      let data3 = data.at;
      if (typeof data3 === "string") {
        if (!pattern2.test(data3)) {
          const err12 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$" }, schema: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$", parentSchema: schema12.properties.at, data: data3 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/type", keyword: "type", params: { type: "string" }, schema: schema12.properties.at.type, parentSchema: schema12.properties.at, data: data3 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.why !== void 0) {
      let data4 = data.why;
      if (typeof data4 === "string") {
        if (!pattern1.test(data4)) {
          const err14 = { instancePath: instancePath + "/why", schemaPath: "#/definitions/line/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f]{1,1000}$" }, schema: "^[^\\u0000-\\u001f\\u007f]{1,1000}$", parentSchema: schema14, data: data4 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/why", schemaPath: "#/definitions/line/type", keyword: "type", params: { type: "string" }, schema: schema14.type, parentSchema: schema14, data: data4 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema12.type, parentSchema: schema12, data };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}
var schema16 = { "description": "A run: where it came from, what was decided, and its results.", "type": "object", "required": ["accepted", "baseline_version", "branch", "commit", "event", "fingerprint", "judged", "key", "results"], "additionalProperties": false, "properties": { "baseline_version": { "$ref": "#/definitions/version" }, "key": { "description": "Workflow, job and matrix leg: one history for each.", "$ref": "#/definitions/line" }, "fingerprint": { "description": "What two runs must have in common to be compared.", "type": "object", "x-expected": "an object", "required": ["major", "profile", "scenario", "target"], "additionalProperties": false, "properties": { "scenario": { "description": "Hash of the scenario's text.", "$ref": "#/definitions/line" }, "profile": { "description": "The profile; null for a scenario without.", "type": ["string", "null"], "pattern": "^[^\\u0000-\\u001f\\u007f]{1,1000}$", "x-expected": "one line of text, or null" }, "target": { "description": "What the target is called.", "$ref": "#/definitions/line" }, "major": { "description": "Major version of the load-gate that measured.", "type": "integer", "minimum": 0, "maximum": 999999, "x-expected": "a whole number from 0" }, "engine": { "description": "What made the load; absent: load-gate itself.", "$ref": "#/definitions/line" } } }, "commit": { "description": "The commit that was measured; null outside of a repository.", "type": ["string", "null"], "pattern": "^[0-9a-f]{7,64}$", "x-expected": "a commit in hex, or null" }, "branch": { "description": "The branch that was measured; null outside of a repository.", "type": ["string", "null"], "pattern": "^[^\\u0000-\\u001f\\u007f]{1,1000}$", "x-expected": "one line of text, or null" }, "event": { "description": "The event that started the workflow, such as push; null outside of CI.", "type": ["string", "null"], "pattern": "^[^\\u0000-\\u001f\\u007f]{1,1000}$", "x-expected": "one line of text, or null" }, "accepted": { "description": "False keeps the run out of comparisons until it is accepted.", "type": "boolean", "x-expected": "true or false" }, "judged": { "description": "The verdict when the run was stored; the same as in the results.", "enum": ["pass", "breach", "regression", "inconclusive"], "x-expected": "pass, breach, regression or inconclusive" }, "results": { "description": "results.json of the run (results.schema.json).", "type": "object", "x-expected": "an object" } } };
var func2 = Object.prototype.hasOwnProperty;
var pattern9 = new RegExp("^[0-9a-f]{7,64}$", "u");
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.accepted === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "accepted" }, schema: schema16.required, parentSchema: schema16, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.baseline_version === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "baseline_version" }, schema: schema16.required, parentSchema: schema16, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.branch === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "branch" }, schema: schema16.required, parentSchema: schema16, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.commit === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "commit" }, schema: schema16.required, parentSchema: schema16, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.event === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "event" }, schema: schema16.required, parentSchema: schema16, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.fingerprint === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fingerprint" }, schema: schema16.required, parentSchema: schema16, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.judged === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "judged" }, schema: schema16.required, parentSchema: schema16, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.key === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "key" }, schema: schema16.required, parentSchema: schema16, data };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.results === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "results" }, schema: schema16.required, parentSchema: schema16, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema16.properties, key0)) {
        const err9 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema16, data };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.baseline_version !== void 0) {
      let data0 = data.baseline_version;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err10 = { instancePath: instancePath + "/baseline_version", schemaPath: "#/definitions/version/type", keyword: "type", params: { type: "integer" }, schema: schema13.type, parentSchema: schema13, data: data0 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (1 !== data0) {
        const err11 = { instancePath: instancePath + "/baseline_version", schemaPath: "#/definitions/version/const", keyword: "const", params: { allowedValue: 1 }, schema: 1, parentSchema: schema13, data: data0 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.key !== void 0) {
      let data1 = data.key;
      if (typeof data1 === "string") {
        if (!pattern1.test(data1)) {
          const err12 = { instancePath: instancePath + "/key", schemaPath: "#/definitions/line/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f]{1,1000}$" }, schema: "^[^\\u0000-\\u001f\\u007f]{1,1000}$", parentSchema: schema14, data: data1 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/key", schemaPath: "#/definitions/line/type", keyword: "type", params: { type: "string" }, schema: schema14.type, parentSchema: schema14, data: data1 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.fingerprint !== void 0) {
      let data2 = data.fingerprint;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.major === void 0) {
          const err14 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/required", keyword: "required", params: { missingProperty: "major" }, schema: schema16.properties.fingerprint.required, parentSchema: schema16.properties.fingerprint, data: data2 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (data2.profile === void 0) {
          const err15 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/required", keyword: "required", params: { missingProperty: "profile" }, schema: schema16.properties.fingerprint.required, parentSchema: schema16.properties.fingerprint, data: data2 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data2.scenario === void 0) {
          const err16 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/required", keyword: "required", params: { missingProperty: "scenario" }, schema: schema16.properties.fingerprint.required, parentSchema: schema16.properties.fingerprint, data: data2 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (data2.target === void 0) {
          const err17 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/required", keyword: "required", params: { missingProperty: "target" }, schema: schema16.properties.fingerprint.required, parentSchema: schema16.properties.fingerprint, data: data2 };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        for (const key1 in data2) {
          if (!(key1 === "scenario" || key1 === "profile" || key1 === "target" || key1 === "major" || key1 === "engine")) {
            const err18 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema16.properties.fingerprint, data: data2 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data2.scenario !== void 0) {
          let data3 = data2.scenario;
          if (typeof data3 === "string") {
            if (!pattern1.test(data3)) {
              const err19 = { instancePath: instancePath + "/fingerprint/scenario", schemaPath: "#/definitions/line/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f]{1,1000}$" }, schema: "^[^\\u0000-\\u001f\\u007f]{1,1000}$", parentSchema: schema14, data: data3 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = { instancePath: instancePath + "/fingerprint/scenario", schemaPath: "#/definitions/line/type", keyword: "type", params: { type: "string" }, schema: schema14.type, parentSchema: schema14, data: data3 };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data2.profile !== void 0) {
          let data4 = data2.profile;
          if (typeof data4 !== "string" && data4 !== null) {
            const err21 = { instancePath: instancePath + "/fingerprint/profile", schemaPath: "#/properties/fingerprint/properties/profile/type", keyword: "type", params: { type: schema16.properties.fingerprint.properties.profile.type }, schema: schema16.properties.fingerprint.properties.profile.type, parentSchema: schema16.properties.fingerprint.properties.profile, data: data4 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
          if (typeof data4 === "string") {
            if (!pattern1.test(data4)) {
              const err22 = { instancePath: instancePath + "/fingerprint/profile", schemaPath: "#/properties/fingerprint/properties/profile/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f]{1,1000}$" }, schema: "^[^\\u0000-\\u001f\\u007f]{1,1000}$", parentSchema: schema16.properties.fingerprint.properties.profile, data: data4 };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          }
        }
        if (data2.target !== void 0) {
          let data5 = data2.target;
          if (typeof data5 === "string") {
            if (!pattern1.test(data5)) {
              const err23 = { instancePath: instancePath + "/fingerprint/target", schemaPath: "#/definitions/line/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f]{1,1000}$" }, schema: "^[^\\u0000-\\u001f\\u007f]{1,1000}$", parentSchema: schema14, data: data5 };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          } else {
            const err24 = { instancePath: instancePath + "/fingerprint/target", schemaPath: "#/definitions/line/type", keyword: "type", params: { type: "string" }, schema: schema14.type, parentSchema: schema14, data: data5 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        if (data2.major !== void 0) {
          let data6 = data2.major;
          if (!(typeof data6 == "number" && (!(data6 % 1) && !isNaN(data6)) && isFinite(data6))) {
            const err25 = { instancePath: instancePath + "/fingerprint/major", schemaPath: "#/properties/fingerprint/properties/major/type", keyword: "type", params: { type: "integer" }, schema: schema16.properties.fingerprint.properties.major.type, parentSchema: schema16.properties.fingerprint.properties.major, data: data6 };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
          if (typeof data6 == "number" && isFinite(data6)) {
            if (data6 > 999999 || isNaN(data6)) {
              const err26 = { instancePath: instancePath + "/fingerprint/major", schemaPath: "#/properties/fingerprint/properties/major/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999 }, schema: 999999, parentSchema: schema16.properties.fingerprint.properties.major, data: data6 };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (data6 < 0 || isNaN(data6)) {
              const err27 = { instancePath: instancePath + "/fingerprint/major", schemaPath: "#/properties/fingerprint/properties/major/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema16.properties.fingerprint.properties.major, data: data6 };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          }
        }
        if (data2.engine !== void 0) {
          let data7 = data2.engine;
          if (typeof data7 === "string") {
            if (!pattern1.test(data7)) {
              const err28 = { instancePath: instancePath + "/fingerprint/engine", schemaPath: "#/definitions/line/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f]{1,1000}$" }, schema: "^[^\\u0000-\\u001f\\u007f]{1,1000}$", parentSchema: schema14, data: data7 };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          } else {
            const err29 = { instancePath: instancePath + "/fingerprint/engine", schemaPath: "#/definitions/line/type", keyword: "type", params: { type: "string" }, schema: schema14.type, parentSchema: schema14, data: data7 };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
      } else {
        const err30 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/type", keyword: "type", params: { type: "object" }, schema: schema16.properties.fingerprint.type, parentSchema: schema16.properties.fingerprint, data: data2 };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.commit !== void 0) {
      let data8 = data.commit;
      if (typeof data8 !== "string" && data8 !== null) {
        const err31 = { instancePath: instancePath + "/commit", schemaPath: "#/properties/commit/type", keyword: "type", params: { type: schema16.properties.commit.type }, schema: schema16.properties.commit.type, parentSchema: schema16.properties.commit, data: data8 };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
      if (typeof data8 === "string") {
        if (!pattern9.test(data8)) {
          const err32 = { instancePath: instancePath + "/commit", schemaPath: "#/properties/commit/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{7,64}$" }, schema: "^[0-9a-f]{7,64}$", parentSchema: schema16.properties.commit, data: data8 };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
      }
    }
    if (data.branch !== void 0) {
      let data9 = data.branch;
      if (typeof data9 !== "string" && data9 !== null) {
        const err33 = { instancePath: instancePath + "/branch", schemaPath: "#/properties/branch/type", keyword: "type", params: { type: schema16.properties.branch.type }, schema: schema16.properties.branch.type, parentSchema: schema16.properties.branch, data: data9 };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
      if (typeof data9 === "string") {
        if (!pattern1.test(data9)) {
          const err34 = { instancePath: instancePath + "/branch", schemaPath: "#/properties/branch/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f]{1,1000}$" }, schema: "^[^\\u0000-\\u001f\\u007f]{1,1000}$", parentSchema: schema16.properties.branch, data: data9 };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
      }
    }
    if (data.event !== void 0) {
      let data10 = data.event;
      if (typeof data10 !== "string" && data10 !== null) {
        const err35 = { instancePath: instancePath + "/event", schemaPath: "#/properties/event/type", keyword: "type", params: { type: schema16.properties.event.type }, schema: schema16.properties.event.type, parentSchema: schema16.properties.event, data: data10 };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
      if (typeof data10 === "string") {
        if (!pattern1.test(data10)) {
          const err36 = { instancePath: instancePath + "/event", schemaPath: "#/properties/event/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000-\\u001f\\u007f]{1,1000}$" }, schema: "^[^\\u0000-\\u001f\\u007f]{1,1000}$", parentSchema: schema16.properties.event, data: data10 };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
      }
    }
    if (data.accepted !== void 0) {
      let data11 = data.accepted;
      if (typeof data11 !== "boolean") {
        const err37 = { instancePath: instancePath + "/accepted", schemaPath: "#/properties/accepted/type", keyword: "type", params: { type: "boolean" }, schema: schema16.properties.accepted.type, parentSchema: schema16.properties.accepted, data: data11 };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.judged !== void 0) {
      let data12 = data.judged;
      if (!(data12 === "pass" || data12 === "breach" || data12 === "regression" || data12 === "inconclusive")) {
        const err38 = { instancePath: instancePath + "/judged", schemaPath: "#/properties/judged/enum", keyword: "enum", params: { allowedValues: schema16.properties.judged.enum }, schema: schema16.properties.judged.enum, parentSchema: schema16.properties.judged, data: data12 };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.results !== void 0) {
      let data13 = data.results;
      if (!(data13 && typeof data13 == "object" && !Array.isArray(data13))) {
        const err39 = { instancePath: instancePath + "/results", schemaPath: "#/properties/results/type", keyword: "type", params: { type: "object" }, schema: schema16.properties.results.type, parentSchema: schema16.properties.results, data: data13 };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
  } else {
    const err40 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema16.type, parentSchema: schema16, data };
    if (vErrors === null) {
      vErrors = [err40];
    } else {
      vErrors.push(err40);
    }
    errors++;
  }
  validate13.errors = vErrors;
  return errors === 0;
}
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema11.type, parentSchema: schema11, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (errors === _errs2) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.accepts === void 0 && (missing0 = "accepts")) {
        const err1 = {};
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    } else {
      const err2 = {};
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (!validate11(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs5 = errors;
    if (!validate13(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs5 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err3 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, schema: schema11.if, parentSchema: schema11, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}

// src/baseline/parse-document.ts
var BASELINE_VERSION = 1;
function parseDocument(content) {
  const checked = checkText(content);
  if (!checked.ok) return checked;
  let value;
  try {
    value = JSON.parse(checked.text);
  } catch (thrown) {
    return refuse("truncated", `the file is not JSON, or it was cut off: ${thrown instanceof Error ? thrown.message : "no value"}`);
  }
  const version = typeof value === "object" && value !== null && "baseline_version" in value ? value.baseline_version : void 0;
  if (typeof version === "number" && Number.isInteger(version) && version > BASELINE_VERSION) {
    return refuse(
      "newer",
      `the file has baseline_version ${version}, and this load-gate reads up to ${BASELINE_VERSION}: update load-gate`
    );
  }
  if (!validate(value)) return refuse("invalid", describeError(validate.errors ?? []));
  const document = value;
  return "accepts" in document ? { ok: true, kind: "acceptance", document } : { ok: true, kind: "run", document };
}
function refuse(kind, reason) {
  return { ok: false, kind, reason: cleanText(reason) };
}
function describeError(errors) {
  const error = errors.find(({ keyword }) => keyword !== "if");
  if (error === void 0) return "the file is not as its schema wants it";
  const place = error.instancePath.slice(1).replaceAll("/", ".");
  const at = place === "" ? "the file" : place;
  if (error.keyword === "required") return `${at} lacks "${String(error.params["missingProperty"])}"`;
  if (error.keyword === "additionalProperties") return `${at} has the unknown key "${String(error.params["additionalProperty"])}"`;
  const schema = error.parentSchema;
  const expected = typeof schema === "object" && schema !== null && "x-expected" in schema ? schema["x-expected"] : void 0;
  return `${at} must be ${typeof expected === "string" ? expected : "as the schema wants it"}`;
}

// src/report/decode-engine.ts
var MOST_CHARACTERS = 500;
var short = (value, path) => {
  const found = text(value, path);
  if (found.length > MOST_CHARACTERS) throw new DecodeProblem(`${path} must have at most ${MOST_CHARACTERS} characters`);
  return found;
};
var missing = object({ facets: list(word(...FACETS)), sentence: short });
var known = tagged("kind", {
  embedded: object({ kind: word("embedded") }),
  locust: object({ kind: word("locust"), version: short, python: short }),
  import: both(
    object({
      kind: word("import"),
      tool: word("locust", "k6", "hlog"),
      format: short,
      missing: list(missing)
    }),
    maybe("failedChecks", count)
  )
});
var decodeEngine = (value, path) => value === void 0 ? EMBEDDED_ENGINE : known(value, path);

// src/report/decode-phase.ts
var plannedPhase = both(
  object({ name: text, warmup: truth }),
  tagged("model", {
    open: object({
      model: word("open"),
      fromRatePerSec: number,
      ratePerSec: number,
      rampMs: number,
      durationMs: number,
      arrivals: word("even", "poisson"),
      maxUsers: count,
      plannedArrivals: count
    }),
    closed: both(
      object({
        model: word("closed"),
        fromUsers: count,
        users: count,
        rampMs: number,
        durationMs: number
      }),
      // Absent where the ramp has its own time, and in files of older versions.
      maybe("spawnRatePerSec", positive)
    ),
    iterations: object({ model: word("iterations"), iterations: count, users: count, durationMs: number }),
    pause: object({ model: word("pause"), durationMs: number }),
    foreign: object({ model: word("foreign"), durationMs: number })
  })
);
var decodePhase = object({
  plan: plannedPhase,
  startMs: optional(number),
  endMs: optional(number),
  iterations: object({
    planned: count,
    started: count,
    dropped: count,
    missed: count,
    ok: count,
    failed: count,
    cut: count,
    interrupted: count
  }),
  peakUsers: count
});

// src/report/decode-shards.ts
function matching(pattern, expected) {
  return (value, path) => {
    const found = text(value, path);
    if (!pattern.test(found)) throw new DecodeProblem(`${path} must be ${expected}`);
    return found;
  };
}
var isoTime = (value, path) => {
  const time = text(value, path);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time) || Number.isNaN(Date.parse(time)))
    throw new DecodeProblem(`${path} must be a time such as 2026-03-01T12:00:00.000Z`);
  return time;
};
var listOfShards = list(
  object({
    index: count,
    count,
    planHash: matching(/^[0-9a-f]{64}$/, "64 hex digits"),
    startAt: isoTime,
    attempt: matching(/^(?:\d{1,20}\/\d{1,9})?$/, "a workflow run and its attempt such as 17000000000/1, or empty"),
    workers: count,
    clock: optional(object({ offsetMs: number, withinMs: number }))
  })
);
var decodeShards = (value, path) => {
  if (value === void 0) return [];
  const shards = listOfShards(value, path);
  const [first] = shards;
  if (first === void 0 || shards.length > MOST_SHARDS) throw new DecodeProblem(`${path} must be a list of 1 to ${MOST_SHARDS} shards`);
  const { count: all } = first;
  if (all < 2 || all > MOST_SHARDS) throw new DecodeProblem(`${path}[0].count must be a whole number from 2 to ${MOST_SHARDS}`);
  const odd = shards.findIndex((shard) => shard.count !== all || shard.planHash !== first.planHash || shard.index >= all);
  if (odd >= 0) throw new DecodeProblem(`${path}[${odd}] must be one of the ${all} shards of one plan`);
  if (shards.length > 1 && (shards.length !== all || shards.some(({ index }, place) => index !== place)))
    throw new DecodeProblem(`${path} must hold one shard, or all ${all} in order`);
  return shards;
};

// src/report/decode-run.ts
var isoTime2 = (value, path) => {
  const time = text(value, path);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(time) || Number.isNaN(Date.parse(time))) {
    throw new DecodeProblem(`${path} must be a time such as 2026-03-01T12:00:00.000Z`);
  }
  return time;
};
var ending = tagged("state", {
  complete: object({ state: word("complete") }),
  aborted: object({ state: word("aborted"), reason: text }),
  "cut-short": object({ state: word("cut-short"), reason: text })
});
var listOfChanges = list(object({ atMs: number, phase: count, fromUsers: count, users: count, spawnRatePerSec: positive }));
var levelChanges = (value, path) => value === void 0 ? [] : listOfChanges(value, path);
var decodeRun = both(
  object({
    tool: object({ name: word("load-gate"), version: text }),
    scenario: object({ name: text, file: text, hash: text, profile: optional(text) }),
    target: text,
    seed: number,
    startedAt: isoTime2,
    durationMs: number,
    ending,
    environment: object({ node: text, platform: text, cpuModel: text, cores: count, memoryBytes: count, runnerImage: optional(text) }),
    workers: count,
    phases: list(decodePhase),
    series: list(decodeSeries),
    health: object({
      scheduleLag: distribution,
      eventLoopDelay: distribution,
      busiestWorkerCpu: optional(number),
      processCpuSeconds: number,
      peakMemoryBytes: number,
      missedRatio: number,
      silentStretchesMs: list(number),
      clamped: count
    }),
    transport: object({ connectionsOpened: count, requestsOnReusedConnections: count, protocols: map(count) }),
    imbalances: list(text),
    slowRequests: list(object({ series: text, atMs: number, latencyUs: number, traceId: optional(text) })),
    timeline: decodeTimeline,
    levelChanges,
    server: decodeServer,
    shards: decodeShards,
    engine: decodeEngine
  }),
  maybe("statedTotal", decodeStated)
);

// src/report/decode-verdict.ts
var observed = object({
  value: number,
  censored: truth,
  text,
  limitValue: number,
  samples: count,
  interval: optional(object({ low: number, high: number, text })),
  budgetUsed: optional(number),
  burnRate: optional(number)
});
var measured = object({ state: word("passed", "breached"), observed });
var check = both(
  object({
    name: text,
    series: text,
    phase: optional(text),
    kind: word("sla", "window", "server"),
    metric: text,
    promise: text,
    limit: text,
    severity: word("fail", "warn"),
    at: object({ file: text, line: count, column: count })
  }),
  tagged("state", {
    passed: measured,
    breached: measured,
    skipped: object({ state: word("skipped"), reason: text }),
    "no-data": object({ state: word("no-data"), reason: text, samples: count })
  })
);
var decodeVerdict = object({
  state: word("pass", "breach", "regression", "inconclusive"),
  reasons: list(text, 1),
  checks: list(check)
});

// src/report/parse-results.ts
var LONGEST = 1e8;
var MOST_FURTHER = 8;
var MOST_CHANGES = 1e3;
function parseResults(source) {
  if (source.length > LONGEST) return refused2("oversized", `the file has more than ${LONGEST / 1e6} million characters`);
  const json = parseJson(source);
  if (!json.ok) return refused2("not-json", `the file is not JSON, or it was cut off: ${json.problem}`);
  const root = json.value;
  if (typeof root !== "object" || root === null || Array.isArray(root)) return refused2("invalid", "the file must be an object");
  const version = "schema_version" in root ? root.schema_version : void 0;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    return refused2("invalid", "schema_version must be a whole number from 1");
  }
  if (version > RESULTS_VERSION) {
    return refused2("newer", `the file has schema_version ${version}, and this load-gate reads up to ${RESULTS_VERSION}: update load-gate`);
  }
  if ("suite" in root && "parts" in root) return refused2("suite", describeSuite(root.parts));
  return decode2(root);
}
var MOST_NAMED = 8;
function describeSuite(parts) {
  const folders = (Array.isArray(parts) ? parts : []).flatMap((part) => {
    const folder = typeof part === "object" && part !== null && "results" in part && "folder" in part ? part.folder : void 0;
    return typeof folder === "string" && /^[a-z0-9_-]{1,100}$/.test(folder) ? [folder] : [];
  });
  const named = folders.slice(0, MOST_NAMED).map((folder) => `${folder}/results.json`);
  const more = folders.length > named.length ? ` and ${folders.length - named.length} more` : "";
  const where = named.length === 0 ? "none of which was measured" : `each with a file of its own beside this one: ${named.join(", ")}${more}`;
  return `the file holds the parts of a suite, ${where}`;
}
function decode2(root) {
  try {
    const run = decodeWhole("run" in root ? root.run : void 0, "run");
    const further = "further_runs" in root ? decodeFurther(root.further_runs) : void 0;
    const live = "live" in root ? decodeLive(root.live, 1 + (further?.length ?? 0)) : void 0;
    const verdict = decodeVerdict("verdict" in root ? root.verdict : void 0, "verdict");
    return { ok: true, report: { run, ...further && { further }, ...live && { live }, verdict } };
  } catch (thrown) {
    if (thrown instanceof DecodeProblem) return refused2("invalid", thrown.message);
    throw thrown;
  }
}
function decodeFurther(value) {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_FURTHER)
    throw new DecodeProblem(`further_runs must be a list of 1 to ${MOST_FURTHER} runs`);
  return value.map((run, index) => decodeWhole(run, `further_runs[${index}]`));
}
var liveHead = object({ where: text, interleave: word("simultaneous", "abba") });
function decodeLive(value, bursts) {
  const head = liveHead(value, "live");
  const runs = typeof value === "object" && value !== null && "runs" in value ? value.runs : void 0;
  if (!Array.isArray(runs) || runs.length !== bursts)
    throw new DecodeProblem(`live.runs must have one run for each of the ${bursts} bursts: run and further_runs`);
  return { ...head, runs: runs.map((run, index) => decodeWhole(run, `live.runs[${index}]`)) };
}
function decodeWhole(value, at) {
  const run = { schemaVersion: RESULTS_VERSION, ...decodeRun(value, at) };
  const odd = run.series.findIndex((series) => series.perPhase.length !== run.phases.length);
  if (odd >= 0) throw new DecodeProblem(`${at}.series[${odd}].perPhase must have one entry for each of the ${run.phases.length} phases`);
  if (run.levelChanges.length > MOST_CHANGES) throw new DecodeProblem(`${at}.levelChanges must be a list of at most ${MOST_CHANGES}`);
  const lost = run.levelChanges.findIndex(({ phase }) => run.phases[phase]?.plan.model !== "closed");
  if (lost >= 0) throw new DecodeProblem(`${at}.levelChanges[${lost}].phase must be the place of a phase with a level of users`);
  return run;
}
function parseJson(source) {
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch (thrown) {
    return { ok: false, problem: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
function refused2(kind, problem) {
  return { ok: false, kind, problem: cleanText(problem) };
}

// src/baseline/parse-run.ts
function parseRun({ id, key }, content) {
  const parsed = parseDocument(content);
  if (!parsed.ok) return parsed;
  if (parsed.kind !== "run") return refuse("invalid", "the file holds an acceptance, and its name says a run");
  const { document } = parsed;
  if (document.key !== key) return refuse("other-key", `the run belongs to the key "${document.key}"`);
  const origin = readOrigin(document);
  const results = parseResults(JSON.stringify(document.results));
  if (!results.ok)
    return refuse(results.kind === "not-json" || results.kind === "suite" ? "invalid" : results.kind, `results: ${results.problem}`);
  const { report } = results;
  if (report.live !== void 0) return refuse("invalid", "the results are those of a live comparison, which is no baseline");
  const part = [report.run, ...report.further ?? []].map(explainPart).find((found) => found !== void 0);
  if (part !== void 0) return refuse("invalid", `the results are ${part}`);
  const contradiction = findContradiction(document, report, origin.fingerprint);
  if (contradiction !== void 0) return refuse("invalid", contradiction);
  if (nameRun(report.run.startedAt, content) !== id) return refuse("altered", "the content is not what the name promises: it was changed");
  const { judged } = document;
  return { ok: true, run: { id, fileName: nameRunFile(id), bytes: content.byteLength, origin, judged, acceptance: void 0, report } };
}
function parseAcceptance(id, content) {
  const parsed = parseDocument(content);
  if (!parsed.ok) return parsed;
  if (parsed.kind !== "acceptance") return refuse("invalid", "the file holds a run, and its name says an acceptance");
  const { accepts, by, at, why } = parsed.document;
  if (accepts !== id) return refuse("invalid", `the file accepts ${accepts}, and its name says ${id}`);
  if (Number.isNaN(Date.parse(at))) return refuse("invalid", "at must be a time such as 2026-03-01T12:00:00Z");
  return { ok: true, acceptance: { by, at, why } };
}
function readOrigin({ key, fingerprint, commit, branch, event, accepted }) {
  const { scenario, profile, target, major, engine } = fingerprint;
  return {
    key,
    fingerprint: { scenarioHash: scenario, profile: profile ?? void 0, target, major, ...engine !== void 0 && { engine } },
    commit: commit ?? void 0,
    branch: branch ?? void 0,
    event: event ?? void 0,
    accepted
  };
}
function findContradiction(document, { run, verdict }, stated) {
  if (document.judged !== verdict.state) return `judged is ${document.judged}, and the results say ${verdict.state}`;
  if (document.accepted && document.judged === "regression") return "a run judged a regression cannot be stored as accepted";
  const version = /^\d{1,6}\./.test(run.tool.version);
  const differences = version ? listFingerprintDifferences(stated, buildFingerprint(run, stated.target)) : ["the version of load-gate"];
  return differences.length === 0 ? void 0 : `the fingerprint and the results differ in ${differences.join(", ")}`;
}

export {
  RESULTS_VERSION,
  renderResults,
  nameRun,
  nameRunFile,
  nameAcceptanceFile,
  parseFileName,
  isRunId,
  nameFolder,
  isFolderName,
  parseFolderName,
  MOST_FILE_BYTES,
  describeOversize,
  BASELINE_VERSION,
  parseDocument,
  buildFingerprint,
  parseResults,
  parseRun,
  parseAcceptance
};
