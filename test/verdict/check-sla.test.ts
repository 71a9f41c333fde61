import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sla } from '../../src/config/sla.ts';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import { checkSla } from '../../src/verdict/check-sla.ts';
import type { Check, Observed } from '../../src/verdict/verdict.ts';
import { buildRunSummary, everySecond, spread, times } from '../support/build-run-summary.ts';
import type { SecondInput } from '../support/build-run-summary.ts';
import { atMostMs, buildLimit, buildRow, buildSla, budget } from '../support/build-sla.ts';

const AT = { file: 'f', line: 1, column: 1 };

function checkOne(sla: Partial<Sla>, seconds: readonly SecondInput[]): Check {
  const checks = checkSla(buildRunSummary({ series: [{ name: 'GET /a', seconds }] }), buildSla(sla), 1);
  const [check] = checks;
  assert.ok(check);
  return check;
}

function observed(check: Check | undefined): Observed {
  assert.ok(check?.state === 'passed' || check?.state === 'breached');
  return check.observed;
}

function states(run: RunSummary, sla: Sla): Readonly<Record<string, string>> {
  return Object.fromEntries(checkSla(run, sla, 1).map((check) => [check.name, check.state]));
}

test('a latency equal to its limit passes, and a microsecond more breaks it', () => {
  for (const [limitUs, state] of [
    [150_001, 'passed'],
    [150_000, 'passed'],
    [149_999, 'breached'],
  ] as const) {
    const limit = buildLimit({ kind: 'percentile', span: 'latency', percentile: 95 }, '<=', limitUs);
    assert.equal(checkOne({ endpoints: [buildRow('GET /a', limit)] }, everySecond(10, { okMs: times(20, 150) })).state, state);
  }
});

test('a value that only rounds to its limit is shown with the digits that break it', () => {
  const check = checkOne({ endpoints: [buildRow('GET /a', atMostMs(95, 150))] }, everySecond(10, { okMs: times(20, 150.016) }));
  assert.equal(check.state, 'breached');
  assert.equal(check.limit, '≤ 150 ms');
  assert.equal(observed(check).text, '150.016 ms');
});

const budgets = [
  { name: 'no failures keep a budget of 0 %', failed: 0, ratio: 0, state: 'passed', used: undefined },
  { name: 'one failure breaks a budget of 0 %', failed: 1, ratio: 0, state: 'breached', used: undefined },
  { name: 'seven failures of 1,000 are all of 0.7 %', failed: 7, ratio: 0.7 / 100, state: 'passed', used: 1 },
  { name: 'eight failures of 1,000 are too many for 0.7 %', failed: 8, ratio: 0.7 / 100, state: 'breached', used: 8 / 7 },
] as const;
for (const { name, failed, ratio, state, used } of budgets) {
  test(name, () => {
    const check = checkOne({ endpoints: [buildRow('*', budget(ratio))] }, [{ okMs: times(1_000 - failed, 1), failed }]);
    assert.equal(check.state, state);
    assert.equal(observed(check).samples, 1_000);
    assert.ok(used === undefined ? observed(check).budgetUsed === undefined : Math.abs((observed(check).budgetUsed ?? 0) - used) < 1e-9);
  });
}

test('the burn rate is that of the worst tenth of the time', () => {
  const seconds = everySecond(60, (second) => ({ okMs: times(second === 30 ? 40 : 50, 1), failed: second === 30 ? 10 : 0 }));
  const seen = observed(checkOne({ endpoints: [buildRow('*', budget(0.01))] }, seconds));
  assert.ok(Math.abs((seen.budgetUsed ?? 0) - 10 / 3_000 / 0.01) < 1e-9);
  assert.ok(Math.abs((seen.burnRate ?? 0) - 10 / 300 / 0.01) < 1e-9);
});

test('failures in the first second burn over a whole tenth of the time too', () => {
  const seconds = everySecond(60, (second) => ({ okMs: times(second === 0 ? 40 : 50, 1), failed: second === 0 ? 10 : 0 }));
  const seen = observed(checkOne({ endpoints: [buildRow('*', budget(0.01))] }, seconds));
  assert.ok(Math.abs((seen.burnRate ?? 0) - 10 / 300 / 0.01) < 1e-9);
});

test('throughput at its limit passes, and below it breaks', () => {
  for (const [limit, state] of [
    [50, 'passed'],
    [50.1, 'breached'],
  ] as const) {
    const check = checkOne(
      { total: buildRow('total', buildLimit({ kind: 'throughput' }, '>=', limit)) },
      everySecond(10, { okMs: times(50, 1) }),
    );
    assert.equal(check.state, state);
    assert.equal(check.name, 'total throughput');
    assert.equal(check.limit, `≥ ${limit}/s`);
  }
});

test('warm-ups and pauses are not judged, and a phase of its own is', () => {
  const run = buildRunSummary({
    phases: [
      { name: 'warm', seconds: 10, warmup: true },
      { name: 'fast', seconds: 10 },
      { name: 'rest', seconds: 10, model: 'pause' },
      { name: 'slow', seconds: 10 },
    ],
    series: [
      {
        name: 'GET /a',
        in: {
          warm: everySecond(10, { okMs: times(50, 900) }),
          fast: everySecond(10, { okMs: times(50, 10) }),
          slow: everySecond(10, { okMs: times(50, 100) }),
        },
      },
    ],
  });
  const phases = ['fast', 'slow'].map((phase) => ({ phase, endpoints: [buildRow('*', atMostMs(95, 50))], total: undefined, at: AT }));
  const duration = buildLimit({ kind: 'duration' }, '<=', 20e6);
  const sla = buildSla({
    endpoints: [buildRow('*', atMostMs(50, 10.1), atMostMs(95, 100))],
    total: buildRow('total', duration, buildLimit({ kind: 'count' }, '==', 1_000)),
    phases,
  });
  assert.deepEqual(states(run, sla), {
    'GET /a p50': 'passed',
    'GET /a p95': 'passed',
    'total duration': 'passed',
    'total count': 'passed',
    'GET /a p95 in fast': 'passed',
    'GET /a p95 in slow': 'breached',
  });
});

test('a phase that never began has no data', () => {
  const run = buildRunSummary({
    phases: [
      { name: 'one', seconds: 10 },
      { name: 'two', seconds: 10, neverBegan: true },
    ],
    series: [{ name: 'GET /a', in: { one: everySecond(10, { okMs: times(50, 1) }) } }],
  });
  const sla = buildSla({
    phases: [
      {
        phase: 'two',
        endpoints: [buildRow('*', atMostMs(95, 50))],
        total: buildRow('total', buildLimit({ kind: 'duration' }, '<=', 1)),
        at: AT,
      },
    ],
  });
  assert.deepEqual(states(run, sla), { 'GET /a p95 in two': 'no-data', 'total duration in two': 'no-data' });
});

test('a percentile among the lost requests is shown as a bound and breaks any upper limit', () => {
  const check = checkOne(
    { endpoints: [buildRow('*', atMostMs(95, 60_000), budget(1))] },
    everySecond(10, { okMs: times(90, 2), timedOut: 10 }),
  );
  assert.equal(check.state, 'breached');
  const { text, censored, value, interval } = observed(check);
  assert.deepEqual({ text, censored, value, interval }, { text: '> 10.0 s', censored: true, value: 10_000_000, interval: undefined });
});

test('a target that dies half-way with fast failures breaks a latency promise that has no budget beside it', () => {
  const seconds = everySecond(20, (second) => (second < 10 ? { okMs: times(50, 5) } : { failed: 50 }));
  assert.equal(checkOne({ endpoints: [buildRow('*', atMostMs(95, 100))] }, seconds).state, 'breached');
  for (const guard of [
    { endpoints: [buildRow('*', atMostMs(95, 100), budget(0.01))] },
    { endpoints: [buildRow('*', atMostMs(95, 100))], total: buildRow('total', budget(0.01)) },
  ]) {
    const run = buildRunSummary({ series: [{ name: 'GET /a', seconds }] });
    const [latency, errors] = checkSla(run, buildSla(guard), 1).map(({ state }) => state);
    assert.deepEqual([latency, errors], ['passed', 'breached']);
  }
});

test('a budget that only warns does not take the failures out of the latency', () => {
  const seconds = everySecond(20, (second) => (second < 10 ? { okMs: times(50, 5) } : { failed: 50 }));
  const check = checkOne(
    {
      endpoints: [buildRow('*', atMostMs(95, 100))],
      total: buildRow('total', budget(0.01)),
      severity: [{ pattern: 'total', severity: 'warn', at: AT }],
    },
    seconds,
  );
  assert.equal(check.state, 'breached');
});

for (const [name, second] of [
  ['refuses every connection', { failed: 3 }],
  ['hangs', { timedOut: 3 }],
  ['lets every user wait', { dropped: 3 }],
] as const) {
  test(`a target that ${name} breaks every promise of latency and errors, and none is inconclusive`, () => {
    const run = buildRunSummary({ series: [{ name: 'GET /a', seconds: everySecond(10, second) }] });
    const sla = buildSla({
      endpoints: [buildRow('*', atMostMs(50, 1_000), atMostMs(99, 1_000), budget(0.5))],
      total: buildRow('total', buildLimit({ kind: 'max', span: 'latency' }, '<=', 1e9)),
    });
    assert.deepEqual([...new Set(Object.values(states(run, sla)))], ['breached']);
  });
}

test('an interval stands beside percentile, budget and throughput of a run that is long enough, and holds the observed value', () => {
  const seconds = everySecond(60, (second) => ({ okMs: times(40 + (second % 7), 10 + ((second * 7) % 20)), failed: second % 3 }));
  const sla = buildSla({ endpoints: [buildRow('*', atMostMs(95, 100), budget(0.5), buildLimit({ kind: 'throughput' }, '>=', 1))] });
  for (const list of [seconds, seconds.slice(0, 14)]) {
    for (const check of checkSla(buildRunSummary({ series: [{ name: 'GET /a', seconds: list }] }), sla, 1)) {
      const { interval, value } = observed(check);
      if (list.length === 60)
        assert.ok(interval && interval.low <= value && value <= interval.high && / to /.test(interval.text), check.name);
      else assert.equal(interval, undefined);
    }
  }
});

test('the seed changes intervals alone, never a state or an observed value', () => {
  const run = buildRunSummary({
    series: [
      {
        name: 'GET /a',
        seconds: spread(
          Array.from({ length: 3_000 }, (_, index) => 1 + (index % 97)),
          60,
        ),
      },
    ],
  });
  const sla = buildSla({ endpoints: [buildRow('*', atMostMs(95, 92), atMostMs(99, 90), budget(0))] });
  const strip = (seed: number): unknown => checkSla(run, sla, seed).map((check) => [check.name, check.state, observed(check).value]);
  assert.deepEqual(strip(1), strip(2));
  assert.deepEqual(checkSla(run, sla, 1), checkSla(run, sla, 1));
});

test('names are unique even where a series is called total', () => {
  const run = buildRunSummary({ series: [{ name: 'total', seconds: everySecond(10, { okMs: times(50, 1) }) }] });
  const names = checkSla(run, buildSla({ endpoints: [buildRow('*', budget(0))], total: buildRow('total', budget(0)) }), 1).map(
    ({ name }) => name,
  );
  assert.deepEqual(names, ['total error_budget', 'total error_budget (2)']);
});

test('skipped and unmeasurable rows are shown with their reason, and severity and position are carried along', () => {
  const run = buildRunSummary({ series: [{ name: 'GET /a', selected: false }] });
  const [skipped, unknown] = checkSla(
    run,
    buildSla({
      endpoints: [buildRow('GET /a', buildLimit({ kind: 'count' }, '>=', 1, 7)), buildRow('GET /x', budget(0))],
      severity: [{ pattern: 'GET*', severity: 'warn', at: AT }],
    }),
    1,
  );
  assert.ok(skipped?.state === 'skipped' && unknown?.state === 'no-data');
  assert.equal(skipped.at.line, 7);
  assert.equal(skipped.severity, 'warn');
  assert.equal(unknown.reason, 'no endpoint of this run has that name; the nearest is GET /a');
});
