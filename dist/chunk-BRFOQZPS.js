import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/units.ts
var DURATION_MS = { us: 1e-3, ms: 1, s: 1e3, m: 6e4, h: 36e5 };
var SIZE_BYTES = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };
var PER_SECONDS = { s: 1, m: 60, h: 3600 };
var DURATION = /^(\d{1,12}(?:\.\d{1,9})?)(us|ms|s|m|h)$/;
var RATE = /^(\d{1,12}(?:\.\d{1,9})?)\/(s|m|h)$/;
var RATIO = /^(\d{1,12}(?:\.\d{1,9})?)%$/;
var SIZE = /^(\d{1,12}(?:\.\d{1,9})?)(B|KB|MB|GB|KiB|MiB|GiB)$/;
function parseDuration(text) {
  const match = DURATION.exec(text);
  return match ? Number(match[1]) * DURATION_MS[match[2]] : void 0;
}
function parseRate(text) {
  const match = RATE.exec(text);
  return match ? Number(match[1]) / PER_SECONDS[match[2]] : void 0;
}
function parseRatio(text) {
  const match = RATIO.exec(text);
  return match ? Number(match[1]) / 100 : void 0;
}
function parseSize(text) {
  const match = SIZE.exec(text);
  return match ? Math.round(Number(match[1]) * SIZE_BYTES[match[2]]) : void 0;
}
function parseByteRate(text) {
  return text.endsWith("/s") ? parseSize(text.slice(0, -2)) : void 0;
}
function formatNumber(value, digits = 1) {
  const [whole = "0", fraction = ""] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const trimmed = fraction.replace(/0+$/, "");
  const text = trimmed ? `${grouped}.${trimmed}` : grouped;
  return value < 0 && text !== "0" ? `-${text}` : text;
}
function formatLatency(latencyUs) {
  const ms = latencyUs / 1e3;
  if (ms < 99.95) return `${ms.toFixed(1)} ms`;
  if (ms < 999.5) return `${ms.toFixed(0)} ms`;
  if (ms < 9995) return `${(ms / 1e3).toFixed(2)} s`;
  if (ms < 99950) return `${(ms / 1e3).toFixed(1)} s`;
  return `${(ms / 1e3).toFixed(0)} s`;
}
function formatDuration(durationMs) {
  if (durationMs < 1e3) return `${formatNumber(durationMs, 0)} ms`;
  if (durationMs < 6e4) return `${formatNumber(durationMs / 1e3)} s`;
  const totalSeconds = Math.round(durationMs / 1e3);
  const parts = [
    [Math.floor(totalSeconds / 3600), "h"],
    [Math.floor(totalSeconds % 3600 / 60), "m"],
    [totalSeconds % 60, "s"]
  ];
  return parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`).join(" ");
}
function formatRatio(ratio) {
  const percent = ratio * 100;
  if (percent === 0) return "0 %";
  const digits = Math.abs(percent) >= 10 ? 1 : Math.abs(percent) >= 0.1 ? 2 : 4;
  return `${formatNumber(percent, digits)} %`;
}
function formatBytes(bytes) {
  for (const [unit, size] of [
    ["GB", 1e9],
    ["MB", 1e6],
    ["KB", 1e3]
  ]) {
    if (bytes >= size) return `${formatNumber(bytes / size)} ${unit}`;
  }
  return `${formatNumber(bytes, 0)} B`;
}
function formatRate(perSecond) {
  return `${formatNumber(perSecond, perSecond >= 100 ? 0 : perSecond >= 1 ? 1 : 3)}/s`;
}

export {
  parseDuration,
  parseRate,
  parseRatio,
  parseSize,
  parseByteRate,
  formatNumber,
  formatLatency,
  formatDuration,
  formatRatio,
  formatBytes,
  formatRate
};
