import type { Fault } from './faults.ts';

export type Permission = 'actions' | 'contents' | 'issues' | 'pull-requests';

/** Who calls. `actions`: GITHUB_TOKEN of a job, which writes as github-actions[bot]; `user`: a personal access token. */
export type Token = { permissions: { [name in Permission]?: 'read' | 'write' } } & (
  | { kind: 'actions' }
  | { kind: 'user'; login: string; id: number }
);

export interface RepositoryState {
  id: number;
  owner: string;
  name: string;
  private: boolean;
  fork: boolean;
}

export interface PullState {
  number: number;
  title: string;
  author: string;
  state: 'open' | 'closed';
  head: { ref: string; sha: string; repository: RepositoryState };
  base: { ref: string; sha: string };
  /** The commit that `pull_request` jobs check out. */
  mergeSha: string;
}

export interface CommentState {
  id: number;
  /** Number of the issue or pull request. */
  issue: number;
  author: string;
  authorType: 'Bot' | 'User';
  body: string;
  createdAt: string;
  updatedAt: string;
}

export interface RunState {
  id: number;
  name: string;
  workflowId: number;
  /** Such as `.github/workflows/gate.yml`. */
  path: string;
  event: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: 'success' | 'failure' | 'cancelled' | null;
  headBranch: string;
  headSha: string;
  /** Where the head is: another one than the repository for forks; null when that has been deleted. */
  headRepository: RepositoryState | null;
  number: number;
  attempt: number;
  createdAt: string;
  /** Numbers of pull requests; GitHub leaves those from forks out. */
  pullRequests: number[];
}

export interface ArtifactState {
  id: number;
  runId: number;
  attempt: number;
  name: string;
  bytes: number;
  /** `sha256:…` as the upload said; null for artifacts of old. Set it to something else to plant a wrong one. */
  digest: string | null;
  createdAt: string;
  expiresAt: string;
  expired: boolean;
  mimeType: string;
  /** Name of the blob with its content. */
  blob: string;
}

/** All that the emulators know. Tests set it up and may change any of it at any time; the emulators write comments and artifacts into it. */
export interface GithubState {
  repository: RepositoryState & { defaultBranch: string };
  /** By the token itself. */
  tokens: Record<string, Token>;
  pulls: PullState[];
  comments: CommentState[];
  runs: RunState[];
  artifacts: ArtifactState[];
  faults: Fault[];
}

/** The token of a job, as `buildState` knows it. */
export const JOB_TOKEN = 'ghs_emulated0000000000000000000000000000';

/** Old enough to be history, too young to have expired. */
const EPOCH_MS = Date.now() - 7 * 86_400_000;
const EPOCH = new Date(EPOCH_MS).toISOString();
const minted = new Set<number>();

/** A repository `octo/shop` with nothing in it, whose JOB_TOKEN may do all that load-gate asks for. */
export function buildState(changes: Partial<GithubState> = {}): GithubState {
  return {
    repository: { id: 1_001, owner: 'octo', name: 'shop', defaultBranch: 'main', private: true, fork: false },
    tokens: {
      [JOB_TOKEN]: { kind: 'actions', permissions: { actions: 'write', contents: 'read', issues: 'write', 'pull-requests': 'write' } },
    },
    pulls: [],
    comments: [],
    runs: [],
    artifacts: [],
    faults: [],
    ...changes,
  };
}

/** A number above `least` and above those of the rows; one that was given once is not given again, though its row be deleted. */
export function mintId(least: number, rows: readonly { readonly id: number }[]): number {
  let id = Math.max(least, ...rows.map((row) => row.id)) + 1;
  while (minted.has(id)) id++;
  minted.add(id);
  return id;
}

/** A fork of the repository, of somebody else. */
export function buildFork(owner = 'stranger', id = 2_002): RepositoryState {
  return { id, owner, name: 'shop', private: false, fork: true };
}

/** Pull request 7 from the branch `feature` of the repository, or of a fork. */
export function buildPull(state: GithubState, changes: Partial<PullState> = {}): PullState {
  return {
    number: 7,
    title: 'A change',
    author: 'dev',
    state: 'open',
    head: { ref: 'feature', sha: 'b'.repeat(40), repository: state.repository },
    base: { ref: state.repository.defaultBranch, sha: 'a'.repeat(40) },
    mergeSha: 'c'.repeat(40),
    ...changes,
  };
}

/** A good run on the default branch after a push, one minute after the one with the id before. */
export function buildRun(state: GithubState, changes: Partial<RunState> = {}): RunState {
  const id = changes.id ?? mintId(5_000, state.runs);
  return {
    id,
    name: 'load gate',
    workflowId: 77,
    path: '.github/workflows/load-gate.yml',
    event: 'push',
    status: 'completed',
    conclusion: 'success',
    headBranch: state.repository.defaultBranch,
    headSha: id.toString(16).padStart(40, '0'),
    headRepository: state.repository,
    number: Math.max(1, id - 5_000),
    attempt: 1,
    createdAt: new Date(EPOCH_MS + (id - 5_000) * 60_000).toISOString(),
    pullRequests: [],
    ...changes,
  };
}

/** A comment that somebody wrote on pull request 7. */
export function buildComment(state: GithubState, changes: Partial<CommentState> = {}): CommentState {
  const id = mintId(9_000, state.comments);
  return { id, issue: 7, author: 'dev', authorType: 'User', body: `comment ${id}`, createdAt: EPOCH, updatedAt: EPOCH, ...changes };
}
