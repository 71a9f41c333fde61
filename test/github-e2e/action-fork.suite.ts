import assert from 'node:assert/strict';
import { after, before, describe, test, type TestContext } from 'node:test';
import { buildProduct, type Product } from '../e2e/build-product.ts';
import { buildFork, buildPull, buildRun, JOB_TOKEN, type ArtifactState, type RunState } from '../github-server/github-state.ts';
import { startGithubFor, type Github } from '../github-server/start-github.ts';
import { ofPull, openShop, SLA, type JobEnded, type Shop } from './open-shop.ts';

/** Pull requests of forks: a first half that may write nothing, and a second that writes what the numbers of the first say. */
let product: Product;
/** results.json of a breach in a fork's run, as the action has written it. */
let honest: string;

before(async () => {
  product = await buildProduct();
});

after(() => product.remove());

const KEY = { key: 'fork' };
const RESULTS = 'load-gate-fork.results.json';
const READ_ONLY = { contents: 'read', actions: 'read', 'pull-requests': 'read' } as const;
const FULL = { contents: 'read', actions: 'write', 'pull-requests': 'write' } as const;

/** The pull request is of somebody else's repository, whose branch is called as ours. */
async function openForked(context: TestContext): Promise<Shop<Github>> {
  const shop = await openShop(context, product, startGithubFor);
  Object.assign(shop.pull, buildPull(shop.state, { head: { ref: 'main', sha: 'f'.repeat(40), repository: buildFork() } }));
  return shop;
}

function permit({ state }: Shop<Github>, permissions: typeof READ_ONLY | typeof FULL): void {
  state.tokens[JOB_TOKEN] = { kind: 'actions', permissions: { ...permissions } };
}

/** The run of a fork, over and done with, that has left this. */
async function plantRun(
  { state, github, pull }: Shop<Github>,
  content: string | Uint8Array,
  about: Partial<ArtifactState> = {},
): Promise<RunState> {
  const run = buildRun(state, ofPull(pull, { conclusion: 'failure', pullRequests: [] }));
  state.runs.push(run);
  await github.addArtifact({ runId: run.id, name: RESULTS, content, ...about });
  return run;
}

/** The second half, of the run with this id. */
function commentOn({ run }: Shop<Github>, id: number, inputs: Readonly<Record<string, string>> = {}): Promise<JobEnded> {
  return run({ run: { event: 'workflow_run' }, job: 'comment', inputs: { ...KEY, 'run-id': `${id}`, ...inputs } });
}

/** All that anybody could come to see of a job. */
function listTexts({ state }: Shop<Github>, { stdout, stderr, summary, outputs }: JobEnded): string {
  return [stdout, stderr, summary, ...outputs.values(), ...state.comments.map(({ body }) => body)].join('\n');
}

test('the run of a fork tries nothing that it may not, has all in its summary, and leaves its numbers for a second half that tells them', async (context) => {
  const shop = await openForked(context);
  const { state, github, pull, dial, target } = shop;
  permit(shop, READ_ONLY);
  dial.status = 503;
  const first = await shop.run({ run: ofPull(pull, { pullRequests: [] }), inputs: KEY });
  assert.deepEqual([first.code, first.outputs.get('verdict'), first.outputs.get('comment-url')], [1, 'breach', ''], first.stdout);
  assert.match(first.summary, /Breach[^]*GET \/items/);
  assert.match(first.stdout, /it comes from a fork, whose token may only read\. The job summary has everything/);
  const refused = github.log.filter(({ status, route }) => status >= 400 || route.includes('/issues/') || route.includes('/pulls'));
  assert.deepEqual(refused, []);
  assert.deepEqual(
    first.artifacts.map(({ name, mimeType }) => [name, mimeType]),
    [
      ['load-gate-fork', 'application/zip'],
      ['load-gate-fork.html', 'text/html'],
      [RESULTS, 'application/json'],
    ],
  );
  const [, , raw] = first.artifacts;
  assert.ok(raw);
  honest = Buffer.from((await github.readArtifact(raw)) ?? []).toString();
  assert.equal(honest, first.reports.get('results.json'));

  permit(shop, FULL);
  const requests = target.count();
  const second = await commentOn(shop, first.run.id);
  assert.deepEqual([second.code, second.outputs.get('verdict')], [0, 'breach'], second.stdout + second.stderr);
  const [comment, ...others] = state.comments;
  assert.deepEqual([comment?.issue, others, target.count()], [7, [], requests]);
  for (const words of ['Breach', '| ❌ | `GET /items` |', 'Measured by the workflow of a fork', `runs/${first.run.id})`, '`fffffff`'])
    assert.ok(comment?.body.includes(words), `${words} in:\n${comment?.body}`);
  assert.match(second.summary, /Breach/);

  dial.status = 200;
  permit(shop, READ_ONLY);
  const clean = await shop.run({ run: ofPull(pull, { pullRequests: [] }), inputs: KEY });
  permit(shop, FULL);
  assert.equal((await commentOn(shop, clean.run.id)).code, 0);
  assert.equal(state.comments.length, 1);
  assert.match(state.comments[0]?.body ?? '', /Pass/);
});

const HOSTILE = 'PWNED @octocat #1 <img src=x onerror=alert(1)> [x](https://evil.example) `a` | b --> \r\n::error::PWNED\n##[error]PWNED';
/** Where results.json has words that somebody could write something else into. */
const WORDS = new Set(
  'name file hash profile target reason node platform cpuModel runnerImage method sample text traceId promise limit metric'.split(' '),
);

/** The results with everything in them that is text turned into an attack, and a verdict that is a lie. */
function forge(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return key === 'state' && value === 'breach' ? 'pass' : WORDS.has(key) ? HOSTILE : value;
  if (Array.isArray(value))
    return value.map((item: unknown) => forge(item, ['imbalances', 'tags', 'reasons'].includes(key) ? 'text' : key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name === '503' ? HOSTILE : name,
      key === 'tool' && name === 'name' ? item : forge(item, name),
    ]),
  );
}

/** The same results, with one field at the top set to something else. */
function change(field: string, value: unknown): string {
  return JSON.stringify({ ...(JSON.parse(honest) as object), [field]: value });
}

const USELESS: readonly (readonly [name: string, content: () => string | Uint8Array, about: Partial<ArtifactState>, says: RegExp])[] = [
  ['is no JSON', () => HOSTILE, {}, /it is not JSON/],
  ['does not fit its schema', () => change('run', { PWNED: HOSTILE }), {}, /it does not fit its schema/],
  ['has no verdict that there is', () => change('verdict', { state: HOSTILE, reasons: [], checks: [] }), {}, /does not fit its schema/],
  ['is of a newer load-gate', () => change('schema_version', 9_999), {}, /a newer load-gate wrote it/],
  ['is not text', () => Buffer.from([0xff, 0xfe, 0x00]), {}, /cannot be read/],
  ['is too large', () => Buffer.alloc(100_000_001, ' '), {}, /larger than 100 MB|too large/],
  ['has expired', () => honest, { expired: true }, /has expired/],
  ['is not what its digest says', () => honest, { digest: `sha256:${'0'.repeat(64)}` }, /changed or damaged/],
  ['has no digest', () => honest, { digest: null }, /no SHA-256 digest/],
  ['has another name', () => honest, { name: 'PWNED.json' }, /it has no artifact/],
];

describe('what the run of a fork has left', { concurrency: 3 }, () => {
  test('can put no word of its own into a comment, a summary or a log, and no verdict', async (context) => {
    const shop = await openForked(context);
    const { id } = await plantRun(shop, JSON.stringify(forge(JSON.parse(honest))));
    // Its names are unknown to us, so promises about ours cannot be judged, and those of all endpoints are.
    const sla = SLA.replace('endpoints:\n', 'endpoints:\n  "*": { error_budget: 1% }\n');
    const ended = await shop.run({
      run: { event: 'workflow_run' },
      inputs: { ...KEY, 'run-id': `${id}` },
      files: { 'load-gate.sla.yaml': sla },
    });
    assert.equal(ended.code, 0, ended.stdout + ended.stderr);
    assert.equal(ended.outputs.get('verdict'), 'breach', ended.stdout);
    assert.equal(shop.state.comments.length, 1);
    for (const word of ['PWNED', '@octocat', 'evil.example', 'onerror', '##[error]'])
      assert.equal(listTexts(shop, ended).includes(word), false, word);
    assert.match(shop.state.comments[0]?.body ?? '', /unknown 1/);
  });

  for (const [name, content, about, says] of USELESS) {
    test(`is refused when it ${name}: no comment, no word of it, and no green step`, async (context) => {
      const shop = await openForked(context);
      const { id } = await plantRun(shop, content(), about);
      const ended = await commentOn(shop, id);
      assert.equal(ended.code, 2, ended.stdout + ended.stderr);
      assert.deepEqual(shop.state.comments, []);
      assert.match(ended.stdout, says);
      assert.equal(listTexts(shop, ended).includes('PWNED'), false, ended.stdout);
    });
  }

  test('is not told to a pull request that has moved on, nor to one that is closed', async (context) => {
    const shop = await openForked(context);
    const { pull, state } = shop;
    const { id } = await plantRun(shop, honest);
    Object.assign(pull, { head: { ...pull.head, sha: 'e'.repeat(40) } });
    const moved = await commentOn(shop, id);
    assert.match(moved.stdout, /it has moved on to eeeeeee/);
    Object.assign(pull, { state: 'closed' });
    const closed = await commentOn(shop, id);
    assert.match(closed.stdout, /has no open pull request/);
    assert.deepEqual([moved.code, closed.code, state.comments], [0, 0, []]);
  });

  test('is told to its own pull request, whatever else has the same commit or branch', async (context) => {
    const shop = await openForked(context);
    const { pull, state } = shop;
    const others = [
      { ...pull.head, repository: state.repository },
      { ...pull.head, repository: buildFork('another', 3_003) },
    ];
    state.pulls.unshift(...others.map((head, nth) => buildPull(state, { number: nth + 1, head })));
    const { id } = await plantRun(shop, honest);
    assert.equal((await commentOn(shop, id)).code, 0);
    assert.deepEqual(
      state.comments.map(({ issue }) => issue),
      [7],
    );
  });

  test('is not told with a token that may not comment, and then the step is not green', async (context) => {
    const shop = await openForked(context);
    permit(shop, READ_ONLY);
    const { id } = await plantRun(shop, honest);
    const ended = await commentOn(shop, id);
    assert.equal(ended.code, 4, ended.stdout);
    assert.match(ended.stdout, /the token may not do that \(403\); give the job `permissions: pull-requests: write`/);
  });
});
