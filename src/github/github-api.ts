/** GitHub's REST API as far as one call goes: `GET /repos/{owner}/{repo}` and its parameters → the answer, of which nothing is trusted. */
export interface GithubApi {
  request(route: string, parameters: Readonly<Record<string, unknown>>): Promise<{ readonly data: unknown }>;
}
