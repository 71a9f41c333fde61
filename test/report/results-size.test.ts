import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Recorder } from '../../src/metrics/recorder.ts';
import { RunCollector } from '../../src/metrics/run-collector.ts';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import { emptySample, type Sample } from '../../src/metrics/sample.ts';
import { parseResults } from '../../src/report/parse-results.ts';
import { renderResults } from '../../src/report/render-results.ts';
import { fastRandom } from '../sim/fast-random.ts';
import { planOf } from '../support/build-plan.ts';
import { buildReport } from '../support/build-report.ts';
import { buildRunSummary } from '../support/build-run-summary.ts';

const SECONDS = 60;
const ENDPOINTS = 10;
const RATE_PER_SEC = 50;
/** Standard deviation of ln latency. */
const SPREAD = 0.3;

/** What the worker of such a run records and its collector makes of it: medians of 20 to 155 ms, connections that are kept, a lag of some tenths of a millisecond. */
function recordRun(seed: number): RunSummary {
  const steps = Array.from({ length: ENDPOINTS }, (_, index) => `{ get: "/api/v1/endpoint-${index}/items?page=1" }`).join(', ');
  const plan = planOf(`steps: [ ${steps} ]\nphases: [ { name: steady, arrival_rate: ${RATE_PER_SEC}/s, duration: ${SECONDS}s } ]`);
  const collector = new RunCollector(plan.phases, plan.series, 1);
  const recorder = new Recorder({
    seriesCount: plan.series.length,
    onDelta: (delta) => void collector.addDelta(delta),
    countUsers: () => 10,
    currentPhase: () => 0,
  });
  for (const sample of drawSamples(seed)) {
    recorder.recordScheduleLag(sample.startUs - sample.intendedUs);
    recorder.record(sample);
  }
  recorder.finish((SECONDS + 1) * 1e6);
  const { schemaVersion: _, phases: _phases, series: _series, ...frame } = buildRunSummary();
  return collector.summarize({ ...frame, durationMs: SECONDS * 1_000, processCpuSeconds: 12.5, peakMemoryBytes: 98_765_432 });
}

function drawSamples(seed: number): readonly Sample[] {
  const random = fastRandom(seed);
  const samples: Sample[] = [];
  for (let arrival = 0; arrival < SECONDS * RATE_PER_SEC; arrival++) {
    for (let series = 0; series < ENDPOINTS; series++) {
      const intendedUs = Math.round((arrival * 1e6) / RATE_PER_SEC);
      const startUs = intendedUs + Math.round(200 * Math.exp(0.8 * random.normal()));
      const bodyUs = Math.round(300 * Math.exp(0.5 * random.normal()));
      const headUs = startUs + Math.round((20_000 + 15_000 * series) * Math.exp(SPREAD * random.normal()));
      const connectUs = arrival < 5 ? 400 + Math.round(100 * random.uniform()) : -1;
      const fresh = { queueUs: Math.round(40 * Math.exp(0.5 * random.normal())), connectUs, status: 200, bytesReceived: 812 };
      samples.push({ ...emptySample(), ...fresh, series, intendedUs, startUs, headUs, endUs: headUs + bodyUs });
    }
  }
  return samples.sort((left, right) => left.endUs - right.endUs);
}

test('the results of a minute with ten endpoints at 50 requests a second each are smaller than 300 KB, and whole', (context) => {
  const run = recordRun(3);
  const text = renderResults(buildReport({ run }));
  const bytes = Buffer.byteLength(text);
  context.diagnostic(`results.json: ${(bytes / 1_000).toFixed(1)} KB`);
  assert.ok(bytes < 300_000, `${bytes} bytes`);
  const ok = run.series.map(({ perPhase }) => perPhase[0]?.slices.reduce((sum, slice) => sum + slice.latency.count, 0));
  assert.deepEqual(
    ok,
    Array.from({ length: ENDPOINTS }, () => SECONDS * RATE_PER_SEC),
  );
  const parsed = parseResults(text);
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.report.run.series, run.series);
});
