/** A repository of GitHub. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
  /** The same through every change of name; undefined: the event did not say. */
  readonly id: number | undefined;
}

/** A pull request that a run is about. */
export interface PullRequest {
  readonly number: number;
  /** What must still be its newest commit when somebody writes to it; undefined: a merge queue tests a commit of its own. */
  readonly headSha: string | undefined;
  readonly baseBranch: string | undefined;
}

/** Which pull request a run is about. */
export type Change =
  | { readonly kind: 'found'; readonly pull: PullRequest }
  /** Only GitHub's API knows: the open pull request whose newest commit this is. */
  | { readonly kind: 'to-find'; readonly sha: string }
  | { readonly kind: 'none'; readonly why: string };

/** What the token of a workflow may do at most. GitHub gives fork pull requests, and by default Dependabot's, one that may only read. */
export type TokenReach = 'as-permitted' | 'read-only-fork' | 'read-only-dependabot';

/** Where a run stands, from what the runner says. */
export interface GithubContext {
  /** Undefined: not in a workflow. */
  readonly repository: Repository | undefined;
  readonly runId: number | undefined;
  /** From 1. */
  readonly runAttempt: number;
  readonly workflow: string;
  readonly job: string;
  readonly event: string;
  /** What was deployed, or is proposed: not the merge commit that a pull request's workflow checks out. */
  readonly headSha: string | undefined;
  readonly change: Change;
  readonly tokenReach: TokenReach;
  readonly defaultBranch: string | undefined;
  /** Whose runs this one is compared with: the branch that a change is for, else the default one. */
  readonly baselineBranch: string | undefined;
  /** GitHub Enterprise Server, which lacks some of what github.com has. */
  readonly isGhes: boolean;
  /** The page of this run; undefined: not in a workflow. */
  readonly runUrl: string | undefined;
}
