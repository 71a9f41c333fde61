import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import { nameFolder } from '../../src/baseline/name-files.ts';
import { nameBaseline } from '../../src/github/name-artifact.ts';
import { buildProduct, type Product } from '../e2e/build-product.ts';
import { makeFolder } from '../e2e/make-folder.ts';
import type { Fault } from '../github-server/faults.ts';
import { JOB_TOKEN } from '../github-server/github-state.ts';
import { startGithubFor } from '../github-server/start-github.ts';
import { startRestFor, type Rest } from '../github-server/start-rest.ts';
import { checkEnded, jobOf, LONG, MAIN, openDeployments, UPDATE } from './baseline-job.ts';
import { NO_ARTIFACTS, ofPull, openShop, type JobEnded, type Shop } from './open-shop.ts';

/** Whatever goes wrong on GitHub's side, the exit code is that of the verdict, and a sentence says what to do. What takes long runs side by side, a whole history among it. */
let product: Product;

before(async () => {
  product = await buildProduct();
});

after(() => product.remove());

const openRest = (context: TestContext): Promise<Shop<Rest>> => openShop(context, product, startRestFor);

function checkBreach({ code, stdout, stderr, outputs, summary }: JobEnded): void {
  assert.deepEqual([code, outputs.get('verdict'), stderr], [1, 'breach', ''], stdout);
  assert.match(summary, /Breach/);
}

const COMMENTS = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
const POST = `POST ${COMMENTS}`;
const NOT_WRITTEN = 'The comment on the pull request was not written: ';
const GRANT = 'give the job `permissions: pull-requests: write`';

const TROUBLES: readonly (readonly [name: string, fault: Fault, ...says: readonly string[]])[] = [
  ['forbids the comment', { route: POST, kind: 'forbidden' }, NOT_WRITTEN, GRANT],
  ['does not find the pull request', { route: POST, kind: 'status', status: 404 }, NOT_WRITTEN, '(404)', GRANT],
  ['refuses the content', { route: POST, kind: 'status', status: 422 }, NOT_WRITTEN, '422', 'the job summary has all of it'],
  ['says that there were too many requests', { route: POST, kind: 'status', status: 429 }, NOT_WRITTEN, "GitHub's rate limit is used up"],
  ['has trouble when asked to write', { route: POST, kind: 'status', status: 500 }, NOT_WRITTEN, 'GitHub has trouble (500)'],
  ['has trouble with everything', { route: '*', kind: 'status', status: 503 }, NOT_WRITTEN, 'GitHub has trouble (503)'],
  ['limits those who write', { route: POST, kind: 'secondary-rate-limit', retryAfterSeconds: 120 }, NOT_WRITTEN, 'is used up for 2 m;'],
  ['has nothing left of its allowance', { route: '*', kind: 'rate-limit', resetSeconds: 1_800 }, NOT_WRITTEN, 'is used up for'],
  ['answers with a page of a proxy', { route: '*', kind: 'garbage', text: '<html>log in</html>' }, NOT_WRITTEN],
  ['hangs up', { route: '*', kind: 'drop' }, NOT_WRITTEN, 'GitHub could not be reached'],
  ['does not know the token', { route: '*', kind: 'status', status: 401 }, NOT_WRITTEN, 'check `github-token`'],
];

/** Writes down every module that a process loads, into the file that LOADED names. */
const WATCH = `import { registerHooks } from 'node:module'; import { appendFileSync } from 'node:fs';
registerHooks({ load(url, context, next) { appendFileSync(process.env.LOADED, url + '\\n'); return next(url, context); } });`;
const PARTS = { 'artifact library': 'ArtifactServiceClientJSON', 'REST client': 'function getOctokit(' };

/** Which of the heavy parts a process has loaded. */
async function listParts(loaded: string): Promise<readonly string[]> {
  const files = (await readFile(loaded, 'utf8')).split('\n').filter((url) => url.includes('/dist/'));
  const texts = await Promise.all(files.map((url) => readFile(new URL(url), 'utf8')));
  return Object.entries(PARTS).flatMap(([part, word]) => (texts.some((text) => text.includes(word)) ? [part] : []));
}

describe('side by side', { concurrency: 5 }, () => {
  test('the verdict stands when the artifact service never answers', async (context) => {
    const shop = await openShop(context, product, startGithubFor);
    shop.dial.status = 503;
    shop.state.faults.push({ route: 'CreateArtifact', kind: 'hang' });
    const ended = await shop.run({ run: ofPull(shop.pull) });
    checkEnded(ended, 1, /Warning: The reports were not uploaded: it took longer than \d+ s\. .*the verdict stands/);
    assert.deepEqual([ended.outputs.get('artifact-id'), shop.state.artifacts, shop.state.comments.length], ['', [], 1]);
  });

  test('the verdict stands when the artifact service is broken', async (context) => {
    const shop = await openShop(context, product, startGithubFor);
    shop.state.faults.push({ route: 'CreateArtifact', kind: 'status', status: 500 });
    const ended = await shop.run({ run: ofPull(shop.pull), inputs: { comment: 'always' } });
    checkEnded(ended, 0, /Warning: The reports were not uploaded: /);
    assert.deepEqual([ended.outputs.get('verdict'), ended.outputs.get('artifact-url')], ['pass', '']);
    assert.ok(ended.reports.size > 4);
    assert.doesNotMatch(shop.state.comments[0]?.body ?? '', /\[report\]/);
  });

  test('the verdict stands when GitHub never answers', async (context) => {
    const shop = await openShop(context, product, startRestFor);
    shop.dial.status = 503;
    shop.state.faults.push({ route: '*', kind: 'hang' });
    const ended = await shop.run({ run: ofPull(shop.pull), env: NO_ARTIFACTS });
    checkEnded(ended, 1, /The comment on the pull request was not written: GitHub did not answer in time/);
  });

  test('pushes store, pull requests are compared with them, and what was slower counts when it was accepted', async (context) => {
    const [shop, deployments] = await Promise.all([openShop(context, product, startGithubFor), openDeployments(context)]);
    const { run, pull, state } = shop;
    const [seconds, pullRun] = [LONG, ofPull(pull)];
    const stored = await Promise.all([1, 2].map(() => run(jobOf(deployments, MAIN, { seconds, inputs: UPDATE }))));
    for (const ended of stored) checkEnded(ended, 0, /Stored as \d{8}T\d{9}Z-[0-9a-f]{8} in artifacts of octo\/shop\./);
    assert.equal(state.artifacts.filter(({ name }) => name === nameBaseline(nameFolder('load gate / gate'))).length, 2);

    const strict = { 'fail-on': 'breach,regression,inconclusive,no-baseline' };
    const [fast, slow, slower] = await Promise.all([
      run(jobOf(deployments, pullRun, { seconds, inputs: strict })),
      run(jobOf(deployments, pullRun, { seconds, speed: 'slow', inputs: { key: 'load gate / gate' } })),
      run(jobOf(deployments, MAIN, { seconds, speed: 'slow', inputs: UPDATE })),
    ]);
    checkEnded(fast, 0, /^PASS /m);
    assert.match(fast.summary, /2 runs/);
    checkEnded(slow, 1, /^REGRESSION /m);
    assert.notEqual(slow.outputs.get('regressions'), '0');
    assert.match(state.comments[0]?.body ?? '', /GET \/items p50/);
    checkEnded(slower, 1, /it is slower, and does not count until it is accepted/);

    const inputs = { mode: 'accept-baseline' };
    checkEnded(await run(jobOf(deployments, pullRun, { inputs })), 3, /runs of push and schedule on main alone are read as baselines/);
    checkEnded(await run(jobOf(deployments, MAIN, { inputs })), 0, /Run \S+ counts from now on, accepted by dev\./);
    checkEnded(await run(jobOf(deployments, MAIN, { inputs })), 2, /waits to be accepted/);
    checkEnded(await run(jobOf(deployments, pullRun, { seconds, speed: 'slow' })), 0, /^PASS /m);
  });

  test('the verdict stands when the artifact service refuses the job, or its links are spent', async (context) => {
    const shop = await openShop(context, product, startGithubFor);
    shop.dial.status = 503;
    for (const kind of ['forbidden', 'expired-url'] as const) {
      shop.state.faults.splice(0, 1, { route: 'CreateArtifact', kind });
      const ended = await shop.run({ run: ofPull(shop.pull) });
      checkBreach(ended);
      assert.match(ended.stdout, /Warning: The reports were not uploaded: /);
    }
  });

  for (const [name, fault, ...says] of TROUBLES) {
    test(`the verdict stands when GitHub ${name}`, async (context) => {
      const shop = await openRest(context);
      shop.dial.status = 503;
      shop.state.faults.push(fault);
      const ended = await shop.run({ run: ofPull(shop.pull), env: NO_ARTIFACTS });
      checkBreach(ended);
      for (const words of says) assert.ok(ended.stdout.includes(words), `${words} in:\n${ended.stdout}`);
      assert.deepEqual([ended.outputs.get('comment-url'), shop.state.comments], ['', []]);
    });
  }

  test('the verdict stands when the token may not write comments', async (context) => {
    const shop = await openRest(context);
    shop.state.tokens[JOB_TOKEN] = { kind: 'actions', permissions: { contents: 'read', 'pull-requests': 'read' } };
    const ended = await shop.run({ run: ofPull(shop.pull), env: NO_ARTIFACTS, inputs: { comment: 'always' } });
    assert.equal(ended.code, 0, ended.stdout);
    assert.ok(ended.stdout.includes(`${NOT_WRITTEN}the token may not do that (403); ${GRANT}`), ended.stdout);
  });

  test('Dependabot is told where everything is, and nothing is tried with its token', async (context) => {
    const shop = await openRest(context);
    shop.dial.status = 503;
    const ended = await shop.run({ run: ofPull(shop.pull), env: { ...NO_ARTIFACTS, GITHUB_ACTOR: 'dependabot[bot]' } });
    checkBreach(ended);
    assert.match(ended.stdout, /Dependabot started this run/);
    assert.deepEqual(
      shop.github.log.filter(({ route }) => route.includes('/issues/')),
      [],
    );
  });

  test('libraries are loaded by those alone who need them', async (context) => {
    const shop = await openShop(context, product, startGithubFor);
    const folder = await makeFolder(context, {});
    for (const [name, env, token, parts] of [
      ['nothing', NO_ARTIFACTS, '', []],
      ['comments', NO_ARTIFACTS, JOB_TOKEN, ['REST client']],
      ['artifacts', {}, JOB_TOKEN, ['artifact library', 'REST client']],
    ] as const) {
      const loaded = join(folder, name);
      const watch = { LOADED: loaded, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(WATCH)}` };
      const ended = await shop.run({ run: ofPull(shop.pull), env: { ...env, ...watch }, inputs: { 'github-token': token } });
      assert.equal(ended.code, 0, ended.stdout + ended.stderr);
      assert.deepEqual(await listParts(loaded), parts, name);
    }
  });
});
