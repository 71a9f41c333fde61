import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  NOTHING,
  formatPercentile
} from "./chunk-6T3VPJOM.js";
import {
  formatNumber,
  formatRatio
} from "./chunk-BRFOQZPS.js";

// src/report/socket-rows.ts
var SOCKET_TITLES = ["most at once", "opened", "drops", "in", "out", "unmatched", "late", "twice", "session p50", "p95"];
function listSocketRows({ rows }) {
  return rows.filter(({ kind, selected }) => selected && (kind === "ws" || kind === "receive"));
}
function socketFigures({ kind, counts, concurrent, messages, session }) {
  const of = (owner, count) => kind === owner ? formatNumber(count, 0) : NOTHING;
  return [
    of("ws", concurrent),
    of("ws", counts.ok),
    of("ws", counts.drops),
    of("ws", messages.messagesIn),
    of("ws", messages.messagesOut),
    of("ws", messages.unmatched),
    of("receive", messages.late),
    of("receive", messages.duplicates),
    formatPercentile(session, 50),
    formatPercentile(session, 95)
  ];
}

// src/report/sort-checks.ts
function sortChecks(checks) {
  return checks.toSorted((left, right) => rankOf(left) - rankOf(right) || excessOf(right) - excessOf(left));
}
function rankOf(check) {
  switch (check.state) {
    case "breached":
      return check.severity === "fail" ? 0 : 2;
    case "no-data":
      return check.severity === "fail" ? 1 : 3;
    case "passed":
      return 4;
    case "skipped":
      return 5;
  }
}
function excessOf(check) {
  if (check.state !== "breached") return 0;
  const { value, limitValue, censored } = check.observed;
  if (censored || limitValue === 0) return Number.MAX_VALUE;
  return Math.abs(value - limitValue) / Math.abs(limitValue);
}

// src/report/describe-check.ts
function describeSubject(check) {
  return check.phase === void 0 ? check.series : `${check.series} in ${check.phase}`;
}
function describeObserved(check) {
  return "observed" in check ? check.observed.text : check.reason;
}
function describeState(check) {
  const word = check.state === "no-data" ? "not judged" : check.state;
  return check.severity === "warn" && (check.state === "breached" || check.state === "no-data") ? `${word} (warning)` : word;
}
function describeCheck(check) {
  switch (check.state) {
    case "passed":
    case "breached":
      return `${check.name} is ${check.observed.text}; promised is ${check.limit} (${check.promise}).`;
    case "skipped":
      return `${check.name} was skipped: ${check.reason}`;
    case "no-data":
      return `${check.name} could not be judged: ${check.reason}`;
  }
}
function describeBudget(observed) {
  return observed.budgetUsed === void 0 ? NOTHING : formatRatio(Math.round(observed.budgetUsed * 100) / 100);
}

export {
  SOCKET_TITLES,
  listSocketRows,
  socketFigures,
  sortChecks,
  describeSubject,
  describeObserved,
  describeState,
  describeCheck,
  describeBudget
};
