import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/gate-error.ts
var GateError = class extends Error {
  code;
  /** The next step for the user, one sentence. */
  hint;
  /** What the message joins, a sentence each; empty: the message is one. */
  reasons;
  constructor(code, message, options = {}) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.name = "GateError";
    this.code = code;
    this.hint = options.hint;
    this.reasons = options.reasons ?? [];
  }
};
function messageOf(thrown) {
  if (thrown instanceof Error) return thrown.message || thrown.name;
  if (typeof thrown === "string") return thrown;
  try {
    return JSON.stringify(thrown) ?? String(thrown);
  } catch {
    return "an unprintable value was thrown";
  }
}

export {
  GateError,
  messageOf
};
