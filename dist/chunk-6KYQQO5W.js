import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/config/usage-issue.ts
function usageIssue(at, code, message, suggestion) {
  return { file: at, line: 1, column: 1, code, severity: "error", message, ...suggestion === void 0 ? {} : { suggestion } };
}

export {
  usageIssue
};
