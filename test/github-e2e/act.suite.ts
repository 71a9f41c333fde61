import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { makeFolder } from '../e2e/make-folder.ts';
import { buildPull, buildRun, buildState, JOB_TOKEN } from '../github-server/github-state.ts';
import { runAct } from '../github-server/run-act.ts';
import { startGithubFor } from '../github-server/start-github.ts';

/** Asks the emulators as an action would, and says so in each way that a runner listens to. */
const ACTION = `import { appendFileSync, readFileSync } from 'node:fs';
const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_EVENT_PATH, GITHUB_OUTPUT, GITHUB_STEP_SUMMARY, GITHUB_WORKFLOW_REF, ACTIONS_RESULTS_URL } = process.env;
const event = JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8'));
const response = await fetch(GITHUB_API_URL + '/repos/' + GITHUB_REPOSITORY + '/issues/' + event.number + '/comments', {
  method: 'POST',
  headers: { authorization: 'bearer ' + process.env['INPUT_GITHUB-TOKEN'] },
  body: JSON.stringify({ body: 'from ' + process.env.INPUT_LEG }),
});
const results = await fetch(ACTIONS_RESULTS_URL);
appendFileSync(GITHUB_OUTPUT, 'status<<END\\n' + response.status + ' ' + results.status + '\\nEND\\nwhere=' + GITHUB_WORKFLOW_REF + '\\n');
appendFileSync(GITHUB_STEP_SUMMARY, '# ' + process.env.INPUT_LEG + '\\n');
console.log('::warning file=sla.yaml,line=3::slow');
console.log('node ' + process.version.split('.')[0]);
process.exitCode = process.env.INPUT_LEG === 'two' ? 1 : 0;
`;
const MANIFEST = `name: probe
description: probe
inputs: { github-token: { default: '\${{ github.token }}' }, leg: { required: true } }
runs: { using: node24, main: main.js }
`;
const WORKFLOW = `on: pull_request
jobs:
  gate:
    runs-on: ubuntu-latest
    strategy: { fail-fast: false, matrix: { leg: [one, two] } }
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
      - { id: here, uses: ./probe, with: { leg: '\${{ matrix.leg }}' } }
      - { id: there, if: always(), uses: org/probe@v1, with: { leg: 'other' } }
`;

test('act runs an action for node24 against the emulators: a leg that fails fails the run, and all that it says is heard', async (context) => {
  const state = buildState();
  state.pulls.push(buildPull(state));
  const run = buildRun(state, { event: 'pull_request', status: 'in_progress', conclusion: null, pullRequests: [7] });
  state.runs.push(run);
  const github = await startGithubFor(context, state);
  const folder = await makeFolder(context, {
    'probe/action.yml': MANIFEST,
    'probe/main.js': ACTION,
    'probe/package.json': '{ "type": "module" }',
    '.github/workflows/probe.yml': WORKFLOW,
  });
  const git = (...args: readonly string[]): Buffer => execFileSync('git', args, { cwd: folder });
  git('init', '--quiet', '--initial-branch=main');
  git('-c', 'user.name=dev', '-c', 'user.email=dev@example.com', 'commit', '--quiet', '--allow-empty', '--message=one');

  const workflow = '.github/workflows/probe.yml';
  const ended = await runAct({ github, runId: run.id, folder, workflow, actions: { 'org/probe@v1': `${folder}/probe` } });
  assert.notEqual(ended.code, 0, ended.text);
  const step = (leg: string, id: string) => ended.steps.find((each) => each.job.includes(leg) && each.id === id);
  assert.deepEqual(
    [step('one', 'here')?.result, step('two', 'here')?.result, step('two', 'there')?.result],
    ['success', 'failure', 'success'],
    ended.text,
  );
  const here = step('one', 'here');
  assert.equal(here?.outputs.get('status'), '201 404');
  assert.equal(here?.outputs.get('where'), 'octo/shop/.github/workflows/load-gate.yml@refs/pull/7/merge');
  assert.equal(here?.summary, '# one\n');
  assert.equal(here?.log, 'node v24\n');
  assert.deepEqual(here?.commands, [{ command: 'warning', text: 'slow', properties: { file: 'sla.yaml', line: '3' } }]);
  assert.deepEqual(state.comments.map(({ body, author }) => `${author}: ${body}`).toSorted(), [
    'github-actions[bot]: from one',
    'github-actions[bot]: from other',
    'github-actions[bot]: from other',
    'github-actions[bot]: from two',
  ]);
  assert.ok(!ended.text.includes(JOB_TOKEN), 'the token is masked');
});
