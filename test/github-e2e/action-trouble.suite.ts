import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import { buildProduct, type Product } from '../e2e/build-product.ts';
import { makeFolder } from '../e2e/make-folder.ts';
import type { Fault } from '../github-server/faults.ts';
import { JOB_TOKEN } from '../github-server/github-state.ts';
import { startGithubFor } from '../github-server/start-github.ts';
import { startRestFor, type Rest } from '../github-server/start-rest.ts';
import { NO_ARTIFACTS, ofPull, openShop, type JobEnded, type Shop } from './open-shop.ts';

/** Whatever goes wrong on GitHub's side, the exit code is that of the verdict, and a sentence says what to do. */
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

describe('the verdict stands', { concurrency: 3 }, () => {
  test('when the artifact service refuses the job, or its links are spent', async (context) => {
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
    test(`when GitHub ${name}`, async (context) => {
      const shop = await openRest(context);
      shop.dial.status = 503;
      shop.state.faults.push(fault);
      const ended = await shop.run({ run: ofPull(shop.pull), env: NO_ARTIFACTS });
      checkBreach(ended);
      for (const words of says) assert.ok(ended.stdout.includes(words), `${words} in:\n${ended.stdout}`);
      assert.deepEqual([ended.outputs.get('comment-url'), shop.state.comments], ['', []]);
    });
  }

  test('when the token may not write comments', async (context) => {
    const shop = await openRest(context);
    shop.state.tokens[JOB_TOKEN] = { kind: 'actions', permissions: { contents: 'read', 'pull-requests': 'read' } };
    const ended = await shop.run({ run: ofPull(shop.pull), env: NO_ARTIFACTS, inputs: { comment: 'always' } });
    assert.equal(ended.code, 0, ended.stdout);
    assert.ok(ended.stdout.includes(`${NOT_WRITTEN}the token may not do that (403); ${GRANT}`), ended.stdout);
  });

  test('and Dependabot is told where everything is, and nothing is tried with its token', async (context) => {
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
});

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
