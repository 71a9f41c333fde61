import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildEnvironment, buildFlags, describeWorkers } from '../../../src/engine/locust/build-start.ts';

const ENV = {
  PATH: '/bin',
  CHAT_TOKEN: 'open sesame',
  GITHUB_TOKEN: 'ghs_1',
  'INPUT_GITHUB-TOKEN': 'ghs_1',
  ACTIONS_RUNTIME_TOKEN: 'r',
  LOCUST_RUN_TIME: '1s',
  LOCUST_USERS: '1',
  LOCUST_MASTER_BIND_HOST: '10.0.0.1',
  LOCUST_MASTER_BIND_PORT: '6000',
};
const NONE = { secrets: [], host: undefined };
const HERE = { kind: 'processes', count: 2 } as const;
const AFAR = { kind: 'expected', count: 3 } as const;

test('Locust gets the environment without what steers it and what is for load-gate alone.', () => {
  assert.deepEqual(buildEnvironment(ENV, HERE, NONE), { PATH: '/bin', CHAT_TOKEN: 'open sesame' });
});

test('A secret that the scenario names is given to it, whatever it is called; so is a target that may not stand in the file.', () => {
  const env = buildEnvironment(ENV, HERE, { secrets: ['GITHUB_TOKEN'], host: 'https://user:pass@staging.test' });
  assert.equal(env['GITHUB_TOKEN'], 'ghs_1');
  assert.equal(env['LOCUST_HOST'], 'https://user:pass@staging.test');
});

test('Where the master listens for other machines is the user’s.', () => {
  const env = buildEnvironment(ENV, AFAR, NONE);
  assert.deepEqual([env['LOCUST_MASTER_BIND_HOST'], env['LOCUST_MASTER_BIND_PORT']], ['10.0.0.1', '6000']);
  assert.equal(env['LOCUST_USERS'], undefined);
});

test('Processes of this machine meet on a port of their own.', async () => {
  const [first, second] = [await buildFlags(HERE), await buildFlags(HERE)];
  assert.deepEqual(first.slice(0, 2), ['--processes', '2']);
  assert.notDeepEqual(first, second);
  assert.deepEqual(await buildFlags(AFAR), ['--master', '--expect-workers', '3']);
});

test('The other machines are told where to come, by the name that reaches this one.', () => {
  assert.match(
    describeWorkers(3, 'runner-1', {}, false),
    /^Waiting for 3 Locust workers on port 5557\..* --master-host runner-1 --master-port 5557 /,
  );
  assert.match(
    describeWorkers(1, 'runner-1', ENV, false),
    /^Waiting for a Locust worker on port 6000\..* --master-host 10\.0\.0\.1 --master-port 6000 /,
  );
  assert.match(describeWorkers(1, 'runner-1', { LOCUST_MASTER_BIND_HOST: '0.0.0.0' }, false), /--master-host runner-1 /);
});

test('Where rows with secrets are not in the file, they are told where to have them from.', () => {
  assert.match(
    describeWorkers(2, 'runner-1', {}, true),
    /On each machine: LOAD_GATE_DATA=FILE locust -f - .*\(load-gate export locust --data FILE writes /,
  );
});
