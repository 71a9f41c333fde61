import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  percentileUs
} from "./chunk-QC36IMXK.js";
import {
  formatLatency,
  formatNumber
} from "./chunk-BRFOQZPS.js";

// src/report/format-reading.ts
var NOTHING = "–";
function formatReading(reading) {
  if (!reading) return NOTHING;
  if (reading.state === "exact") return formatLatency(reading.us);
  return reading.atLeastUs === void 0 ? "no answer" : `> ${formatLatency(reading.atLeastUs)}`;
}
function formatCount(count) {
  return count === void 0 ? NOTHING : formatNumber(count, 0);
}
function formatPercentile(distribution, percentile) {
  const us = percentileUs(distribution, percentile);
  return us === void 0 ? NOTHING : formatLatency(us);
}
function formatPair(from, to, between) {
  const [, figure = "", unit = ""] = /^([\d.,]+)(.*)$/s.exec(from) ?? [];
  return figure !== "" && unit !== "" && /^[\d.,]/.test(to) && to.replace(/^[\d.,]+/, "") === unit ? `${figure}${between}${to}` : `${from}${between}${to}`;
}

export {
  NOTHING,
  formatReading,
  formatCount,
  formatPercentile,
  formatPair
};
