import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  messageOf
} from "./chunk-WYDHRVNK.js";
import {
  VERSION
} from "./chunk-MLCRLLSN.js";

// src/github/open-client.ts
import { setTimeout as sleep } from "node:timers/promises";

// src/github/read-field.ts
function readField(value, ...path) {
  let at = value;
  for (const key of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return void 0;
    at = at[key];
  }
  return at;
}
var LONGEST = 2e3;
function readText(value, ...path) {
  const text = readField(value, ...path);
  return typeof text === "string" && text !== "" && text.length <= LONGEST && !/[\u0000-\u001f\u007f]/.test(text) ? text : void 0;
}
function readId(value, ...path) {
  const id = readField(value, ...path);
  return typeof id === "number" && Number.isSafeInteger(id) && id >= 1 ? id : void 0;
}
function readSha(value, ...path) {
  const sha = readField(value, ...path);
  return typeof sha === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha) ? sha : void 0;
}
var UnreadableAnswer = class extends Error {
  constructor() {
    super("the answer is not one of GitHub's API");
  }
};
function readList(value) {
  if (!Array.isArray(value)) throw new UnreadableAnswer();
  return value;
}

// src/github/classify-problem.ts
function classifyProblem(thrown, nowMs) {
  if (isTimeout(thrown) || isTimeout(readCause(thrown))) return { kind: "too-slow" };
  const status = readField(thrown, "status");
  if (typeof status !== "number" || readField(thrown, "response") === void 0)
    return { kind: "unreachable", says: say(messageOf(thrown)) };
  const says = say(listWords(readField(thrown, "response", "data")).join(": ") || messageOf(thrown));
  const waitMs = readWait(readField(thrown, "response", "headers"), nowMs);
  if (status === 429 || status === 403 && (waitMs !== void 0 || /rate limit/i.test(says))) return { kind: "rate-limited", waitMs };
  return status >= 500 ? { kind: "trouble", status } : { kind: "refused", status, says };
}
function waitBeforeRetry(problem, attempt, pauseMs) {
  switch (problem.kind) {
    case "rate-limited":
      return Math.max(problem.waitMs ?? 0, pauseMs * 2 ** (attempt - 1));
    case "trouble":
    case "too-slow":
    case "unreachable":
      return pauseMs * 2 ** (attempt - 1);
    case "refused":
      return void 0;
  }
}
function isTimeout(thrown) {
  return thrown instanceof Error && (thrown.name === "TimeoutError" || thrown.name === "AbortError");
}
function readCause(thrown) {
  return thrown instanceof Error ? thrown.cause : void 0;
}
function listWords(data) {
  const errors = readField(data, "errors");
  const words = Array.isArray(errors) ? errors.slice(0, 3).map((error) => readText(error, "message") ?? readText(error, "code")) : [];
  return [readText(data, "message"), ...words].filter((word) => word !== void 0);
}
function say(text) {
  return cleanText(text, 200).replace(/\.$/, "");
}
function readWait(headers, nowMs) {
  const after = readSeconds(headers, "retry-after");
  if (after !== void 0) return after * 1e3;
  if (readSeconds(headers, "x-ratelimit-remaining") !== 0) return void 0;
  const reset = readSeconds(headers, "x-ratelimit-reset");
  return reset === void 0 ? void 0 : Math.max(0, reset * 1e3 - nowMs);
}
function readSeconds(headers, name) {
  const value = readField(headers, name);
  return /^\d{1,12}$/.test(String(value)) ? Number(value) : void 0;
}

// src/github/mask-secrets.ts
var SHORTEST_LINE = 4;
async function maskSecrets(secrets) {
  const forms = new Set(secrets.flatMap(listForms));
  if (forms.size === 0) return;
  const { setSecret } = await import("./chunk-34CAMMB6.js");
  for (const form of [...forms].toSorted((left, right) => right.length - left.length)) setSecret(form);
}
function listForms(secret) {
  if (secret.trim() === "") return [];
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  const parts = lines.length > 1 ? [secret, ...lines.filter((line) => line.length >= SHORTEST_LINE)] : [secret, secret.trim()];
  return parts.flatMap((part) => {
    const base64 = Buffer.from(part, "utf8").toString("base64");
    const urlEncoded = encodeURIComponent(part.toWellFormed());
    const base64Url = base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
    return [part, base64, base64Url, urlEncoded, new URLSearchParams([["", part]]).toString().slice(1), JSON.stringify(part).slice(1, -1)];
  });
}

// src/github/open-client.ts
var LIMITS = { totalMs: 3e4, callMs: 1e4, pauseMs: 1e3, tries: 3 };
var SILENCE = { debug: ignore, info: ignore, warn: ignore, error: ignore };
async function openClient(token, env, limits = {}) {
  await maskSecrets([token]);
  const { totalMs, callMs, pauseMs, tries } = { ...LIMITS, ...limits };
  const { getOctokit } = await import("./chunk-HU2JJDID.js");
  const baseUrl = (env["GITHUB_API_URL"] || "https://api.github.com").replace(/\/+$/, "");
  const octokit = getOctokit(token, { baseUrl, userAgent: `load-gate/${VERSION}`, log: SILENCE });
  const endMs = performance.now() + totalMs;
  const remainingMs = () => endMs - performance.now();
  return {
    remainingMs,
    async call(route, parameters) {
      for (let attempt = 1; ; attempt++) {
        try {
          const signal = AbortSignal.timeout(Math.max(1, Math.min(callMs, Math.floor(remainingMs()))));
          const own = readField(parameters, "request");
          const request = { signal, ...typeof own === "object" ? own : {} };
          const { data, headers } = await octokit.request(route, { ...parameters, request });
          return { data, headers: { ...headers } };
        } catch (thrown) {
          const waitMs = waitBeforeRetry(classifyProblem(thrown, Date.now()), attempt, pauseMs);
          const isFinal = attempt >= tries || !isRepeatable(route) || isGivenUp(parameters);
          if (isFinal || waitMs === void 0 || waitMs >= remainingMs()) throw thrown;
          await sleep(waitMs);
        }
      }
    }
  };
}
function isRepeatable(route) {
  return !route.startsWith("POST ");
}
function isGivenUp(parameters) {
  const signal = readField(parameters, "request", "signal");
  return signal instanceof AbortSignal && signal.aborted;
}
function ignore() {
}

export {
  maskSecrets,
  readField,
  readText,
  readId,
  readSha,
  UnreadableAnswer,
  readList,
  classifyProblem,
  waitBeforeRetry,
  openClient
};
