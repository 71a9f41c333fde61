import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getOctokit } from '@actions/github';
import { nameShardArtifact, parseShardArtifact } from '../../src/github/name-artifact.ts';
import { downloadShards, uploadShard, type ShardSearch } from '../../src/github/shard-artifacts.ts';
import { JOB_TOKEN, type ArtifactState } from '../github-server/github-state.ts';
import { pretendUploads, UPLOAD_ENV } from './pretend-uploads.ts';
import { addRun, serveArtifacts, type TestArtifacts } from './serve-artifacts.ts';

const KEY = 'ci / load';
const UPLOAD = { results: '{"a":1}', key: KEY, shard: { index: 1, count: 4 }, attempt: 1, retentionDays: 3 };

test('a shard is a raw artifact, named after the key and its place', async () => {
  const { uploader, given } = pretendUploads();
  const uploaded = await uploadShard(UPLOAD, { env: UPLOAD_ENV, uploader });
  assert.deepEqual(uploaded, { state: 'uploaded', id: 71_000, url: 'https://github.com/octo/shop/actions/runs/5001/artifacts/71000' });
  const name = 'load-gate-shard-ci-load-2-of-4.json';
  assert.deepEqual(
    given.map((one) => [one.name, one.files, one.options]),
    [[name, new Map([[name, '{"a":1}']]), { retentionDays: 3, skipArchive: true }]],
  );
});

test('a name that is taken is not given a second time: two shards of one place are no burst', async () => {
  const { uploader, given } = pretendUploads(() => {
    throw new Error('Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists');
  });
  const uploaded = await uploadShard(UPLOAD, { env: UPLOAD_ENV, uploader });
  assert.equal(given.length, 1);
  assert.ok(uploaded.state === 'failed');
  assert.match(uploaded.sentence, /load-gate-shard-ci-load-2-of-4\.json already; give each plan with its shards a `key` of its own/);
});

const NAMES: readonly (readonly [name: string, place: { index: number; count: number } | undefined])[] = [
  ['load-gate-shard-ci-load-2-of-4.json', { index: 1, count: 4 }],
  ['load-gate-shard-ci-load-256-of-256.json', { index: 255, count: 256 }],
  ['load-gate-shard-ci-load-2-of-4-attempt-2.json', undefined],
  ['load-gate-shard-ci-2-of-4.json', undefined],
  ['load-gate-shard-ci-load-x-2-of-4.json', undefined],
  ['load-gate-shard-ci-load-02-of-4.json', undefined],
  ['load-gate-shard-ci-load-.json', undefined],
  ['load-gate-ci-load.json', undefined],
];
for (const [name, place] of NAMES) {
  test(`${name} is ${place ? 'a shard' : 'no shard'} of the key and attempt`, () =>
    assert.deepEqual(parseShardArtifact(name, { key: KEY, attempt: 1 }), place));
}

test('every name is short, and read as what it was made of, in its attempt alone', () => {
  for (const key of [KEY, 'a'.repeat(1_000), '…', '1-of-2', 'über / größe']) {
    for (const attempt of [1, 2, 12]) {
      const name = nameShardArtifact({ key, attempt, shard: { index: 9, count: 12 } });
      assert.ok(name.length <= 120, name);
      assert.deepEqual(parseShardArtifact(name, { key, attempt }), { index: 9, count: 12 });
      assert.equal(parseShardArtifact(name, { key, attempt: attempt + 1 }), undefined);
    }
  }
});

interface Planted {
  readonly github: TestArtifacts;
  readonly search: ShardSearch;
  /** An artifact of the run with that text. */
  readonly plant: (name: string, text: string, changes?: Partial<ArtifactState>) => ArtifactState;
  readonly download: (changes?: Partial<ShardSearch>) => ReturnType<typeof downloadShards>;
}

async function open(context: Parameters<typeof serveArtifacts>[0]): Promise<Planted> {
  const github = await serveArtifacts(context);
  const { id: runId } = addRun(github.state);
  const octokit = getOctokit(JOB_TOKEN, { baseUrl: github.apiUrl });
  const search = { repository: { owner: 'octo', name: 'shop' }, runId, key: KEY, attempt: 1, pauseMs: 5 };
  return {
    github,
    search,
    plant: (name, text, changes) => github.plantBytes(Buffer.from(text), { name, runId, ...changes }),
    download: (changes) =>
      downloadShards({ call: async (route, parameters) => octokit.request(route, parameters) }, { ...search, ...changes }),
  };
}

const nameOf = (index: number, attempt = 1): string => nameShardArtifact({ key: KEY, attempt, shard: { index, count: 2 } });

test('the shards of the run, key and attempt are downloaded, and nothing else of it', async (context) => {
  const { github, plant, download } = await open(context);
  plant(nameOf(0), 'first');
  plant(nameOf(1), 'second ü');
  plant(nameOf(1, 2), 'of another attempt');
  plant('load-gate-shard-other-1-of-2.json', 'of another key');
  plant('load-gate-ci-load', 'a report');
  plant(nameOf(0), 'of another run', { runId: addRun(github.state).id });
  assert.deepEqual(await download(), [
    { name: nameOf(0), text: 'first' },
    { name: nameOf(1), text: 'second ü' },
  ]);
  assert.deepEqual(await download({ attempt: 2 }), [{ name: nameOf(1, 2), text: 'of another attempt' }]);
});

test('what is not listed yet is looked for again, and in the end missing', async (context) => {
  const { github, plant, download } = await open(context);
  plant(nameOf(0), 'first');
  assert.deepEqual((await download()).length, 1);
  const looks = github.log.filter(({ route }) => route.endsWith('/runs/{run_id}/artifacts')).length;
  assert.equal(looks, 4);
  plant(nameOf(1), 'second', { expired: true });
  assert.deepEqual((await download()).length, 1);
});

test('an artifact that is not what was uploaded, or of which nobody can say, is an error and not missed', async (context) => {
  const { plant, download } = await open(context);
  const planted = plant(nameOf(0), 'first');
  plant(nameOf(1), 'second');
  for (const digest of [`sha256:${'0'.repeat(64)}`, null]) {
    Object.assign(planted, { digest });
    await assert.rejects(download(), /artifact load-gate-shard-ci-load-1-of-2\.json cannot be used: .*digest/);
  }
});

test('a run without shards has none', async (context) => {
  const { download } = await open(context);
  assert.deepEqual(await download(), []);
});
