import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/report/run-history.ts
var PERCENTILES = [50, 95, 99];

export {
  PERCENTILES
};
