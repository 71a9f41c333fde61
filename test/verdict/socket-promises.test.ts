import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import type { Metric } from '../../src/config/sla.ts';
import { forecastRows } from '../../src/verdict/forecast-rows.ts';
import { nameMetric } from '../../src/verdict/name-metric.ts';
import { resolvePromises } from '../../src/verdict/resolve-promises.ts';
import { planOf } from '../support/build-plan.ts';
import { budget, buildLimit, buildRow, buildSla } from '../support/build-sla.ts';

const CHAT = 'ws /chat';

describe('a wildcard', () => {
  const shape = {
    series: [
      { name: 'GET /a', kind: 'http', selected: true },
      { name: 'job', kind: 'poll', selected: true },
      { name: CHAT, kind: 'ws', selected: true },
      { name: 'reply', kind: 'receive', selected: true },
    ],
    phases: [],
  } as const;
  const percentile = (span: 'latency' | 'service' | 'ttfb' | 'session'): Metric => ({ kind: 'percentile', span, percentile: 95 });
  const all = ['GET /a', 'job', CHAT, 'reply'];
  const rows: readonly { readonly metric: Metric; readonly reaches: readonly string[] }[] = [
    ...(['concurrent', 'drops', 'messages-in', 'messages-out', 'unmatched'] as const).map((kind) => ({
      metric: { kind },
      reaches: [CHAT],
    })),
    ...(['late', 'duplicates'] as const).map((kind) => ({ metric: { kind }, reaches: ['reply'] })),
    { metric: percentile('session'), reaches: [CHAT] },
    { metric: percentile('ttfb'), reaches: ['GET /a', 'job', CHAT] },
    { metric: percentile('latency'), reaches: all },
    { metric: percentile('service'), reaches: all },
    { metric: { kind: 'status', from: 200, to: 299 }, reaches: ['GET /a', 'job', CHAT] },
    { metric: { kind: 'error-budget' }, reaches: all },
  ];
  for (const { metric, reaches } of rows) {
    it(`sets ${nameMetric(metric)} where it can be: ${reaches.join(', ')}`, () => {
      const sla = buildSla({ endpoints: [buildRow('*', buildLimit(metric, '<=', 1))] });
      const found = resolvePromises(sla, shape);
      assert.deepEqual(
        found.map(({ scope, state }) => [scope.kind === 'series' ? scope.name : '', state]),
        reaches.map((name) => [name, 'active']),
      );
    });
  }

  it('that can be nowhere is not silently kept', () => {
    const sla = buildSla({ endpoints: [buildRow('GET *', buildLimit({ kind: 'drops' }, '<=', 1), budget(0.1))] });
    assert.deepEqual(
      resolvePromises(sla, shape).map(({ limit, state }) => [limit.metric.kind, state]),
      [
        ['error-budget', 'active'],
        ['drops', 'unmeasurable'],
      ],
    );
  });

  it('whose only series was filtered out is skipped, whatever else it matches', () => {
    const filtered = { ...shape, series: shape.series.map((one) => ({ ...one, selected: one.kind !== 'ws' })) };
    const sla = buildSla({ endpoints: [buildRow('*', buildLimit({ kind: 'drops' }, '<=', 1))] });
    assert.deepEqual(
      resolvePromises(sla, filtered).map(({ scope, state }) => [scope.kind === 'series' ? scope.name : '', state]),
      [[CHAT, 'skipped']],
    );
  });
});

test('a total of what only WebSockets have is skipped when all of them were filtered out, and any other is not', () => {
  const series = [
    { name: 'GET /a', kind: 'http', selected: true },
    { name: CHAT, kind: 'ws', selected: false },
  ] as const;
  const total = buildRow('total', buildLimit({ kind: 'drops' }, '<=', 0), buildLimit({ kind: 'messages-in' }, '>=', 1), budget(0.1));
  const statesOf = (of: typeof series | readonly [(typeof series)[0]]): readonly string[] =>
    resolvePromises(buildSla({ total }), { series: of, phases: [] }).map(({ state }) => state);
  assert.deepEqual(statesOf(series), ['skipped', 'skipped', 'active']);
  // Nobody was filtered out: what cannot be measured here was refused before, and is not hidden now.
  assert.deepEqual(statesOf([series[0]]), ['active', 'active', 'active']);
});

test('a forecast counts what a warm-up opens where connections are judged, and not where their latency is', () => {
  const plan = planOf(
    'steps: [ { get: /a } ]\nphases: [ { iterations: 50, users: 50, max_duration: 5s, warmup: true }, { name: hold, arrival_rate: 1/s, duration: 2s } ]',
  );
  const sockets = { ...plan, series: plan.series.map((one) => ({ ...one, kind: 'ws' as const })) };
  const samples = (of: typeof plan, metric: Metric): unknown => {
    const [row] = forecastRows(of, buildSla({ endpoints: [buildRow('GET /a', buildLimit(metric, '<=', 1))] }), 100);
    return row?.fate.state === 'expected' && row.fate.samples;
  };
  assert.deepEqual([samples(plan, { kind: 'drops' }), samples(sockets, { kind: 'drops' })], [2, 52]);
  assert.equal(samples(sockets, { kind: 'percentile', span: 'session', percentile: 50 }), 2);
});
