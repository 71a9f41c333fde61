import assert from 'node:assert/strict';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { spawnStagingServer } from '../../src/demo/spawn-staging-server.ts';
import { buildProduct, type Product } from '../e2e/build-product.ts';
import { buildFork, buildPull, JOB_TOKEN } from '../github-server/github-state.ts';
import { checkFailed, checkReports, checkVerdict } from './check-ended.ts';
import { completeProduct, FAULTY, openWorld, stagingDials, type World } from './open-world.ts';
import { LONG, movePort } from './user-repository.ts';

/** Two targets, two halves of a workflow, and load-gate's own: run by act as in act-workflows.suite.ts. */
let product: Product;
let action: string;
const ROOT = join(import.meta.dirname, '../..');

before(async () => {
  product = await buildProduct();
  action = await completeProduct(product);
});

after(() => product.remove());

/** An event with what every event says, too. */
function describeEvent({ state }: World, more: object): object {
  const { id, owner, name, defaultBranch } = state.repository;
  return { repository: { id, name, full_name: `${owner}/${name}`, default_branch: defaultBranch, owner: { login: owner } }, ...more };
}

function describeDeployment(world: World, url: string, state: string): object {
  return describeEvent(world, {
    deployment_status: { id: 1, state, environment: 'preview', environment_url: url },
    deployment: { id: 1, sha: world.sha, ref: 'feature', task: 'deploy', environment: 'preview' },
  });
}

// Each has a world of its own, and most of the time it waits for a burst to end.
describe('workflows in pairs', { concurrency: 3 }, () => {
  test('a deployment that refuses more than staging does fails its A/B, and the pull request hears of it; one that has not succeeded is left alone', async (context) => {
    const world = await openWorld(context, action, LONG);
    const candidate = await spawnStagingServer(stagingDials(world.sha, { '/items': FAULTY }));
    context.after(() => candidate.stop());
    const pending = await world.run(
      'compare',
      { event: 'deployment_status' },
      { payload: describeDeployment(world, candidate.url, 'pending') },
    );
    assert.deepEqual([pending.code, pending.steps], [0, []], pending.text);

    const ended = await world.run(
      'compare',
      { event: 'deployment_status' },
      { payload: describeDeployment(world, candidate.url, 'success') },
    );
    checkFailed(ended, 'compare');
    const gate = checkVerdict(ended, 'regression');
    assert.equal(gate.outputs.get('regressions'), '1');
    assert.deepEqual(
      world.state.comments.map(({ issue }) => issue),
      [7],
      ended.text,
    );
    assert.match(world.state.comments[0]?.body ?? '', /GET \/items/);
  });

  test('two URLs that are as good as each other pass an A/B that somebody started by hand', async (context) => {
    const world = await openWorld(context, action, LONG);
    const candidate = await spawnStagingServer(stagingDials(world.sha));
    context.after(() => candidate.stop());
    const ended = await world.run(
      'compare',
      { event: 'workflow_dispatch' },
      { payload: describeEvent(world, { ref: 'refs/heads/main', inputs: { candidate: candidate.url } }) },
    );
    assert.equal(ended.code, 0, ended.text);
    checkVerdict(ended, 'pass');
    for (const server of [candidate, world.staging]) assert.ok(((await server.counts()).routes['GET /items']?.requests ?? 0) > 300);
  });

  test('the pull request of a fork is measured without a right to write, and commented by the half that has one', async (context) => {
    const world = await openWorld(context, action);
    const { state, sha } = world;
    const fork = buildFork();
    state.pulls.splice(0, 1, buildPull(state, { head: { ref: 'main', sha, repository: fork } }));
    const token = state.tokens[JOB_TOKEN];
    assert.ok(token);
    const { permissions } = token;
    token.permissions = { contents: 'read', actions: 'read' };
    const first = await world.run(
      'fork',
      { event: 'pull_request', headBranch: 'main', headRepository: fork },
      { vars: {}, env: { BROKEN: 'yes' } },
    );
    checkFailed(first, 'gate');
    checkVerdict(first, 'breach');
    await checkReports(world, first, 'load-gate-fork');
    assert.equal(state.comments.length, 0);

    token.permissions = permissions;
    const second = await world.run('fork-comment', { event: 'workflow_run' });
    assert.equal(second.code, 0, 'the verdict was for the first half to fail with');
    const [comment, ...others] = state.comments;
    assert.deepEqual([comment?.issue, others.length], [7, 0], second.text);
    assert.match(comment?.body ?? '', /GET \/items/);
  });

  test('a pull request of the repository itself is not for the workflow of forks', async (context) => {
    const world = await openWorld(context, action);
    const ended = await world.run('fork', { event: 'pull_request', headBranch: 'feature', pullRequests: [7] });
    assert.deepEqual([ended.code, ended.steps], [0, []], ended.text);
  });

  const EVENTS: Readonly<Record<string, string>> = {
    'pull-request': 'pull_request',
    baseline: 'push',
    nightly: 'schedule',
    compare: 'workflow_dispatch',
    matrix: 'push',
    fork: 'pull_request',
    'fork-comment': 'workflow_run',
  };

  test('in the repository of load-gate, which has no staging server, none of the workflows to copy does anything', async (context) => {
    const world = await openWorld(context, action);
    Object.assign(world.state.repository, { owner: 'org', name: 'load-gate' });
    for (const [name, event] of Object.entries(EVENTS)) {
      const ended = await world.run(name, { event, pullRequests: [7] }, { vars: {} });
      assert.deepEqual([ended.code, ended.steps], [0, []], `${name}\n${ended.text}`);
    }
    assert.equal((await world.staging.counts()).requests, 0);
  });

  const SELF_TEST = '.github/self-test';

  test('the self-test of load-gate says pass, breach and inconclusive where it must', async (context) => {
    const world = await openWorld(context, action);
    for (const name of ['action.yml', 'dist', 'sla']) await cp(join(action, name), join(world.folder, name), { recursive: true });
    await mkdir(join(world.folder, SELF_TEST), { recursive: true });
    for (const name of await readdir(join(ROOT, SELF_TEST)))
      await writeFile(join(world.folder, SELF_TEST, name), movePort(await readFile(join(ROOT, SELF_TEST, name), 'utf8'), world.port));
    const ended = await world.run('', { event: 'push', path: '.github/workflows/ci.yml' }, { job: 'self-test' });
    assert.equal(ended.code, 0, ended.text);
    const gates = ended.steps.filter(({ id }) => id === 'gate');
    assert.deepEqual(
      gates.map(({ outputs, result }) => `${outputs.get('verdict')}: ${result}`).toSorted(),
      ['breach: failure', 'inconclusive: failure', 'pass: success'],
      ended.text,
    );
  });
});
