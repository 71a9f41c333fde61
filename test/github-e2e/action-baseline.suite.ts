import assert from 'node:assert/strict';
import { after, before, describe, test, type TestContext } from 'node:test';
import { nameFolder } from '../../src/baseline/name-files.ts';
import { nameBaseline } from '../../src/github/name-artifact.ts';
import { buildProduct, type Product } from '../e2e/build-product.ts';
import { buildFork, buildRun, type ArtifactState, type RunState } from '../github-server/github-state.ts';
import { startGithubFor, type Github } from '../github-server/start-github.ts';
import { checkEnded, jobOf, MAIN, openDeployments, UPDATE, type Deployments, type JobChanges } from './baseline-job.ts';
import { ofPull, openShop, type JobEnded, type Shop } from './open-shop.ts';

/** Histories in artifacts: whose runs count, and what becomes of those that cannot be used. */
let product: Product;
/** The content of an artifact that a push has stored. */
let stored: Uint8Array;

before(async () => {
  product = await buildProduct();
});

after(() => product.remove());

/** A shop with its deployments. */
interface World extends Shop<Github> {
  readonly deployments: Deployments;
  /** A job on the pull request. */
  readonly gate: (changes?: Partial<JobChanges>) => Promise<JobEnded>;
}

async function open(context: TestContext): Promise<World> {
  const [shop, deployments] = await Promise.all([openShop(context, product, startGithubFor), openDeployments(context)]);
  return { ...shop, deployments, gate: (changes) => shop.run(jobOf(deployments, ofPull(shop.pull), changes)) };
}

const NAME = nameBaseline(nameFolder('load gate / gate'));

/** It has to be there before the others begin. */
test('a push stores a run, and a pull request does not', async (context) => {
  const { state, github, run, gate, deployments } = await open(context);
  checkEnded(await gate({ inputs: UPDATE }), 4, /runs of push and schedule on main alone are read as baselines/);
  checkEnded(await run(jobOf(deployments, MAIN, { inputs: UPDATE })), 0, /Stored as /);
  const [artifact, ...others] = state.artifacts.filter(({ name }) => name === NAME);
  assert.ok(artifact && others.length === 0);
  stored = (await github.readArtifact(artifact)) ?? assert.fail('it has no content');
});

interface Planted {
  readonly run?: Partial<RunState>;
  readonly artifact?: Partial<ArtifactState>;
  readonly inputs?: Readonly<Record<string, string>>;
}

async function plant({ state, github }: World, content: string | Uint8Array, { run: about, artifact }: Planted): Promise<void> {
  const run = buildRun(state, about);
  state.runs.push(run);
  await github.addArtifact({ runId: run.id, name: NAME, content, ...artifact });
}

const FORK = buildFork();
const OTHER = { path: '.github/workflows/other.yml', workflowId: 78 };

/** Whether a stored run counts, by where it comes from. */
const ORIGINS: readonly (readonly [name: string, planted: Planted, counts: boolean])[] = [
  ['a push to the default branch', {}, true],
  ['a schedule', { run: { event: 'schedule' } }, true],
  ['a pull request of a fork whose branch is called main', { run: { event: 'pull_request', headRepository: FORK } }, false],
  ['a push to a fork', { run: { headRepository: FORK } }, false],
  ['a repository that is gone', { run: { headRepository: null } }, false],
  ['another branch', { run: { headBranch: 'feature' } }, false],
  ['a run by hand', { run: { event: 'workflow_dispatch' } }, false],
  ['a pull request', { run: { event: 'pull_request' } }, false],
  ['another workflow', { run: OTHER }, false],
  ['another workflow, with a key that somebody has given', { run: OTHER, inputs: { key: 'load gate / gate' } }, true],
  ['a time so long ago that it has expired', { artifact: { expired: true } }, false],
];

const DIGEST = `sha256:${'0'.repeat(64)}`;
const HEAD = '{"file":"20260101T000000000Z-00000000.json"}\n';
const HOSTILE = '\n::error::PWNED\n<script>PWNED</script>';

/** Contents of a history that cannot be used, and what is said of them. */
const BROKEN: readonly (readonly [name: string, content: string | Uint8Array, artifact: Partial<ArtifactState>, says: RegExp])[] = [
  ['whose digest is another one', HEAD, { digest: DIGEST }, /its digest is not the one of its upload/],
  ['without a digest', HEAD, { digest: null }, /no SHA-256 digest/],
  ['that is no run', HOSTILE, {}, /it does not begin with the name of a file/],
  ['that names a file elsewhere', `${JSON.stringify({ file: `../..${HOSTILE}` })}\n{}`, {}, /load-gate does not name its files so/],
  ['that is not what its name says', `${HEAD}${JSON.stringify({ baseline_version: HOSTILE })}`, {}, /can be used/],
  ['that is too large', Buffer.alloc(10_200_000, ' '), {}, /MB/],
];

describe('a history in artifacts', { concurrency: 3 }, () => {
  for (const [name, planted, counts] of ORIGINS) {
    test(`${counts ? 'has' : 'does not have'} a run from ${name}`, async (context) => {
      const world = await open(context);
      await plant(world, stored, planted);
      const ended = await world.gate({ inputs: planted.inputs ?? {} });
      checkEnded(ended, 0, counts ? /Against the baseline \(1 run in artifacts of octo\/shop\)/ : /there is no baseline yet/);
    });
  }

  for (const [name, content, artifact, says] of BROKEN) {
    test(`with nothing but a file ${name} is not an empty one: no load, and not green`, async (context) => {
      const world = await open(context);
      await plant(world, content, { artifact });
      const ended = await world.gate();
      checkEnded(ended, 3, says);
      assert.deepEqual([ended.outputs.get('verdict'), world.deployments.fast.connections()], ['inconclusive', 0]);
      assert.match(ended.summary, /nothing was measured/);
      assert.doesNotMatch(ended.summary, /<script>/);
      assert.doesNotMatch(ended.stdout, /^\s*::error::PWNED/m);
    });
  }

  test('names what it sets aside, and compares with the rest', async (context) => {
    const world = await open(context);
    await plant(world, stored, {});
    await plant(world, HEAD, { artifact: { digest: DIGEST } });
    const ended = await world.gate();
    checkEnded(ended, 0, /Set aside, and not part of the baseline: .*its digest is not the one of its upload/);
    assert.match(ended.stdout, /Against the baseline \(1 run in/);
  });

  test('that cannot be asked for is not an empty one', async (context) => {
    const { state, gate, deployments } = await open(context);
    state.faults.push({ route: 'GET /repos/{owner}/{repo}/actions/artifacts', kind: 'forbidden' });
    checkEnded(await gate(), 3, /cannot be read: .*give the job `permissions: actions: read`/);
    checkEnded(await gate({ inputs: { 'github-token': '' } }), 3, /there is no token to read them with/);
    assert.equal(deployments.fast.connections(), 0);
  });
});
