/** The part of a client of GitHub's REST API that is used: octokit's `request`. What it answers is not trusted. */
export interface GithubApi {
  request(route: string, parameters: Readonly<Record<string, unknown>>): Promise<{ readonly data: unknown }>;
}

/** `owner` and `repo` of a repository. */
export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

/** The file of the workflow that runs, such as `.github/workflows/ci.yml`, as GITHUB_WORKFLOW_REF has it; undefined when it says nothing of the kind. */
export function parseWorkflowRef(ref: string | undefined): string | undefined {
  return /^[^/]+\/[^/]+\/(.+?\.ya?ml)@/.exec(ref ?? '')?.[1];
}
