import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/metrics/explain-part.ts
var MOST_SHARDS = 256;
function explainPart({ shards }) {
  const [first] = shards;
  if (first === void 0 || shards.length === first.count) return void 0;
  return `${nameShard(first)} alone; load-gate merge judges all of them together`;
}
function nameShard({ index, count }) {
  return `shard ${index + 1} of ${count}`;
}

export {
  MOST_SHARDS,
  explainPart,
  nameShard
};
