import { count, list, nullable, object, text, truth } from '../report/decode-json.ts';
import { callOrExplain, type ApiCalls } from './call-or-explain.ts';
import type { Repository } from './github-context.ts';
import { parseBaselineName } from './name-artifact.ts';
import { nameWorkflowFile } from './parse-workflow-ref.ts';

/** A baseline's artifact that may be believed, before anything of it is read. */
export interface BaselineArtifact {
  readonly id: number;
  /** As stored; not trusted before it is read. */
  readonly bytes: number;
  /** ISO 8601; undefined: GitHub does not say. */
  readonly createdAt: string | undefined;
  /** `sha256:` and 64 hex digits; undefined: GitHub does not say, and the artifact cannot be used. */
  readonly digest: string | undefined;
}

/** Where to look, and whom to believe. */
export interface ArtifactSearch {
  readonly repository: Pick<Repository, 'owner' | 'name'>;
  /** The artifact's whole name. */
  readonly name: string;
  /** `.github/workflows/ci.yml`: only what this workflow has stored; undefined: what any workflow of the repository has. */
  readonly workflow: string | undefined;
  /** So many of the newest, from 1. */
  readonly most: number;
  /** Told when there are artifacts of the name and none of them counts: a sentence, safe to print. */
  readonly onNone?: ((sentence: string) => void) | undefined;
}

/** What GitHub says of the repository, whatever an event's file says. */
export interface OwnRepository {
  readonly id: number;
  readonly defaultBranch: string;
}

const PER_PAGE = 100;
const MOST_PAGES = 5;
/** A run of its own is asked for each artifact beyond those of two pages of runs. */
const MOST_RUN_PAGES = 2;
/** So few runs are asked for one by one at once. */
const FEW = 3;
/** Events that no one without write access can make happen on the default branch with code of their own. */
const TRUSTED_EVENTS: readonly (string | undefined)[] = ['push', 'schedule'];

const decodeArtifact = object({
  id: count,
  name: text,
  size_in_bytes: count,
  expired: truth,
  created_at: nullable(text),
  digest: nullable(text),
  workflow_run: nullable(
    object({ id: nullable(count), repository_id: nullable(count), head_repository_id: nullable(count), head_branch: nullable(text) }),
  ),
});
const decodeArtifacts = object({ total_count: count, artifacts: list(decodeArtifact) });
const decodeRepository = object({ id: count, default_branch: text });
const decodeOwner = object({ id: count });
const decodeRun = object({
  id: count,
  event: text,
  head_branch: nullable(text),
  path: text,
  repository: decodeOwner,
  head_repository: nullable(decodeOwner),
});
const decodeRuns = object({ workflow_runs: list(decodeRun) });

type Artifact = ReturnType<typeof decodeArtifact>;
type Run = ReturnType<typeof decodeRun>;

const READ = { what: 'the artifacts of earlier runs were not read', permission: 'actions: read' };

/** Asks for the repository; throws a sentence when there is no answer. */
export async function readRepository(api: ApiCalls, { owner, name }: ArtifactSearch['repository']): Promise<OwnRepository> {
  const attempt = { what: 'the repository was not read', permission: 'contents: read' };
  const data = await callOrExplain(api, attempt, ['GET /repos/{owner}/{repo}', { owner, repo: name }]);
  const { id, default_branch: defaultBranch } = decodeRepository(data, '');
  return { id, defaultBranch };
}

/**
 * The newest artifacts of the name that were made by this repository's own code on its default branch, newest first. A fork's branch may be called main, too,
 * so the repository of the code counts, and the event. Throws when GitHub cannot be asked, and when there are too many to tell (closed).
 */
export async function findBaselineArtifacts(
  api: ApiCalls,
  search: ArtifactSearch,
  own: OwnRepository,
): Promise<readonly BaselineArtifact[]> {
  const { found, total } = await listArtifacts(api, { ...search, pages: MOST_PAGES });
  const candidates = found.filter((artifact) => artifact.name === search.name && !artifact.expired && isOwn(artifact, own));
  const runs = candidates.length > FEW ? await listRuns(api, search, own) : new Map<number, Run>();
  const accepted: Artifact[] = [];
  for (const artifact of candidates.toSorted((left, right) => right.id - left.id)) {
    if (accepted.length === search.most) break;
    const runId = artifact.workflow_run?.id;
    if (runId === undefined) continue;
    const run = runs.get(runId) ?? (await readRun(api, search, runId));
    if (isTrusted(run, search, own)) accepted.push(artifact);
  }
  // Closed: enough artifacts of other runs could hide all those that count.
  if (accepted.length === 0 && total > found.length)
    throw new Error(`none of the newest ${found.length} artifacts named ${search.name} counts, and there are ${total}`);
  const named = found.filter(({ name }) => name === search.name);
  if (accepted.length === 0 && named.length > 0) search.onNone?.(explainNone(named));
  return accepted.map(({ id, size_in_bytes: bytes, created_at: createdAt, digest }) => ({ id, bytes, createdAt, digest }));
}

/** Whoever set a baseline up wants to know why it is not there. */
function explainNone(named: readonly Artifact[]): string {
  const expired = named.filter((artifact) => artifact.expired).length;
  const others = named.length - expired;
  const parts = [
    ...(expired > 0 ? [`${expired} expired`] : []),
    ...(others > 0 ? [`${others} made by a fork, another branch, workflow or event than a push or schedule of the default branch`] : []),
  ];
  return `None of the artifacts of this baseline counts: ${parts.join(', ')}.`;
}

/** The folders of all histories among the newest artifacts of the repository: no more than a hint. */
export async function listBaselineFolders(
  api: ApiCalls,
  repository: ArtifactSearch['repository'],
  own: OwnRepository,
): Promise<readonly string[]> {
  const { found } = await listArtifacts(api, { repository, pages: 1 });
  const candidates = found.filter((artifact) => !artifact.expired && isOwn(artifact, own));
  return [...new Set(candidates.flatMap(({ name }) => parseBaselineName(name) ?? []))];
}

async function listArtifacts(
  api: ApiCalls,
  { repository, name, pages }: Pick<ArtifactSearch, 'repository'> & { readonly name?: string; readonly pages: number },
): Promise<{ readonly found: readonly Artifact[]; readonly total: number }> {
  // A page may shift while another is read, and bring an artifact twice.
  const byId = new Map<number, Artifact>();
  let total = 0;
  for (let page = 1; page <= pages; page++) {
    const wanted = { owner: repository.owner, repo: repository.name, per_page: PER_PAGE, page, ...(name !== undefined && { name }) };
    const data = await callOrExplain(api, READ, ['GET /repos/{owner}/{repo}/actions/artifacts', wanted]);
    const { total_count: all, artifacts } = decodeArtifacts(data, '');
    total = all;
    for (const artifact of artifacts) byId.set(artifact.id, artifact);
    if (artifacts.length < PER_PAGE) break;
  }
  return { found: [...byId.values()], total };
}

function isOwn({ workflow_run: run }: Artifact, { id, defaultBranch }: OwnRepository): boolean {
  return run !== undefined && run.repository_id === id && run.head_repository_id === id && run.head_branch === defaultBranch;
}

/** The newest runs on the default branch, which are most likely those of the artifacts, in few requests. */
async function listRuns(
  api: ApiCalls,
  { repository, workflow }: ArtifactSearch,
  { defaultBranch }: OwnRepository,
): Promise<ReadonlyMap<number, Run>> {
  const runs = new Map<number, Run>();
  for (let page = 1; page <= MOST_RUN_PAGES; page++) {
    const wanted = { owner: repository.owner, repo: repository.name, branch: defaultBranch, per_page: PER_PAGE, page };
    const data = await callOrExplain(
      api,
      READ,
      workflow === undefined
        ? ['GET /repos/{owner}/{repo}/actions/runs', wanted]
        : ['GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', { ...wanted, workflow_id: nameWorkflowFile(workflow) }],
    );
    const { workflow_runs: found } = decodeRuns(data, '');
    for (const run of found) runs.set(run.id, run);
    if (found.length < PER_PAGE) break;
  }
  return runs;
}

async function readRun(api: ApiCalls, { repository: { owner, name } }: ArtifactSearch, runId: number): Promise<Run> {
  const wanted = { owner, repo: name, run_id: runId };
  const data = await callOrExplain(api, READ, ['GET /repos/{owner}/{repo}/actions/runs/{run_id}', wanted]);
  return decodeRun(data, '');
}

function isTrusted(run: Run, { workflow }: ArtifactSearch, { id, defaultBranch }: OwnRepository): boolean {
  // A path may carry the branch: `ci.yml@main`.
  const path = run.path.replace(/(\.ya?ml)@.*$/, '$1');
  return (
    TRUSTED_EVENTS.includes(run.event) &&
    run.head_branch === defaultBranch &&
    run.repository.id === id &&
    run.head_repository?.id === id &&
    (workflow === undefined || path === workflow)
  );
}
