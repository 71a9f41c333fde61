import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/metrics/burst.ts
var STILL_RUNS = "it still runs";

export {
  STILL_RUNS
};
