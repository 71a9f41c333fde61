import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { getOctokit } from '@actions/github';
import { findRivals, type Rivals } from '../../src/github/find-rivals.ts';
import { nameWorkflowFile, parseWorkflowRef } from '../../src/github/parse-workflow-ref.ts';
import { openBlobLinks } from '../github-server/blob-links.ts';
import type { Fault } from '../github-server/faults.ts';
import { buildRun, buildState, JOB_TOKEN, type RunState } from '../github-server/github-state.ts';
import { serveRestApi } from '../github-server/rest-api.ts';
import type { Emulator } from '../github-server/serve-answers.ts';

const OURS = 6_000;
const WORKFLOW = '.github/workflows/load-gate.yml';

async function find(
  context: TestContext,
  runs: readonly Partial<RunState>[],
  fault?: Omit<Fault, 'route'> & { kind: 'hang' | 'forbidden' },
): Promise<Rivals> {
  const state = buildState();
  for (const run of [{ id: OURS, status: 'in_progress' as const }, ...runs]) state.runs.push(buildRun(state, run));
  if (fault) state.faults.push({ route: '*', ...fault });
  const emulator: Emulator = { state, log: [], violations: [] };
  const rest = await serveRestApi(emulator, openBlobLinks('http://127.0.0.1:1'));
  context.after(() => rest[Symbol.asyncDispose]());
  const octokit = getOctokit(JOB_TOKEN, { baseUrl: rest.url });
  const rivals = await findRivals(
    { call: async (route, parameters) => octokit.request(route, parameters) },
    { repository: { owner: 'octo', name: 'shop' }, runId: OURS, workflow: WORKFLOW, withinMs: fault?.kind === 'hang' ? 50 : 5_000 },
  );
  assert.deepEqual(emulator.violations, []);
  return rivals;
}

const NONE: readonly (readonly [what: string, runs: readonly Partial<RunState>[]])[] = [
  ['the run itself', []],
  ['runs that are over', [{ status: 'completed' }]],
  ['runs that wait for their turn', [{ status: 'queued' }]],
  ['runs of other workflows', [{ status: 'in_progress', path: '.github/workflows/lint.yml', workflowId: 78 }]],
];

for (const [what, runs] of NONE) {
  test(`${what}: no rival`, async (context) => assert.deepEqual(await find(context, runs), { state: 'none' }));
}

test('another run in progress is named by its number, with the way to take turns', async (context) => {
  const rivals = await find(context, [{ id: 5_990, status: 'in_progress', number: 990, headBranch: '**x** @team', event: 'pull_request' }]);
  assert.ok(rivals.state === 'found');
  assert.match(rivals.sentence, /^Another run of this workflow is in progress \(#990\).*`concurrency:` group/);
  assert.doesNotMatch(rivals.sentence, /team/);
});

test('many are counted', async (context) => {
  const rivals = await find(
    context,
    Array.from({ length: 8 }, (_, nth) => ({ id: 5_990 - nth, status: 'in_progress' as const, number: 100 - nth })),
  );
  assert.match(
    rivals.state === 'found' ? rivals.sentence : '',
    /^Other runs of this workflow are in progress \(#100, #99, #98, #97, #96 and 3 more\)/,
  );
});

test('not being allowed to ask is one sentence that names the permission', async (context) => {
  const rivals = await find(context, [], { kind: 'forbidden' });
  assert.match(
    rivals.state === 'unknown' ? rivals.sentence : '',
    /^Other runs of this workflow were not looked for: .*permissions: actions: read/,
  );
});

test('an API that does not answer is not waited for', async (context) => {
  const rivals = await find(context, [], { kind: 'hang' });
  assert.match(rivals.state === 'unknown' ? rivals.sentence : '', /did not answer in time/);
});

test('an answer that is none is one sentence', async () => {
  const rivals = await findRivals(
    { call: () => Promise.resolve({ data: '<html>', headers: {} }) },
    { repository: { owner: 'octo', name: 'shop' }, runId: OURS, workflow: WORKFLOW },
  );
  assert.equal(rivals.state, 'unknown');
});

const REFS: readonly (readonly [ref: string | undefined, file: string | undefined])[] = [
  ['octo/shop/.github/workflows/ci.yml@refs/heads/main', '.github/workflows/ci.yml'],
  ['octo/shop/.github/workflows/a.b.yaml@refs/heads/x.yml@y', '.github/workflows/a.b.yaml'],
  ['octo/shop', undefined],
  ['', undefined],
  [undefined, undefined],
];

test('the workflow is known by its file', () => {
  for (const [ref, file] of REFS) assert.equal(parseWorkflowRef(ref), file, ref);
  assert.equal(nameWorkflowFile('.github/workflows/ci.yml'), 'ci.yml');
});
