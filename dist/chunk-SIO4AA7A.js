import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  formatBytes,
  formatDuration,
  formatLatency,
  formatNumber,
  formatRate,
  formatRatio
} from "./chunk-BRFOQZPS.js";

// src/verdict/format-check.ts
var SIGNS = { "<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠" };
function formatLimit(metric, comparison, limit) {
  return `${SIGNS[comparison]} ${formatExact(metric, limit)}`;
}
function formatValue(metric, value) {
  switch (metric.kind) {
    case "percentile":
    case "mean":
    case "min":
    case "max":
      return formatLatency(value);
    case "duration":
      return formatDuration(value / 1e3);
    case "error-budget":
    case "error-rate":
      return formatRatio(value);
    case "throughput":
      return formatRate(value);
    case "upload":
    case "download":
      return `${formatBytes(value)}/s`;
    case "failures":
    case "count":
    case "status":
    case "concurrent":
    case "drops":
    case "messages-in":
    case "messages-out":
    case "late":
    case "duplicates":
    case "unmatched":
      return formatNumber(value, 0);
  }
}
function formatObserved(metric, value, limit) {
  const rounded = formatValue(metric, value);
  return value !== limit && rounded === formatValue(metric, limit) ? formatExact(metric, value) : rounded;
}
function formatCensored(metric, atLeast) {
  return atLeast === void 0 ? "no answer" : `> ${formatValue(metric, atLeast)}`;
}
function formatExact(metric, value) {
  switch (metric.kind) {
    case "percentile":
    case "mean":
    case "min":
    case "max":
    case "duration":
      return value < 1e6 ? `${formatNumber(value / 1e3, 3)} ms` : `${formatNumber(value / 1e6, 6)} s`;
    case "error-budget":
    case "error-rate":
      return `${formatNumber(value * 100, 7)} %`;
    case "throughput":
      return `${formatNumber(value, 6)}/s`;
    case "upload":
    case "download":
      return value < 1e3 ? `${formatNumber(value, 3)} B/s` : value < 1e6 ? `${formatNumber(value / 1e3, 6)} KB/s` : `${formatNumber(value / 1e6, 9)} MB/s`;
    case "failures":
    case "count":
    case "status":
    case "concurrent":
    case "drops":
    case "messages-in":
    case "messages-out":
    case "late":
    case "duplicates":
    case "unmatched":
      return formatNumber(value, 6);
  }
}

// src/verdict/format-server.ts
function formatServerLimit(unit, comparison, limit) {
  return `${SIGNS[comparison]} ${formatExact2(unit, limit)}`;
}
function formatServerValue(unit, value) {
  const size = Math.abs(value);
  const sign = value < 0 ? "-" : "";
  switch (unit) {
    case "plain":
      return formatPlain(value);
    case "ratio":
      return formatRatio(value);
    case "seconds":
      return `${sign}${formatLatency(size * 1e6)}`;
    case "bytes":
      return `${sign}${formatBytes(size)}`;
  }
}
function formatServerObserved(unit, value, limit) {
  const rounded = formatServerValue(unit, value);
  return value !== limit && rounded === formatServerValue(unit, limit) ? formatExact2(unit, value) : rounded;
}
function formatPlain(value) {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-6)) return value.toExponential(3);
  return formatNumber(value, size >= 1e3 ? 0 : size >= 100 ? 1 : size >= 1 ? 3 : 6);
}
function formatExact2(unit, value) {
  const size = Math.abs(value);
  switch (unit) {
    case "plain":
      return size >= 1e15 ? String(value) : formatNumber(value, 9);
    case "ratio":
      return `${formatNumber(value * 100, 7)} %`;
    case "seconds":
      return size < 1 ? `${formatNumber(value * 1e3, 6)} ms` : `${formatNumber(value, 9)} s`;
    case "bytes":
      return size < 1e3 ? `${formatNumber(value, 3)} B` : size < 1e6 ? `${formatNumber(value / 1e3, 6)} KB` : `${formatNumber(value / 1e6, 9)} MB`;
  }
}

export {
  formatLimit,
  formatValue,
  formatObserved,
  formatCensored,
  formatServerLimit,
  formatServerValue,
  formatServerObserved
};
