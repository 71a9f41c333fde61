import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArgv } from '../../src/options/parse-argv.ts';

const DEFAULT_CAPS = { maxRatePerSec: 2_000, maxUsers: 10_000, maxDurationMs: 1_800_000, maxBytes: 100_000_000_000 };
const DEFAULT_PLAN = {
  scenario: 'load-gate.yaml',
  scenarios: ['load-gate.yaml'],
  sla: { file: 'load-gate.sla.yaml', given: false },
  target: undefined,
  profile: undefined,
  only: [],
  skip: [],
  userClasses: [],
  sets: [],
  seed: undefined,
  caps: DEFAULT_CAPS,
  waitFor: undefined,
  engine: { kind: 'embedded' },
};
const DEFAULT_OUTPUT = { out: 'load-gate-report/', csvPrefix: undefined, quiet: false, json: false };
const DEFAULT_RUN = {
  command: 'run',
  ...DEFAULT_PLAN,
  ...DEFAULT_OUTPUT,
  workers: undefined,
  failOn: ['breach', 'regression', 'inconclusive'],
  baseline: { kind: 'none' },
  interleave: 'simultaneous',
  mode: 'gate',
  key: 'default',
  artifactName: undefined,
  retentionDays: undefined,
  comment: 'auto',
  githubToken: '',
  runId: undefined,
  shard: undefined,
  workingDirectory: '.',
  page: undefined,
  prometheusUrl: undefined,
  allowCommands: false,
};
const HASH = '0123456789abcdef'.repeat(4);
const DEFAULT_MERGE = {
  command: 'merge',
  ...DEFAULT_OUTPUT,
  results: ['a'],
  sla: undefined,
  failOn: ['breach', 'regression', 'inconclusive'],
  baseline: { kind: 'none' },
  mode: 'gate',
  key: 'default',
  artifactName: undefined,
  retentionDays: undefined,
  comment: 'auto',
  githubToken: '',
};
const DEFAULT_HISTORY = { baseline: { kind: 'file', path: 'runs' }, key: 'default' };
const NAMED_A = { scenario: 'a.yaml', scenarios: ['a.yaml'], sla: { file: 'a.sla.yaml', given: false } };
const FROM_FILE = '--baseline=file:runs';
const NOON = '--start-at=2026-03-01T12:00:00Z';

const DEFAULT_CHECK = { command: 'check', ...DEFAULT_PLAN, startAt: undefined, prometheusUrl: undefined, allowCommands: false };

const REQUESTS: readonly (readonly [what: string, argv: readonly string[], expected: object])[] = [
  ['no word asks for help', [], { command: 'help', topic: undefined }],
  ['--help', ['--help'], { command: 'help', topic: undefined }],
  ['-h after a command asks about it', ['run', '-h'], { command: 'help', topic: 'run' }],
  ['--help wins over a wrong flag', ['check', '--wrong', '--help'], { command: 'help', topic: 'check' }],
  ['help COMMAND', ['help', 'demo'], { command: 'help', topic: 'demo' }],
  ['--version', ['--version'], { command: 'version' }],
  ['-v', ['-v'], { command: 'version' }],
  ['run without anything takes every default', ['run'], DEFAULT_RUN],
  ['check without anything', ['check'], DEFAULT_CHECK],
  [
    'check takes what a run is told of the target, and only says it',
    ['check', '--prometheus-url', 'http://p.test', '--allow-commands'],
    { ...DEFAULT_CHECK, prometheusUrl: 'http://p.test', allowCommands: true },
  ],
  ['the plan of shards', ['check', '--start-at', '+90s'], { ...DEFAULT_CHECK, startAt: { kind: 'in', ms: 90_000 } }],
  [
    'a shard',
    ['run', '--shard=2/4', '--start-at', '2026-03-01T13:00:00.5+01:00'],
    { ...DEFAULT_RUN, shard: { index: 1, count: 4, startAtMs: Date.UTC(2026, 2, 1, 12, 0, 0, 500), planHash: undefined } },
  ],
  [
    'a shard of a plan that was made before',
    ['run', '--shard=4/4', '--start-at=2026-03-01T12:00Z', '--plan-hash', HASH],
    { ...DEFAULT_RUN, shard: { index: 3, count: 4, startAtMs: Date.UTC(2026, 2, 1, 12), planHash: HASH } },
  ],
  ['merge', ['merge', 'a'], DEFAULT_MERGE],
  [
    'merge, judged and stored',
    ['merge', 'a', '--sla', 's.yaml', 'b', FROM_FILE, '--update-baseline', '--fail-on=breach', '--out=o', '--json', '--key', 'k'],
    {
      ...DEFAULT_MERGE,
      results: ['a', 'b'],
      sla: 's.yaml',
      baseline: { kind: 'file', path: 'runs' },
      mode: 'update-baseline',
      failOn: ['breach'],
      out: 'o',
      json: true,
      key: 'k',
    },
  ],
  ['demo without anything', ['demo'], { command: 'demo', ...DEFAULT_OUTPUT, system: undefined }],
  [
    'demo with flags',
    ['demo', '--out=x', '--csv-prefix', 'reports/test', '--json'],
    { command: 'demo', out: 'x', csvPrefix: 'reports/test', quiet: false, json: true, system: undefined },
  ],
  ['demo of a system', ['demo', '--system', 'pggit'], { command: 'demo', ...DEFAULT_OUTPUT, system: 'pggit' }],
  [
    'a flag that needs no value takes none that follows',
    ['run', '--ui', 'a.yaml'],
    { ...DEFAULT_RUN, ...NAMED_A, page: { port: undefined, waits: false } },
  ],
  ['a flag that needs no value takes one after =', ['run', '--ui=3000', '--wait'], { ...DEFAULT_RUN, page: { port: 3_000, waits: true } }],
  ['several scenarios', ['run', 'a.yaml', 'b/*.yaml'], { ...DEFAULT_RUN, ...NAMED_A, scenarios: ['a.yaml', 'b/*.yaml'] }],
  [
    'what the target says of itself',
    ['run', '--prometheus-url', 'http://p.test', '--allow-commands'],
    { ...DEFAULT_RUN, prometheusUrl: 'http://p.test', allowCommands: true },
  ],
  ['view one result', ['view', 'r'], { command: 'view', results: ['r'], port: undefined }],
  ['view two on a port', ['view', 'r', 's', '--port=4000'], { command: 'view', results: ['r', 's'], port: 4_000 }],
  [
    'the history as a page',
    ['baseline', 'show', FROM_FILE, '--html'],
    { command: 'baseline show', ...DEFAULT_HISTORY, html: 'load-gate-baseline.html' },
  ],
  [
    'the history as a page with a name',
    ['baseline', 'show', '--html=x.html', FROM_FILE],
    { command: 'baseline show', ...DEFAULT_HISTORY, html: 'x.html' },
  ],
  [
    'the SLA is named for the scenario',
    ['run', 'load/api.yml'],
    { ...DEFAULT_RUN, scenario: 'load/api.yml', scenarios: ['load/api.yml'], sla: { file: 'load/api.sla.yaml', given: false } },
  ],
  [
    'an argument after --',
    ['run', '--quiet', '--', '--odd.yaml'],
    { ...DEFAULT_RUN, scenario: '--odd.yaml', scenarios: ['--odd.yaml'], sla: { file: '--odd.sla.yaml', given: false }, quiet: true },
  ],
  [
    '--help after -- is a file',
    ['run', '--', '--help'],
    { ...DEFAULT_RUN, scenario: '--help', scenarios: ['--help'], sla: { file: '--help.sla.yaml', given: false } },
  ],
  [
    'Locust in processes of this machine',
    ['run', '--engine=locust'],
    { ...DEFAULT_RUN, engine: { kind: 'locust', expectWorkers: undefined } },
  ],
  [
    'Locust with workers of other machines',
    ['run', '--engine', 'locust', '--expect-workers', '8'],
    { ...DEFAULT_RUN, engine: { kind: 'locust', expectWorkers: 8 } },
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
      '--csv-prefix',
      'reports/{name}',
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
      '--wait-for',
      '/version contains 1a2b within 90s',
      '--fail-on',
      'breach',
      '--quiet',
      '--json',
    ],
    {
      command: 'run',
      scenario: 'a.yaml',
      scenarios: ['a.yaml'],
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
      waitFor: { path: '/version', test: { kind: 'contains', text: '1a2b' }, withinMs: 90_000 },
      engine: { kind: 'embedded' },
      out: 'o',
      csvPrefix: 'reports/{name}',
      quiet: true,
      json: true,
      workers: 3,
      failOn: ['breach'],
      baseline: { kind: 'none' },
      interleave: 'simultaneous',
      mode: 'gate',
      key: 'default',
      artifactName: undefined,
      retentionDays: undefined,
      comment: 'auto',
      githubToken: '',
      runId: undefined,
      shard: undefined,
      workingDirectory: '.',
      page: undefined,
      prometheusUrl: undefined,
      allowCommands: false,
    },
  ],
  ['runs of artifacts', ['run', '--baseline', 'artifact'], { ...DEFAULT_RUN, baseline: { kind: 'artifact' } }],
  ['runs of a folder', ['run', '--baseline', 'file:runs'], { ...DEFAULT_RUN, baseline: { kind: 'file', path: 'runs' } }],
  [
    'a folder with a colon in its name',
    ['run', '--baseline=file:a:b', '--key', 'load / node 24'],
    { ...DEFAULT_RUN, baseline: { kind: 'file', path: 'a:b' }, key: 'load / node 24' },
  ],
  ['runs of a branch', ['run', '--baseline=branch'], { ...DEFAULT_RUN, baseline: { kind: 'branch', branch: 'load-gate-baselines' } }],
  [
    'runs of a branch with a name',
    ['run', '--baseline=branch', '--baseline-branch', 'perf/runs'],
    { ...DEFAULT_RUN, baseline: { kind: 'branch', branch: 'perf/runs' } },
  ],
  [
    'a baseline that must be there',
    ['run', FROM_FILE, '--fail-on=breach,no-baseline'],
    { ...DEFAULT_RUN, baseline: { kind: 'file', path: 'runs' }, failOn: ['breach', 'no-baseline'] },
  ],
  [
    'baseline update is a run',
    ['baseline', 'update', 'a.yaml', FROM_FILE, '--seed=7'],
    {
      ...DEFAULT_RUN,
      scenario: 'a.yaml',
      scenarios: ['a.yaml'],
      sla: { file: 'a.sla.yaml', given: false },
      seed: 7,
      baseline: { kind: 'file', path: 'runs' },
      mode: 'update-baseline',
    },
  ],
  ['baseline show', ['baseline', 'show', FROM_FILE], { command: 'baseline show', ...DEFAULT_HISTORY, html: undefined }],
  [
    'baseline accept of the newest',
    ['baseline', 'accept', FROM_FILE],
    { command: 'baseline accept', ...DEFAULT_HISTORY, id: undefined, why: 'accepted by hand' },
  ],
  [
    'baseline accept of one, with a reason',
    ['baseline', 'accept', '20260301T120000000Z-1a2b3c4d', FROM_FILE, '--why', 'a bigger page'],
    { command: 'baseline accept', ...DEFAULT_HISTORY, id: '20260301T120000000Z-1a2b3c4d', why: 'a bigger page' },
  ],
  ['baseline prune', ['baseline', 'prune', FROM_FILE], { command: 'baseline prune', ...DEFAULT_HISTORY, keep: 50 }],
  ['baseline prune to a number', ['baseline', 'prune', FROM_FILE, '--keep=3'], { command: 'baseline prune', ...DEFAULT_HISTORY, keep: 3 }],
  [
    'compare with one',
    ['compare', 'a.json', 'b.json'],
    { command: 'compare', result: 'a.json', baselines: ['b.json'], sla: undefined, json: false },
  ],
  [
    'compare with several, flags between them',
    ['compare', 'a.json', '--sla=s.yaml', 'b.json', 'runs', '--json', 'c.json'],
    { command: 'compare', result: 'a.json', baselines: ['b.json', 'runs', 'c.json'], sla: 's.yaml', json: true },
  ],
  [
    'compare with its own other side',
    ['compare', 'a.json', '--sla=s.yaml'],
    { command: 'compare', result: 'a.json', baselines: [], sla: 's.yaml', json: false },
  ],
  [
    'calibrate from files and folders',
    ['calibrate', 'runs', 'a.json', '--json', '--sla=s.yaml', 'b.json'],
    { command: 'calibrate', results: ['runs', 'a.json', 'b.json'], sla: 's.yaml', json: true },
  ],
  ['the help of two words', ['baseline', 'show', '--help'], { command: 'help', topic: 'baseline show' }],
  ['help with two words', ['help', 'baseline', 'prune'], { command: 'help', topic: 'baseline prune' }],
  ['the help of half a command is all of it', ['baseline', '--help'], { command: 'help', topic: undefined }],
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
  [['merge'], ['missing-value command line -']],
  [['merge', 'a', '--seed=1'], ['unexpected-flag --seed -']],
  [['merge', 'a', '--update-baseline'], ['missing-value --update-baseline -']],
  [['merge', 'a', '--baseline=url:http://x.test'], ['missing-value --baseline -']],
  [['merge', 'a', '--fail-on=no-baseline'], ['missing-value --fail-on -']],
  [['suggest', 'a.json'], ['not-available-yet command line -']],
  [['compare'], ['missing-value command line -']],
  [['calibrate'], ['missing-value command line -']],
  [['calibrate', 'a.json', '--key=x'], ['unexpected-flag --key -']],
  [['compare', 'a.json', 'b.json', '--seed=1'], ['unexpected-flag --seed -']],
  [['baseline'], ['unknown-command command line -']],
  [['baseline', FROM_FILE], ['unknown-command command line -']],
  [['baseline', 'shwo'], ['unknown-command command line show']],
  [['basline', 'show'], ['unknown-command command line baseline']],
  [['help', 'baseline'], ['unknown-command command line -']],
  [['help', 'run', 'check'], ['unexpected-argument command line -']],
  [['baseline', 'show'], ['missing-value command line -']],
  [['baseline', 'show', '--baseline=none'], ['missing-value --baseline -']],
  [['baseline', 'show', FROM_FILE, 'x'], ['unexpected-argument command line -']],
  [['baseline', 'update'], ['missing-value command line -']],
  [['baseline', 'accept', FROM_FILE, 'a', 'b'], ['duplicate command line -']],
  [['baseline', 'accept', FROM_FILE, '--why', 'two\nlines'], ['value --why -']],
  [['baseline', 'prune', FROM_FILE, '--keep=0'], ['value --keep -']],
  [['baseline', 'show', FROM_FILE, '--keep=5'], ['unexpected-flag --keep -']],
  [['run', '--fail-on=no-baseline'], ['missing-value --fail-on -']],
  [['run', '--baseline', 'file:'], ['value --baseline file:DIR']],
  [['run', '--baseline', 'runs'], ['value --baseline -']],
  [['run', '--baseline', './runs'], ['value --baseline file:./runs']],
  [['run', '--baseline', 'brnch'], ['value --baseline branch']],
  [['run', '--baseline=branch', '--baseline-branch=a..b'], ['value --baseline-branch -']],
  [['run', '--baseline=branch', '--baseline-branch=-f'], ['value --baseline-branch -']],
  [['run', '--baseline=branch', '--baseline-branch=a b'], ['value --baseline-branch -']],
  [['run', '--baseline=branch', '--baseline-branch=x.lock'], ['value --baseline-branch -']],
  [['run', '--baseline=branch', '--baseline-branch=a//b'], ['value --baseline-branch -']],
  [['run', FROM_FILE, '--key', 'a\u0007'], ['value --key -']],
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
  [['run', '--engine', 'lokust'], ['value --engine locust']],
  [['run', '--expect-workers', '2'], ['missing-value --expect-workers -']],
  [['run', '--engine=locust', '--expect-workers', '0'], ['value --expect-workers -']],
  [['run', '--engine=locust', '--expect-workers=2', '--workers=2'], ['conflict --workers -']],
  [['run', '--engine=locust', '--expect-workers=2', 'a.yaml', 'b.yaml'], ['conflict --expect-workers -']],
  [['run', '--engine=locust', '--shard=1/2', NOON], ['conflict --shard -']],
  [['run', '--engine=locust', '--baseline', 'url:http://x.test'], ['conflict --baseline -']],
  [['run', '--ui=70000'], ['value --ui -']],
  [['run', '--ui='], ['missing-value --ui -']],
  [['run', '--wait'], ['missing-value --wait -']],
  [['view'], ['missing-value command line -']],
  [['view', ...'123456789'.split('')], ['missing-value command line -']],
  [['run', '--shard', '1/2'], ['missing-value --shard -']],
  [['run', '--shard'], ['missing-value --shard -']],
  ...['0/2', '3/2', '1/1', '1/257', '01/2', '1', '1/2/3', '-1/2'].map(
    (shard) => [['run', `--shard=${shard}`, NOON], ['value --shard -']] as const,
  ),
  ...['12:00', '2026-03-01T12:00:00', '2026-02-31T12:00:00Z', '2026-03-01', '+2', '+0s', '-2m', 'now'].map(
    (time) => [['run', '--shard=1/2', `--start-at=${time}`], ['value --start-at -']] as const,
  ),
  [['run', '--shard=1/2', '--start-at=+2m'], ['value --start-at -']],
  [['run', '--shard=1/2', NOON, '--plan-hash=12ab'], ['value --plan-hash -']],
  [['run', NOON], ['conflict --start-at -']],
  [['run', `--plan-hash=${HASH}`], ['conflict --plan-hash -']],
  [['run', '--shard=1/2', NOON, '--ui'], ['conflict --shard -']],
  [['run', '--shard=1/2', NOON, '--csv-prefix=reports/test'], ['conflict --shard -']],
  [['run', '--shard=1/2', NOON, '--baseline=url:http://x.test'], ['conflict --shard -']],
  [['run', 'a.yaml', 'b.yaml', '--shard=1/2', NOON], ['conflict --shard -']],
  [['run', 'load/*.yaml', '--shard=1/2', NOON], ['conflict --shard -']],
  [['baseline', 'update', FROM_FILE, '--shard=1/2', NOON], ['conflict --shard -']],
  [['run', '--update-baseline'], ['unexpected-flag --update-baseline -']],
  [['check', '--shard=1/2'], ['unexpected-flag --shard -']],
  [['run', '--quiet=maybe'], ['value --quiet -']],
  [['run', '--csv-prefix', 'reports/'], ['value --csv-prefix -']],
  [['run', '--csv-prefix', '..'], ['value --csv-prefix -']],
  [['check', '--csv-prefix', 'reports/test'], ['unexpected-flag --csv-prefix -']],
  [['run', '--working-directory', 'x'], ['unknown-flag command line -']],
  [['check', '--workers', '2'], ['unexpected-flag --workers -']],
  [['demo', 'a.yaml'], ['unexpected-argument command line -']],
  [['demo', '--system', 'pgit'], ['value --system pggit']],
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
  assert.doesNotMatch(messages(['run', '--baseline', 'url:https://user:hunter2@x.test']), /hunter2/);
  assert.ok(messages(['run', '--seed', '9'.repeat(10_000)]).length < 200);
});

const IN_CI: readonly (readonly [what: string, env: Record<string, string>, argv: readonly string[], baseline: unknown])[] = [
  ['a run has an implied branch in CI', { CI: 'true' }, ['run'], { kind: 'implied', branch: 'load-gate-baselines' }],
  [
    'a run has an implied branch in GitHub Actions',
    { GITHUB_ACTIONS: 'true' },
    ['run'],
    { kind: 'implied', branch: 'load-gate-baselines' },
  ],
  ['its name can be said', { CI: '1' }, ['run', '--baseline-branch=perf'], { kind: 'implied', branch: 'perf' }],
  [
    'a branch that is asked for is not implied',
    { CI: '1' },
    ['run', '--baseline=branch'],
    { kind: 'branch', branch: 'load-gate-baselines' },
  ],
  ['none is none everywhere', { CI: '1' }, ['run', '--baseline=none'], { kind: 'none' }],
  ['outside of CI a run has none', { CI: 'false' }, ['run'], { kind: 'none' }],
  ['who stores runs has asked for the branch', { CI: '1' }, ['baseline', 'update'], { kind: 'branch', branch: 'load-gate-baselines' }],
  ['who shows them, too', { CI: '1' }, ['baseline', 'show'], { kind: 'branch', branch: 'load-gate-baselines' }],
];
for (const [what, env, argv, baseline] of IN_CI) {
  test(`${what}: ${argv.join(' ')}`, () => {
    const parsed = parseArgv(argv, env);
    assert.ok(parsed.ok && 'baseline' in parsed.value, JSON.stringify(parsed));
    assert.deepEqual(parsed.value.baseline, baseline);
  });
}

test('check, demo and compare are the same in CI', () => {
  for (const argv of [['check'], ['demo'], ['compare', 'a.json', 'b.json']])
    assert.deepEqual(parseArgv(argv, { CI: 'true' }), parseArgv(argv));
});
