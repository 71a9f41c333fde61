import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import { buildProduct, type Product } from './build-product.ts';
import { BROKEN, HOLDING, makeFolder, readFolder, shortScenario } from './make-folder.ts';
import { startAction, type ActionEnded } from './start-action.ts';
import { runProcess, type Ended } from './start-process.ts';
import { startTarget, type Target } from './start-target.ts';

let product: Product;
let target: Target;

before(async () => {
  target = await startTarget();
  product = await buildProduct();
});
after(async () => {
  await target?.stop();
  await product?.remove();
});

type Files = Readonly<Record<string, string>>;

/** Two parts below a folder, the second of which is as `sla` says. */
function twoParts(sla: string, folder = ''): Files {
  return {
    [`${folder}suite.yaml`]:
      'name: Nightly\nsuite:\n  - { scenario: a.yaml }\n  - { pause: 100ms }\n  - { scenario: b.yaml, sla: strict.yaml }\n',
    [`${folder}a.yaml`]: shortScenario(target.url),
    [`${folder}a.sla.yaml`]: HOLDING,
    [`${folder}b.yaml`]: shortScenario(target.url),
    [`${folder}b.sla.yaml`]: HOLDING,
    [`${folder}strict.yaml`]: sla,
  };
}

async function run(context: TestContext, args: readonly string[], files: Files): Promise<Ended & { readonly folder: string }> {
  const folder = await makeFolder(context, files);
  return { folder, ...(await runProcess(product.cli, args, { cwd: folder })) };
}

function verdictsOf(results: string): readonly string[] {
  const { parts, verdict } = JSON.parse(results) as {
    readonly parts: readonly { readonly name: string; readonly results: { readonly verdict: { readonly state: string } } }[];
    readonly verdict: { readonly state: string };
  };
  return [verdict.state, ...parts.map(({ name, results: { verdict: own } }) => `${name}: ${own.state}`)];
}

describe('on the command line', () => {
  test('several scenarios are one run with one verdict and one exit code', async (context) => {
    const { code, stdout, stderr, folder } = await run(context, ['run', 'a.yaml', 'b.yaml'], twoParts(HOLDING));
    assert.equal(code, 0, stdout + stderr);
    assert.match(
      stdout,
      /^Part 1 of 2: a$[^]*^Part 2 of 2: b$[^]*^── a\nPASS [^]*^── b\nPASS [^]*^PASS {2}a, b, 2 parts$[^]*^reports: load-gate-report$/m,
    );
    const names = [...(await readFolder(join(folder, 'load-gate-report'))).keys()];
    for (const name of ['results.json', 'junit.xml', 'a/results.json', 'b/report.html']) assert.ok(names.includes(name), name);
  });

  test('a breach in one part is the breach of the suite', async (context) => {
    const { code, stdout } = await run(context, ['run', 'suite.yaml'], twoParts(BROKEN));
    assert.equal(code, 1, stdout);
    assert.match(stdout, /^BREACH {2}Nightly, 2 parts\n\n- b: GET \/ok [^]*^a +PASS [^]*^b +BREACH /m);
  });

  test('--json has the combined results alone on standard output, to the byte', async (context) => {
    const { code, stdout, stderr, folder } = await run(context, ['run', '*.yaml', '--json'], {
      'a.yaml': shortScenario(target.url),
      'a.sla.yaml': HOLDING,
      'b.yaml': shortScenario(target.url),
      'b.sla.yaml': HOLDING,
    });
    assert.equal(code, 0, stderr);
    assert.equal(stdout, await readFile(join(folder, 'load-gate-report/results.json'), 'utf8'));
    assert.deepEqual(verdictsOf(stdout), ['pass', 'a: pass', 'b: pass']);
    assert.match(stderr, /^PASS {2}a, b, 2 parts$/m);
  });

  test('check has the plan of each part, the pauses, and what it takes in all, and sends nothing', async (context) => {
    const requests = target.count();
    const { code, stdout, folder } = await run(context, ['check', 'suite.yaml'], twoParts(HOLDING));
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^── part 1 of 2: a$[^]*GET \/ok[^]*^── a pause of 100 ms$[^]*^── part 2 of 2: b$[^]*GET \/ok[^]*^2 parts, one verdict, 2\.1 s in all$/m,
    );
    assert.equal(target.count(), requests);
    assert.ok(!existsSync(join(folder, 'load-gate-report')));
  });

  test('what is wrong with any part is told by check and run alike, and the cap is that of the whole', async (context) => {
    const wrong = { ...twoParts(HOLDING), 'b.yaml': 'stepss: []\n' };
    for (const command of ['check', 'run']) {
      const { code, stderr } = await run(context, [command, 'suite.yaml'], wrong);
      assert.equal(code, 2);
      assert.match(stderr, /^b\.yaml:1:1 .*stepss/m);
      const capped = await run(context, [command, 'suite.yaml', '--max-duration', '2s'], twoParts(HOLDING));
      assert.equal(capped.code, 2, capped.stdout);
      assert.match(capped.stderr, /the suite takes 2\.1 s, more than the cap of 2 s/);
    }
  });

  test('compare is told which files of a suite hold a run', async (context) => {
    const { folder } = await run(context, ['run', 'suite.yaml'], twoParts(HOLDING));
    for (const place of ['load-gate-report/results.json', 'load-gate-report']) {
      const { code, stderr } = await runProcess(product.cli, ['compare', 'load-gate-report/a/results.json', place], { cwd: folder });
      assert.equal(code, 2, stderr);
      assert.match(stderr, /holds the parts of a suite, each with a file of its own beside this one: a\/results\.json, b\/results\.json/);
    }
    const fine = await runProcess(product.cli, ['compare', 'load-gate-report/a/results.json', 'load-gate-report/b/results.json'], {
      cwd: folder,
    });
    assert.notEqual(fine.code, 2, fine.stderr);
  });
});

describe('in the action', () => {
  async function start(
    context: TestContext,
    inputs: Record<string, string>,
    files: Files,
  ): Promise<ActionEnded & { readonly workspace: string }> {
    const [workspace, runner] = [await makeFolder(context, files), await makeFolder(context, {})];
    const { ended } = await startAction(product.action, { workspace, runner, inputs: { baseline: 'none', ...inputs } });
    return { workspace, ...(await ended) };
  }

  test('a suite that holds: outputs, summary, reports, no annotation', async (context) => {
    const { code, outputs, commands, summary, stdout, workspace } = await start(context, { scenario: 'suite.yaml' }, twoParts(HOLDING));
    assert.equal(code, 0, stdout);
    assert.deepEqual(commands, []);
    assert.deepEqual(
      ['verdict', 'breaches', 'regressions', 'report-path', 'results-path'].map((name) => outputs.get(name)),
      ['pass', '0', '0', 'load-gate-report', 'load-gate-report/results.json'],
    );
    assert.match(summary, /^## ✅ Pass: Nightly\n[^]*^\| `a` \| ✅ Pass \|/m);
    assert.equal(outputs.get('summary')?.trimEnd(), summary.trimEnd());
    assert.deepEqual(verdictsOf(await readFile(join(workspace, outputs.get('results-path') ?? ''), 'utf8')), [
      'pass',
      'a: pass',
      'b: pass',
    ]);
  });

  test('a broken promise: an error on its line of the SLA of that part, named by the part, relative to the repository', async (context) => {
    const inputs = { scenario: 'suite.yaml', 'working-directory': 'load' };
    const { code, outputs, commands, stdout } = await start(context, inputs, twoParts(BROKEN, 'load/'));
    assert.equal(code, 1, stdout);
    assert.equal(commands.length, 1, stdout);
    assert.match(commands[0] ?? '', /^::error title=b%3A GET \/ok [^,]*,file=load\/strict\.yaml,line=2::/);
    assert.deepEqual(
      [outputs.get('verdict'), outputs.get('breaches'), outputs.get('report-path')],
      ['breach', '1', 'load/load-gate-report'],
    );
  });

  test('scenarios one to a line are a suite, too; its mistakes are on their lines', async (context) => {
    const inputs = { scenario: 'load/a.yaml\nload/b.yaml' };
    const fine = await start(context, inputs, twoParts(HOLDING, 'load/'));
    assert.deepEqual([fine.code, fine.outputs.get('verdict')], [0, 'pass'], fine.stdout);
    const files = { ...twoParts(HOLDING, 'load/'), 'load/suite.yaml': 'suite:\n  - { scenario: gone.yaml }\n' };
    const wrong = await start(context, { scenario: 'load/suite.yaml' }, files);
    assert.deepEqual([wrong.code, wrong.commands.length, wrong.outputs.get('verdict')], [2, 1, undefined]);
    assert.match(wrong.commands[0] ?? '', /^::error .*file=load\/suite\.yaml,line=2::gone\.yaml cannot be read/);
  });

  test('a suite cannot reach out of the workspace', async (context) => {
    const outside = await makeFolder(context, { 'secret.yaml': shortScenario(target.url) });
    const requests = target.count();
    const { code, stdout } = await start(
      context,
      { scenario: 'suite.yaml' },
      { 'suite.yaml': `suite: [{ scenario: ${outside}/secret.yaml }]\n` },
    );
    assert.equal(code, 2, stdout);
    assert.match(stdout, /outside of the workspace/);
    assert.equal(target.count(), requests);
  });

  test('no secret of one part is in the log or a report of another', async (context) => {
    const secret = 'kd83hs-9f';
    const files = {
      ...twoParts(HOLDING),
      'a.yaml': shortScenario(target.url, '  - { get: /ok, headers: { authorization: "${secret.TOKEN}" } }\n'),
      'b.yaml': shortScenario(target.url).replace(/^/, 'name: "plan ${env.LEAK}"\n'),
    };
    const [workspace, runner] = [await makeFolder(context, files), await makeFolder(context, {})];
    const env = { TOKEN: secret, LEAK: secret };
    const { ended } = await startAction(product.action, { workspace, runner, inputs: { baseline: 'none', scenario: 'suite.yaml' }, env });
    const { code, stdout } = await ended;
    assert.equal(code, 0, stdout);
    assert.deepEqual(
      stdout.split('\n').filter((line) => line.includes(secret) && !line.startsWith('::add-mask::')),
      [],
    );
    for (const [name, text] of await readFolder(join(workspace, 'load-gate-report'))) assert.ok(!text.includes(secret), name);
  });

  test('the second half for forks says that it takes one scenario', async (context) => {
    const inputs = { scenario: 'suite.yaml', 'run-id': '7', 'github-token': 'a-token-of-tests' };
    const { code, commands, stdout } = await start(context, inputs, twoParts(HOLDING));
    assert.equal(code, 2, stdout);
    assert.match(commands.join('\n'), /::input scenario: with run-id there is one scenario: .* not of a suite — give each scenario a job/);
  });
});
