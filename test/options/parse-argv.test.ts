import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArgv } from '../../src/options/parse-argv.ts';

const DEFAULT_CAPS = { maxRatePerSec: 2_000, maxUsers: 10_000, maxDurationMs: 1_800_000, maxBytes: 100_000_000_000 };
const DEFAULT_PLAN = {
  scenario: 'load-gate.yaml',
  sla: { file: 'load-gate.sla.yaml', given: false },
  target: undefined,
  profile: undefined,
  only: [],
  skip: [],
  userClasses: [],
  sets: [],
  seed: undefined,
  caps: DEFAULT_CAPS,
};
const DEFAULT_OUTPUT = { out: 'load-gate-report/', quiet: false, json: false };
const DEFAULT_RUN = {
  command: 'run',
  ...DEFAULT_PLAN,
  ...DEFAULT_OUTPUT,
  workers: undefined,
  failOn: ['breach', 'regression', 'inconclusive'],
  workingDirectory: '.',
};

const REQUESTS: readonly (readonly [what: string, argv: readonly string[], expected: object])[] = [
  ['no word asks for help', [], { command: 'help', topic: undefined }],
  ['--help', ['--help'], { command: 'help', topic: undefined }],
  ['-h after a command asks about it', ['run', '-h'], { command: 'help', topic: 'run' }],
  ['--help wins over a wrong flag', ['check', '--wrong', '--help'], { command: 'help', topic: 'check' }],
  ['help COMMAND', ['help', 'demo'], { command: 'help', topic: 'demo' }],
  ['--version', ['--version'], { command: 'version' }],
  ['-v', ['-v'], { command: 'version' }],
  ['run without anything takes every default', ['run'], DEFAULT_RUN],
  ['check without anything', ['check'], { command: 'check', ...DEFAULT_PLAN }],
  ['demo without anything', ['demo'], { command: 'demo', ...DEFAULT_OUTPUT }],
  ['demo with flags', ['demo', '--out=x', '--json'], { command: 'demo', out: 'x', quiet: false, json: true }],
  [
    'the SLA is named for the scenario',
    ['run', 'load/api.yml'],
    { ...DEFAULT_RUN, scenario: 'load/api.yml', sla: { file: 'load/api.sla.yaml', given: false } },
  ],
  [
    'an argument after --',
    ['run', '--quiet', '--', '--odd.yaml'],
    { ...DEFAULT_RUN, scenario: '--odd.yaml', sla: { file: '--odd.sla.yaml', given: false }, quiet: true },
  ],
  [
    '--help after -- is a file',
    ['run', '--', '--help'],
    { ...DEFAULT_RUN, scenario: '--help', sla: { file: '--help.sla.yaml', given: false } },
  ],
  ['baseline none and engine embedded are what there is', ['run', '--baseline', 'none', '--engine=embedded'], DEFAULT_RUN],
  ['a switch with a value', ['run', '--quiet=false'], DEFAULT_RUN],
  ['a target that is a secret', ['run', '--target', '${secret.URL}'], { ...DEFAULT_RUN, target: '${secret.URL}' }],
  ['lists add up, each word once', ['run', '--only=a,b', '--only', 'b, c'], { ...DEFAULT_RUN, only: ['a', 'b', 'c'] }],
  ['a value that holds an equals sign', ['run', '--set=vars.a=b=c'], { ...DEFAULT_RUN, sets: [{ path: 'vars.a', value: 'b=c' }] }],
  [
    'everything at once',
    [
      'run',
      'a.yaml',
      '--sla',
      'b.yaml',
      '--target=https://x.test/base',
      '--profile',
      'peak',
      '--only',
      'a',
      '--skip',
      'b',
      '--user-class=c',
      '--set',
      'phases.steady.users=50',
      '--set=phases.burst.duration=9s',
      '--seed',
      '0',
      '--out',
      'o',
      '--workers',
      '3',
      '--max-rate',
      '600/m',
      '--max-users',
      '5',
      '--max-duration',
      '90s',
      '--max-bytes',
      '1KiB',
      '--fail-on',
      'breach',
      '--quiet',
      '--json',
    ],
    {
      command: 'run',
      scenario: 'a.yaml',
      sla: { file: 'b.yaml', given: true },
      target: 'https://x.test/base',
      profile: 'peak',
      only: ['a'],
      skip: ['b'],
      userClasses: ['c'],
      sets: [
        { path: 'phases.steady.users', value: '50' },
        { path: 'phases.burst.duration', value: '9s' },
      ],
      seed: 0,
      caps: { maxRatePerSec: 10, maxUsers: 5, maxDurationMs: 90_000, maxBytes: 1_024 },
      out: 'o',
      quiet: true,
      json: true,
      workers: 3,
      failOn: ['breach'],
      workingDirectory: '.',
    },
  ],
];

for (const [what, argv, expected] of REQUESTS) {
  test(`${what}: ${argv.join(' ') || '(nothing)'}`, () => {
    assert.deepEqual(parseArgv(argv), { ok: true, value: expected, warnings: [] });
  });
}

/** `code at suggestion` of each issue, in order. */
const ISSUES: readonly (readonly [argv: readonly string[], expected: readonly string[]])[] = [
  [['rnu'], ['unknown-command command line run']],
  [['launch-missiles'], ['unknown-command command line -']],
  [['compare', 'a.json'], ['not-available-yet command line -']],
  [['--target', 'http://x.test'], ['missing-command command line -']],
  [['help', 'chekc'], ['unknown-command command line check']],
  [['run', '--targt', 'http://x.test'], ['unknown-flag command line --target']],
  [['run', '--targt=http://x.test'], ['unknown-flag command line --target']],
  [['run', '-x'], ['unknown-flag command line -']],
  [['run', '--zzzzzzzz'], ['unknown-flag command line -']],
  [['run', '--sla'], ['missing-value --sla -']],
  [['run', '--sla', '--quiet'], ['missing-value --sla -']],
  [['run', '--sla='], ['missing-value --sla -']],
  [['run', '--sla', ''], ['missing-value --sla -']],
  [['run', ''], ['value SCENARIO -']],
  [['run', 'a\0b'], ['value SCENARIO -']],
  [['run', 'a.yaml', 'b.yaml', 'c.yaml'], ['not-available-yet SCENARIO -']],
  [['run', '--seed=1', '--seed=2'], ['duplicate --seed -']],
  [['run', '--seed', '-1'], ['value --seed -']],
  [['run', '--seed', '4294967296'], ['value --seed -']],
  [['run', '--seed', '1.5'], ['value --seed -']],
  [['run', '--workers', '0'], ['value --workers -']],
  [['run', '--max-rate', '2000'], ['unit --max-rate -']],
  [['run', '--max-rate', '0/s'], ['unit --max-rate -']],
  [['run', '--max-duration', '30'], ['unit --max-duration -']],
  [['run', '--max-bytes', '10mb'], ['unit --max-bytes -']],
  [['run', '--max-users', '1e3'], ['value --max-users -']],
  [['run', '--target', 'staging.example.com'], ['value --target -']],
  [['run', '--target', 'ftp://x.test'], ['value --target -']],
  [['run', '--set', 'phases.steady.users'], ['value --set -']],
  [['run', '--set', '=5'], ['value --set -']],
  [['run', '--only', ','], ['value --only -']],
  [['run', '--fail-on', 'breech'], ['value --fail-on breach']],
  [['run', '--fail-on', 'breach,no-baseline'], ['not-available-yet --fail-on -']],
  [['run', '--baseline', 'branch'], ['not-available-yet --baseline -']],
  [['run', '--engine', 'locust'], ['not-available-yet --engine -']],
  [['run', '--ui=3000'], ['not-available-yet --ui -']],
  [['run', '--shard', '1/2'], ['not-available-yet --shard -']],
  [['run', '--shard'], ['not-available-yet --shard -']],
  [['run', '--quiet=maybe'], ['value --quiet -']],
  [['run', '--working-directory', 'x'], ['unknown-flag command line -']],
  [['check', '--workers', '2'], ['unexpected-flag --workers -']],
  [['demo', 'a.yaml'], ['unexpected-argument command line -']],
  [['demo', '--system', 'shop'], ['not-available-yet --system -']],
  [
    ['run', '--seed=x', '--max-rate=1', '--wrong'],
    ['unknown-flag command line -', 'value --seed -', 'unit --max-rate -'],
  ],
];

for (const [argv, expected] of ISSUES) {
  test(`load-gate ${argv.map((word) => JSON.stringify(word)).join(' ')} is refused`, () => {
    const parsed = parseArgv(argv);
    assert.equal(parsed.ok, false);
    assert.deepEqual(parsed.ok ? [] : parsed.issues.map(({ code, file, suggestion }) => `${code} ${file} ${suggestion ?? '-'}`), expected);
  });
}

test('a message shows no control characters, no password, and not all of a long text', () => {
  const messages = (argv: readonly string[]): string => {
    const parsed = parseArgv(argv);
    return parsed.ok ? '' : parsed.issues.map(({ message }) => message).join('\n');
  };
  assert.ok(!messages(['run', '--seed', '\u001b[31m']).includes('\u001b'));
  assert.doesNotMatch(messages(['run', '--target', 'ftp://user:hunter2@x.test']), /hunter2/);
  assert.ok(messages(['run', '--seed', '9'.repeat(10_000)]).length < 200);
});
