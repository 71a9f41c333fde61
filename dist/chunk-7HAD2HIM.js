import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

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

export {
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
  both
};
