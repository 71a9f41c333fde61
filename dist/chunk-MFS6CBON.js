import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parseTemplate
} from "./chunk-IW22IME3.js";

// src/plan/compile-text.ts
function compileText(template, names) {
  const parts = [];
  for (const part of templateParts(template, names)) {
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  if (parts.length === 0) return "";
  const [only] = parts;
  return parts.length === 1 && typeof only === "string" ? only : parts;
}
function slotsOf(text) {
  return typeof text === "string" ? [] : text.flatMap((part) => typeof part === "string" ? [] : [part.slot]);
}
function compileJson(value, names) {
  const parts = [];
  const push = (part) => {
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
    else parts.push(part);
  };
  writeJson(value, names, push);
  const [only] = parts;
  return parts.length === 1 && typeof only === "string" ? only : parts;
}
function writeJson(value, names, push) {
  if (typeof value === "string") {
    const text = compileText(value, names);
    if (typeof text === "string") return push(JSON.stringify(text));
    const [first] = text;
    if (text.length === 1 && first !== void 0 && typeof first !== "string") return push({ ...first, whole: true });
    push('"');
    for (const part of text) push(typeof part === "string" ? JSON.stringify(part).slice(1, -1) : { ...part, whole: false });
    return push('"');
  }
  if (value === null || typeof value !== "object") return push(JSON.stringify(value));
  if (isList(value)) {
    push("[");
    for (const [index, item] of value.entries()) {
      if (index > 0) push(",");
      writeJson(item, names, push);
    }
    return push("]");
  }
  push("{");
  for (const [index, [key, item]] of Object.entries(value).entries()) {
    push(`${index > 0 ? "," : ""}${JSON.stringify(key)}:`);
    writeJson(item, names, push);
  }
  push("}");
}
function isList(value) {
  return Array.isArray(value);
}
function templateParts(template, names) {
  const parsed = parseTemplate(template);
  if (!parsed.ok) throw new RangeError(`a malformed template passed validation: ${parsed.error}`);
  return parsed.parts.map((part) => {
    switch (part.kind) {
      case "text":
        return part.text;
      case "secret":
        return names.secret(part.name);
      case "variable":
        return { slot: names.slotOf(part.name), column: part.column };
    }
  });
}

// src/plan/compile-request.ts
var DEFAULT_TIMEOUT_MS = 1e4;
function compileRequest(request, series, context) {
  const { names } = context;
  const options = mergeOptions(context.defaults, request.options);
  const expect = request.expect ?? ANY_ANSWER;
  const captures = (request.capture ?? []).map((capture) => compileCapture(capture, names));
  const body = compileBody(request.body, names);
  const { constant, templated } = compileHeaders(options.headers, body, context);
  return {
    series,
    name: request.name ?? `${request.method} ${request.url}`,
    method: request.method,
    base: context.target.href,
    ...compileUrl(request, context),
    query: request.query.map((field) => ({ name: field.name, value: compileText(field.value, names) })),
    headers: constant,
    templatedHeaders: templated,
    body,
    connection: context.connectionFor(options, names),
    timeoutUs: (options.timeoutMs ?? DEFAULT_TIMEOUT_MS) * 1e3,
    followRedirects: options.followRedirects ?? false,
    cookies: options.cookies ?? true,
    traceparent: options.traceparent ?? false,
    slowerThanUs: options.slowerThanMs === void 0 ? Number.POSITIVE_INFINITY : options.slowerThanMs * 1e3,
    expect,
    expectTexts: compileExpectTexts(expect, names),
    captures,
    keepBody: expect.body.length > 0 || expect.json.length > 0 || captures.some((capture) => capture.from.kind !== "header")
  };
}
function slotsReadBy(request) {
  return [
    ...slotsOf(request.path),
    ...request.query.flatMap((field) => slotsOf(field.value)),
    ...request.templatedHeaders.flatMap((header) => slotsOf(header.value)),
    ...slotsReadByBody(request.body),
    ...Object.values(request.expectTexts).flatMap(slotsOf)
  ];
}
var ANY_ANSWER = { status: [{ from: 200, to: 299 }], headers: [], body: [], json: [], maxSizeBytes: void 0 };
function mergeOptions(defaults, own) {
  const byName = /* @__PURE__ */ new Map();
  for (const header of [...defaults.headers, ...own.headers]) byName.set(header.name.toLowerCase(), header);
  return {
    headers: [...byName.values()],
    timeoutMs: own.timeoutMs ?? defaults.timeoutMs,
    followRedirects: own.followRedirects ?? defaults.followRedirects,
    connections: own.connections ?? defaults.connections,
    http2: own.http2 ?? defaults.http2,
    cookies: own.cookies ?? defaults.cookies,
    tls: own.tls ?? defaults.tls,
    proxy: own.proxy ?? defaults.proxy,
    traceparent: own.traceparent ?? defaults.traceparent,
    slowerThanMs: own.slowerThanMs ?? defaults.slowerThanMs
  };
}
function compileUrl(request, context) {
  const text = compileText(request.url, context.names);
  const start = typeof text === "string" ? text : text[0];
  if (typeof start === "string" && start.startsWith("/")) {
    const base = context.target.pathname.replace(/\/+$/, "");
    if (base === "") return { origin: context.target.origin, path: text };
    return { origin: context.target.origin, path: typeof text === "string" ? base + text : [base + start, ...text.slice(1)] };
  }
  if (typeof text !== "string") return { origin: void 0, path: text };
  const url = new URL(text, context.target);
  return { origin: url.origin, path: url.pathname + url.search };
}
function compileHeaders(headers, body, context) {
  const constant = [];
  const templated = [];
  const names = new Set(headers.map((header) => header.name.toLowerCase()));
  if (!names.has("user-agent")) constant.push("user-agent", context.userAgent);
  if (!names.has("accept")) constant.push("accept", "*/*");
  const type = contentTypeOf(body);
  if (type !== void 0 && !names.has("content-type")) constant.push("content-type", type);
  for (const header of headers) {
    const value = compileText(header.value, context.names);
    if (typeof value === "string") constant.push(header.name, value);
    else templated.push({ name: header.name, value });
  }
  return { constant, templated };
}
function contentTypeOf(body) {
  switch (body.kind) {
    case "none":
      return void 0;
    case "json":
      return "application/json";
    case "form":
      return "application/x-www-form-urlencoded";
    case "text":
      return "text/plain;charset=utf-8";
    case "bytes":
    case "file":
      return "application/octet-stream";
    case "multipart":
      return `multipart/form-data; boundary=${body.boundary}`;
  }
}
function compileBody(body, names) {
  switch (body.kind) {
    case "json":
      return { kind: "json", json: compileJson(body.value, names) };
    case "form":
      return { kind: "form", fields: body.fields.map((field) => ({ name: field.name, value: compileText(field.value, names) })) };
    case "text":
      return { kind: "text", text: compileText(body.text, names) };
    case "multipart":
      return compileMultipart(body, names);
    case "none":
    case "bytes":
    case "file":
      return body;
  }
}
var BOUNDARY = "----load-gate-4f1c0b7e9a2d83c65b";
function compileMultipart(body, names) {
  const parts = body.parts.map((part) => {
    const file = part.filename === void 0 ? "" : `; filename="${quoted(part.filename)}"`;
    const type = part.contentType ?? (part.body.kind === "text" ? void 0 : "application/octet-stream");
    const head = `--${BOUNDARY}\r
content-disposition: form-data; name="${quoted(part.name)}"${file}\r
${type === void 0 ? "" : `content-type: ${type}\r
`}\r
`;
    return { head, body: part.body.kind === "text" ? { kind: "text", text: compileText(part.body.text, names) } : part.body };
  });
  return { kind: "multipart", boundary: BOUNDARY, parts };
}
function quoted(text) {
  return text.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function slotsReadByBody(body) {
  switch (body.kind) {
    case "text":
      return slotsOf(body.text);
    case "json":
      return slotsOf(body.json);
    case "form":
      return body.fields.flatMap((field) => slotsOf(field.value));
    case "multipart":
      return body.parts.flatMap((part) => slotsReadByBody(part.body));
    case "none":
    case "bytes":
    case "file":
      return [];
  }
}
function compileCapture(capture, names) {
  return { slot: names.slotOf(capture.name), name: capture.name, pick: capture.pick, from: capture.from };
}
function compileExpectTexts(expect, names) {
  const texts = {};
  for (const { value } of expect.headers) if (value.kind === "literal") texts[textKey(value.text)] = compileText(value.text, names);
  for (const check of expect.body) if (check.kind !== "matches") texts[textKey(check.text)] = compileText(check.text, names);
  for (const { test } of expect.json) if (test.equals !== void 0) texts[jsonKey(test.equals)] = compileJson(test.equals, names);
  return texts;
}
function textKey(text) {
  return `text:${text}`;
}
function jsonKey(value) {
  return `json:${JSON.stringify(value)}`;
}

export {
  compileText,
  slotsOf,
  compileJson,
  compileRequest,
  slotsReadBy,
  ANY_ANSWER,
  mergeOptions,
  compileCapture,
  textKey,
  jsonKey
};
