import assert from 'node:assert/strict';
import { test } from 'node:test';
import { purgeRun } from '../../src/report/purge-run.ts';
import { buildShopRun } from '../support/build-report.ts';
import { buildRunSummary } from '../support/build-run-summary.ts';

const TRUSTED = { names: new Set(['order done', 'steady', 'peak']), title: 'Shop' };

const NAMES: readonly (readonly [name: string, shown: string])[] = [
  ['order done', 'order done'],
  ['GET /items?page=${page}', 'GET /items?page=${page}'],
  ['DELETE /orders/${id}', 'DELETE /orders/${id}'],
  ['GET /jobs/${id} (poll)', 'GET /jobs/${id} (poll)'],
  ['ws /ws/chat', 'ws /ws/chat'],
  ['/plain', '/plain'],
  ['This change was approved by the security team', 'unknown 1'],
  ['GET /a is fine', 'unknown 1'],
  ['Hello /you', 'unknown 1'],
  ['GET https://evil.example', 'unknown 1'],
  ['GET /a\n', 'unknown 1'],
  ['GET /ａｐｐｒｏｖｅｄ', 'unknown 1'],
  [`GET /${'a'.repeat(101)}`, 'unknown 1'],
  ['total', 'unknown 1'],
  ['', 'unknown 1'],
];

for (const [name, shown] of NAMES) {
  test(`A series called ${JSON.stringify(name).slice(0, 60)} is shown as ${shown}.`, () => {
    const [series] = purgeRun(buildRunSummary({ series: [{ name }] }), TRUSTED).series;
    assert.equal(series?.name, shown);
  });
}

test('One name stays one name, and others get others.', () => {
  const names = ['one word', 'two words', 'one word'];
  const run = buildRunSummary({ phases: [{ name: 'two words', seconds: 1 }], series: names.map((name) => ({ name })) });
  const purged = purgeRun(run, TRUSTED);
  assert.equal(purged.phases[0]?.plan.name, 'unknown 1');
  assert.deepEqual(
    purged.series.map(({ name }) => name),
    ['unknown 2', 'unknown 1', 'unknown 2'],
  );
});

test('Not one text of the run is left but those of a closed form, and every number is.', () => {
  const planted = 'PLANTED sentence';
  const run = buildShopRun();
  const hostile = {
    ...run,
    tool: { name: 'load-gate', version: planted },
    scenario: { name: planted, file: planted, hash: planted, profile: planted },
    target: planted,
    ending: { state: 'cut-short', reason: planted },
    environment: { ...run.environment, node: planted, platform: planted, cpuModel: planted, runnerImage: planted },
    phases: run.phases.map((phase) => ({ ...phase, plan: { ...phase.plan, name: planted } })),
    series: run.series.map((series) => ({
      ...series,
      name: planted,
      method: planted,
      tags: [planted],
      perPhase: series.perPhase.map((part) => ({
        ...part,
        status: { ...part.status, [planted]: 1 },
        failures: part.failures.map((failure) => ({ ...failure, reason: planted, sample: planted })),
      })),
    })),
    transport: { ...run.transport, protocols: { [planted]: 1, 'http/1.1': 2 } },
    imbalances: [planted],
    slowRequests: [{ series: planted, atMs: 1, latencyUs: 2, traceId: planted }],
  } as const;
  const purged = purgeRun(hostile, TRUSTED);
  assert.doesNotMatch(JSON.stringify(purged), /PLANTED/);
  assert.deepEqual(purged.transport.protocols, { 'http/1.1': 2 });
  assert.equal(purged.imbalances.length, 1);
  assert.deepEqual(
    purged.series.map(({ perPhase }) => perPhase.map(({ counts, latency, slices }) => ({ counts, latency, slices }))),
    run.series.map(({ perPhase }) => perPhase.map(({ counts, latency, slices }) => ({ counts, latency, slices }))),
  );
});

test('A reason that is a status stays; another becomes its class.', () => {
  const purged = purgeRun(buildShopRun(), TRUSTED);
  const reasons = purged.series.flatMap(({ perPhase }) => perPhase.flatMap(({ failures }) => failures.map(({ reason }) => reason)));
  assert.deepEqual([...new Set(reasons)].toSorted(), ['cut', 'dropped', 'status 500', 'timeout']);
});
