import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import type { DefaultArtifactClient, FindOptions } from '@actions/artifact';
import { buildPull, buildRun, buildState, JOB_TOKEN, type RunState } from '../github-server/github-state.ts';
import { loadArtifactLibrary } from '../github-server/load-artifact-library.ts';
import { startGithub, type Github } from '../github-server/start-github.ts';

/** The emulators, used by the real @actions/artifact: what they answer is what the library of GitHub takes for GitHub. */
let github: Github;
let library: DefaultArtifactClient;
const state = buildState();
state.pulls.push(buildPull(state));

before(async () => {
  github = await startGithub(state);
  // Read when the library is imported, so it is set before.
  process.env['GITHUB_API_URL'] = github.apiUrl;
  library = await loadArtifactLibrary();
});

after(() => github.close());

/** Makes this process a job of a new run, with a folder that holds files; gone after the test. */
async function beJob(context: TestContext, files: Readonly<Record<string, string>> = {}): Promise<{ run: RunState; folder: string }> {
  const run = buildRun(state, { event: 'pull_request', status: 'in_progress', conclusion: null, pullRequests: [7] });
  state.runs.push(run);
  Object.assign(process.env, await github.env({ runId: run.id }));
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-emulator-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return { run, folder };
}

/** As from another run: over REST, with the token. */
function findBy(workflowRunId: number): Required<FindOptions> {
  return { findBy: { token: JOB_TOKEN, workflowRunId, repositoryOwner: 'octo', repositoryName: 'shop' } };
}

test('a folder that is uploaded is listed, found by name and downloaded as it was, in the run and from others', async (context) => {
  const { run, folder } = await beJob(context, { 'results.json': '{}', 'summary.md': '# pass' });
  const files = ['results.json', 'summary.md'].map((name) => join(folder, name));
  const uploaded = await library.uploadArtifact('load-gate', files, folder, { retentionDays: 3 });
  const { artifacts } = await library.listArtifacts();
  assert.deepEqual(
    artifacts.map(({ id, name, digest }) => ({ id, name, digest })),
    [{ id: uploaded.id, name: 'load-gate', digest: `sha256:${uploaded.digest}` }],
  );
  assert.deepEqual((await library.listArtifacts(findBy(run.id))).artifacts, artifacts);
  for (const options of [{}, findBy(run.id)]) {
    const { artifact } = await library.getArtifact('load-gate', options);
    assert.deepEqual([artifact.id, artifact.digest], [uploaded.id, `sha256:${uploaded.digest}`]);
    const path = join(folder, `out-${Object.keys(options).length}`);
    const { digestMismatch } = await library.downloadArtifact(artifact.id, { ...options, path, expectedHash: artifact.digest ?? '' });
    assert.equal(digestMismatch, false);
    assert.equal(await readFile(join(path, 'summary.md'), 'utf8'), '# pass');
  }
  const [kept] = state.artifacts.filter(({ id }) => id === uploaded.id);
  const days = (Date.parse(kept?.expiresAt ?? '') - Date.parse(kept?.createdAt ?? '')) / 86_400_000;
  assert.ok(days > 2.9 && days < 3.1, `kept for ${days} days`);
});

test('a raw file is not archived: it has its own name and bytes', async (context) => {
  const { run, folder } = await beJob(context, { 'report.html': '<h1>pass</h1>' });
  const { id } = await library.uploadArtifact('ignored', [join(folder, 'report.html')], folder, { skipArchive: true });
  const { artifact } = await library.getArtifact('report.html', findBy(run.id));
  assert.equal(artifact.id, id);
  const path = join(folder, 'out');
  const { digestMismatch } = await library.downloadArtifact(artifact.id ?? 0, {
    ...findBy(run.id),
    path,
    expectedHash: artifact.digest ?? '',
  });
  assert.equal(digestMismatch, false);
  assert.equal(await readFile(join(path, 'report.html'), 'utf8'), '<h1>pass</h1>');
});

test('a name is taken once in a run, and free again in its next attempt', async (context) => {
  const { run, folder } = await beJob(context, { 'a.json': '{}' });
  const upload = () => library.uploadArtifact('twice', [join(folder, 'a.json')], folder);
  const first = await upload();
  await assert.rejects(upload(), /409.*already exists/);
  run.attempt = 2;
  Object.assign(process.env, await github.env({ runId: run.id, job: 'other' }));
  const second = await upload();
  const { artifact } = await library.getArtifact('twice', findBy(run.id));
  assert.deepEqual([artifact.id, (await library.listArtifacts(findBy(run.id))).artifacts.length], [second.id, 2]);
  assert.notEqual(first.id, second.id);
});

test('a digest that is not that of the content is reported and not thrown', async (context) => {
  const { run, folder } = await beJob(context);
  const digest = `sha256:${'0'.repeat(64)}`;
  const { id } = await github.addArtifact({ runId: run.id, name: 'planted.json', content: '{"planted":true}', digest });
  const { artifact } = await library.getArtifact('planted.json', findBy(run.id));
  assert.equal(artifact.digest, digest);
  const { digestMismatch } = await library.downloadArtifact(id, { ...findBy(run.id), path: folder, expectedHash: digest });
  assert.equal(digestMismatch, true);
  assert.equal(await readFile(join(folder, 'planted.json'), 'utf8'), '{"planted":true}');
});

test('an expired artifact is listed over REST and cannot be downloaded; within the run it is gone', async (context) => {
  const { run, folder } = await beJob(context);
  const { id } = await github.addArtifact({ runId: run.id, name: 'old.json', content: '{}', expired: true });
  assert.equal((await library.listArtifacts(findBy(run.id))).artifacts.length, 1);
  assert.deepEqual((await library.listArtifacts()).artifacts, []);
  await assert.rejects(library.downloadArtifact(id, { ...findBy(run.id), path: folder }), { status: 410 });
});

test('a deleted artifact is gone for the run and for others', async (context) => {
  const { run } = await beJob(context);
  for (const [name, options] of [
    ['here.json', {}],
    ['there.json', findBy(run.id)],
  ] as const) {
    const { id } = await github.addArtifact({ runId: run.id, name, content: '{}' });
    assert.equal((await library.deleteArtifact(name, options)).id, id);
    await assert.rejects(library.getArtifact(name, findBy(run.id)), /not found/);
  }
});

test('the library asks again after 503 and gives up at once after 403', async (context) => {
  const { folder } = await beJob(context, { 'a.json': '{}' });
  const upload = (name: string) => library.uploadArtifact(name, [join(folder, 'a.json')], folder);
  state.faults.push({ route: 'CreateArtifact', kind: 'status', status: 503, times: 1 });
  await upload('after-503');
  state.faults.push({ route: 'CreateArtifact', kind: 'forbidden', times: 1 });
  await assert.rejects(upload('after-403'), /403/);
  assert.deepEqual(
    github.log
      .filter(({ route }) => route === 'CreateArtifact')
      .slice(-3)
      .map(({ status }) => status),
    [503, 200, 403],
  );
});

test('a link to a blob that is no longer valid does not open it', async (context) => {
  const { folder } = await beJob(context, { 'a.json': '{}' });
  state.faults.push({ route: 'CreateArtifact', kind: 'expired-url', times: 1 });
  await assert.rejects(library.uploadArtifact('spent', [join(folder, 'a.json')], folder), /403|authenticat|authoriz/i);
});
