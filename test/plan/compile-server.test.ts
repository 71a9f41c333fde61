import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import type { Issue } from '../../src/config/issue.ts';
import type { ServerRow, ServerSource } from '../../src/config/sla.ts';
import type { PlanRequest, ServerWishes } from '../../src/plan/plan-request.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { RequestProgram } from '../../src/plan/program.ts';
import { NO_WISHES, planText } from '../support/build-plan.ts';
import { parseScenario } from '../../src/config/parse-scenario.ts';
import { planLive } from '../../src/plan/plan-live.ts';
import { sourceOf } from '../config/read-fixtures.ts';
import { buildServerRow } from '../support/build-server.ts';

const SMALL = 'steps: [ { get: / } ]\nphases: [ { users: 1, duration: 1s } ]';
const PROMQL: ServerSource = { kind: 'promql', query: 'lag{job=~"a.*$"}' };
const COMMAND: ServerSource = { kind: 'command', argv: ['psql', '-c', 'select ${secret.PW}'] };

function plan(
  source: ServerSource,
  server: Partial<ServerWishes> = {},
  more: Partial<PlanRequest> = {},
  yaml = SMALL,
): ReturnType<typeof planText> {
  const rows: readonly ServerRow[] = [buildServerRow({ source, at: { file: 'sla.yaml', line: 7, column: 3 } })];
  return planText(yaml, { server: { rows, prometheusUrl: undefined, allowCommands: false, ...server }, ...more });
}

function planned(...args: Parameters<typeof plan>): Plan {
  const result = plan(...args);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

function issueOf(...args: Parameters<typeof plan>): Issue {
  const result = plan(...args);
  assert.ok(!result.ok);
  const [issue, ...others] = result.issues;
  assert.ok(issue && others.length === 0, JSON.stringify(result.issues));
  return issue;
}

function requestOf({ server }: Plan): RequestProgram {
  const [row] = server.rows;
  assert.ok(row && 'request' in row);
  return row.request;
}

describe('what no file can allow', () => {
  it('is a command, unless the flag is there', () => {
    const { file, line, message, suggestion } = issueOf(COMMAND);
    assert.deepEqual([file, line, message.includes('queue length'), suggestion?.includes('--allow-commands')], ['sla.yaml', 7, true, true]);
    assert.ok(plan(COMMAND, { allowCommands: true }).ok);
  });
  it('is PromQL without an address', () => {
    const { line, message, suggestion } = issueOf(PROMQL);
    assert.deepEqual([line, message.includes('queue length'), suggestion?.includes('--prometheus-url')], [7, true, true]);
  });
  it('is looked at without either when nothing is sent', () => {
    for (const source of [PROMQL, COMMAND]) assert.ok(plan(source, {}, { requireSecrets: false }).ok);
  });
  it('is a host beside the target', () => {
    const { message, line } = issueOf({ kind: 'json', url: 'http://other.test/health', path: '$.a' });
    assert.deepEqual([line, message], [7, 'the request goes to other.test, which is not an allowed host']);
    const secret = issueOf({ kind: 'ws', url: '${secret.WS}', path: '$.a' }, {}, { secrets: { WS: 'wss://other.test/ws' } });
    assert.match(secret.message, /a host from a secret/);
  });
});

describe('the request of a row', () => {
  it('goes to the target, below its path, with the headers, timeout and certificates of the scenario, but for what a virtual user would know', () => {
    const yaml = `target: https://target.test/base
vars: { id: { uuid: true } }
http: { headers: { authorization: "Bearer \${secret.TOKEN}", x-id: "\${id}" }, timeout: 3s, connections: 2, tls: { insecure: true } }
${SMALL}`;
    const result = planned({ kind: 'json', url: '/health?key=${secret.TOKEN}', path: '$.a' }, {}, { secrets: { TOKEN: 't-4711' } }, yaml);
    const request = requestOf(result);
    assert.deepEqual([request.origin, request.path, request.timeoutUs], ['https://target.test', '/base/health?key=t-4711', 3_000_000]);
    assert.deepEqual(request.headers.slice(-2), ['authorization', 'Bearer t-4711']);
    assert.deepEqual(request.templatedHeaders, []);
    assert.deepEqual(
      result.server.connections.map(({ limit, tls }) => [limit, tls.insecure]),
      [[undefined, true]],
      'connections of its own, beside those of the load',
    );
    const [row] = result.server.rows;
    assert.equal(row?.shown, 'json /health?key=${secret.TOKEN} $.a');
    assert.ok(result.program.secrets.includes('t-4711'));
  });
  for (const [url, origin, path] of [
    ['/ws', 'http://target.test', '/ws'],
    ['ws://target.test:81/ws?a=1', 'http://target.test:81', '/ws?a=1'],
    ['${secret.WS}', 'https://target.test', '/s'],
  ] as const)
    it(`opens the WebSocket ${url}`, () => {
      const request = requestOf(planned({ kind: 'ws', url, path: '$.a' }, {}, { secrets: { WS: 'wss://target.test/s' } }));
      assert.deepEqual([request.origin, request.path], [origin, path]);
    });
  it('is a command with its secrets in, which are shown nowhere', () => {
    const { server, program } = planned(COMMAND, { allowCommands: true }, { secrets: { PW: 'pw-1' } });
    const [row] = server.rows;
    assert.ok(row?.kind === 'command');
    assert.deepEqual([row.argv.at(-1), row.shown], ['select pw-1', 'command psql -c select ${secret.PW}']);
    assert.ok(program.secrets.includes('pw-1'));
  });
});

describe('the address of Prometheus', () => {
  it('gives its user and password as basic authentication, and hides them', () => {
    const { server, program } = planned(PROMQL, { prometheusUrl: 'http://ana:p%40ss@prom.test:9090/prefix/' });
    assert.deepEqual([server.prometheus?.origin, server.prometheus?.path], ['http://prom.test:9090', '/prefix/api/v1/query_range']);
    const credentials = Buffer.from('ana:p@ss').toString('base64');
    assert.ok(server.prometheus?.headers.includes(`Basic ${credentials}`));
    for (const secret of ['p@ss', credentials]) assert.ok(program.secrets.includes(secret), secret);
  });
  it('may be a secret, all of which is hidden', () => {
    const { server, program } = planned(PROMQL, { prometheusUrl: '${secret.PROM}' }, { secrets: { PROM: 'https://prom.test' } });
    assert.equal(server.prometheus?.origin, 'https://prom.test');
    assert.ok(program.secrets.includes('prom.test'));
  });
  it('has nothing of the headers that are for the target', () => {
    const { server } = planned(PROMQL, { prometheusUrl: 'http://prom.test' }, {}, `http: { headers: { x-own: "1" } }\n${SMALL}`);
    assert.ok(!server.prometheus?.headers.includes('x-own'));
  });
  for (const [name, prometheusUrl, words] of [
    ['has another scheme', 'ftp://prom.test', 'not an http or https URL'],
    ['has a query', 'http://prom.test/?a=1', 'without a query'],
    ['is no URL', 'prom', 'not an http or https URL'],
    ['is a secret that is not set', '${secret.NONE}', 'a secret in it is not set'],
  ] as const)
    it(`is refused where it ${name}`, () => {
      const { file, message } = issueOf(PROMQL, { prometheusUrl });
      assert.equal(file, '--prometheus-url');
      assert.ok(message.includes(words), message);
      assert.ok(!message.includes(prometheusUrl), 'it is not shown');
    });
});

test('in a live comparison the candidate alone is asked', () => {
  const scenario = parseScenario(
    sourceOf('target: http://new.test\nsteps: [ { get: / } ]\nphases: [ { arrival_rate: 10/s, duration: 10s } ]'),
  );
  assert.ok(scenario.ok);
  const server = { rows: [buildServerRow()], prometheusUrl: undefined, allowCommands: false };
  const live = planLive(scenario.value, { ...NO_WISHES, server }, { url: 'http://old.test', takesTurns: false });
  assert.ok(live.ok, JSON.stringify(live));
  assert.deepEqual([live.value.candidate.server.rows.length, live.value.baseline.server.rows.length], [1, 0]);
});
