import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/config/parse-metric-selector.ts
var NAME = /^\s*([A-Za-z_:][A-Za-z0-9_:]*)\s*(?:\{(.*)\})?\s*$/s;
var LABEL = /\s*([A-Za-z_][A-Za-z0-9_]*)\s*=\s*"((?:[^"\\\n]|\\["\\n])*)"\s*(,|$)/gy;
function parseMetricSelector(text) {
  const [, metric, inside] = NAME.exec(text) ?? [];
  if (metric === void 0) return void 0;
  const labels = parseLabels(inside ?? "");
  return labels && { metric, labels };
}
function parseLabels(text) {
  const labels = [];
  let at = 0;
  while (text.slice(at).trim() !== "") {
    LABEL.lastIndex = at;
    const [, name, value] = LABEL.exec(text) ?? [];
    if (name === void 0 || value === void 0) return void 0;
    labels.push({ name, value: value.replace(/\\(.)/g, (_, escaped) => escaped === "n" ? "\n" : escaped) });
    at = LABEL.lastIndex;
  }
  return labels;
}

export {
  parseMetricSelector,
  parseLabels
};
