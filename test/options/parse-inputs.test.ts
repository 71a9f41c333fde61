import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPTIONS } from '../../src/options.ts';
import { parseArgv } from '../../src/options/parse-argv.ts';
import { parseInputs } from '../../src/options/parse-inputs.ts';

const SAME: readonly (readonly [what: string, inputs: Record<string, string>, argv: readonly string[]])[] = [
  ['no inputs', {}, ['run']],
  ['every input empty, as GitHub passes them', Object.fromEntries(OPTIONS.map(({ name }) => [name, ''])), ['run']],
  ['a scenario', { scenario: 'a.yaml' }, ['run', 'a.yaml']],
  ['several settings, one to a line', { set: 'a.b=1\n\n  c.d=2, 3\n' }, ['run', '--set=a.b=1', '--set=c.d=2, 3']],
  ['a list over lines', { only: 'a\nb, c' }, ['run', '--only=a,b,c']],
  ['a switch', { quiet: 'true' }, ['run', '--quiet']],
  ['a switch that is off', { quiet: 'false' }, ['run']],
  ['what is the default anyway', { mode: 'gate', comment: 'auto', baseline: 'none' }, ['run']],
  [
    'stored runs',
    { baseline: 'branch', 'baseline-branch': 'perf', key: 'a b' },
    ['run', '--baseline=branch', '--baseline-branch=perf', '--key=a b'],
  ],
  ['an update', { mode: 'update-baseline', baseline: 'file:runs' }, ['baseline', 'update', '--baseline=file:runs']],
  [
    'an acceptance',
    { mode: 'accept-baseline', baseline: 'file:runs' },
    ['baseline', 'accept', '--baseline=file:runs', '--why=accepted by a workflow'],
  ],
  ['caps', { 'max-rate': '5/s', 'max-users': '7' }, ['run', '--max-rate=5/s', '--max-users=7']],
];

for (const [what, inputs, argv] of SAME) {
  test(`${what} is the same request as ${argv.join(' ')}`, () => {
    const expected = parseArgv(argv);
    assert.equal(expected.ok, true);
    assert.deepEqual(parseInputs(inputs), expected);
  });
}

const LEG = JSON.stringify({ os: 'ubuntu-latest', node: 20 }, undefined, 2);
const ACTIONS = { GITHUB_ACTIONS: 'true', CI: 'true', GITHUB_WORKFLOW: 'ci', GITHUB_JOB: 'load' };
const HERE: readonly (readonly [what: string, inputs: Record<string, string>, env: Record<string, string>, argv: readonly string[]])[] = [
  ['a job without a matrix', { matrix: 'null' }, ACTIONS, ['run', '--key=ci / load']],
  ['a leg', { matrix: LEG }, ACTIONS, ['run', '--key=ci / load / 20, ubuntu-latest']],
  ['a key of one’s own', { matrix: LEG, key: 'mine' }, ACTIONS, ['run', '--key=mine']],
  ['an update without a place', { mode: 'update-baseline' }, ACTIONS, ['baseline', 'update', '--baseline=branch', '--key=ci / load']],
  ['a baseline that must be there', { 'fail-on': 'no-baseline' }, ACTIONS, ['run', '--fail-on=no-baseline']],
];
for (const [what, inputs, env, argv] of HERE) {
  test(`${what} in GitHub Actions is the same request as ${argv.join(' ')}`, () => {
    const expected = parseArgv(argv, ACTIONS);
    assert.equal(expected.ok, true, JSON.stringify(expected));
    assert.deepEqual(parseInputs(inputs, env), expected);
  });
}

test('an input of the action alone is in the request', () => {
  const parsed = parseInputs({ 'working-directory': 'api', comment: 'never', 'github-token': 't', 'run-id': '17000000000' });
  assert.ok(parsed.ok && parsed.value.command === 'run');
  const { workingDirectory, comment, githubToken, runId } = parsed.value;
  assert.deepEqual(
    { workingDirectory, comment, githubToken, runId },
    { workingDirectory: 'api', comment: 'never', githubToken: 't', runId: 17_000_000_000 },
  );
});

const NOON = '2026-03-01T12:00:00Z';

test('a shard, its plan and its merge have the key of the workflow alone, for they are jobs and legs of their own', () => {
  const keyOf = (inputs: Record<string, string>, job: string): string | undefined => {
    const parsed = parseInputs({ matrix: LEG, baseline: 'none', ...inputs }, { ...ACTIONS, GITHUB_JOB: job });
    assert.ok(parsed.ok, JSON.stringify(parsed));
    return 'key' in parsed.value ? parsed.value.key : undefined;
  };
  assert.equal(keyOf({ mode: 'shard', shard: '1/2', 'start-at': NOON }, 'shard'), 'ci');
  assert.equal(keyOf({ mode: 'merge' }, 'merge'), 'ci');
  assert.equal(keyOf({ mode: 'merge', key: 'mine' }, 'merge'), 'mine');
});

test('a plan begins in two minutes unless it is told', () => {
  const [plan, later] = [parseInputs({ mode: 'plan' }), parseInputs({ mode: 'plan', 'start-at': '+5m' })];
  assert.ok(plan.ok && plan.value.command === 'plan' && later.ok && later.value.command === 'plan');
  assert.deepEqual(
    [plan.value.startAt, later.value.startAt],
    [
      { kind: 'in', ms: 120_000 },
      { kind: 'in', ms: 300_000 },
    ],
  );
});

test('a merge in the action takes the artifacts of its own workflow run', () => {
  const parsed = parseInputs({ mode: 'merge', sla: 's.yaml', 'update-baseline': 'true', baseline: 'artifact' });
  assert.ok(parsed.ok && parsed.value.command === 'merge');
  const { results, sla, mode, baseline } = parsed.value;
  assert.deepEqual(
    { results, sla, mode, baseline },
    { results: [], sla: 's.yaml', mode: 'update-baseline', baseline: { kind: 'artifact' } },
  );
});

const REFUSED: readonly (readonly [inputs: Record<string, string>, expected: readonly string[]])[] = [
  [{ mode: 'accept-baseline' }, ['missing-value input mode']],
  [{ mode: 'update-baseline' }, ['missing-value input mode']],
  [{ 'fail-on': 'no-baseline' }, ['missing-value input fail-on']],
  [{ mode: 'shard' }, ['missing-value input mode']],
  [{ mode: 'shard', shard: '1/2' }, ['missing-value input shard']],
  [{ mode: 'plan', shard: '1/2' }, ['conflict input shard']],
  [{ mode: 'plan', 'plan-hash': 'a'.repeat(64) }, ['conflict input plan-hash']],
  [{ mode: 'merge', 'start-at': NOON }, ['conflict input start-at']],
  [{ mode: 'merge', 'run-id': '1' }, ['conflict input run-id']],
  [{ mode: 'merge', 'update-baseline': 'true' }, ['missing-value input update-baseline']],
  [{ mode: 'update-baseline', 'update-baseline': 'true', baseline: 'artifact' }, ['conflict input update-baseline']],
  [{ mode: 'update-baseline', baseline: 'artifact', shard: '1/2', 'start-at': NOON }, ['conflict input shard']],
  [{ shard: '1/2', 'start-at': NOON, 'run-id': '1' }, ['conflict input shard']],
  [{ comment: 'sometimes' }, ['value input comment']],
  [{ 'run-id': '0x1' }, ['value input run-id']],
  [{ 'run-id': '12345678901234567' }, ['value input run-id']],
  [{ 'run-id': '1', mode: 'update-baseline', baseline: 'artifact' }, ['conflict input run-id']],
  [{ 'run-id': '1', mode: 'accept-baseline', baseline: 'artifact' }, ['conflict input run-id']],
  [{ 'wait-for': 'version' }, ['value input wait-for']],
  [{ 'retention-days': '0' }, ['value input retention-days']],
  [{ set: 'a=1\nb' }, ['value input set']],
  [{ quiet: 'yes' }, ['value input quiet']],
  [{ matrix: '[1]' }, ['value input matrix']],
  [{ 'max-rate': '5', 'max-bytes': 'all' }, ['unit input max-rate', 'unit input max-bytes']],
];

for (const [inputs, expected] of REFUSED) {
  test(`${JSON.stringify(inputs)} is refused`, () => {
    const parsed = parseInputs(inputs);
    assert.deepEqual(parsed.ok ? [] : parsed.issues.map(({ code, file }) => `${code} ${file}`), expected);
  });
}
