/** An answer of GitHub's REST API; its data are anything at all until they are read field by field. */
export interface ApiAnswer {
  readonly data: unknown;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Makes calls to GitHub's REST API for one task, within the time of that task. */
export interface ApiClient {
  /**
   * `GET /repos/{owner}/{repo}` and its parameters → the answer. Throws what `classifyProblem` reads. Calls that may be made twice are tried again when
   * GitHub asks for that or has trouble; a `POST` never is. A parameter `request` is octokit's own: a signal, or how to read the answer.
   */
  call(route: string, parameters: Readonly<Record<string, unknown>>): Promise<ApiAnswer>;
  /** What is left of the time of the task; 0 or less: nothing. */
  remainingMs(): number;
}
