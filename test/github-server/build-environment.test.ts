import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { buildFork, buildPull, buildRun, buildState } from './github-state.ts';
import { startRestFor } from './start-rest.ts';

const EVENTS: readonly (readonly [event: string, ref: string, says: RegExp])[] = [
  ['pull_request', 'refs/pull/7/merge', /"number":7.*"fork":true/],
  ['push', 'refs/heads/main', /"after":"b{40}"/],
  ['merge_group', 'refs/heads/main', /"base_ref":"refs\/heads\/main"/],
  ['deployment_status', 'refs/heads/main', /"state":"success"/],
  ['workflow_dispatch', 'refs/heads/main', /"inputs":{}/],
  ['schedule', 'refs/heads/main', /"schedule"/],
  ['workflow_run', 'refs/heads/main', /"workflow_run":{"id":\d+/],
];

for (const [event, ref, says] of EVENTS) {
  test(`the environment of ${event} has its ref and a file with its payload`, async (context) => {
    const state = buildState();
    state.pulls.push(buildPull(state, { head: { ref: 'main', sha: 'b'.repeat(40), repository: buildFork() } }));
    state.runs.push(buildRun(state));
    const { env, apiUrl } = await startRestFor(context, state);
    const run = buildRun(state, { event, headSha: 'b'.repeat(40) });
    state.runs.push(run);
    const given = await env({ runId: run.id });
    const { GITHUB_REF, GITHUB_EVENT_NAME, GITHUB_API_URL, GITHUB_RUN_ID } = given;
    assert.deepEqual([GITHUB_REF, GITHUB_EVENT_NAME, GITHUB_API_URL, GITHUB_RUN_ID], [ref, event, apiUrl, `${run.id}`]);
    const payload = await readFile(given['GITHUB_EVENT_PATH'] ?? '', 'utf8');
    assert.match(payload, says);
    assert.match(payload, /"full_name":"octo\/shop"/);
  });
}
