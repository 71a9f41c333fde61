import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkSlaAgainstScenario } from '../../src/config/check-sla-against-scenario.ts';
import { listSeriesKinds, listSeriesNames } from '../../src/config/list-series-names.ts';
import { DEFAULT_REGRESSION_RULES } from '../../src/config/regression-rules.ts';
import { parseScenario } from '../../src/config/parse-scenario.ts';
import { parseSla } from '../../src/config/parse-sla.ts';
import type { Scenario } from '../../src/config/scenario.ts';
import type { Sla } from '../../src/config/sla.ts';
import { FIXTURES, fixtureSource } from './read-fixtures.ts';

const VALID = join(FIXTURES, 'valid');
const SECRETS = { CHAT_TOKEN: 'token' };

function scenarioOf(name: string): Scenario {
  const checked = parseScenario(fixtureSource(join(VALID, `${name}.yaml`), { env: SECRETS }));
  assert.ok(checked.ok, checked.ok ? '' : JSON.stringify(checked.issues));
  return checked.value;
}

function slaOf(name: string): Sla {
  const checked = parseSla(fixtureSource(join(VALID, `${name}.yaml`)));
  assert.ok(checked.ok, checked.ok ? '' : JSON.stringify(checked.issues));
  return checked.value;
}

function withoutPlace<T extends { readonly at: unknown }>(part: T): Omit<T, 'at'> {
  const { at, ...rest } = part;
  assert.ok(at);
  return rest;
}

describe('a valid file', () => {
  for (const file of readdirSync(VALID).filter((name) => name.endsWith('.yaml'))) {
    it(`${file} is accepted without a word`, () => {
      const source = fixtureSource(join(VALID, file), { env: SECRETS });
      const checked = file.startsWith('sla-') ? parseSla(source) : parseScenario(source);
      assert.deepEqual(checked.ok ? checked.warnings : checked.issues, []);
    });
  }
  it('becomes a value that nothing can change', () => {
    const scenario = scenarioOf('scenario-chat');
    assert.ok(
      Object.isFrozen(scenario) && Object.isFrozen(scenario.users[0]?.tasks[0]?.steps[0]) && Object.isFrozen(scenario.data[2]?.rows[0]),
    );
  });
});

describe('the scenario of the documentation', () => {
  const scenario = scenarioOf('scenario-chat');
  it('has its quantities in milliseconds, per second and bytes', () => {
    assert.equal(scenario.timeBoxMs, 300_000);
    assert.equal(scenario.http.timeoutMs, 10_000);
    assert.equal(scenario.http.slowerThanMs, 5_000);
    assert.deepEqual(scenario.users[0]?.think, { kind: 'uniform', minMs: 1_000, maxMs: 5_000 });
  });
  it('has a phase of every kind, with defaults filled in', () => {
    const phases = scenario.phases.map(withoutPlace);
    assert.deepEqual(phases, [
      { name: 'warm-up', warmup: true, kind: 'closed', users: 10, durationMs: 10_000, rampMs: 0, spawnRatePerSec: undefined },
      { name: 'steady', warmup: false, kind: 'closed', users: 1_000, durationMs: 300_000, rampMs: 0, spawnRatePerSec: 100 },
      { name: 'climb', warmup: false, kind: 'closed', users: 100, durationMs: 600_000, rampMs: 420_000, spawnRatePerSec: undefined },
      {
        name: 'burst',
        warmup: false,
        kind: 'open',
        arrivalRatePerSec: 500,
        durationMs: 60_000,
        rampMs: 0,
        maxUsers: 2_000,
        arrivals: 'poisson',
      },
      { name: 'volume', warmup: false, kind: 'iterations', iterations: 10_000, users: 200, maxDurationMs: 300_000 },
      { name: 'cooldown', warmup: false, kind: 'pause', durationMs: 30_000 },
      { name: 'stop', warmup: false, kind: 'closed', users: 0, durationMs: 30_000, rampMs: 30_000, spawnRatePerSec: undefined },
    ]);
  });
  it('reads its CSV file as RFC 4180 says', () => {
    const account = scenario.data.find((source) => source.name === 'account');
    assert.deepEqual(account?.rows, [
      { name: 'alice', password: 'p,1' },
      { name: 'bob', password: 'q"2' },
    ]);
    assert.deepEqual(account?.secretColumns, ['password']);
    assert.equal(account?.pick, 'unique');
  });
  it('gives a plain list the one column without a name', () => {
    assert.deepEqual(scenario.data[1]?.rows, [{ '': 'tenant_001' }, { '': 'tenant_002' }]);
  });
  it('gives a task its own tags and those of its user', () => {
    assert.deepEqual(scenario.users[0]?.tasks[0]?.tags, ['rest_endpoints', 'read']);
  });
  it('resolves the paths of certificates', () => {
    assert.equal(scenario.http.tls?.ca, join(VALID, 'certs', 'staging.pem'));
  });
  it('names its series in the order of the file, with placeholders unexpanded', () => {
    assert.deepEqual(listSeriesNames(scenario), [
      'POST /auth/login',
      'GET /projects',
      'GET /projects/${id}',
      'GET /health',
      'upload chunk',
      'GET /a',
      'GET /b',
      'POST /jobs',
      'job finished',
      'POST /v1/messages',
    ]);
  });
  it('keeps expectations and captures in their typed form', () => {
    const step = scenario.users[1]?.tasks[0]?.steps[0];
    assert.ok(step?.kind === 'http');
    assert.deepEqual(step.expect, {
      status: [
        { from: 200, to: 299 },
        { from: 429, to: 429 },
      ],
      headers: [{ name: 'content-type', value: { kind: 'regex', source: 'json', flags: '' } }],
      body: [{ kind: 'contains', text: '"ok":true' }],
      json: [
        { path: '$.status', test: { equals: 'queued' } },
        { path: '$.items', test: { minLength: 1 } },
      ],
      maxSizeBytes: 1_000_000,
    });
    assert.deepEqual(
      step.capture.map((capture) => capture.from),
      [
        { kind: 'json', path: '$.id' },
        { kind: 'header', name: 'location' },
        { kind: 'body', source: 'name="csrf" value="([^"]+)"', flags: '' },
      ],
    );
  });
});

describe('other scenarios', () => {
  it('takes the file name where there is no name', () => assert.equal(scenarioOf('scenario-smallest').name, 'scenario-smallest'));
  it('reads every kind of body', () => {
    const [task] = scenarioOf('scenario-bodies').users[0]?.tasks ?? [];
    const bodies = task?.steps.flatMap((step) => (step.kind === 'http' ? step.body : []));
    assert.deepEqual(
      bodies?.map((body) => body.kind),
      ['json', 'form', 'text', 'multipart', 'bytes', 'file', 'none', 'none', 'none', 'none'],
    );
    assert.deepEqual(bodies?.[1], {
      kind: 'form',
      fields: [
        ['q', '${search.q}'],
        ['pin', '${pin}'],
        ['many', '1'],
        ['many', '2'],
        ['on', 'true'],
      ].map(([name, value]) => ({ name, value })),
    });
    assert.deepEqual(bodies?.[3], {
      kind: 'multipart',
      parts: [
        { name: 'file', filename: 'a.bin', contentType: undefined, body: { kind: 'bytes', size: 10_000_000 } },
        { name: 'note', filename: undefined, contentType: undefined, body: { kind: 'text', text: 'hi' } },
        {
          name: 'doc',
          filename: 'note.txt',
          contentType: 'text/plain',
          body: { kind: 'file', path: join(VALID, 'data', 'note.txt'), size: 5 },
        },
      ],
    });
    assert.deepEqual(bodies?.[4], { kind: 'bytes', size: 65_536 });
  });
  it('keeps a path without slashes around it a literal, though it begins with one', () => {
    const step = scenarioOf('scenario-bodies').users[0]?.tasks[0]?.steps[6];
    assert.ok(step?.kind === 'http');
    assert.deepEqual(step.expect.headers[1], { name: 'location', value: { kind: 'literal', text: '/users/me' } });
    assert.deepEqual(step.expect.body[1], { kind: 'matches', source: '^\\{.*\\}$', flags: 's' });
    assert.deepEqual(
      step.expect.json.map(({ test }) => test),
      [
        { min: 0, max: 100 },
        { matches: { source: '^[a-z]+$', flags: 'i' } },
        { exists: false },
        { equals: true },
        { equals: null },
        { equals: [1, 2] },
      ],
    );
  });
  it('merges anchors as YAML does', () => {
    const scenario = scenarioOf('scenario-anchors');
    assert.deepEqual(listSeriesNames(scenario), ['GET /health', 'GET /ready']);
    assert.deepEqual(
      scenario.phases.map((phase) => phase.name),
      ['one', 'two'],
    );
  });
  it('keeps the keys __proto__ and constructor of a JSON body as keys', () => {
    const step = scenarioOf('scenario-json').users[0]?.tasks[0]?.steps[1];
    assert.ok(step?.kind === 'http' && step.body.kind === 'json');
    assert.equal(JSON.stringify(step.body.value), '{"__proto__":1,"constructor":{"prototype":"x"}}');
  });
});

describe('the WebSockets of the documentation', () => {
  const scenario = scenarioOf('scenario-websocket');
  const [chatter, watcher] = scenario.users;
  const steps = chatter?.tasks[0]?.steps ?? [];
  it('have their series in the order of the file', () => {
    assert.deepEqual(
      [...listSeriesKinds(scenario)],
      [
        ['POST /auth/login', 'http'],
        ['ws /ws/notifications?token=${token}', 'ws'],
        ['ws /ws/chat', 'ws'],
        ['agent reply', 'receive'],
        ['POST /v1/messages', 'http'],
        ['message to notification', 'receive'],
        ['feed', 'ws'],
        ['ws ws://localhost:8000/echo', 'ws'],
        ['receive ws', 'receive'],
        ['echo', 'receive'],
      ],
    );
  });
  it('have all that a ws step says', () => {
    const [chat] = steps;
    assert.ok(chat?.kind === 'ws');
    const { request, at, ...rest } = chat;
    assert.deepEqual([request.method, request.url, request.body, request.options.timeoutMs], ['GET', '/ws/chat', { kind: 'none' }, 5_000]);
    assert.equal(at.line, 17);
    assert.deepEqual(rest, {
      kind: 'ws',
      name: 'ws /ws/chat',
      tags: [],
      as: 'chat',
      subprotocol: 'chat.v1',
      ready: { kind: 'json', value: { type: 'welcome' } },
      capture: [],
      heartbeatMs: 20_000,
      deflate: false,
    });
  });
  it('have their sends, waits, holds and closes in their typed form', () => {
    assert.deepEqual(
      steps.slice(1).flatMap((step) => ('at' in step && step.kind !== 'http' ? withoutPlace(step) : [])),
      [
        { kind: 'send', on: 'chat', message: { kind: 'json', value: { type: 'subscribe', channel: '${channel_id}' } } },
        {
          kind: 'receive',
          name: 'agent reply',
          tags: [],
          on: 'chat',
          match: { kind: 'json', value: { type: 'reply', id: '${message_id}' } },
          withinMs: 2_000,
          since: undefined,
          capture: [],
        },
        {
          kind: 'receive',
          name: 'message to notification',
          tags: [],
          on: 'inbox',
          match: { kind: 'json', value: { type: 'notification', message_id: '${message_id}' } },
          withinMs: 1_000,
          since: 'POST /v1/messages',
          capture: [],
        },
        { kind: 'hold', ms: 30_000 },
        { kind: 'close', on: 'chat' },
      ],
    );
  });
  it('are opened at http and https URLs', () => {
    const opened = [...(watcher?.start ?? []), ...(watcher?.tasks[0]?.steps ?? [])].flatMap((step) => (step.kind === 'ws' ? step : []));
    assert.deepEqual(
      opened.map(({ request, as }) => [request.url, as]),
      [
        ['https://live.staging.example.com:8443/feed', 'feed'],
        ['http://localhost:8000/echo', 'ws'],
        ['http://localhost:8000/echo', 'ws'],
      ],
    );
    assert.deepEqual(opened[0]?.ready, { kind: 'regex', source: '"hello":"(\\w+)"', flags: 'i' });
    assert.deepEqual([opened[0]?.deflate, opened[0]?.request.options.cookies], [true, false]);
  });
});

describe('an SLA', () => {
  it('has the counts of WebSockets, each with its natural direction', () => {
    const limits = slaOf('sla-websocket').endpoints.flatMap((row) => row.limits);
    const shown = limits.map(({ metric, comparison, value }) => `${metric.kind} ${comparison} ${value}`);
    assert.deepEqual(shown, [
      'percentile <= 100000',
      'error-budget <= 0.01',
      'late <= 2',
      'duplicates <= 0',
      'percentile <= 1000000',
      'error-budget <= 0.05',
      'concurrent >= 10000',
      'drops <= 10',
      'concurrent >= 5',
      'drops <= 0',
      'messages-in >= 100',
      'messages-out > 10',
      'unmatched <= 3',
      'percentile >= 5000000',
      'percentile <= 10000000',
      'concurrent >= 1',
      'late <= 9',
    ]);
    assert.deepEqual(limits.at(-3)?.metric, { kind: 'percentile', span: 'session', percentile: 95 });
  });
  it('goes with the WebSockets of its scenario', () => {
    assert.deepEqual(checkSlaAgainstScenario(scenarioOf('scenario-websocket'), slaOf('sla-websocket')), []);
  });
  it('has latencies in microseconds and ratios between 0 and 1, each with its natural direction', () => {
    const limits = slaOf('sla-all-metrics').endpoints[0]?.limits;
    assert.deepEqual(
      limits?.map(({ metric, comparison, value }) => [metric.kind, comparison, value]),
      [
        ['percentile', '<=', 10_000],
        ['percentile', '<', 20_000],
        ['percentile', '<=', 1_100_000],
        ['percentile', '<=', 2_000_000],
        ['percentile', '<=', 15_000],
        ['percentile', '<=', 12_000],
        ['mean', '<=', 10_000],
        ['min', '>=', 1_000],
        ['max', '<=', 60_000_000],
        ['error-budget', '<=', 0.0005],
        ['failures', '<=', 0],
        ['count', '>=', 1_000],
        ['throughput', '>=', 100],
        ['status', '>=', 990],
        ['status', '==', 0],
        ['upload', '>=', 1_024],
        ['download', '>', 1_000_000],
      ],
    );
    assert.deepEqual(limits?.[1]?.text, 'p75: < 20ms');
  });
  it('has the documented defaults', () => {
    const sla = slaOf('sla-empty');
    assert.deepEqual(sla, {
      file: sla.file,
      endpoints: [],
      total: undefined,
      phases: [],
      windows: [],
      server: [],
      severity: [],
      minSamples: 'auto',
      generator: { scheduleLagP99Us: 20_000, eventLoopP99Us: 20_000, cpuRatio: 0.9, missedRatio: 0.01 },
      regression: DEFAULT_REGRESSION_RULES,
      regressionPlaces: { at: { file: sla.file, line: 1, column: 1 }, endpoints: [] },
      baselineValues: [],
    });
  });
  it('has its tolerances as ratios, those of single endpoints beside the general ones, and knows where they stand', () => {
    const { file, regression, regressionPlaces } = slaOf('sla-regression');
    assert.deepEqual(regression, {
      percentiles: [
        { percentile: 95, tolerance: 0.05 },
        { percentile: 99, tolerance: 1.5 },
      ],
      throughput: 0.2,
      errorRatio: 0.01,
      minChangeUs: 500,
      falseAlarm: 0.005,
      confirm: false,
      deploymentNoise: 0.023,
      endpoints: [
        {
          pattern: 'POST /v1/messages',
          percentiles: [
            { percentile: 95, tolerance: 0.025 },
            { percentile: 50, tolerance: 0.03 },
          ],
          errorRatio: undefined,
        },
        { pattern: 'GET /projects*', percentiles: [], errorRatio: 0.02 },
      ],
    });
    assert.deepEqual(regressionPlaces, {
      at: { file, line: 1, column: 1 },
      endpoints: [
        { pattern: 'POST /v1/messages', at: { file, line: 11, column: 5 } },
        { pattern: 'GET /projects*', at: { file, line: 12, column: 5 } },
      ],
    });
  });
  it('has baseline values by hand in microseconds', () => {
    assert.deepEqual(slaOf('sla-regression').baselineValues.map(withoutPlace), [
      { endpoint: 'POST /v1/messages', percentile: 95, us: 120_000 },
      { endpoint: 'POST /v1/messages', percentile: 99.9, us: 1_100_000 },
      { endpoint: 'GET /health', percentile: 50, us: 250 },
    ]);
  });
  it('says where each limit stands', () => {
    const { line, column } = slaOf('sla-chat').endpoints[0]?.limits[1]?.at ?? {};
    assert.deepEqual([line, column], [3, '  POST /v1/messages: { p50: 50ms, '.length + 1]);
  });
  it('reads windows with their defaults', () => {
    const windows = slaOf('sla-all-metrics').windows.map(withoutPlace);
    assert.deepEqual(windows, [
      {
        metric: { kind: 'percentile', span: 'service', percentile: 95 },
        comparison: '<=',
        value: 100_000,
        endpoint: undefined,
        windowMs: 10_000,
        forWindows: 1,
        then: 'fail',
        text: 'service_p95: 100ms, window: 10s',
      },
      {
        metric: { kind: 'error-rate' },
        comparison: '<',
        value: 0.1,
        endpoint: undefined,
        windowMs: 5_000,
        forWindows: 1,
        then: 'warn',
        text: 'error_rate: < 10%, window: 5s',
      },
    ]);
  });
});
