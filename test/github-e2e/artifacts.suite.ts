import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openArtifacts } from '../../src/gate-artifacts.ts';
import { nameBaseline } from '../../src/github/name-artifact.ts';
import { openArtifactBaseline } from '../../src/github/open-artifact-baseline.ts';
import { openClient } from '../../src/github/open-client.ts';
import type { ArtifactUploader } from '../../src/github/upload-artifact.ts';
import { uploadReports } from '../../src/github/upload-reports.ts';
import { nameFolder } from '../../src/baseline/name-files.ts';
import type { BaselineStore } from '../../src/baseline/baseline-store.ts';
import { KEY, runOf } from '../baseline/build-run.ts';
import { buildFork, buildPull, buildRun, buildState, JOB_TOKEN, type RunState } from '../github-server/github-state.ts';
import { loadArtifactLibrary } from '../github-server/load-artifact-library.ts';
import { startGithub, type Github } from '../github-server/start-github.ts';

/** Reports and baselines through the real @actions/artifact, real blobs and GitHub's own description of its API. */
const state = buildState();
state.pulls.push(buildPull(state));
const NAME = nameBaseline(nameFolder(KEY));
let github: Github;
let library: ArtifactUploader;

before(async () => {
  github = await startGithub(state);
  process.env['GITHUB_API_URL'] = github.apiUrl;
  library = await loadArtifactLibrary();
});

after(() => github.close());

/** Makes this process a job of a new run; its environment. */
async function beJob(changes: Partial<RunState> = {}, job = 'gate'): Promise<Record<string, string>> {
  const run = buildRun(state, { status: 'in_progress', conclusion: null, ...changes });
  if (!state.runs.some(({ id }) => id === run.id)) state.runs.push(run);
  const env = await github.env({ runId: run.id, job });
  Object.assign(process.env, env);
  return env;
}

function openStore(env: Record<string, string>): Promise<BaselineStore> {
  return openArtifacts(KEY, (folder) =>
    Promise.resolve(
      openArtifactBaseline(folder, {
        repository: { owner: 'octo', name: 'shop' },
        env,
        openApi: (totalMs) => openClient(JOB_TOKEN, env, { totalMs, pauseMs: 10 }),
        workflow: '.github/workflows/load-gate.yml',
        uploader: library,
      }),
    ),
  );
}

async function readIds(env: Record<string, string>): Promise<readonly string[]> {
  const history = await (await openStore(env)).list();
  return history.state === 'found' ? history.runs.map(({ id }) => id) : [];
}

test('the reports are an artifact of files and a page that is not archived', async () => {
  const env = await beJob();
  const files = new Map([
    ['results.json', '{}'],
    ['report.html', '<h1>pass</h1>'],
  ]);
  const uploaded = await uploadReports(
    { files, page: '<h1>pass</h1>', artifactName: undefined, key: 'ci / load', attempt: 1, retentionDays: 3 },
    { env, uploader: library },
  );
  assert.ok(uploaded.state === 'uploaded' && uploaded.page.state === 'uploaded');
  const [folder, page] = [uploaded.id, uploaded.page.id].map((id) => state.artifacts.find((artifact) => artifact.id === id));
  assert.deepEqual([folder?.name, folder?.mimeType], ['load-gate-ci-load', 'application/zip']);
  assert.deepEqual([page?.name, page?.mimeType], ['load-gate-ci-load.html', 'text/html']);
  assert.ok(page);
  assert.equal(Buffer.from((await github.readArtifact(page)) ?? []).toString(), '<h1>pass</h1>');
});

test('two jobs of a run with one key both keep their reports', async () => {
  const env = await beJob();
  const reports = {
    files: new Map([['results.json', '{}']]),
    page: undefined,
    artifactName: 'same',
    key: 'k',
    attempt: 1,
    retentionDays: undefined,
  };
  const upload = () => uploadReports(reports, { env, uploader: library });
  const names = (await Promise.all([upload(), upload()])).map((uploaded) =>
    uploaded.state === 'uploaded' ? uploaded.name : uploaded.sentence,
  );
  assert.deepEqual(names.toSorted(), ['same', 'same-2']);
});

test('a run that a push has stored is the baseline of later runs, from pull requests too', async () => {
  const [first, second] = [runOf(1), runOf(2)];
  for (const run of [first, second]) assert.equal(await (await openStore(await beJob())).add(run), 'added');
  assert.deepEqual(await readIds(await beJob({ event: 'pull_request', headBranch: 'feature', pullRequests: [7] })), [first.id, second.id]);
});

test('a fork with a branch called main cannot put a run into the history', async () => {
  const poison = runOf(20);
  const run = buildRun(state, { event: 'pull_request', headRepository: buildFork() });
  state.runs.push(run);
  const known = await readIds(await beJob());
  await github.addArtifact({ runId: run.id, name: NAME, content: `{"file":"${poison.id}.json"}\n${poison.text}` });
  const env = await beJob({ event: 'pull_request', headRepository: buildFork(), pullRequests: [7] });
  await assert.rejects((await openStore(env)).add(poison), { code: 'LOAD_GATE_BASELINE_UNWRITABLE' });
  assert.deepEqual(await readIds(await beJob()), known);
});

test('a run whose content is not that of its digest, and one that has expired, do not count', async () => {
  const known = await readIds(await beJob());
  for (const changes of [{ digest: `sha256:${'0'.repeat(64)}` }, { expired: true }]) {
    const [run, file] = [buildRun(state), runOf(21)];
    state.runs.push(run);
    await github.addArtifact({ runId: run.id, name: NAME, content: `{"file":"${file.id}.json"}\n${file.text}`, ...changes });
  }
  const history = await (await openStore(await beJob())).list();
  assert.ok(history.state === 'found');
  assert.deepEqual(
    history.runs.map(({ id }) => id),
    known,
  );
  assert.match(history.setAside.map(({ reason }) => reason).join(), /digest/);
  assert.equal(history.setAside.length, 1);
});

test('jobs that store at once in different runs lose nothing, and two of one run are told', async () => {
  const known = await readIds(await beJob());
  const runs = [31, 32, 33].map((day) => runOf(day));
  for (const run of runs) await (await openStore(await beJob())).add(run);
  const twice = await beJob({}, 'first');
  await (await openStore(twice)).add(runOf(34));
  await assert.rejects((await openStore(twice)).add(runOf(35)), { message: /another job with the same key/ });
  assert.deepEqual(await readIds(await beJob()), [...known, ...runs.map(({ id }) => id), runOf(34).id].toSorted());
});

test('what is pruned is gone', async () => {
  const store = await openStore(await beJob());
  const ids = await readIds(await beJob());
  const removed = await store.prune({ newest: 1, pinned: new Set() });
  assert.deepEqual(removed, ids.slice(0, removed.length));
  assert.ok(removed.length > 0);
});
