import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sla } from '../../src/config/sla.ts';
import { nameMetric } from '../../src/verdict/name-metric.ts';
import { resolvePromises } from '../../src/verdict/resolve-promises.ts';
import type { RunShape } from '../../src/verdict/resolve-promises.ts';
import { atMostMs, buildLimit, buildRow, buildSla, budget } from '../support/build-sla.ts';

const AT = { file: 'f', line: 1, column: 1 };
const shape: RunShape = {
  series: [
    { name: 'GET /a', kind: 'http', selected: true },
    { name: 'GET /b', kind: 'http', selected: true },
    { name: 'POST /c', kind: 'http', selected: false },
    { name: 'POST /d', kind: 'http', selected: false },
  ],
  phases: [
    { name: 'warm', warmup: true, model: 'closed' },
    { name: 'steady', warmup: false, model: 'closed' },
    { name: 'rest', warmup: false, model: 'pause' },
  ],
};

function show(sla: Sla): readonly string[] {
  return resolvePromises(sla, shape).map(({ scope, phase, limit, severity, state }) =>
    [scope.kind === 'total' ? '(total)' : scope.name, nameMetric(limit.metric), limit.value, phase ?? '-', severity, state].join(' '),
  );
}

test('each metric comes from the most specific row that sets it', () => {
  const sla = buildSla({
    endpoints: [
      buildRow('*', atMostMs(95, 1_000), budget(0.01)),
      buildRow('GET *', atMostMs(99, 500)),
      buildRow('GET /a', atMostMs(95, 100)),
    ],
  });
  assert.deepEqual(show(sla), [
    'GET /a p95 100000 - fail active',
    'GET /a p99 500000 - fail active',
    'GET /a error_budget 0.01 - fail active',
    'GET /b p99 500000 - fail active',
    'GET /b p95 1000000 - fail active',
    'GET /b error_budget 0.01 - fail active',
  ]);
});

test('the same percentile of another span, and other status codes, are other metrics', () => {
  const status = (from: number, to: number): ReturnType<typeof buildLimit> => buildLimit({ kind: 'status', from, to }, '>=', 1);
  const ttfb = buildLimit({ kind: 'percentile', span: 'ttfb', percentile: 95 }, '<=', 7);
  const sla = buildSla({
    endpoints: [buildRow('GET *', ttfb, status(429, 429), status(400, 499)), buildRow('GET /a', atMostMs(95, 1), status(429, 429))],
  });
  assert.deepEqual(show(sla), [
    'GET /a p95 1000 - fail active',
    'GET /a status 429 1 - fail active',
    'GET /a ttfb_p95 7 - fail active',
    'GET /a status 4xx 1 - fail active',
    'GET /b ttfb_p95 7 - fail active',
    'GET /b status 429 1 - fail active',
    'GET /b status 4xx 1 - fail active',
  ]);
});

test('a row whose only matches were filtered out is skipped for each of them, and one with other matches is silent about them', () => {
  const sla = buildSla({ endpoints: [buildRow('*', budget(0.01)), buildRow('POST*', atMostMs(95, 100))] });
  assert.deepEqual(show(sla), [
    'GET /a error_budget 0.01 - fail active',
    'GET /b error_budget 0.01 - fail active',
    'POST /c p95 100000 - fail skipped',
    'POST /d p95 100000 - fail skipped',
  ]);
});

test('a row that names nothing of the run can never be measured, and is not dropped', () => {
  assert.deepEqual(show(buildSla({ endpoints: [buildRow('DELETE /x', atMostMs(95, 1))] })), ['DELETE /x p95 1000 - fail unmeasurable']);
});

test('the rows of a phase stand over and above the others, and those of a phase that this plan lacks are skipped', () => {
  const sla = buildSla({
    total: buildRow('total', budget(0.01)),
    phases: [
      { phase: 'steady', endpoints: [buildRow('*', atMostMs(95, 2))], total: buildRow('total', budget(0.5)), at: AT },
      { phase: 'spike', endpoints: [buildRow('GET /a', atMostMs(95, 3))], total: undefined, at: AT },
    ],
  });
  assert.deepEqual(show(sla), [
    '(total) error_budget 0.01 - fail active',
    'GET /a p95 2000 steady fail active',
    'GET /b p95 2000 steady fail active',
    '(total) error_budget 0.5 steady fail active',
    'GET /a p95 3000 spike fail skipped',
  ]);
});

test('a promise about a warm-up or a pause can never be measured, because they are never judged', () => {
  for (const phase of ['warm', 'rest']) {
    const sla = buildSla({ phases: [{ phase, endpoints: [buildRow('*', atMostMs(95, 2))], total: buildRow('total', budget(0)), at: AT }] });
    assert.deepEqual(show(sla), [`* p95 2000 ${phase} fail unmeasurable`, `(total) error_budget 0 ${phase} fail unmeasurable`]);
  }
});

test('the most specific severity wins, and a wildcard does not reach the total', () => {
  const sla = buildSla({
    endpoints: [buildRow('GET*', budget(0))],
    total: buildRow('total', budget(0)),
    severity: [
      { pattern: '*', severity: 'warn', at: AT },
      { pattern: 'GET /b', severity: 'fail', at: AT },
    ],
  });
  assert.deepEqual(show(sla), [
    'GET /a error_budget 0 - warn active',
    'GET /b error_budget 0 - fail active',
    '(total) error_budget 0 - fail active',
  ]);
});
