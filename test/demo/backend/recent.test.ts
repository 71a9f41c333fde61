import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecentRate } from '../../../src/demo/backend/recent-rate.ts';
import { RecentTimes } from '../../../src/demo/backend/recent-times.ts';

test('the last times alone count: average and exact percentiles', () => {
  const times = new RecentTimes(100);
  const all = Array.from({ length: 357 }, (_, i) => (i * 73) % 101);
  for (const ms of all) times.add(ms);
  const last = all.slice(-100).toSorted((a, b) => a - b);
  assert.equal(times.averageMs(), last.reduce((sum, ms) => sum + ms, 0) / 100);
  assert.equal(times.percentileMs(95), last[94]);
  assert.equal(times.percentileMs(99), last[98]);
});

test('nothing was measured yet: no average and no percentile', () => {
  const times = new RecentTimes(100);
  assert.equal(times.averageMs(), undefined);
  assert.equal(times.percentileMs(95), undefined);
});

test('fewer times than are kept: the percentile is the nearest rank of those', () => {
  const times = new RecentTimes(100);
  for (const ms of [30, 10, 20]) times.add(ms);
  assert.equal(times.percentileMs(50), 20);
  assert.equal(times.percentileMs(99), 30);
});

test('a steady rate is read as it is, from the second second on and for ever', () => {
  const rate = new RecentRate(10);
  const startMs = 5_000_250;
  for (let i = 0; i < 40 * 50; i += 1) {
    const nowMs = startMs + i * 20;
    rate.add(nowMs);
    if (i >= 100) assert.ok(Math.abs(rate.perSec(nowMs) - 50) <= 1, `${rate.perSec(nowMs)} at ${i}`);
  }
});

test('a burst is forgotten when the window has passed', () => {
  const rate = new RecentRate(10);
  for (let i = 0; i < 500; i += 1) rate.add(1_000 + i);
  assert.equal(rate.perSec(1_600), 500);
  assert.ok(rate.perSec(8_000) > 50);
  assert.equal(rate.perSec(11_000), 0);
  assert.equal(rate.perSec(1e9), 0);
});

test('a rate before the first event is 0', () => assert.equal(new RecentRate(10).perSec(123), 0));
