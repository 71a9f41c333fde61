import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { uploadReports, type ReportsUpload } from '../../src/github/upload-reports.ts';
import { pretendUploads, UPLOAD_ENV } from './pretend-uploads.ts';

const FILES = new Map([
  ['results.json', '{}'],
  ['parts/api/summary.md', '# pass'],
]);
const REPORTS: ReportsUpload = {
  files: FILES,
  page: undefined,
  artifactName: undefined,
  key: 'ci / load',
  attempt: 1,
  retentionDays: undefined,
};
const WITH_PAGE = { ...REPORTS, page: '<h1>pass</h1>', files: new Map([...FILES, ['report.html', '<h1>with its folders</h1>']]) };
const TAKEN = 'Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists on the workflow run';

function fails(message: string): () => never {
  return () => {
    throw new Error(message);
  };
}

test('the reports are one artifact, with their paths, kept as long as was asked for', async () => {
  const { uploader, given } = pretendUploads();
  const uploaded = await uploadReports({ ...REPORTS, retentionDays: 7 }, { env: UPLOAD_ENV, uploader });
  assert.deepEqual(uploaded, {
    state: 'uploaded',
    name: 'load-gate-ci-load',
    id: 71_000,
    url: 'https://github.com/octo/shop/actions/runs/5001/artifacts/71000',
    page: { state: 'none' },
  });
  assert.deepEqual(
    given.map(({ name, files, options }) => ({ name, files, options })),
    [{ name: 'load-gate-ci-load', files: FILES, options: { retentionDays: 7 } }],
  );
});

test('the page is a raw artifact of its own beside them, under a name of its own', async () => {
  const { uploader, given } = pretendUploads();
  const uploaded = await uploadReports({ ...WITH_PAGE, attempt: 2 }, { env: UPLOAD_ENV, uploader });
  assert.ok(uploaded.state === 'uploaded');
  assert.deepEqual(uploaded.page, { state: 'uploaded', id: 71_001, url: 'https://github.com/octo/shop/actions/runs/5001/artifacts/71001' });
  const [, page] = given;
  assert.deepEqual([...(page?.files ?? [])], [['load-gate-ci-load-attempt-2.html', '<h1>pass</h1>']]);
  assert.deepEqual(page?.options, { skipArchive: true });
});

test('nothing is left on the runner, whether it went well or not', async () => {
  const { uploader, given } = pretendUploads((nth) => (nth === 0 ? { id: 1 } : fails('no')()));
  await uploadReports(WITH_PAGE, { env: UPLOAD_ENV, uploader });
  assert.equal(given.length, 2);
  for (const { root } of given) assert.equal(existsSync(root), false, root);
});

test('a name that the run has already gives way to the next', async () => {
  const { uploader, given } = pretendUploads((nth) => (nth < 2 ? fails(TAKEN)() : { id: nth }));
  const uploaded = await uploadReports(REPORTS, { env: UPLOAD_ENV, uploader });
  assert.equal(uploaded.state === 'uploaded' && uploaded.name, 'load-gate-ci-load-3');
  assert.deepEqual(
    given.map(({ name }) => name),
    ['load-gate-ci-load', 'load-gate-ci-load-2', 'load-gate-ci-load-3'],
  );
});

const FAILURES: readonly (readonly [name: string, fail: () => never, reason: RegExp])[] = [
  [
    'storage that is used up',
    fails('Failed to CreateArtifact: Artifact storage quota has been hit. Unable to upload any new artifacts.'),
    /storage for artifacts is used up/,
  ],
  [
    'a service that cannot be reached',
    fails('Failed to CreateArtifact: Unable to make request: ECONNREFUSED\nIf you are using self-hosted runners'),
    /cannot be reached.*ECONNREFUSED/,
  ],
  ['a job that is refused', fails('Failed to CreateArtifact: (403) Forbidden'), /refused this job.*403/],
  ['names that are all taken', fails(TAKEN), /this run has 5 artifacts.*key of its own/],
  ['an error of any kind, without what would be a command', fails('boom\n::error::x\u001b[31m'), /boom ::error::x/],
  [
    'an error of no kind at all',
    () => {
      // oxlint-disable-next-line only-throw-error -- what a library throws is anything at all
      throw undefined;
    },
    /./,
  ],
];

for (const [name, fail, reason] of FAILURES) {
  test(`${name} is a sentence that says where the files are, and nothing is thrown`, async () => {
    const { uploader } = pretendUploads(fail);
    const uploaded = await uploadReports(WITH_PAGE, { env: UPLOAD_ENV, uploader });
    assert.ok(uploaded.state === 'failed');
    assert.match(uploaded.sentence, reason);
    assert.match(uploaded.sentence, /^The reports were not uploaded: .*report-path on the runner, and the verdict stands\.$/);
  });
}

test('a page that fails alone leaves the reports uploaded', async () => {
  const { uploader } = pretendUploads((nth) => (nth === 0 ? { id: 5 } : fails('no')()));
  const uploaded = await uploadReports(WITH_PAGE, { env: UPLOAD_ENV, uploader });
  assert.ok(uploaded.state === 'uploaded' && uploaded.page.state === 'failed');
  assert.match(uploaded.page.sentence, /not uploaded for itself: no\. It is in the artifact load-gate-ci-load\.$/);
});

test('an upload that does not end is given up', async () => {
  const { uploader } = pretendUploads(() => new Promise(() => undefined));
  const uploaded = await uploadReports(REPORTS, { env: UPLOAD_ENV, uploader, withinMs: 30 });
  assert.ok(uploaded.state === 'failed');
  assert.match(uploaded.sentence, /took longer/);
});

test('an upload that the service gives no id is no success', async () => {
  const { uploader } = pretendUploads(() => ({}));
  assert.equal((await uploadReports(REPORTS, { env: UPLOAD_ENV, uploader })).state, 'failed');
});

const NO_SERVICE: readonly (readonly [name: string, env: Readonly<Record<string, string>>, reason: RegExp])[] = [
  ['an Enterprise Server', { ...UPLOAD_ENV, GITHUB_SERVER_URL: 'https://github.corp.example' }, /Enterprise Server/],
  ['a runner without the service', {}, /ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN not set/],
  ['a server that has no URL', { ...UPLOAD_ENV, GITHUB_SERVER_URL: 'nonsense' }, /Enterprise Server/],
];

for (const [name, env, reason] of NO_SERVICE) {
  test(`${name} is not even asked`, async () => {
    const { uploader, given } = pretendUploads();
    const uploaded = await uploadReports(REPORTS, { env, uploader });
    assert.match(uploaded.state === 'failed' ? uploaded.sentence : '', reason);
    assert.equal(given.length, 0);
  });
}

test('a file that would leave the folder is not written', async () => {
  for (const path of ['../x', '..', 'a/../../x']) {
    const { uploader, given } = pretendUploads();
    const uploaded = await uploadReports({ ...REPORTS, files: new Map([[path, 'x']]) }, { env: UPLOAD_ENV, uploader });
    assert.deepEqual([uploaded.state, given.length], ['failed', 0], path);
  }
});

test('what was given up stays for the library to read, since a file that is gone would be an error nobody can catch', async (context) => {
  const { uploader, given } = pretendUploads(() => new Promise(() => undefined));
  await uploadReports(REPORTS, { env: UPLOAD_ENV, uploader, withinMs: 200 });
  const [{ root } = { root: '' }] = given;
  context.after(() => rm(root, { recursive: true }));
  assert.ok(existsSync(join(root, 'results.json')));
});
