import assert from 'node:assert/strict';
import { after, before, describe, test, type TestContext } from 'node:test';
import { buildProduct, type Product } from '../e2e/build-product.ts';
import { checkReports, checkVerdict } from './check-ended.ts';
import { completeProduct, FAULTY, openWorld, stagingDials, type Ended, type World } from './open-world.ts';

/** The workflow that divides a burst among runners, called by one of a user's own, run by act with the action as it is built now. */
let product: Product;
let action: string;

before(async () => {
  product = await buildProduct();
  action = await completeProduct(product);
});

after(() => product.remove());

const PULL = { event: 'pull_request', headBranch: 'feature', pullRequests: [7] };
/** Of the usual scenario: 20/s for 1 s, and 80/s for 4 s. */
const ARRIVALS = 340;

/** The user's own workflow. The start leaves act the time to begin both jobs. */
function caller(inputs: Readonly<Record<string, string>>): string {
  const all = { target: '${{ vars.STAGING_URL }}', shards: '["1/2", "2/2"]', 'start-at': '+40s', baseline: 'none', ...inputs };
  const given = Object.entries(all).map(([name, value]) => `      ${name}: '${value}'\n`);
  return `name: burst\non: [pull_request, push]\njobs:\n  load:\n    uses: ./.github/workflows/load-gate-sharded.yml\n    with:\n${given.join('')}`;
}

async function open(context: TestContext, inputs: Readonly<Record<string, string>> = {}): Promise<World> {
  return openWorld(context, action, { '.github/workflows/load-gate-burst.yml': caller(inputs) });
}

/** Requests that reached the target's page. */
async function count({ staging }: World): Promise<number> {
  return (await staging.counts()).routes['GET /items']?.requests ?? 0;
}

function namesOf({ artifacts }: Ended): readonly string[] {
  return artifacts.map(({ name }) => name).toSorted();
}

// Each has a world of its own, and most of the time it waits for its start.
describe('a burst by a matrix', { concurrency: 2 }, () => {
  test('two jobs make one burst, each its own half of it, and a third gives the one verdict', async (context) => {
    const world = await open(context);
    const ended = await world.run('burst', PULL);
    assert.equal(ended.code, 0, ended.text);
    const merge = checkVerdict(ended, 'pass');
    assert.match(merge.summary, /2 shards, started within \d+ ms of each other/);
    assert.match(merge.summary, /320 requests/);
    assert.equal(await count(world), ARRIVALS);
    assert.deepEqual(namesOf(ended), [
      'load-gate-shard-sharded-1-of-2.json',
      'load-gate-shard-sharded-2-of-2.json',
      'load-gate-sharded',
      'load-gate-sharded.html',
    ]);
    await checkReports(world, ended, 'load-gate-sharded');
    const hashes = new Set(ended.text.match(/of plan [0-9a-f]{12}/g));
    assert.equal(hashes.size, 1, 'both are parts of one plan');
  });

  test('a promise that is broken fails the job that merges, with its comment; the shards have no verdict of their own', async (context) => {
    const world = await open(context);
    await world.staging.setDials(stagingDials(world.sha, { '/items': FAULTY }));
    const ended = await world.run('burst', PULL);
    assert.equal(ended.code, 1, ended.text);
    checkVerdict(ended, 'breach');
    assert.equal(ended.steps.filter((step) => step.outputs.has('verdict')).length, 1);
    assert.equal(world.state.comments.length, 1);
    assert.equal(await count(world), ARRIVALS);
  });

  test('a shard whose job fails is missing, and the whole is inconclusive', async (context) => {
    const world = await open(context, { shards: '["1/2", "3/2"]', 'start-at': '+25s' });
    const ended = await world.run('burst', PULL);
    assert.equal(ended.code, 1, ended.text);
    const merge = checkVerdict(ended, 'inconclusive');
    assert.match(merge.log, /Shard 2 of 2 is missing/);
    assert.match(merge.summary, /nothing was judged/);
    assert.match(world.state.comments[0]?.body ?? '', /nothing was judged.*Shard 2 of 2 is missing/s);
  });

  test('when the target is not ready there is no plan, no shard begins, and the whole is inconclusive', async (context) => {
    const world = await open(context, { 'wait-for': '/version contains another within 2s' });
    const ended = await world.run('burst', PULL);
    assert.equal(ended.code, 1, ended.text);
    const verdicts = ended.steps.flatMap((step) => step.outputs.get('verdict') ?? []);
    assert.deepEqual(new Set(verdicts), new Set(['inconclusive']));
    assert.match(ended.text, /No shard has left a result/);
    assert.equal(await count(world), 0);
    assert.deepEqual(namesOf(ended), []);
  });
});
