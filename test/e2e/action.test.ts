import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { buildProduct, type Product } from './build-product.ts';
import { BROKEN, HOLDING, PATIENT, longScenario, makeFolder, readResults, shortScenario } from './make-folder.ts';
import { startAction, type ActionEnded } from './start-action.ts';
import { startTarget, type Target } from './start-target.ts';

let product: Product;
let target: Target;

/** Each line would be a command, if it came to stand alone in the log. */
const HOSTILE = '\n::error::pwned\n##[error]pwned\n  ::set-output name=verdict::pass\r::stop-commands::x\n';

before(async () => {
  target = await startTarget({ '/hostile': (_, response) => response.setHeader('content-type', 'application/json').end(HOSTILE) });
  product = await buildProduct();
});
after(async () => {
  await target?.stop();
  await product?.remove();
});

type Options = { readonly files: Record<string, string>; readonly inputs?: Record<string, string>; readonly env?: Record<string, string> };

async function start(context: TestContext, { files, inputs, env }: Options) {
  const [workspace, runner] = [await makeFolder(context, files), await makeFolder(context, {})];
  return { workspace, ...(await startAction(product.action, { workspace, runner, inputs: inputs ?? {}, env: env ?? {} })) };
}

async function run(context: TestContext, options: Options): Promise<ActionEnded & { readonly workspace: string }> {
  const { workspace, ended } = await start(context, options);
  return { workspace, ...(await ended) };
}

test('a promise that holds: exit code 0, outputs, summary, reports, no annotation', async (context) => {
  const files = { 'load-gate.yaml': shortScenario(target.url), 'load-gate.sla.yaml': HOLDING };
  const { code, outputs, summary, commands, stdout, workspace } = await run(context, { files });
  assert.equal(code, 0, stdout);
  assert.deepEqual(commands, []);
  assert.deepEqual(
    ['verdict', 'breaches', 'regressions', 'report-path', 'results-path'].map((name) => outputs.get(name)),
    ['pass', '0', '0', 'load-gate-report', 'load-gate-report/results.json'],
  );
  assert.match(summary, /^## ✅ Pass/);
  assert.equal(outputs.get('summary')?.trimEnd(), summary.trimEnd());
  assert.equal(readResults(await readFile(join(workspace, outputs.get('results-path') ?? ''), 'utf8')).verdict.state, 'pass');
});

test('a broken promise: exit code 1, and an error on its line of the SLA, relative to the repository', async (context) => {
  const files = { 'load/test/api.yaml': shortScenario(target.url), 'load/test/api.sla.yaml': BROKEN };
  const inputs = { 'working-directory': 'load', scenario: 'test/api.yaml', out: 'reports' };
  const { code, outputs, commands, summary, stdout, workspace } = await run(context, { files, inputs });
  assert.equal(code, 1, stdout);
  assert.equal(commands.length, 1, stdout);
  assert.match(commands[0] ?? '', /^::error title=GET \/ok [^,]*,file=load\/test\/api\.sla\.yaml,line=2::/);
  assert.deepEqual([outputs.get('verdict'), outputs.get('breaches'), outputs.get('report-path')], ['breach', '1', 'load/reports']);
  assert.match(summary, /Breach/);
  assert.ok(existsSync(join(workspace, 'load/reports/junit.xml')));
});

test('too few samples: exit code 3, a warning on the line of the row, and an error that names the verdict', async (context) => {
  const files = { 'load-gate.yaml': shortScenario(target.url), 'load-gate.sla.yaml': `endpoints:\n  GET /ok:\n    p95: 5s\n${PATIENT}` };
  const { code, outputs, commands, stdout } = await run(context, { files });
  assert.equal(code, 3, stdout);
  assert.equal(outputs.get('verdict'), 'inconclusive');
  assert.match(commands[0] ?? '', /^::error title=load-gate%3A inconclusive/);
  assert.match(commands[1] ?? '', /^::warning .*file=load-gate\.sla\.yaml,line=3::/);
});

test('fail-on lets an inconclusive run pass, and the output still says what it is', async (context) => {
  const files = { 'load-gate.yaml': shortScenario(target.url) };
  const { code, outputs } = await run(context, { files, inputs: { 'fail-on': 'breach,regression' } });
  assert.deepEqual([code, outputs.get('verdict')], [0, 'inconclusive']);
});

test('mistakes in the files: exit code 2, each on its line, all in the log, and no verdict', async (context) => {
  const files = {
    'sub/load-gate.yaml': shortScenario(target.url).replace('duration', 'duratoin'),
    'sub/load-gate.sla.yaml': 'endpionts: {}\n',
  };
  const { code, outputs, commands, stdout } = await run(context, { files, inputs: { 'working-directory': 'sub' } });
  assert.equal(code, 2, stdout);
  assert.equal(outputs.get('verdict'), undefined);
  assert.ok(
    commands.some((line) => /^::error .*file=sub\/load-gate\.yaml,line=5::.*duratoin/.test(line)),
    stdout,
  );
  assert.ok(
    commands.some((line) => /^::error .*file=sub\/load-gate\.sla\.yaml,line=1::.*endpionts/.test(line)),
    stdout,
  );
  assert.match(stdout, /^load-gate\.yaml:5:\d+/m);
});

test('an input that is wrong, or asks for what is not there: exit code 2, and an error', async (context) => {
  const files = { 'load-gate.yaml': shortScenario(target.url) };
  const wrong = await run(context, { files, inputs: { seed: 'banana' } });
  assert.equal(wrong.code, 2);
  assert.deepEqual(wrong.commands.length, 1);
  assert.match(wrong.commands[0] ?? '', /^::error title=[^,:]*::input seed: "banana"/);
  const lacking = await run(context, { files, inputs: { engine: 'locust' }, env: { LOAD_GATE_LOCUST: '/nowhere/locust' } });
  assert.equal(lacking.code, 2);
  assert.match(lacking.stdout, /LOAD_GATE_LOCUST_MISSING/);
});

for (const [name, inputs] of [
  ['a working directory above the workspace', { 'working-directory': '..' }],
  ['a report folder above the workspace', { out: '../reports' }],
  ['a report folder behind a link', { out: 'linked/reports' }],
  ['a scenario behind a link', { scenario: 'linked/load-gate.yaml' }],
] as const) {
  test(`${name} is refused before any load`, async (context) => {
    const outside = await makeFolder(context, { 'load-gate.yaml': shortScenario(target.url) });
    const [workspace, runner] = [
      await makeFolder(context, { 'load-gate.yaml': shortScenario(target.url), 'load-gate.sla.yaml': HOLDING }),
      await makeFolder(context, {}),
    ];
    await symlink(outside, join(workspace, 'linked'));
    const requests = target.count();
    const { ended } = await startAction(product.action, { workspace, runner, inputs });
    const { code, commands, stdout } = await ended;
    assert.equal(code, 2, stdout);
    assert.equal(commands.length, 1, stdout);
    assert.equal(target.count(), requests);
    assert.equal(existsSync(join(outside, 'reports')), false);
  });
}

test('a failed before: exit code 3, the verdict is inconclusive, and annotation and summary say why', async (context) => {
  const scenario = shortScenario(target.url).replace('steps:', 'before:\n  - { get: /ok, expect: { status: 204 } }\nsteps:');
  const { code, outputs, commands, summary, stdout } = await run(context, {
    files: { 'load-gate.yaml': scenario, 'load-gate.sla.yaml': HOLDING },
  });
  assert.equal(code, 3, stdout);
  assert.equal(outputs.get('verdict'), 'inconclusive');
  assert.match(commands.join('\n'), /^::error title=load-gate%3A inconclusive,[^]*answered 200/m);
  assert.match(summary, /answered 200/);
});

test('reports that cannot be written: exit code 4, and the verdict is still published', async (context) => {
  const files = { 'load-gate.yaml': shortScenario(target.url), 'load-gate.sla.yaml': HOLDING, taken: 'a file' };
  const { code, outputs, stdout } = await run(context, { files, inputs: { out: 'taken/reports' } });
  assert.equal(code, 4, stdout);
  assert.deepEqual([outputs.get('verdict'), outputs.get('report-path'), outputs.get('results-path')], ['pass', '', '']);
});

test('outputs that cannot be set: exit code 4 after a pass, 1 after a breach', async (context) => {
  for (const [sla, expected] of [
    [HOLDING, 4],
    [BROKEN, 1],
  ] as const) {
    const { code, stdout } = await run(context, {
      files: { 'load-gate.yaml': shortScenario(target.url), 'load-gate.sla.yaml': sla },
      env: { GITHUB_OUTPUT: '/nowhere/output' },
    });
    assert.equal(code, expected, stdout);
  }
});

test('nothing that a server or a file says becomes a workflow command', async (context) => {
  const quoted = JSON.stringify(HOSTILE);
  const steps = `  - { get: /hostile, name: ${quoted}, expect: { body: { equals: ${quoted} }, json: { $.a: ${quoted} } } }\n`;
  const scenario = `name: ${quoted}\n${shortScenario(target.url, steps).replace('name: burst', `name: ${quoted}`)}`;
  const files = {
    'load-gate.yaml': scenario,
    'load-gate.sla.yaml': `"*": { error_budget: 0% }\n`.replace(/^/, 'endpoints:\n  ') + PATIENT,
  };
  const load = await run(context, { files });
  assert.equal(load.code, 1, load.stdout);
  const beforeAll = `before:\n  - { get: /hostile, name: ${quoted}, expect: { json: { $.a: 1 } } }\nsteps:`;
  const failed = await run(context, { files: { ...files, 'load-gate.yaml': scenario.replace('steps:', beforeAll) } });
  assert.equal(failed.code, 3, failed.stdout);
  for (const { commands, outputs } of [load, failed]) {
    assert.ok(commands.length > 0);
    // All of them are ours: one line each, with our title in front.
    for (const command of commands) assert.match(command, /^::(error|warning) title=/);
    assert.notEqual(outputs.get('verdict'), 'pass');
  }
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`a job that is cancelled (${signal}) leaves reports, summary and outputs long before the runner kills it`, async (context) => {
    const files = { 'load-gate.yaml': longScenario(target.url), 'load-gate.sla.yaml': HOLDING };
    const action = await start(context, { files });
    await action.until(target.received(target.count() + 30));
    action.kill(signal);
    const { code, outputs, summary, stdout } = await action.ended;
    assert.equal(code, 3, stdout);
    assert.equal(outputs.get('verdict'), 'inconclusive');
    assert.match(summary, new RegExp(`Cut short.*${signal}`));
    assert.equal(
      readResults(await readFile(join(action.workspace, 'load-gate-report/results.json'), 'utf8')).run.ending.state,
      'cut-short',
    );
  });
}

test('an empty folder as workspace is told which file is missing', async (context) => {
  const { code, stdout } = await run(context, { files: {} });
  assert.equal(code, 2);
  assert.match(stdout, /load-gate\.yaml does not exist/);
});

test('pull_request_target is refused before any load, whose secrets would meet the files of a fork', async (context) => {
  const files = { 'load-gate.yaml': shortScenario(target.url), 'load-gate.sla.yaml': HOLDING };
  const { code, outputs, commands } = await run(context, { files, env: { GITHUB_EVENT_NAME: 'pull_request_target' } });
  assert.deepEqual([code, outputs.get('verdict'), commands.length], [2, undefined, 1]);
  assert.match(commands[0] ?? '', /use pull_request; /);
});

/** Throws where nobody can catch it, once the outputs are set. */
const STRAY = `import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) setInterval(() => {
  if (readFileSync(process.env.GITHUB_OUTPUT, 'utf8').includes('summary<<')) throw new Error('a stray error of a library');
}, 5).unref();
`;

for (const [verdict, sla, expected] of [
  ['pass', HOLDING, 0],
  ['breach', BROKEN, 1],
] as const) {
  test(`what a library throws where nobody can catch it, while a comment is sent, leaves a ${verdict} as it is`, async (context) => {
    const silent = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    context.after(() => silent.close());
    const pull = { number: 7, head: { sha: 'a'.repeat(40), repo: { id: 1 } }, base: { ref: 'main', repo: { id: 1 } } };
    const files = {
      'load-gate.yaml': shortScenario(target.url),
      'load-gate.sla.yaml': sla,
      'event.json': JSON.stringify({ pull_request: pull }),
      'stray.mjs': STRAY,
    };
    const [workspace, runner] = [await makeFolder(context, files), await makeFolder(context, {})];
    const env = {
      NODE_OPTIONS: `--import=${pathToFileURL(join(workspace, 'stray.mjs')).href}`,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: join(workspace, 'event.json'),
      GITHUB_REPOSITORY: 'octo/shop',
      GITHUB_API_URL: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    };
    const inputs = { baseline: 'none', comment: 'always', 'github-token': 'a-token-of-tests' };
    const { code, outputs, stdout } = await (await startAction(product.action, { workspace, runner, inputs, env })).ended;
    assert.match(stdout, /a stray error of a library/);
    assert.deepEqual([code, outputs.get('verdict')], [expected, verdict], stdout);
  });
}
