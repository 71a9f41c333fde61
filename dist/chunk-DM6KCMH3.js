import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/config/regression-rules.ts
var DEFAULT_REGRESSION_RULES = Object.freeze({
  percentiles: Object.freeze([Object.freeze({ percentile: 95, tolerance: 0.1 })]),
  throughput: 0.1,
  errorRatio: 5e-3,
  minChangeUs: 1e3,
  falseAlarm: 0.01,
  confirm: true,
  deploymentNoise: 0.02,
  endpoints: Object.freeze([])
});

export {
  DEFAULT_REGRESSION_RULES
};
