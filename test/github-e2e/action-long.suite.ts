import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { nameFolder } from '../../src/baseline/name-files.ts';
import { nameBaseline } from '../../src/github/name-artifact.ts';
import { buildProduct, type Product } from '../e2e/build-product.ts';
import { startGithubFor } from '../github-server/start-github.ts';
import { startRestFor } from '../github-server/start-rest.ts';
import { checkEnded, jobOf, LONG, MAIN, openDeployments, UPDATE } from './baseline-job.ts';
import { NO_ARTIFACTS, ofPull, openShop } from './open-shop.ts';

/** What takes its time, side by side: a history from its first run on, and a GitHub that is waited for. */
let product: Product;

before(async () => {
  product = await buildProduct();
});

after(() => product.remove());

describe('in a job that takes long', { concurrency: true }, () => {
  test('an artifact service that never answers changes no verdict, and the comment is written all the same', async (context) => {
    const shop = await openShop(context, product, startGithubFor);
    shop.dial.status = 503;
    shop.state.faults.push({ route: 'CreateArtifact', kind: 'hang' });
    const ended = await shop.run({ run: ofPull(shop.pull) });
    checkEnded(ended, 1, /Warning: The reports were not uploaded: it took longer than \d+ s\. .*the verdict stands/);
    assert.deepEqual([ended.outputs.get('artifact-id'), shop.state.artifacts, shop.state.comments.length], ['', [], 1]);
  });

  test('an artifact service that is broken changes no verdict', async (context) => {
    const shop = await openShop(context, product, startGithubFor);
    shop.state.faults.push({ route: 'CreateArtifact', kind: 'status', status: 500 });
    const ended = await shop.run({ run: ofPull(shop.pull), inputs: { comment: 'always' } });
    checkEnded(ended, 0, /Warning: The reports were not uploaded: /);
    assert.deepEqual([ended.outputs.get('verdict'), ended.outputs.get('artifact-url')], ['pass', '']);
    assert.ok(ended.reports.size > 4);
    assert.doesNotMatch(shop.state.comments[0]?.body ?? '', /\[report\]/);
  });

  test('an API that never answers changes no verdict', async (context) => {
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
});
