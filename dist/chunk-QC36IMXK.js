import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/metrics/distribution.ts
var EMPTY_DISTRIBUTION = Object.freeze({
  count: 0,
  lowestUs: 0,
  highestUs: 0,
  sumUs: 0,
  buckets: Object.freeze([]),
  counts: Object.freeze([])
});
var SUB_BUCKET_HALF_COUNT = 1024;
function highestValueOfBucket(index) {
  const half = Math.floor(index / SUB_BUCKET_HALF_COUNT);
  if (half === 0) return index;
  const bucket = half - 1;
  const subBucket = index % SUB_BUCKET_HALF_COUNT + SUB_BUCKET_HALF_COUNT;
  return (subBucket + 1) * 2 ** bucket - 1;
}
function bucketOfValue(valueUs) {
  const half = Math.floor(valueUs / SUB_BUCKET_HALF_COUNT);
  if (half < 2) return valueUs;
  const bucket = Math.floor(Math.log2(half));
  return (bucket + 1) * SUB_BUCKET_HALF_COUNT + Math.floor(valueUs / 2 ** bucket) - SUB_BUCKET_HALF_COUNT;
}
var HIGHEST_BUCKET = 23220;
function isDistribution(distribution) {
  const { lowestUs, highestUs, sumUs, count, buckets, counts } = distribution;
  if (count === 0) return lowestUs === 0 && highestUs === 0 && sumUs === 0 && buckets.length === 0 && counts.length === 0;
  const isWhole = (value) => Number.isSafeInteger(value) && value >= 0;
  if (![count, lowestUs, highestUs, sumUs, ...buckets, ...counts].every(isWhole)) return false;
  if (buckets.length !== counts.length || (buckets.at(-1) ?? 0) > HIGHEST_BUCKET) return false;
  if (buckets.some((bucket, position) => bucket <= (buckets[position - 1] ?? -1)) || counts.includes(0)) return false;
  if (counts.reduce((sum, each) => sum + each, 0) !== count) return false;
  const inBucket = (valueUs, bucket) => valueUs <= highestValueOfBucket(bucket) && (bucket === 0 || valueUs > highestValueOfBucket(bucket - 1));
  return inBucket(lowestUs, buckets[0] ?? -1) && inBucket(highestUs, buckets.at(-1) ?? -1) && sumUs >= count * lowestUs && sumUs <= count * highestUs;
}
function percentileUs(distribution, percentile) {
  return valueAtRank(distribution, rankOf(distribution.count, percentile));
}
function rankOf(count, percentile) {
  if (count === 0) return 0;
  return Math.min(count, Math.max(1, Math.ceil(percentile / 100 * count - 1e-9)));
}
function valueAtRank(distribution, rank) {
  if (rank < 1 || rank > distribution.count) return void 0;
  let seen = 0;
  for (let position = 0; position < distribution.buckets.length; position++) {
    seen += distribution.counts[position] ?? 0;
    if (seen >= rank) return Math.min(highestValueOfBucket(distribution.buckets[position] ?? 0), distribution.highestUs);
  }
  return distribution.highestUs;
}
function meanUs(distribution) {
  return distribution.count === 0 ? void 0 : distribution.sumUs / distribution.count;
}
function minUs(distribution) {
  return distribution.count === 0 ? void 0 : distribution.lowestUs;
}
function maxUs(distribution) {
  return distribution.count === 0 ? void 0 : distribution.highestUs;
}
function mergeDistributions(parts) {
  const filled = parts.filter((part) => part.count > 0);
  if (filled.length === 0) return EMPTY_DISTRIBUTION;
  if (filled.length === 1 && filled[0]) return filled[0];
  const byBucket = /* @__PURE__ */ new Map();
  let count = 0;
  let sumUs = 0;
  let lowestUs = Number.POSITIVE_INFINITY;
  let highestUs = 0;
  for (const part of filled) {
    count += part.count;
    sumUs += part.sumUs;
    lowestUs = Math.min(lowestUs, part.lowestUs);
    highestUs = Math.max(highestUs, part.highestUs);
    for (const [position, bucket] of part.buckets.entries()) {
      byBucket.set(bucket, (byBucket.get(bucket) ?? 0) + (part.counts[position] ?? 0));
    }
  }
  const buckets = [...byBucket.keys()].sort((left, right) => left - right);
  return { count, lowestUs, highestUs, sumUs, buckets, counts: buckets.map((bucket) => byBucket.get(bucket) ?? 0) };
}

// src/metrics/counts.ts
function zeroRequests() {
  return {
    started: 0,
    ok: 0,
    failed: 0,
    timedOut: 0,
    cut: 0,
    dropped: 0,
    interrupted: 0,
    okBeforeEnd: 0,
    sentBeforeEnd: 0,
    receivedBeforeEnd: 0,
    drops: 0
  };
}
function zeroMessages() {
  return { messagesIn: 0, messagesOut: 0, unmatched: 0, late: 0, duplicates: 0 };
}
function zeroIterations() {
  return { planned: 0, started: 0, dropped: 0, missed: 0, ok: 0, failed: 0, cut: 0, interrupted: 0 };
}
function addCounts(total, part) {
  for (const key of Object.keys(part)) {
    total[key] = total[key] + part[key];
  }
}
function attemptsOf(counts) {
  return counts.ok + counts.failed + lostOf(counts);
}
function failuresOf(counts) {
  return counts.failed + lostOf(counts) + counts.drops;
}
function lostOf(counts) {
  return counts.timedOut + counts.cut + counts.dropped;
}
function sumCounts(all) {
  const sum = zeroRequests();
  for (const counts of all) addCounts(sum, counts);
  return sum;
}
function addStatus(all) {
  const sum = /* @__PURE__ */ new Map();
  for (const [code, count] of all.flatMap((status) => Object.entries(status))) sum.set(code, (sum.get(code) ?? 0) + count);
  return Object.fromEntries(sum);
}

export {
  EMPTY_DISTRIBUTION,
  highestValueOfBucket,
  bucketOfValue,
  HIGHEST_BUCKET,
  isDistribution,
  percentileUs,
  rankOf,
  valueAtRank,
  meanUs,
  minUs,
  maxUs,
  mergeDistributions,
  zeroRequests,
  zeroMessages,
  zeroIterations,
  addCounts,
  attemptsOf,
  failuresOf,
  lostOf,
  sumCounts,
  addStatus
};
