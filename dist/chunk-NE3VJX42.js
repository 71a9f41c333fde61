import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  EMPTY_DISTRIBUTION,
  HIGHEST_BUCKET,
  isDistribution
} from "./chunk-QC36IMXK.js";

// src/report/encode-distribution.ts
function encodeDistribution(distribution2) {
  if (distribution2.count === 0) return "";
  const bytes = [];
  pushNumber(bytes, distribution2.lowestUs);
  pushNumber(bytes, distribution2.highestUs - distribution2.lowestUs);
  pushNumber(bytes, distribution2.sumUs);
  let before = 0;
  for (const [position, bucket] of distribution2.buckets.entries()) {
    const count2 = distribution2.counts[position] ?? 0;
    if (count2 < 1) throw new RangeError(`a listed bucket must hold a sample, not ${count2}`);
    pushNumber(bytes, 2 * (bucket - before) + (count2 > 1 ? 1 : 0));
    if (count2 > 1) pushNumber(bytes, count2 - 2);
    before = bucket;
  }
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
function decodeDistribution(text2) {
  if (text2 === "") return EMPTY_DISTRIBUTION;
  const numbers = readNumbers(text2);
  if (!numbers) return void 0;
  const [lowestUs, widthUs, sumUs, ...rest] = numbers;
  if (lowestUs === void 0 || widthUs === void 0 || sumUs === void 0) return void 0;
  const read = readBuckets(rest);
  if (!read) return void 0;
  const distribution2 = { ...read, lowestUs, highestUs: lowestUs + widthUs, sumUs };
  return isDistribution(distribution2) ? distribution2 : void 0;
}
function readBuckets(numbers) {
  const buckets = [];
  const counts = [];
  let count2 = 0;
  let before = 0;
  for (let position = 0; position < numbers.length; position++) {
    const head = numbers[position] ?? 0;
    const bucket = before + Math.floor(head / 2);
    if (bucket > HIGHEST_BUCKET || bucket === before && buckets.length > 0) return void 0;
    let samples = 1;
    if (head % 2 === 1) {
      const more = numbers[++position];
      if (more === void 0) return void 0;
      samples = more + 2;
    }
    buckets.push(bucket);
    counts.push(samples);
    count2 += samples;
    before = bucket;
  }
  return buckets.length === 0 ? void 0 : { count: count2, buckets, counts };
}
function pushNumber(bytes, value) {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`only whole numbers from 0 can be encoded, not ${value}`);
  let rest = value;
  while (rest >= 128) {
    bytes.push(rest % 128 + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}
function readNumbers(text2) {
  if (text2.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text2)) return void 0;
  const binary = atob(text2);
  const numbers = [];
  let value = 0;
  let scale = 1;
  for (let position = 0; position < binary.length; position++) {
    const byte = binary.charCodeAt(position);
    value += byte % 128 * scale;
    if (!Number.isSafeInteger(value)) return void 0;
    if (byte >= 128) {
      scale *= 128;
    } else {
      if (byte === 0 && scale > 1) return void 0;
      numbers.push(value);
      value = 0;
      scale = 1;
    }
  }
  return scale === 1 ? numbers : void 0;
}

// src/report/decode-json.ts
var DecodeProblem = class extends Error {
};
function refuse(path, expected) {
  throw new DecodeProblem(`${path || "the file"} must be ${expected}`);
}
var text = (value, path) => typeof value === "string" ? value : refuse(path, "text");
var number = (value, path) => typeof value === "number" && Number.isFinite(value) ? value : refuse(path, "a number");
var positive = (value, path) => typeof value === "number" && Number.isFinite(value) && value > 0 ? value : refuse(path, "a number above 0");
var count = (value, path) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : refuse(path, "a whole number from 0");
var truth = (value, path) => typeof value === "boolean" ? value : refuse(path, "true or false");
function word(...words) {
  return (value, path) => words.find((known) => known === value) ?? refuse(path, `one of ${words.join(", ")}`);
}
function optional(decode) {
  return (value, path) => value === void 0 ? void 0 : decode(value, path);
}
function nullable(decode) {
  return (value, path) => value === void 0 || value === null ? void 0 : decode(value, path);
}
function list(decode, atLeast = 0, atMost = Infinity) {
  return (value, path) => {
    if (!Array.isArray(value) || value.length < atLeast) refuse(path, atLeast > 0 ? "a list that is not empty" : "a list");
    if (value.length > atMost) throw new DecodeProblem(`${path || "the file"} must have at most ${atMost} entries`);
    return value.map((item, index) => decode(item, `${path}[${index}]`));
  };
}
function map(decode) {
  return (value, path) => {
    const entries = entriesOf(value, path).map(([key, item]) => [key, decode(item, `${path}.${key}`)]);
    return Object.fromEntries(entries);
  };
}
function object(shape) {
  return (value, path) => {
    const known = new Map(entriesOf(value, path));
    const decoded = {};
    for (const key of Object.keys(shape)) {
      decoded[key] = shape[key](known.get(key), path ? `${path}.${key}` : key);
    }
    return decoded;
  };
}
function tagged(tag, shapes) {
  return (value, path) => {
    const name = new Map(entriesOf(value, path)).get(tag);
    const decode = typeof name === "string" && Object.hasOwn(shapes, name) ? shapes[name] : void 0;
    return decode ? decode(value, path) : refuse(`${path}.${tag}`, `one of ${Object.keys(shapes).join(", ")}`);
  };
}
function maybe(key, decode) {
  return (value, path) => {
    const found = new Map(entriesOf(value, path)).get(key);
    const decoded = found === void 0 ? {} : { [key]: decode(found, path ? `${path}.${key}` : key) };
    return decoded;
  };
}
function both(first, second) {
  return (value, path) => ({ ...first(value, path), ...second(value, path) });
}
var HOSTILE = /* @__PURE__ */ new Set(["__proto__", "constructor", "prototype"]);
function entriesOf(value, path) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(path, "an object");
  const entries = Object.entries(value);
  for (const [key] of entries) {
    if (HOSTILE.has(key)) throw new DecodeProblem(`${path || "the file"} has the key "${key}", which no result may have`);
  }
  return entries;
}

// src/report/decode-distribution.ts
var distribution = (value, path) => {
  const decoded = decodeDistribution(text(value, path));
  if (!decoded) throw new DecodeProblem(`${path} must be an encoded distribution`);
  return decoded;
};

// src/report/decode-series.ts
var socket = object({
  counts: object({ messagesIn: count, messagesOut: count, unmatched: count, late: count, duplicates: count }),
  concurrent: count,
  seconds: list(object({ second: count, open: count, messagesIn: count, messagesOut: count }))
});
var decodeStated = object({
  of: word("successes", "all"),
  count: optional(count),
  percentiles: list(object({ percentile: number, us: number })),
  meanUs: optional(number),
  minUs: optional(number),
  maxUs: optional(number)
});
var decodeRequestCounts = object({
  started: count,
  ok: count,
  failed: count,
  timedOut: count,
  cut: count,
  dropped: count,
  interrupted: count,
  okBeforeEnd: count,
  sentBeforeEnd: count,
  receivedBeforeEnd: count,
  drops: count
});
var seriesFigures = object({
  counts: decodeRequestCounts,
  status: map(count),
  failures: list(
    object({
      class: word("connect", "timeout", "tls", "reset", "protocol", "status", "check", "ws-close", "data", "dropped", "cut"),
      reason: text,
      count,
      sample: text,
      firstMs: number,
      lastMs: number
    })
  ),
  latency: distribution,
  service: distribution,
  ttfb: distribution,
  failedLatency: distribution,
  failedService: distribution,
  queue: distribution,
  connect: distribution,
  tls: distribution,
  body: distribution,
  session: distribution,
  socket: optional(socket),
  bytesSent: count,
  bytesReceived: count,
  slices: list(object({ second: count, ok: count, failed: count, censored: count, latency: distribution }))
});
var seriesPhase = both(seriesFigures, maybe("stated", decodeStated));
var decodeSeries = object({
  name: text,
  kind: word("http", "poll", "ws", "receive"),
  method: text,
  tags: list(text),
  selected: truth,
  perPhase: list(seriesPhase)
});

export {
  encodeDistribution,
  DecodeProblem,
  text,
  number,
  positive,
  count,
  truth,
  word,
  optional,
  nullable,
  list,
  map,
  object,
  tagged,
  maybe,
  both,
  distribution,
  decodeStated,
  decodeRequestCounts,
  decodeSeries
};
