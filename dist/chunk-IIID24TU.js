import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/mask-secrets.ts
var SHORTEST = 3;
var MASK = "***";
function createMasker(secrets) {
  const forms = /* @__PURE__ */ new Set();
  for (const secret of secrets) {
    if (secret.length < SHORTEST) continue;
    for (const form of formsOf(secret)) forms.add(form);
  }
  const ordered = [...forms].sort((left, right) => right.length - left.length);
  return (text) => {
    let masked = text;
    for (const form of ordered) if (masked.includes(form)) masked = masked.replaceAll(form, MASK);
    return masked;
  };
}
var WITHHELD = /^(?:INPUT_.*|ACTIONS_.*|GITHUB_TOKEN|GITHUB_ENV|GITHUB_PATH|GITHUB_OUTPUT|GITHUB_STATE|GITHUB_STEP_SUMMARY)$/i;
function withholdCredentials(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !WITHHELD.test(name)));
}
var Masking = class {
  #secrets = /* @__PURE__ */ new Set();
  #mask = (text) => text;
  add(secrets) {
    for (const secret of secrets) this.#secrets.add(secret);
    this.#mask = createMasker([...this.#secrets]);
  }
  mask(text) {
    return this.#mask(text);
  }
};
var OWN_WORDS = /* @__PURE__ */ new Set(["state", "kind", "severity", "class", "model", "arrivals", "startedAt", "tool", "hash"]);
function maskDeep(value, mask) {
  return maskValue(value, mask);
}
function maskValue(value, mask) {
  if (typeof value === "string") return mask(value);
  if (Array.isArray(value)) return typeof value[0] === "number" ? value : value.map((item) => maskValue(item, mask));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, OWN_WORDS.has(key) ? item : maskValue(item, mask)]));
  }
  return value;
}
function formsOf(secret) {
  const wellFormed = secret.toWellFormed();
  const bytes = new TextEncoder().encode(wellFormed);
  const base64 = btoa(String.fromCharCode(...bytes));
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    base64,
    base64.replace(/=+$/, ""),
    base64.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, ""),
    encodeURIComponent(wellFormed),
    encodeURI(wellFormed),
    // As in a request target, where only what may not stand there is encoded (load/http/escape-target.ts).
    wellFormed.replace(/[^\x21-\x7e]|["<>\\^`{|}#]/gu, encodeURIComponent),
    // As in a form's body.
    new URLSearchParams([["", wellFormed]]).toString().slice(1),
    json
  ].filter((form) => form.length >= SHORTEST);
}

export {
  createMasker,
  withholdCredentials,
  Masking,
  maskDeep
};
