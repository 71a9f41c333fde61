import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  listSteps
} from "./chunk-UDOFNP7A.js";
import {
  codeOf,
  listBounds,
  listConnections,
  slotsReadByStep
} from "./chunk-MTFGZTSO.js";
import {
  parseTemplate
} from "./chunk-IW22IME3.js";
import {
  VERSION
} from "./chunk-MLCRLLSN.js";

// src/engine/locust/list-used-data.ts
function slotsReadBy(plan) {
  return new Set(plan.program.users.flatMap(codeOf).flatMap(slotsReadByStep));
}
function listUsedData(plan) {
  const { slots, data, users } = plan.program;
  const read = slotsReadBy(plan);
  const walked = users.flatMap(codeOf).flatMap((step) => step.op === "loop" && step.table >= 0 ? step.table : []);
  const used = /* @__PURE__ */ new Set([...walked, ...slots.flatMap((slot, index) => slot.kind === "data" && read.has(index) ? slot.table : [])]);
  return data.filter((_, index) => used.has(index));
}

// src/engine/locust/render-python.ts
var WIDTH = 110;
var STEP = 4;
var UNSEEN = String.raw`[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}`;
var ANY_UNSEEN = new RegExp(UNSEEN, "u");
var EVERY_UNSEEN = new RegExp(UNSEEN, "gu");
var SHORT = { "\n": String.raw`\n`, "\r": String.raw`\r`, "	": String.raw`\t` };
function renderText(text) {
  const quote = text.includes('"') && !text.includes("'") ? "'" : '"';
  if (text.includes("\\") && !text.endsWith("\\") && !text.includes(quote) && !ANY_UNSEEN.test(text)) return `r${quote}${text}${quote}`;
  return `${quote}${escapeText(text, quote)}${quote}`;
}
function escapeText(text, quote) {
  return text.replaceAll("\\", String.raw`\\`).replaceAll(quote, `\\${quote}`).replace(EVERY_UNSEEN, escapeCharacter);
}
function escapeCharacter(character) {
  const short = SHORT[character];
  if (short !== void 0) return short;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 255) return String.raw`\x${code.toString(16).padStart(2, "0")}`;
  return code <= 65535 ? String.raw`\u${code.toString(16).padStart(4, "0")}` : String.raw`\U${code.toString(16).padStart(8, "0")}`;
}
function renderNumber(value) {
  return Number.isFinite(value) ? JSON.stringify(value) : "None";
}
function renderSeconds(ms) {
  const text = renderNumber(ms / 1e3);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
function renderBoolean(value) {
  return value ? "True" : "False";
}
function tupleOf(items) {
  return { open: "(", items, close: ")", tail: items.length === 1 ? "," : "" };
}
function listOf(items) {
  return { open: "[", items, close: "]", tail: "" };
}
function dictOf(entries) {
  return { open: "{", items: entries.map(([key, value]) => prefix(`${renderText(key)}: `, value)), close: "}", tail: "" };
}
function callOf(name, items) {
  return { open: `${name}(`, items, close: ")", tail: "" };
}
function prefix(before, code) {
  return typeof code === "string" ? before + code : { ...code, open: before + code.open };
}
function dataOf(value) {
  if (typeof value === "string") return renderText(value);
  if (typeof value === "number") return renderNumber(value);
  if (typeof value === "boolean") return renderBoolean(value);
  if (typeof value !== "object" || value === null) return "None";
  if (Array.isArray(value)) return listOf(value.map(dataOf));
  return dictOf(Object.entries(value).flatMap(([key, item]) => item === void 0 ? [] : [[key, dataOf(item)]]));
}
function layOut(code, indent = 0) {
  if (typeof code === "string") return code;
  const flat = writeFlat(code);
  if (indent + flat.length <= WIDTH || code.items.length === 0) return flat;
  const inner = indent + STEP;
  const items = code.items.map((item) => `${" ".repeat(inner)}${layOut(item, inner)},
`);
  return `${code.open}
${items.join("")}${" ".repeat(indent)}${code.close}`;
}
function writeFlat(code) {
  return typeof code === "string" ? code : `${code.open}${code.items.map(writeFlat).join(", ")}${code.tail}${code.close}`;
}

// src/engine/locust/render-tables.ts
var MOST_LITERAL_ROWS = 1e3;
function renderPlanTable({ scenario, plan, secrets, dataHash }, hash) {
  const [connection] = listConnections(plan);
  const [bound] = listBounds(plan);
  return dictOf([
    ["name", renderText(plan.name)],
    ["hash", renderText(hash)],
    ["seed", renderNumber(plan.seed)],
    ["host", isTargetSecret(plan) ? "None" : renderText(plan.target.replace(/\/+$/, ""))],
    ["phases", dataOf(plan.phases)],
    ["series", listOf(plan.series.map(({ name, kind, method }) => dataOf({ name, kind, method })))],
    ["profiles", listOf(plan.program.users.map(({ name }) => renderText(name)))],
    ["timeBoxMs", renderNumber(plan.timeBoxMs)],
    ["drainMs", renderNumber(plan.drainMs)],
    // Empty: the target's own, which may be a secret.
    ["allowedHosts", dataOf(scenario.allowedHosts.map((host) => host.toLowerCase()))],
    ["secrets", dataOf(secrets)],
    ...dataHash === void 0 ? [] : [["dataSha256", renderText(dataHash)]],
    ...bound === void 0 ? [] : [["connections", renderNumber(bound)]],
    ["insecure", renderBoolean(connection?.tls.insecure ?? false)],
    ["ca", dataOf(connection?.tls.ca)],
    ["userAgent", renderText(`load-gate/${VERSION}`)]
  ]);
}
function isTargetSecret({ shownTarget }) {
  return !URL.canParse(shownTarget);
}
function renderVariables(plan) {
  const read = slotsReadBy(plan);
  return dictOf(
    plan.program.slots.flatMap(
      (slot, index) => slot.kind === "drawn" && read.has(index) ? [[slot.name, renderVariable(slot.variable)]] : []
    )
  );
}
function renderData(plan, secret) {
  const columnsOf = new Map(secret.map(({ table, columns }) => [table.name, columns]));
  return dictOf(
    listUsedData(plan).map((table) => {
      const columns = columnsOf.get(table.name);
      const rows = columns === void 0 ? [["rows", renderRows(table)]] : [
        ["rows", "None"],
        ["secret", dataOf(columns)]
      ];
      return [table.name, dictOf([["pick", renderText(table.pick)], ...rows])];
    })
  );
}
function isJsonRead(plan, secret) {
  return listUsedData(plan).some((table) => isLargeTable(table) && !secret.some((one) => one.table === table));
}
function listSecrets(scenario, profiles) {
  const steps = listSteps(profiles.map(({ user }) => user));
  const names = /* @__PURE__ */ new Set();
  for (const text of listTexts([steps, scenario.http])) {
    const parsed = parseTemplate(text);
    if (parsed.ok) {
      for (const part of parsed.parts) if (part.kind === "secret") names.add(part.name);
    }
  }
  return [...names].sort();
}
function isLargeTable({ rows }) {
  return rows.length > MOST_LITERAL_ROWS;
}
function renderRows({ rows }) {
  return isLargeTable({ rows }) ? `json.loads(${renderText(JSON.stringify(rows))})` : listOf(rows.map(dataOf));
}
function renderVariable(variable) {
  switch (variable.kind) {
    case "int":
      return tupleOf(['"int"', renderNumber(variable.min), renderNumber(variable.max)]);
    case "uuid":
      return tupleOf(['"uuid"']);
    case "string":
      return tupleOf(['"string"', renderNumber(variable.length)]);
    case "now":
      return tupleOf(['"now"', renderText(variable.format)]);
  }
}
function listTexts(value) {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

export {
  renderText,
  escapeText,
  renderNumber,
  renderSeconds,
  renderBoolean,
  tupleOf,
  listOf,
  dictOf,
  callOf,
  prefix,
  layOut,
  listUsedData,
  renderPlanTable,
  isTargetSecret,
  renderVariables,
  renderData,
  isJsonRead,
  listSecrets
};
