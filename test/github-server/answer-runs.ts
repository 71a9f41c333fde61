import { answerPage, answerWith, type Call } from './call.ts';
import { describeArtifact, describeRun } from './describe-resources.ts';
import { refuse, type Answer } from './faults.ts';
import type { RunState } from './github-state.ts';

/** One run. */
export function getRun({ state, params, place }: Call): Answer {
  const run = state.runs.find(({ id }) => id === Number(params['run_id']));
  return run === undefined ? refuse(404) : answerWith(describeRun(run, state, place));
}

/** Runs of one workflow, named by number or file. */
export function listRunsOfWorkflow(call: Call): Answer {
  const wanted = call.params['workflow_id'] ?? '';
  const isWanted = ({ workflowId, path }: RunState): boolean => `${workflowId}` === wanted || path.split('/').at(-1) === wanted;
  return call.state.runs.some(isWanted) ? listRuns(call, isWanted) : refuse(404);
}

/** Runs that match the query, the newest first. */
export function listRuns(call: Call, isWanted: (run: RunState) => boolean): Answer {
  const { state, query, place } = call;
  const matches = (name: string, ...values: readonly (string | null)[]): boolean => !query.has(name) || values.includes(query.get(name));
  const found = state.runs
    .filter(isWanted)
    .filter((run) => matches('branch', run.headBranch) && matches('event', run.event) && matches('head_sha', run.headSha))
    .filter((run) => matches('status', run.status, run.conclusion))
    .toSorted((left, right) => right.id - left.id);
  return answerPage(
    call,
    found.map((run) => describeRun(run, state, place)),
    'workflow_runs',
  );
}

/** Artifacts of a run or of the repository, the newest first, expired ones too. */
export function listArtifacts(call: Call, runId: number | undefined): Answer {
  const { state, query, place } = call;
  if (runId !== undefined && !state.runs.some(({ id }) => id === runId)) return refuse(404);
  const found = state.artifacts
    .filter((artifact) => runId === undefined || artifact.runId === runId)
    .filter(({ name }) => [null, name].includes(query.get('name')))
    .toSorted((left, right) => right.id - left.id);
  return answerPage(
    call,
    found.map((artifact) => describeArtifact(artifact, state, place)),
    'artifacts',
  );
}

/** One artifact: read or deleted. */
export function withArtifact({ state, params, place }: Call, what: 'keep' | 'delete'): Answer {
  const artifact = state.artifacts.find(({ id }) => id === Number(params['artifact_id']));
  if (artifact === undefined) return refuse(404);
  if (what === 'keep') return answerWith(describeArtifact(artifact, state, place));
  state.artifacts.splice(state.artifacts.indexOf(artifact), 1);
  return { status: 204 };
}

/** Where the content is: raw files as they are, all others as a zip file. */
export function downloadArtifact({ state, params, signDownload }: Call): Answer {
  const artifact = state.artifacts.find(({ id }) => id === Number(params['artifact_id']));
  if (artifact === undefined || params['archive_format'] !== 'zip') return refuse(404);
  if (artifact.expired) return refuse(410, 'Artifact has expired');
  return { status: 302, headers: { location: signDownload(artifact.blob, artifact.name, artifact.mimeType) } };
}
