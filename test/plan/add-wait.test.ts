import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { parseScenario } from '../../src/config/parse-scenario.ts';
import type { Scenario } from '../../src/config/scenario.ts';
import { GateError } from '../../src/gate-error.ts';
import { runBefore } from '../../src/load/run-before.ts';
import type { WaitFor } from '../../src/options/request.ts';
import { addWait } from '../../src/plan/add-wait.ts';
import { buildPlan } from '../../src/plan/build-plan.ts';
import { sourceOf } from '../config/read-fixtures.ts';
import { NO_WISHES } from '../support/build-plan.ts';
import { serveHttp } from '../support/serve.ts';

function scenarioFor(target: string, more = ''): Scenario {
  const parsed = parseScenario(sourceOf(`target: ${target}\n${more}steps: [ { get: / } ]\nphases: [ { users: 1, duration: 1s } ]\n`));
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.value;
}

const wait = (wanted: WaitFor['test'], withinMs = 5_000, path = '/version'): WaitFor => ({ path, test: wanted, withinMs });
const contains = (text: string, withinMs?: number): WaitFor => wait({ kind: 'contains', text }, withinMs);

/** Waits on a server whose nth answer, from 1, is given; how often it was asked, and what was thrown. */
async function tryWait(
  context: TestContext,
  waitFor: WaitFor,
  answer: (nth: number) => readonly [status: number, body: string],
): Promise<{ readonly asked: readonly string[]; readonly message: string }> {
  const asked: string[] = [];
  const server = await serveHttp((request, response) => {
    asked.push(`${request.method} ${request.url} ${String(request.headers['x-key'])}`);
    const [status, body] = answer(asked.length);
    response.writeHead(status).end(body);
  });
  context.after(() => server[Symbol.asyncDispose]());
  const plan = buildPlan(addWait(scenarioFor(server.url, 'http: { headers: { x-key: k } }\n'), waitFor), NO_WISHES);
  assert.ok(plan.ok, JSON.stringify(plan));
  try {
    await runBefore(plan.value, { env: {}, onStep: () => undefined, signal: new AbortController().signal });
    return { asked, message: '' };
  } catch (error) {
    assert.ok(error instanceof GateError && error.code === 'LOAD_GATE_BEFORE_FAILED', String(error));
    return { asked, message: error.message };
  }
}

test('the first answer that is right ends the wait, asked as any other request of the scenario', async (context) => {
  const { asked, message } = await tryWait(context, contains('1a2b'), () => [200, '{"sha":"1a2b3c"}\n']);
  assert.deepEqual([asked, message], [['GET /version k'], '']);
});

test('a wrong version is asked again until the right one is there', async (context) => {
  const { asked, message } = await tryWait(context, contains('new', 30_000), (nth) => (nth === 1 ? [200, 'old'] : [200, 'new']));
  assert.deepEqual([asked.length, message], [2, '']);
});

const REFUSED: readonly (readonly [what: string, wait: WaitFor, status: number, body: string, reason: RegExp])[] = [
  ['a status that is not 2xx', wait({ kind: 'answers' }, 100), 503, 'starting', /not so within 100 ms \(1 request, the last: status 503\)/],
  ['a redirect', wait({ kind: 'answers' }, 100), 302, '', /status 302/],
  ['an error that holds the text', contains('abc', 100), 500, 'abc', /status 500/],
  ['another version', contains('abc', 100), 200, '{"sha":"def"}', /body does not contain "abc": the body is "\{"sha":"def"\}"/],
  ['more than the text', wait({ kind: 'equals', text: '1.2' }, 100), 200, '1.2.3', /the body is "1\.2\.3"/],
  ['a dot that is not one', wait({ kind: 'equals', text: '1.2' }, 100), 200, '1x2', /the body is "1x2"/],
];

for (const [what, waitFor, status, body, reason] of REFUSED) {
  test(`${what} is not what was waited for, and the last answer is said`, async (context) => {
    const { message } = await tryWait(context, waitFor, () => [status, body]);
    assert.match(message, /^--wait-for: wait_for GET \/version failed: /);
    assert.match(message, reason);
  });
}

test('the whole body is compared without the white space around it', async (context) => {
  const { message } = await tryWait(context, wait({ kind: 'equals', text: 'a+b [1.2] (x|y) $ ^ \\ /' }), () => [
    200,
    ' a+b [1.2] (x|y) $ ^ \\ /\r\n',
  ]);
  assert.equal(message, '');
});

test('a target that is not there yet is waited for', async () => {
  const server = await serveHttp(() => undefined);
  await server[Symbol.asyncDispose]();
  const plan = buildPlan(addWait(scenarioFor(server.url), wait({ kind: 'answers' }, 200)), NO_WISHES);
  assert.ok(plan.ok);
  await assert.rejects(
    runBefore(plan.value, { env: {}, onStep: () => undefined, signal: new AbortController().signal }),
    /not so within 200 ms .*the last: /,
  );
});

test('it comes before the steps of the file, and stands under the rules of hosts', () => {
  const scenario = scenarioFor('http://target.test', 'before: [ { get: /warm } ]\n');
  const plan = buildPlan(addWait(scenario, wait({ kind: 'answers' })), NO_WISHES);
  assert.ok(plan.ok);
  assert.deepEqual(
    plan.value.before.map(({ name }) => name),
    ['wait_for GET /version', 'GET /warm'],
  );
  const elsewhere = buildPlan(addWait(scenario, wait({ kind: 'answers' }, 5_000, 'http://other.test/version')), NO_WISHES);
  assert.ok(!elsewhere.ok);
  assert.match(JSON.stringify(elsewhere.issues), /"--wait-for".*other\.test, which is not an allowed host/);
});

test('without it the scenario is what it was', () => {
  const scenario = scenarioFor('http://target.test');
  assert.equal(addWait(scenario, undefined), scenario);
});
