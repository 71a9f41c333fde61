import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listSeriesNames } from '../../src/config/list-series-names.ts';
import { parseScenario } from '../../src/config/parse-scenario.ts';
import { parseSla } from '../../src/config/parse-sla.ts';
import { sourceOf } from './read-fixtures.ts';

const text = (name: string, step = '{ get: /a }'): string =>
  `target: http://127.0.0.1:8080\nname: ${JSON.stringify(name)}\nsteps: [ ${step} ]\nphases: [ { users: 1, duration: 5s } ]\n`;

describe('an environment variable is substituted', () => {
  const env = { CITY: 'Oslo', EMPTY: '', USERS: '25', TRICK: '${secret.X}', ZERO: '007' };
  for (const [name, source, expected] of [
    ['alone', '${env.CITY}', 'Oslo'],
    ['within text', 'in ${env.CITY}!', 'in Oslo!'],
    ['with a default that is not needed', '${env.CITY:-Bergen}', 'Oslo'],
    ['with a default', '${env.NONE:-Bergen}', 'Bergen'],
    ['with a default for the empty one', 'x${env.EMPTY:-Bergen}', 'xBergen'],
    ['not when it is escaped', '$${env.CITY}', '$${env.CITY}'],
    ['and its leading zeros are kept', '${env.ZERO}', '007'],
    ['and what it holds is never a placeholder', '${env.TRICK}', '$${secret.X}'],
    ['nor within text', 'a ${env.TRICK}', 'a $${secret.X}'],
  ] as const) {
    it(name, () => {
      const checked = parseScenario(sourceOf(text(source), { env }));
      assert.ok(checked.ok);
      assert.equal(checked.value.name, expected);
    });
  }
  it('and is a number where it reads like one', () => {
    const checked = parseScenario(sourceOf(text('x').replace('users: 1', 'users: "${env.USERS}"'), { env }));
    assert.ok(checked.ok);
    assert.equal(checked.value.phases[0]?.kind === 'closed' && checked.value.phases[0].users, 25);
  });
  it('but not in the name of a series', () => {
    const checked = parseScenario(sourceOf(text('x', '{ get: "/${env.CITY}" }'), { env }));
    assert.ok(checked.ok);
    assert.deepEqual(listSeriesNames(checked.value), ['GET /${env.CITY}']);
    const [step] = checked.value.users[0]?.tasks[0]?.steps ?? [];
    assert.equal(step?.kind === 'http' && step.url, '/Oslo');
  });
  it('nor in the endpoint of a window', () => {
    const checked = parseSla(sourceOf('windows: [ { endpoint: "GET /${env.CITY}", p99: 1s, window: 5s } ]\n', { env }));
    assert.ok(checked.ok);
    assert.equal(checked.value.windows[0]?.endpoint, 'GET /${env.CITY}');
  });
});

describe('a secret that is not set', () => {
  const source = text('x', '{ get: /a, headers: { authorization: "Bearer ${secret.TOKEN}" } }');
  it('is an error of a run', () => {
    const checked = parseScenario(sourceOf(source, { requireSecrets: true }));
    assert.deepEqual(checked.ok ? [] : checked.issues.map(({ code, severity }) => [code, severity]), [['secret', 'error']]);
  });
  it('is a warning of a check', () => {
    const checked = parseScenario(sourceOf(source, { requireSecrets: false }));
    assert.deepEqual(checked.ok ? checked.warnings.map(({ code, severity }) => [code, severity]) : [], [['secret', 'warning']]);
  });
  it('stays a placeholder when it is set: the value never gets into the scenario', () => {
    const checked = parseScenario(sourceOf(source, { env: { TOKEN: 'hush' } }));
    assert.ok(checked.ok && !JSON.stringify(checked.value).includes('hush'));
  });
});
