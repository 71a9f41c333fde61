import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  listBounds,
  listConnections,
  listSteps,
  showMatch,
  slotsReadByStep
} from "./chunk-2GSS2K66.js";
import {
  codeOf,
  selectProfiles
} from "./chunk-62LH7HJX.js";
import {
  mergeOptions
} from "./chunk-MFS6CBON.js";
import {
  parseTemplate
} from "./chunk-IW22IME3.js";
import {
  VERSION
} from "./chunk-MLCRLLSN.js";

// src/engine/locust/locustfile/render-locustfile.ts
import { createHash as createHash2 } from "node:crypto";

// src/engine/locust/locustfile/list-secrets.ts
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
function isTargetSecret({ shownTarget }) {
  return !URL.canParse(shownTarget);
}
function listTexts(value) {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

// src/engine/locust/locustfile/name-identifiers.ts
var KEYWORDS = "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield match case type self";
var LOCUST = "abstract client client_pool concurrency connection_timeout context default_headers environment fixed_count fullname greenlet group host id insecure json max_redirects max_retries max_wait min_wait network_timeout on_start on_stop pool_manager proxy_host proxy_port rest rest_ run ssl_context_factory start stop tasks wait wait_function wait_time weight think per_iteration per_pass flows name";
var FILE = "PLAN VARS DATA json";
var LONGEST = 60;
function listTakenWords(runtime) {
  return /* @__PURE__ */ new Set([...`${KEYWORDS} ${LOCUST} ${FILE}`.split(" "), ...runtime.match(/[A-Za-z_]\w*/g) ?? []]);
}
var Identifiers = class {
  #taken;
  constructor(taken) {
    this.#taken = new Set(taken);
  }
  /** `api user` → `ApiUser`; where that is taken, `ApiUserProfile`. */
  nameClass(text) {
    const name = wordsOf(text).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
    return this.#take(startWithLetter(name, "User"), "Profile");
  }
  /** `Browse projects` → `browse_projects`; where that is taken, `browse_projects_flow`. */
  nameFlow(text) {
    return this.#take(startWithLetter(wordsOf(text).join("_").toLowerCase(), "flow_").replace(/_+$/, ""), "_flow");
  }
  #take(wanted, suffix) {
    const candidates = [wanted, wanted + suffix];
    for (let count = 2; candidates.every((name2) => this.#taken.has(name2)); count++) candidates.push(`${wanted}${suffix}${count}`);
    const name = candidates.find((candidate) => !this.#taken.has(candidate)) ?? wanted;
    this.#taken.add(name);
    return name;
  }
};
function wordsOf(text) {
  return (text.normalize("NFKD").replace(new RegExp("\\p{M}", "gu"), "").match(/[A-Za-z0-9]+/g) ?? []).join(" ").slice(0, LONGEST).trim().split(" ");
}
function startWithLetter(name, before) {
  return /^[A-Za-z]/.test(name) ? name : before + name;
}

// src/engine/locust/locustfile/render-python.ts
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

// src/engine/locust/locustfile/render-secret-data.ts
import { createHash } from "node:crypto";

// src/engine/locust/locustfile/list-used-data.ts
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

// src/engine/locust/locustfile/render-secret-data.ts
var DATA_VARIABLE = "LOAD_GATE_DATA";
function listSecretTables(scenario, plan) {
  const columnsOf = new Map(scenario.data.map(({ name, secretColumns }) => [name, secretColumns]));
  return listUsedData(plan).flatMap((table) => {
    const columns = columnsOf.get(table.name) ?? [];
    return columns.length === 0 ? [] : { table, columns };
  });
}
function renderSecretData(tables) {
  if (tables.length === 0) return void 0;
  return `${JSON.stringify(Object.fromEntries(tables.map(({ table }) => [table.name, table.rows])))}
`;
}
function hashSecretData(data) {
  return createHash("sha256").update(data).digest("hex");
}

// src/engine/locust/locustfile/render-tables.ts
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

// src/engine/locust/locustfile/render-template.ts
function renderTemplate(template) {
  const parts = partsOf(template);
  const [first] = parts;
  if (first === void 0) return '""';
  if (parts.length === 1) return first.kind === "text" ? renderText(first.text) : readPart(first, "text", '"');
  return `f"${parts.map((part) => part.kind === "text" ? escapeBraces(part.text) : `{${readPart(part, "text", "'")}}`).join("")}"`;
}
function renderJson(value) {
  if (typeof value === "string") {
    const parts = partsOf(value);
    const [only] = parts;
    return parts.length === 1 && only?.kind === "variable" ? readPart(only, "value", '"') : renderTemplate(value);
  }
  if (typeof value === "number") return renderNumber(value);
  if (typeof value === "boolean") return renderBoolean(value);
  if (value === null) return "None";
  if (isList(value)) return listOf(value.map(renderJson));
  return dictOf(Object.entries(value).map(([key, item]) => [key, renderJson(item)]));
}
function isConstant(template) {
  return partsOf(template).every((part) => part.kind === "text");
}
function readPart(part, how, quote) {
  const names = part.kind === "secret" || part.column === void 0 ? [part.name] : [part.name, part.column];
  const quoted = names.map((name) => `${quote}${name}${quote}`).join(", ");
  return `self.${part.kind === "secret" ? "secret" : how}(${quoted})`;
}
function escapeBraces(text) {
  return escapeText(text, '"').replaceAll("{", "{{").replaceAll("}", "}}");
}
function partsOf(template) {
  const parsed = parseTemplate(template);
  if (!parsed.ok) throw new RangeError(`a malformed template passed validation: ${parsed.error}`);
  return parsed.parts;
}
function isList(value) {
  return Array.isArray(value);
}

// src/engine/locust/locustfile/render-expect.ts
function renderExpect(expect, words) {
  const items = [...expect.headers.map(renderHeader), ...expect.body.map(renderBody), ...expect.json.map(renderJsonCheck)];
  return [
    ...isUsual(expect.status) ? [] : [prefix(`${words.status}=`, tupleOf(expect.status.map(renderRange)))],
    ...expect.maxSizeBytes === void 0 ? [] : [`max_size=${renderNumber(expect.maxSizeBytes)}`],
    ...items.length === 0 ? [] : [prefix(`${words.expect}=`, listOf(items))]
  ];
}
function renderCaptures(captures) {
  if (captures.length === 0) return [];
  return [prefix("capture=", dictOf(captures.map((capture) => [capture.name, renderCapture(capture)])))];
}
function renderMatch(match) {
  switch (match.kind) {
    case "json":
      return tupleOf(['"json"', renderJson(match.value)]);
    case "text":
      return tupleOf(['"text"', renderTemplate(match.text)]);
    case "regex":
      return tupleOf(['"regex"', renderText(match.source), renderText(match.flags)]);
  }
}
function isUsual(status) {
  return status.length === 1 && status[0]?.from === 200 && status[0].to === 299;
}
function renderRange({ from, to }) {
  return tupleOf([renderNumber(from), renderNumber(to)]);
}
function renderHeader({ name, value }) {
  const wanted = value.kind === "literal" ? ['"literal"', renderTemplate(value.text), '""'] : ['"regex"', renderText(value.source), renderText(value.flags)];
  return tupleOf(['"header"', renderText(name.toLowerCase()), ...wanted]);
}
function renderBody(expectation) {
  const { kind } = expectation;
  if (kind === "matches") return tupleOf(['"matches"', renderText(expectation.source), renderText(expectation.flags)]);
  const { text } = expectation;
  return tupleOf([renderText(kind), renderTemplate(text), ...isConstant(text) ? [] : [renderText(text)]]);
}
function renderJsonCheck({ path, test }) {
  return tupleOf(['"json"', renderText(path), dictOf(renderTest(test))]);
}
function renderTest({ equals, matches, min, max, exists, minLength }) {
  const tests = [];
  if (equals !== void 0) tests.push(["equals", renderJson(equals)]);
  if (matches !== void 0) tests.push(["matches", tupleOf([renderText(matches.source), renderText(matches.flags)])]);
  if (min !== void 0) tests.push(["min", renderNumber(min)]);
  if (max !== void 0) tests.push(["max", renderNumber(max)]);
  if (exists !== void 0) tests.push(["exists", renderBoolean(exists)]);
  if (minLength !== void 0) tests.push(["min_length", renderNumber(minLength)]);
  return tests;
}
function renderCapture({ from, pick }) {
  switch (from.kind) {
    case "json":
      return tupleOf(['"json"', renderText(from.path), renderText(pick)]);
    case "header":
      return tupleOf(['"header"', renderText(from.name), renderText(pick)]);
    case "body":
      return tupleOf(['"body"', renderText(from.source), renderText(from.flags), renderText(pick)]);
  }
}

// src/engine/locust/locustfile/render-request.ts
var DEFAULT_TIMEOUT_MS = 1e4;
function renderHttp(step, defaults) {
  const expect = renderExpect(step.expect, { status: "status", expect: "expect" });
  return callOf("self.http", [...renderRequest(step.name, step, defaults), ...expect, ...renderCaptures(step.capture)]);
}
function renderPoll(step, defaults) {
  return callOf("self.poll", [
    ...renderRequest(step.name, step.request, defaults),
    ...renderExpect(step.until, { status: "until_status", expect: "until" }),
    `every=${renderSeconds(step.everyMs)}`,
    `within=${renderSeconds(step.withinMs)}`,
    ...renderSince(step.since)
  ]);
}
function renderSince(since) {
  return since === void 0 ? [] : [`since=${renderText(since)}`];
}
function renderQuery(query) {
  return query.length === 0 ? [] : [prefix("query=", renderFields(query))];
}
function renderHeaders(headers) {
  if (headers.length === 0) return [];
  return [prefix("headers=", dictOf(headers.map(({ name, value }) => [name, renderTemplate(value)])))];
}
function renderSwitches({ cookies, traceparent, slowerThanMs }) {
  return [
    ...cookies === false ? [`cookies=${renderBoolean(false)}`] : [],
    ...traceparent === true ? [`traceparent=${renderBoolean(true)}`] : [],
    ...slowerThanMs === void 0 ? [] : [`slower_than=${renderSeconds(slowerThanMs)}`]
  ];
}
function renderRequest(series, request, defaults) {
  const options = mergeOptions(defaults, request.options);
  const { timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  return [
    renderText(series),
    renderText(request.method),
    renderTemplate(request.url),
    ...renderQuery(request.query),
    ...renderHeaders(headersFor(request.body, options.headers)),
    ...renderBody2(request.body),
    ...timeoutMs === DEFAULT_TIMEOUT_MS ? [] : [`timeout=${renderSeconds(timeoutMs)}`],
    ...renderSwitches(options)
  ];
}
function headersFor(body, headers) {
  const isNull = body.kind === "json" && body.value === null;
  if (!isNull || headers.some(({ name }) => name.toLowerCase() === "content-type")) return headers;
  return [...headers, { name: "content-type", value: "application/json" }];
}
function renderBody2(body) {
  switch (body.kind) {
    case "none":
      return [];
    case "json":
      return body.value === null ? ['text="null"'] : [prefix("json=", renderJson(body.value))];
    case "form":
      return [prefix("form=", renderFields(body.fields))];
    case "text":
      return [`text=${renderTemplate(body.text)}`];
    case "bytes":
      return [`size=${renderNumber(body.size)}`];
    case "file":
      return [`file=${renderText(body.path)}`];
    case "multipart":
      return [prefix("multipart=", listOf(body.parts.map(renderPart)))];
  }
}
function renderFields(fields) {
  return listOf(fields.map(({ name, value }) => tupleOf([renderText(name), renderTemplate(value)])));
}
function renderPart({ name, filename, contentType, body }) {
  const type = contentType ?? (body.kind === "text" ? void 0 : "application/octet-stream");
  return tupleOf([
    renderText(name),
    filename === void 0 ? "None" : renderText(filename),
    type === void 0 ? "None" : renderText(type),
    renderContent(body)
  ]);
}
function renderContent(body) {
  switch (body.kind) {
    case "text":
      return tupleOf(['"text"', renderTemplate(body.text)]);
    case "bytes":
      return tupleOf(['"size"', renderNumber(body.size)]);
    case "file":
      return tupleOf(['"file"', renderText(body.path)]);
  }
}

// src/engine/locust/locustfile/render-step.ts
var STEP2 = 4;
var DEFAULT_TIMEOUT_MS2 = 1e4;
function renderSteps(steps, indent, context) {
  const text = steps.map((step) => renderStep(step, indent, context)).join("");
  return text === "" ? `${" ".repeat(indent)}pass
` : text;
}
function renderThink(think) {
  switch (think.kind) {
    case "fixed":
    case "pace":
      return tupleOf([renderText(think.kind), renderSeconds(think.ms)]);
    case "uniform":
      return tupleOf(['"uniform"', renderSeconds(think.minMs), renderSeconds(think.maxMs)]);
    case "exponential":
      return tupleOf(['"exponential"', renderSeconds(think.meanMs)]);
  }
}
function renderStep(step, indent, context) {
  switch (step.kind) {
    case "repeat": {
      const named = step.as === void 0 ? [] : [renderText(step.as)];
      return renderLoop(callOf("self.repeat", [renderNumber(step.times), ...named]), step.steps, indent, context);
    }
    case "for-each":
      return renderLoop(callOf("self.for_each", [renderText(step.data), renderText(step.as)]), step.steps, indent, context);
    default:
      return `${" ".repeat(indent)}${layOut(renderSingle(step, context), indent)}
`;
  }
}
function renderLoop(passes, steps, indent, context) {
  return `${" ".repeat(indent)}for _ in ${layOut(passes, indent)}:
${renderSteps(steps, indent + STEP2, context)}`;
}
function renderSingle(step, context) {
  switch (step.kind) {
    case "http":
      return renderHttp(step, context.defaults);
    case "poll":
      return renderPoll(step, context.defaults);
    case "parallel":
      return callOf(
        "self.parallel",
        step.steps.map((inner) => prefix("lambda: ", renderHttp(inner, context.defaults)))
      );
    case "think":
      return callOf("self.think", [renderThink(step.think)]);
    case "ws":
      return renderSocket(step, context);
    case "send":
      return callOf("self.send", [renderText(step.on), renderMessage(step.message)]);
    case "receive":
      return renderReceive(step);
    case "hold":
      return callOf("self.hold", [renderSeconds(step.ms)]);
    case "close":
      return callOf("self.close", [renderText(step.on)]);
  }
}
function renderSocket(step, { defaults, received }) {
  const options = mergeOptions(defaults, step.request.options);
  return callOf("self.ws", [
    renderText(step.name),
    // The scenario's `ws://` was read as `http://`.
    renderTemplate(step.request.url.replace(/^http(?=s?:\/\/)/i, "ws")),
    `as_=${renderText(step.as)}`,
    ...renderQuery(step.request.query),
    ...renderHeaders(options.headers),
    ...step.subprotocol === void 0 ? [] : [`subprotocol=${renderTemplate(step.subprotocol)}`],
    `timeout=${renderSeconds(options.timeoutMs ?? DEFAULT_TIMEOUT_MS2)}`,
    ...renderSwitches(options),
    ...step.ready === void 0 ? [] : [prefix("ready=", renderMatch(step.ready))],
    ...renderCaptures(step.capture),
    ...step.heartbeatMs === void 0 ? [] : [`heartbeat=${renderSeconds(step.heartbeatMs)}`],
    ...received.has(step.as) ? [] : ["keep=False"]
  ]);
}
function renderMessage(message) {
  switch (message.kind) {
    case "json":
      return message.value === null ? 'text="null"' : prefix("json=", renderJson(message.value));
    case "text":
      return `text=${renderTemplate(message.text)}`;
    case "bytes":
      return `size=${renderNumber(message.size)}`;
  }
}
function renderReceive(step) {
  return callOf("self.receive", [
    renderText(step.name),
    `on=${renderText(step.on)}`,
    prefix("match=", renderMatch(step.match)),
    `within=${renderSeconds(step.withinMs)}`,
    ...renderSince(step.since),
    ...renderCaptures(step.capture),
    `shown=${renderText(showMatch(step.match))}`
  ]);
}

// src/engine/locust/locustfile/render-user.ts
var INDENT = "    ";
function renderUser(profile, className, context) {
  const { user, program } = profile;
  const steps = {
    defaults: context.defaults,
    received: new Set(listSteps([user]).flatMap((step) => step.kind === "receive" ? step.on : []))
  };
  const names = new Identifiers(context.taken);
  const flows = profile.tasks.map((entry) => ({ ...entry, name: names.nameFlow(entry.task.name) }));
  const drawn = (slots) => tupleOf(listDrawn(profile, slots, context).map(renderText));
  const isLooping = codeOf(program).some(({ op }) => op === "loop");
  const attributes = [
    ["weight", renderNumber(user.weight)],
    ["think", user.think === void 0 ? "None" : renderThink(user.think)],
    ["per_iteration", drawn(program.iterationSlots)],
    ["per_pass", drawn(isLooping ? program.passSlots : [])]
  ];
  const table = listOf(
    flows.map(
      ({ name, task, program: { needs, firstSeries } }) => tupleOf([
        renderText(task.name),
        renderNumber(task.weight),
        tupleOf(needs.map((slot) => renderText(needName(context.plan.program.slots[slot])))),
        name,
        renderSeries(firstSeries, context.plan)
      ])
    )
  );
  return [
    `class ${className}:
${INDENT}"""${escapeText(user.name, '"')}: ${describeFlows(flows.length)}, weight ${renderNumber(user.weight)}."""

`,
    ...attributes.map(([name, value]) => `${INDENT}${layOut(prefix(`${name} = `, value), INDENT.length)}
`),
    ...user.start.length === 0 ? [] : [renderFunction("start", renderSteps(user.start, 2 * INDENT.length, steps))],
    ...flows.map(({ name, task }) => renderFunction(name, renderSteps(task.steps, 2 * INDENT.length, steps))),
    `
${INDENT}# name, weight, what must be there, flow, the series that a dropped iteration is charged to
`,
    `${INDENT}${layOut(prefix("flows = ", table), INDENT.length)}
`
  ].join("");
}
function renderFunction(name, body) {
  return `
${INDENT}def ${name}(self):
${body}`;
}
function describeFlows(count) {
  return count === 1 ? "1 flow" : `${count} flows`;
}
function listDrawn({ program }, slots, { plan }) {
  const read = new Set(codeOf(program).flatMap(slotsReadByStep));
  return slots.flatMap((slot) => read.has(slot) ? plan.program.slots[slot]?.name ?? [] : []);
}
function needName(slot) {
  if (slot === void 0) throw new RangeError("a flow needs a slot that the plan does not have");
  return slot.kind === "socket" ? `ws:${slot.name.trimStart()}` : slot.name;
}
function renderSeries(index, { series }) {
  const name = series[index]?.name;
  return name === void 0 ? "None" : renderText(name);
}

// src/engine/locust/locustfile/render-locustfile.ts
var BORDER = "# " + "-".repeat(100);
var DATA_COMMENT = `# Rows with secrets are not here: they are read from the file that ${DATA_VARIABLE} names.
`;
function renderLocustfile(input) {
  const { scenario, plan } = input;
  const secrets = listSecrets(scenario, selectProfiles(scenario, plan));
  const tables = listSecretTables(scenario, plan);
  const data = renderSecretData(tables);
  const withheld = { secrets, tables, dataHash: data === void 0 ? void 0 : hashSecretData(data) };
  const hash = createHash2("sha256").update(render(input, withheld, "")).digest("hex");
  const host = isTargetSecret(plan) ? plan.target : void 0;
  return { text: render(input, withheld, hash), hash, secrets, host, data };
}
function render({ scenario, plan, runtime }, withheld, hash) {
  const { secrets, tables, dataHash } = withheld;
  const profiles = selectProfiles(scenario, plan);
  const taken = listTakenWords(runtime);
  const names = new Identifiers(taken);
  const classes = profiles.map((profile) => {
    const name = names.nameClass(profile.user.name);
    return { name, text: renderUser(profile, name, { plan, defaults: scenario.http, taken }) };
  });
  const blocks = [
    `"""
${describeFile(scenario, plan, withheld)}"""
`,
    ...isJsonRead(plan, tables) ? ["import json\n"] : [],
    `${layOut(prefix("PLAN = ", renderPlanTable({ scenario, plan, secrets, dataHash }, hash)))}
`,
    `# Drawn when first read, anew for each iteration.
${layOut(prefix("VARS = ", renderVariables(plan)))}
`,
    `${tables.length > 0 ? DATA_COMMENT : ""}${layOut(prefix("DATA = ", renderData(plan, tables)))}
`
  ];
  return [
    blocks.join("\n"),
    ...classes.map(({ text }) => `

${text}`),
    `

${BORDER}
# The scenario ends here. What follows is the same in every file: how load-gate makes load and measures with Locust.
${BORDER}

`,
    `${runtime.trim()}


`,
    ...classes.map(({ name }) => `${name} = gate_user(${name})
`)
  ].join("");
}
function describeFile(scenario, plan, { secrets, tables }) {
  const show = (text) => escapeText(text, '"');
  const profile = plan.profile === void 0 ? "" : `, profile ${show(plan.profile)}`;
  const file = plan.file.replace(/^.*[/\\]/s, "");
  const needed = [...secrets, ...isTargetSecret(plan) ? ["LOCUST_HOST"] : [], ...tables.length > 0 ? [DATA_VARIABLE] : []];
  return [
    `${show(plan.name)}, for Locust: made by load-gate ${VERSION} from ${show(file)}${profile}. It stands on its own.
`,
    "",
    "    locust -f FILE --headless                               # alone",
    "    locust -f FILE --headless --processes 4                 # on four cores",
    "    locust -f FILE --headless --master --expect-workers 8   # a master, and on other machines workers:",
    "    locust -f FILE --worker --master-host MASTER",
    '    docker run --rm -v "$PWD:/load" locustio/locust -f /load/FILE --worker --master-host MASTER',
    "",
    "The plan below says how many users there are and when: -u, -r and -t have no say. load-gate run --engine locust",
    "drives the same file and judges what comes of it.",
    ...needed.length === 0 ? [] : ["", `The environment must hold ${needed.join(", ")}.`],
    ...tables.length === 0 ? [] : [
      "",
      `${DATA_VARIABLE} names a JSON file with the rows of ${tables.map(({ table }) => show(table.name)).join(", ")}, which hold secrets:`,
      "load-gate export locust SCENARIO --data FILE writes it."
    ],
    ...scenario.before.length === 0 ? [] : ["", "The steps of `before` are not in it: load-gate makes them, once, before any load."],
    ""
  ].map((line, index) => index === 0 ? line.trimEnd() : line).join("\n");
}

export {
  renderLocustfile
};
