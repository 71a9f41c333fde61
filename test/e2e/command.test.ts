import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { renderHelp } from '../../src/options/render-help.ts';
import { buildProduct, type Product } from './build-product.ts';
import { BROKEN, HOLDING, PATIENT, makeFolder, readFolder, readResults, shortScenario } from './make-folder.ts';
import { runProcess, type Ended } from './start-process.ts';
import { startTarget, type Target } from './start-target.ts';

let product: Product;
let target: Target;

before(async () => {
  product = await buildProduct();
  target = await startTarget({ '/slow': (_, response) => void setTimeout(() => response.end('late'), 40) });
});
after(async () => {
  await target?.stop();
  await product?.remove();
});

interface Run extends Ended {
  readonly folder: string;
}

/** Runs the command line in a folder with these files (default: a scenario and an SLA that holds). */
async function run(
  context: TestContext,
  args: readonly string[],
  options: { files?: Record<string, string>; env?: Record<string, string> } = {},
): Promise<Run> {
  const files = options.files ?? { 'load-gate.yaml': shortScenario(target.url), 'load-gate.sla.yaml': HOLDING };
  const folder = await makeFolder(context, files);
  return { folder, ...(await runProcess(product.cli, args, { cwd: folder, env: options.env ?? {} })) };
}

test('--version prints the version of the package', async (context) => {
  const { code, stdout, stderr } = await run(context, ['--version'], { files: {} });
  assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: `${manifest.version}\n`, stderr: '' });
});

for (const [args, topic] of [
  [['--help'], undefined],
  [[], undefined],
  [['run', '--help'], 'run'],
  [['help', 'check'], 'check'],
] as const) {
  test(`load-gate ${args.join(' ')} prints the help${topic === undefined ? '' : ` of ${topic}`}`, async (context) => {
    const { code, stdout } = await run(context, args, { files: {} });
    assert.deepEqual({ code, stdout }, { code: 0, stdout: renderHelp(topic) });
  });
}

test('a promise that holds exits 0, with the files of the default names and every report in the default folder', async (context) => {
  const { code, stdout, stderr, folder } = await run(context, ['run']);
  assert.equal(code, 0, stdout + stderr);
  assert.match(stdout, /^PASS /m);
  assert.equal(stderr, '');
  const names = [...(await readFolder(join(folder, 'load-gate-report'))).keys()].toSorted();
  const tables = ['exceptions.csv', 'failures.csv', 'stats.csv', 'stats_history.csv'];
  const others = ['badge.json', 'junit.xml', 'latency.hlog', 'metrics.prom', 'report.html', 'results.json', 'run.log', 'summary.md'];
  assert.deepEqual(names, [...tables, ...others].toSorted());
});

test('a broken promise exits 1 and names the promise', async (context) => {
  const { code, stdout } = await run(context, ['run', '--sla', 'broken.yaml'], {
    files: { 'load-gate.yaml': shortScenario(target.url), 'broken.yaml': BROKEN },
  });
  assert.equal(code, 1, stdout);
  assert.match(stdout, /^BREACH /m);
  assert.match(stdout, /✗ {2}GET \/ok/);
});

test('a scenario without an SLA exits 3: nothing was promised', async (context) => {
  const { code, stdout } = await run(context, ['run'], { files: { 'load-gate.yaml': shortScenario(target.url) } });
  assert.equal(code, 3, stdout);
  assert.match(stdout, /There is no load-gate\.sla\.yaml/);
  assert.match(stdout, /^INCONCLUSIVE /m);
});

test('an inconclusive run that --fail-on excuses exits 0, and says what it is', async (context) => {
  const { code, stdout } = await run(context, ['run', '--fail-on', 'breach'], { files: { 'load-gate.yaml': shortScenario(target.url) } });
  assert.equal(code, 0, stdout);
  assert.match(stdout, /^INCONCLUSIVE /m);
});

test('a pass whose reports cannot be written exits 4, and shows the verdict', async (context) => {
  const files = { 'load-gate.yaml': shortScenario(target.url), 'load-gate.sla.yaml': HOLDING, taken: 'a file' };
  const { code, stdout } = await run(context, ['run', '--out', 'taken/reports'], { files });
  assert.equal(code, 4, stdout);
  assert.match(stdout, /^PASS /m);
  assert.match(stdout, /the reports cannot be written/);
});

test('a breach whose reports cannot be written is still a breach', async (context) => {
  const files = { 'load-gate.yaml': shortScenario(target.url), 'load-gate.sla.yaml': BROKEN, taken: 'a file' };
  const { code } = await run(context, ['run', '--out', 'taken/reports'], { files });
  assert.equal(code, 1);
});

const WRONG_COMMANDS = [
  ['an unknown command', ['rum'], /unknown command "rum"[^]*did you mean run\?/],
  ['an unknown flag', ['run', '--slaa', 'x'], /unknown flag "--slaa"[^]*did you mean --sla\?/],
  ['a command that comes later', ['suggest', 'a.json'], /the command suggest is not available yet/],
  ['a seed that is no number', ['run', '--seed', 'banana'], /--seed {2}error {4}"banana" is not a whole number/],
  ['a scenario that is not there', ['run', 'nowhere.yaml'], /nowhere\.yaml does not exist/],
  ['an SLA that is not there', ['run', '--sla', 'nowhere.yaml'], /nowhere\.yaml does not exist/],
  ['a profile that is not there', ['run', '--profile', 'peak'], /peak/],
  ['a rate beyond the cap', ['run', '--max-rate', '10/s'], /50\/s/],
  ['users beyond the cap', ['run', '--max-users', '3'], /3/],
  ['a time beyond the cap', ['run', '--max-duration', '500ms'], /500 ms/],
  ['a target without a scheme', ['run', '--target', 'staging.example.com'], /not an http or https URL/],
  ['a value of the plan that is not there', ['run', '--set', 'phases.birst.duration=2s'], /birst[^]*burst/],
] as const;

for (const [name, args, expected] of WRONG_COMMANDS) {
  test(`${name} exits 2 before any load`, async (context) => {
    const requests = target.count();
    const { code, stdout, stderr, folder } = await run(context, args);
    assert.equal(code, 2, stdout + stderr);
    assert.match(stderr, expected);
    assert.equal(stdout, '');
    assert.equal(target.count(), requests);
    assert.equal(existsSync(join(folder, 'load-gate-report')), false);
  });
}

test('all mistakes of both files are shown at once, each with line, column and what was meant', async (context) => {
  const { code, stderr } = await run(context, ['check'], {
    files: {
      'load-gate.yaml': `targett: ${target.url}\nsteps:\n  - get: /ok\n    timeout: 5\nphases:\n  - { name: burst, arrival_rate: 50, duratoin: 1s }\n`,
      'load-gate.sla.yaml': 'endpoints:\n  GET /ok: { error_bugdet: 1% }\n',
    },
  });
  assert.equal(code, 2);
  for (const expected of [
    /^load-gate\.yaml:1:1 .*targett/m,
    /did you mean target\?/,
    /^load-gate\.yaml:4:\d+ .*timeout|^load-gate\.yaml:4:\d+ .*5/m,
    /^load-gate\.yaml:6:\d+ .*duratoin/m,
    /did you mean duration\?/,
    /^load-gate\.sla\.yaml:2:\d+ .*error_bugdet/m,
    /did you mean error_budget\?/,
  ]) {
    assert.match(stderr, expected);
  }
});

test('check touches no network and needs no secret', async (context) => {
  const requests = target.count();
  const scenario = shortScenario(target.url, '  - get: /ok\n    headers: { authorization: "Bearer ${secret.TOKEN}" }\n');
  const { code, stdout, stderr } = await run(context, ['check'], { files: { 'load-gate.yaml': scenario, 'load-gate.sla.yaml': HOLDING } });
  assert.equal(code, 0, stderr);
  assert.match(stdout, /TOKEN/);
  assert.equal(target.count(), requests);
});

test('--json puts results.json on standard output, to the byte, and all else on standard error', async (context) => {
  const { code, stdout, stderr, folder } = await run(context, ['run', '--json']);
  assert.equal(code, 0, stderr);
  assert.equal(stdout, await readFile(join(folder, 'load-gate-report/results.json'), 'utf8'));
  const parsed = readResults(stdout);
  assert.equal(parsed.verdict.state, 'pass');
  assert.match(stderr, /^PASS /m);
});

test('--quiet prints the verdict and no progress', async (context) => {
  const files = { 'load-gate.yaml': shortScenario(target.url).replace('1s', '6s'), 'load-gate.sla.yaml': HOLDING };
  const [quiet, loud] = await Promise.all([run(context, ['run', '--quiet'], { files }), run(context, ['run'], { files })]);
  const progress = /^ +5 s {2}burst/m;
  assert.match(quiet.stdout, /^PASS /m);
  assert.doesNotMatch(quiet.stdout, progress);
  assert.match(loud.stdout, progress);
  assert.match(await readFile(join(quiet.folder, 'load-gate-report/run.log'), 'utf8'), /5 s {2}burst/);
});

test('colours are for those who want them: FORCE_COLOR paints, NO_COLOR wins, and no report holds any', async (context) => {
  const escape = '\u001b[';
  const painted = await run(context, ['run'], { env: { FORCE_COLOR: '1' } });
  const plain = await run(context, ['run'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
  assert.ok(painted.stdout.includes(escape));
  assert.ok(!plain.stdout.includes(escape));
  for (const [name, text] of await readFolder(join(painted.folder, 'load-gate-report'))) assert.ok(!text.includes('\u001b'), name);
});

test('--set, --target, --seed and the templates of --out do what they say', async (context) => {
  const files = { 'api.yaml': shortScenario('http://127.0.0.1:1'), 'api.sla.yaml': HOLDING };
  const args = [
    'run',
    'api.yaml',
    '--target',
    target.url,
    '--seed',
    '7',
    '--set',
    'phases.burst.arrival_rate=20/s',
    '--out',
    'out/{name}-{profile}',
  ];
  const { code, stdout, folder } = await run(context, args, { files });
  assert.equal(code, 0, stdout);
  const { run: summary } = readResults(await readFile(join(folder, 'out/api-default/results.json'), 'utf8'));
  assert.deepEqual([summary.seed, summary.phases[0]?.iterations.started], [7, 20]);
});

test('a profile takes the place of the phases, and selects tasks', async (context) => {
  const scenario = `target: ${target.url}
users:
  someone:
    tasks:
      read: { tags: [read], steps: [ { get: /ok } ] }
      write: { tags: [write], steps: [ { post: /write } ] }
phases:
  - { name: burst, arrival_rate: 50/s, duration: 60s }
profiles:
  tiny: { only: [read], phases: [ { name: few, iterations: 12, users: 3, max_duration: 20s } ] }
`;
  const { code, stdout, folder } = await run(context, ['run', '--profile', 'tiny'], {
    files: {
      'load-gate.yaml': scenario,
      'load-gate.sla.yaml': `${HOLDING.replace(PATIENT, '')}  POST /write: { error_budget: 0% }\n${PATIENT}`,
    },
  });
  assert.equal(code, 0, stdout);
  const { run: summary, verdict } = readResults(await readFile(join(folder, 'load-gate-report/results.json'), 'utf8'));
  assert.equal(summary.phases[0]?.iterations.ok, 12);
  assert.deepEqual(
    verdict.checks.map(({ state }) => state),
    ['passed', 'skipped'],
  );
});

test('a dead port is a breach', async (context) => {
  const { code, stdout } = await run(context, ['run', '--target', 'http://127.0.0.1:1']);
  assert.equal(code, 1, stdout);
  assert.match(stdout, /ECONNREFUSED/);
});

test('a server that dies half-way is a breach', async (context) => {
  const mortal = await startTarget();
  const done = run(context, ['run', '--target', mortal.url]);
  await mortal.received(20);
  await mortal.stop();
  const { code, stdout } = await done;
  assert.equal(code, 1, stdout);
});

test('a failed before sends no load and exits 3', async (context) => {
  const other = await startTarget({ '/ready': (_, response) => response.writeHead(503).end() });
  try {
    const scenario = shortScenario(other.url).replace('steps:', 'before:\n  - get: /ready\nsteps:');
    const { code, stdout, folder } = await run(context, ['run'], { files: { 'load-gate.yaml': scenario, 'load-gate.sla.yaml': HOLDING } });
    assert.equal(code, 3);
    assert.match(stdout.replace(/\s+/g, ' '), /cut short: load-gate\.yaml:3: before: GET \/ready failed: .*503.*no load was sent/);
    assert.match(readFileSync(join(folder, 'load-gate-report/junit.xml'), 'utf8'), /<error[^]*before: GET \/ready failed/);
    assert.equal(other.count(), 1);
  } finally {
    await other.stop();
  }
});

test('a path of the scenario that a link leads out of the workspace is refused', async (context) => {
  const outside = await makeFolder(context, { 'rows.csv': 'name\nx\n' });
  const scenario = shortScenario(target.url).replace('steps:', 'data:\n  row: { file: linked/rows.csv }\nsteps:');
  const folder = await makeFolder(context, { 'load-gate.yaml': scenario });
  await symlink(outside, join(folder, 'linked'));
  const { code, stderr } = await runProcess(product.cli, ['check'], { cwd: folder });
  assert.equal(code, 2);
  assert.match(stderr, /load-gate\.yaml:3:\d+ .*outside of the workspace/);
});

for (const [name, planted] of [
  ['thrown where no call waits for it', 'setTimeout(() => { throw new Error("planted"); }, 400);'],
  ['rejected without a listener', 'setTimeout(() => { void Promise.reject(new Error("planted")); }, 400);'],
] as const) {
  test(`an error that is ${name} is a bug: exit code 70, never the 1 of a breach`, async (context) => {
    const fault = `import { isMainThread } from 'node:worker_threads';\nif (isMainThread) ${planted}\n`;
    const files = { 'load-gate.yaml': shortScenario(target.url), 'load-gate.sla.yaml': HOLDING, 'fault.mjs': fault };
    const { code, stderr } = await run(context, ['run'], { files, env: { NODE_OPTIONS: '--import ./fault.mjs' } });
    assert.equal(code, 70, stderr);
    assert.match(stderr, /this is a bug in load-gate[^]*planted/);
  });
}

test('a reader of the output that goes away changes no verdict', async (context) => {
  const folder = await makeFolder(context, { 'load-gate.yaml': shortScenario(target.url), 'load-gate.sla.yaml': BROKEN });
  const script = `import { spawn } from 'node:child_process';
const child = spawn(process.execPath, [process.argv[2], 'run'], { stdio: ['ignore', 'pipe', 'inherit'] });
child.stdout.once('data', () => child.stdout.destroy());
child.on('exit', (code) => { process.exitCode = code ?? 99; });`;
  const wrapper = join(await makeFolder(context, { 'read-once.mjs': script }), 'read-once.mjs');
  const { code, stderr } = await runProcess(wrapper, [product.cli], { cwd: folder });
  assert.equal(code, 1, stderr);
});

const OLD_NODE = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path));

test('an older Node is told what to install', { skip: OLD_NODE === undefined ? 'there is no other Node here' : false }, async (context) => {
  const folder = await makeFolder(context, {});
  const version = await runProcess('-p', ['process.versions.node'], { cwd: folder, node: OLD_NODE ?? '' });
  if (Number.parseInt(version.stdout, 10) >= 24) return context.skip('the other Node is no older');
  const { code, stderr } = await runProcess(product.cli, ['run'], { cwd: folder, node: OLD_NODE ?? '' });
  assert.equal(code, 2);
  assert.match(stderr, /needs Node 24 or newer[^]*LOAD_GATE_NODE_TOO_OLD/);
});
