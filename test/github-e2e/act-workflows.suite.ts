import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { buildProduct, type Product } from '../e2e/build-product.ts';
import { checkFailed, checkReports, checkVerdict } from './check-ended.ts';
import { completeProduct, FAULTY, openWorld, stagingDials } from './open-world.ts';
import { LONG } from './user-repository.ts';

/** The workflows that users copy, run by act with the action as it is built now, against GitHub's server side and a staging server. */
let product: Product;
let action: string;

before(async () => {
  product = await buildProduct();
  action = await completeProduct(product);
});

after(() => product.remove());

const PULL = { event: 'pull_request', headBranch: 'feature', pullRequests: [7] };

// Each has a world of its own, and most of the time it waits for a burst to end.
describe('workflows that users copy', { concurrency: 3 }, () => {
  test('a push stores a run, pull requests are compared with it: silent while nothing happens, then a comment that is kept up to date', async (context) => {
    const world = await openWorld(context, action, LONG);
    const { state, staging, sha } = world;
    const stored = await world.run('baseline', { event: 'push' });
    assert.equal(stored.code, 0, stored.text);
    checkVerdict(stored, 'pass');
    assert.ok(
      stored.artifacts.some(({ name }) => name.startsWith('load-gate-baseline-staging')),
      stored.text,
    );
    await checkReports(world, stored, 'load-gate-staging');

    const clean = await world.run('pull-request', PULL);
    const gate = checkVerdict(clean, 'pass');
    assert.match(gate.summary, /baseline/i);
    assert.equal(gate.outputs.get('regressions'), '0');
    assert.equal(state.comments.length, 0, 'a first clean pass needs no comment');

    await staging.setDials(stagingDials(sha, { '/items': FAULTY }));
    const worse = await world.run('pull-request', PULL);
    checkFailed(worse, 'gate');
    assert.equal(checkVerdict(worse, 'regression').outputs.get('regressions'), '1');
    assert.equal(state.comments.length, 1);
    assert.match(state.comments[0]?.body ?? '', /GET \/items/);

    await staging.setDials(stagingDials(sha));
    checkVerdict(await world.run('pull-request', PULL), 'pass');
    assert.equal(state.comments.length, 1, 'the comment is the same one');
    assert.match(state.comments[0]?.body ?? '', /pass/i);
  });

  test('a broken promise fails the job of a pull request, with comment, annotation, summary, outputs and reports', async (context) => {
    const world = await openWorld(context, action);
    await world.staging.setDials(stagingDials(world.sha, { '/items': FAULTY }));
    const ended = await world.run('pull-request', PULL);
    checkFailed(ended, 'gate');
    const gate = checkVerdict(ended, 'breach');
    assert.deepEqual([gate.outputs.get('breaches'), gate.outputs.get('results-path')], ['1', 'load-gate-report/results.json']);
    assert.match(gate.summary, /GET \/items/);
    const marked = gate.commands.find(({ command, properties }) => command === 'error' && properties['file'] === 'load-gate.sla.yaml');
    assert.equal(marked?.properties['line'], '2', gate.log);
    const [comment, ...others] = world.state.comments;
    assert.deepEqual([comment?.issue, comment?.author, others], [7, 'github-actions[bot]', []]);
    assert.match(comment?.body ?? '', /GET \/items/);
    assert.equal(gate.outputs.get('comment-url')?.includes(`${comment?.id}`), true);
    await checkReports(world, ended, 'load-gate-staging');
    assert.ok(gate.outputs.get('artifact-id'));
  });

  test('a promise that the burst is too short to judge fails the job of a pull request: nobody knows', async (context) => {
    const world = await openWorld(context, action, { 'load-gate.sla.yaml': 'endpoints:\n  GET /items: { p99: 5s }\n' });
    const ended = await world.run('pull-request', PULL);
    checkFailed(ended, 'gate');
    checkVerdict(ended, 'inconclusive');
  });

  test('without the version that it waits for, no load is sent and the job fails', async (context) => {
    const world = await openWorld(context, action);
    await world.staging.setDials(stagingDials('an older one'));
    const workflow = join(world.folder, '.github/workflows/load-gate-pull-request.yml');
    await writeFile(workflow, (await readFile(workflow, 'utf8')).replace('within 10m', 'within 3s'));
    const ended = await world.run('pull-request', PULL);
    checkFailed(ended, 'gate');
    checkVerdict(ended, 'inconclusive');
    const { routes } = await world.staging.counts();
    assert.ok((routes['GET /version']?.requests ?? 0) > 0);
    assert.equal(routes['GET /items']?.requests ?? 0, 0);
  });

  test('a night is judged and pushed to the branch of histories; one that somebody started by hand is not', async (context) => {
    const world = await openWorld(context, action);
    const count = (): number => {
      const listed = execFileSync('git', ['ls-tree', '-r', '--name-only', 'load-gate-baselines'], { cwd: world.origin, encoding: 'utf8' });
      return listed.split('\n').filter((name) => /^nightly-peak-\w{8}\/.*\.json$/.test(decodeURIComponent(name))).length;
    };
    const night = await world.run('nightly', { event: 'schedule' });
    assert.equal(night.code, 0, night.text);
    checkVerdict(night, 'pass');
    assert.equal(count(), 1);
    checkVerdict(await world.run('nightly', { event: 'workflow_dispatch' }), 'pass');
    assert.equal(count(), 1);
  });

  test('each leg of a matrix has a verdict, a comment, a report and a history of its own', async (context) => {
    const world = await openWorld(context, action);
    checkVerdict(await world.run('matrix', { event: 'push' }), 'pass', 'browse');
    const histories = world.state.artifacts.filter(({ name }) => name.startsWith('load-gate-baseline-'));
    assert.equal(new Set(histories.map(({ name }) => name)).size, 2);

    await world.staging.setDials(stagingDials(world.sha, { '/orders': FAULTY }));
    const ended = await world.run('matrix', PULL);
    assert.equal(ended.code, 1, ended.text);
    checkVerdict(ended, 'pass', 'browse');
    checkVerdict(ended, 'breach', 'checkout');
    assert.equal(world.state.comments.length, 1);
    assert.match(world.state.comments[0]?.body ?? '', /GET \/orders/);
    // Two legs, each with its files and its page.
    assert.equal(new Set(ended.artifacts.map(({ name }) => name)).size, 4);
  });
});
