import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { nameFolder } from '../../src/baseline/name-files.ts';
import { openArtifacts } from '../../src/gate-artifacts.ts';
import { nameBaseline } from '../../src/github/name-artifact.ts';
import { KEY, runOf } from '../baseline/build-run.ts';
import { buildFork, type ArtifactState, type RunState } from '../github-server/github-state.ts';
import { pretendUploads, UPLOAD_ENV } from './pretend-uploads.ts';
import { addRun, FOLDER, serveArtifacts, type TestArtifacts } from './serve-artifacts.ts';

const FILE = '20260301T120000000Z-1a2b3c4d.json';

async function readAll(github: TestArtifacts, changes: Parameters<TestArtifacts['open']>[0] = {}): Promise<Record<string, string>> {
  const folder = github.open(changes);
  const files: Record<string, string> = {};
  for (const { name } of await folder.list()) {
    files[name] = await folder.read(name).then(
      (content) => Buffer.from(content).toString('utf8'),
      (error: unknown) => String(error),
    );
  }
  return files;
}

test('What a push to the default branch has stored is read, whole, by later runs.', async (context) => {
  const github = await serveArtifacts(context);
  github.plant(FILE, '{"a":"ü"}\n{}');
  assert.deepEqual(await readAll(github), { [FILE]: '{"a":"ü"}\n{}' });
});

test('The token goes to GitHub and stays there: the place of the content never sees it.', async (context) => {
  const github = await serveArtifacts(context);
  github.plant(FILE, '{}');
  await readAll(github);
  assert.equal(github.downloads.length, 1);
  assert.deepEqual(
    github.downloads.filter((headers) => 'authorization' in headers || 'cookie' in headers),
    [],
  );
});

test('No artifact of the name is no file, and no error.', async (context) => {
  const github = await serveArtifacts(context);
  github.plant(FILE, '{}', { name: 'another' });
  assert.deepEqual(await github.open().list(), []);
});

type Doubtful = readonly [what: string, run: (github: TestArtifacts) => Partial<RunState>, artifact?: Partial<ArtifactState>];

const NOT_BELIEVED: readonly Doubtful[] = [
  ['a pull request from a fork whose branch is called main, too', () => ({ event: 'pull_request', headRepository: buildFork() })],
  ['a fork that says push', () => ({ event: 'push', headRepository: buildFork() })],
  ['a fork that is gone', () => ({ headRepository: null })],
  ['a pull request from main of the repository itself', () => ({ event: 'pull_request' })],
  ['pull_request_target, which runs on main', () => ({ event: 'pull_request_target' })],
  ['workflow_run, which runs on main', () => ({ event: 'workflow_run' })],
  ['a start by hand', () => ({ event: 'workflow_dispatch' })],
  ['a push to another branch', () => ({ headBranch: 'feature' })],
  ['another workflow', () => ({ path: '.github/workflows/other.yml', workflowId: 78 })],
  ['another workflow with the same file name elsewhere', () => ({ path: 'other/load-gate.yml', workflowId: 78 })],
  ['an artifact that has expired', () => ({}), { expired: true }],
];

for (const [what, run, artifact] of NOT_BELIEVED) {
  test(`Not believed, and never downloaded: ${what}.`, async (context) => {
    const github = await serveArtifacts(context);
    github.plant('20260401T120000000Z-00000000.json', 'poison', { runId: addRun(github.state, run(github)).id, ...artifact });
    const told: string[] = [];
    assert.deepEqual(await readAll(github, { onNone: (sentence) => told.push(sentence) }), {});
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', artifact?.expired === true ? /: 1 expired\.$/ : /: 1 made by a fork, another branch/);
    github.plant(FILE, 'good');
    assert.deepEqual(await readAll(github), { [FILE]: 'good' });
    assert.equal(github.downloads.length, 1);
  });
}

test('The same holds when there are many, and runs are looked up together.', async (context) => {
  const github = await serveArtifacts(context);
  for (const [, run, artifact] of NOT_BELIEVED)
    github.plant('20260401T120000000Z-00000000.json', 'poison', { runId: addRun(github.state, run(github)).id, ...artifact });
  github.plant(FILE, 'good');
  assert.deepEqual(await readAll(github), { [FILE]: 'good' });
});

test('A schedule counts, and so does another workflow once the key was chosen by hand.', async (context) => {
  const github = await serveArtifacts(context);
  github.plant('a.json', 'schedule', { runId: addRun(github.state, { event: 'schedule' }).id });
  github.plant('b.json', 'other', { runId: addRun(github.state, { path: '.github/workflows/nightly.yml', workflowId: 78 }).id });
  assert.deepEqual(await readAll(github), { 'a.json': 'schedule' });
  assert.deepEqual(await readAll(github, { workflow: undefined }), { 'a.json': 'schedule', 'b.json': 'other' });
});

const DAMAGED: readonly (readonly [what: string, changes: Partial<ArtifactState>, reason: RegExp])[] = [
  ['a wrong digest', { digest: `sha256:${'0'.repeat(64)}` }, /digest is not the one of its upload/],
  ['no digest', { digest: null }, /no SHA-256 digest/],
  ['a digest of another kind', { digest: 'md5:abc' }, /no SHA-256 digest/],
  ['no content', { blob: 'nowhere' }, /was not downloaded/],
  ['more bytes than are read', { bytes: 20_000_000 }, /too large/],
];

for (const [what, changes, reason] of DAMAGED) {
  test(`An artifact with ${what} is named with its reason, and the others are read.`, async (context) => {
    const github = await serveArtifacts(context);
    const { id } = github.plant('20260401T120000000Z-00000000.json', 'damaged', changes);
    github.plant(FILE, 'good');
    const { [FILE]: good, ...rest } = await readAll(github);
    assert.equal(good, 'good');
    const [first, ...more] = Object.entries(rest);
    assert.ok(first);
    const [name, error] = first;
    // The name of a run, so that it is set aside as one that cannot be read.
    assert.match(name, /^20260301T120000000Z-[0-9a-f]{8}\.json$/);
    assert.match(error, reason);
    assert.match(error, new RegExp(`artifact ${id}:`));
    assert.deepEqual(more, []);
  });
}

test('More bytes than GitHub has said are not read to their end.', async (context) => {
  const github = await serveArtifacts(context);
  github.plant(FILE, 'x'.repeat(11_000_000), { bytes: 100 });
  assert.match(Object.values(await readAll(github)).join(), /it is larger than 10 MB/);
});

test('Bytes that are no file of a history are named, whatever they are.', async (context) => {
  const github = await serveArtifacts(context);
  const contents = ['PK\u0003\u0004', '', '{}\n{}', '[]\n', '{"file":1}\n', `${'x'.repeat(5_000)}\n`, 'null\n'];
  for (const content of contents) github.plantBytes(Buffer.from(content));
  const files = Object.entries(await readAll(github));
  assert.equal(files.length, contents.length);
  for (const [, error] of files) assert.match(error, /does not begin with the name of a file/);
});

test('The newest 40 are read, in few requests.', async (context) => {
  const github = await serveArtifacts(context);
  for (let nth = 0; nth < 45; nth++) github.plant(`${nth}.json`, `${nth}`);
  const files = await readAll(github);
  assert.deepEqual(
    Object.values(files)
      .map(Number)
      .toSorted((left, right) => left - right),
    Array.from({ length: 40 }, (_, nth) => nth + 5),
  );
  assert.equal(github.log.length, 3 + 40, 'the repository, its artifacts, its runs, and each download');
});

test('Of two artifacts of one file the newer counts, and both go when it goes.', async (context) => {
  const github = await serveArtifacts(context);
  github.plant(FILE, 'older');
  github.plant(FILE, 'newer');
  const folder = github.open();
  assert.deepEqual(
    (await folder.list()).map(({ name }) => name),
    [FILE],
  );
  assert.equal(Buffer.from(await folder.read(FILE)).toString(), 'newer');
  await folder.remove(FILE);
  assert.deepEqual([github.state.artifacts, await folder.list()], [[], []]);
  await folder.remove(FILE);
});

test('Somebody else having removed it first is no error; not being allowed to is one.', async (context) => {
  const github = await serveArtifacts(context);
  const { id } = github.plant(FILE, '{}');
  github.plant('b.json', '{}');
  const folder = github.open();
  await folder.list();
  github.state.artifacts.splice(
    github.state.artifacts.findIndex((artifact) => artifact.id === id),
    1,
  );
  await folder.remove(FILE);
  github.state.faults.push({ route: '*', kind: 'forbidden' });
  await assert.rejects(folder.remove('b.json'), /permissions: actions: write/);
});

test('A run that was not among the newest is asked for by itself.', async (context) => {
  const github = await serveArtifacts(context);
  for (let nth = 0; nth < 5; nth++) github.plant(`${nth}.json`, `${nth}`);
  for (let nth = 0; nth < 200; nth++) addRun(github.state);
  assert.equal(Object.keys(await readAll(github)).length, 5);
});

test('So many strange artifacts that none can be told from a history are an error, not an empty history.', async (context) => {
  const github = await serveArtifacts(context);
  github.plant(FILE, 'good');
  const stranger = addRun(github.state, { event: 'pull_request', headRepository: buildFork() });
  for (let nth = 0; nth < 600; nth++) github.plant('x.json', 'poison', { runId: stranger.id });
  await assert.rejects(github.open().list(), /none of the newest 500 artifacts .* counts, and there are 601/);
});

const TROUBLE: readonly (readonly [what: string, route: string, reason: RegExp])[] = [
  ['the repository', 'GET /repos/{owner}/{repo}', /The repository was not read: .*403.*permissions: contents: read/],
  [
    'the artifacts',
    'GET /repos/{owner}/{repo}/actions/artifacts',
    /artifacts of earlier runs were not read: .*403.*permissions: actions: read/,
  ],
  [
    'a run',
    'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
    /artifacts of earlier runs were not read: .*403.*permissions: actions: read/,
  ],
];

for (const [what, route, reason] of TROUBLE) {
  test(`Not being allowed to see ${what} is an error that names the permission.`, async (context) => {
    const github = await serveArtifacts(context);
    github.plant(FILE, '{}');
    github.state.faults.push({ route, kind: 'forbidden' });
    await assert.rejects(github.open().list(), reason);
  });
}

test('An answer that is not GitHub’s is an error.', async (context) => {
  const github = await serveArtifacts(context);
  github.state.faults.push({ route: 'GET /repos/{owner}/{repo}/actions/artifacts', kind: 'garbage', text: '<html>' });
  await assert.rejects(github.open().list(), /must be/);
});

test('A file that was written is there at once, under the one name of its history, and not twice.', async (context) => {
  const github = await serveArtifacts(context);
  const { uploader, given } = pretendUploads();
  const folder = github.open({ uploader, env: UPLOAD_ENV });
  assert.deepEqual([await folder.write(FILE, Buffer.from('{}')), await folder.write(FILE, Buffer.from('{}'))], [true, false]);
  assert.equal(Buffer.from(await folder.read(FILE)).toString(), '{}');
  assert.deepEqual(
    given.map(({ files, options }) => [[...files], options]),
    [[[[nameBaseline(FOLDER), `{"file":"${FILE}"}\n{}`]], { skipArchive: true }]],
  );
});

const NOT_STORED: readonly (readonly [what: string, env: Readonly<Record<string, string>>])[] = [
  ['a pull request', { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' }],
  ['a start by hand', { GITHUB_EVENT_NAME: 'workflow_dispatch' }],
  ['a push to another branch', { GITHUB_REF: 'refs/heads/feature' }],
  ['a tag that is called main', { GITHUB_REF: 'refs/tags/main' }],
];

for (const [what, env] of NOT_STORED) {
  test(`Nothing is stored from ${what}: nobody would read it.`, async (context) => {
    const github = await serveArtifacts(context);
    const { uploader, given } = pretendUploads();
    const folder = github.open({ uploader, env: { ...UPLOAD_ENV, ...env } });
    await assert.rejects(folder.write(FILE, Buffer.from('{}')), /runs of push and schedule on main alone/);
    assert.equal(given.length, 0);
  });
}

test('Two jobs of a run with one key: the second is told so.', async (context) => {
  const github = await serveArtifacts(context);
  const { uploader } = pretendUploads(() => {
    throw new Error('Failed request: (409) Conflict');
  });
  await assert.rejects(github.open({ uploader, env: UPLOAD_ENV }).write(FILE, Buffer.from('{}')), /another job with the same key/);
});

test('The folders of other histories are told apart from other artifacts.', async (context) => {
  const github = await serveArtifacts(context);
  github.plant(FILE, '{}');
  github.plant(FILE, '{}', { name: nameBaseline('other-00000000') });
  github.plant(FILE, '{}', { name: 'load-gate-ci' });
  github.plant(FILE, '{}', { name: nameBaseline('fork-00000000'), runId: addRun(github.state, { headRepository: buildFork() }).id });
  assert.deepEqual((await github.open().listFolders()).toSorted(), [FOLDER, 'other-00000000'].toSorted());
});

/** The store of the gate on top of it. */
async function openStore(context: TestContext, key = KEY) {
  const github = await serveArtifacts(context);
  const { uploader } = pretendUploads();
  const store = await openArtifacts(key, (folder) => Promise.resolve(github.openFolder(folder, { uploader, env: UPLOAD_ENV })));
  const plant = (run: ReturnType<typeof runOf>, changes: Partial<ArtifactState> = {}): ArtifactState =>
    github.plant(`${run.id}.json`, run.text, { name: nameBaseline(nameFolder(key)), ...changes });
  return { github, store, plant };
}

test('The store finds its runs in artifacts, and sets aside what cannot be used with the true reason.', async (context) => {
  const { store, plant } = await openStore(context);
  const [first, second] = [runOf(1), runOf(2)];
  plant(first);
  plant(second);
  plant(runOf(3), { digest: `sha256:${'0'.repeat(64)}` });
  plant(runOf(4, { key: 'another' }));
  const history = await store.list();
  assert.ok(history.state === 'found');
  assert.deepEqual(
    history.runs.map(({ id }) => id),
    [first.id, second.id],
  );
  assert.deepEqual(history.setAside.map(({ kind }) => kind).toSorted(), ['other-key', 'unreadable']);
  assert.match(history.setAside.map(({ reason }) => reason).join(), /its digest is not the one of its upload/);
});

test('The store takes artifacts of which none can be used for unusable, and GitHub’s trouble for an error, never for no baseline.', async (context) => {
  const { github, store, plant } = await openStore(context);
  assert.deepEqual(await store.list(), { state: 'none-yet', otherKeys: [] });
  plant(runOf(1), { digest: null });
  assert.equal((await store.list()).state, 'unusable');
  github.state.faults.push({ route: '*', kind: 'status', status: 502 });
  await assert.rejects(store.list(), { code: 'LOAD_GATE_BASELINE_UNREADABLE' });
});

test('The store tells of other keys, by their names.', async (context) => {
  const { github, store } = await openStore(context);
  github.plant(FILE, '{}', { name: nameBaseline(nameFolder('ci / load')) });
  assert.deepEqual(await store.list(), { state: 'none-yet', otherKeys: ['ci / load'] });
});

test('The store adds a run once, and says when it may not.', async (context) => {
  const { store } = await openStore(context);
  assert.deepEqual([await store.add(runOf(1)), await store.add(runOf(1))], ['added', 'present']);
});

test('Outside of the action the baseline artifact is refused, with the reason.', async () => {
  await assert.rejects(openArtifacts(KEY, undefined), { code: 'LOAD_GATE_USAGE', message: /GitHub Action alone/ });
});
