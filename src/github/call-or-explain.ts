import { classifyProblem } from './classify-problem.ts';
import { explainApiError, type Attempt } from './explain-api-error.ts';
import type { GithubApi } from './github-api.ts';

/** The data of a call. Its failure is thrown as one sentence that names the missing permission; what was thrown is the cause. */
export async function callOrExplain(
  api: GithubApi,
  attempt: Attempt,
  [route, parameters]: Parameters<GithubApi['request']>,
): Promise<unknown> {
  try {
    return (await api.request(route, parameters)).data;
  } catch (thrown) {
    throw new Error(explainApiError(classifyProblem(thrown, Date.now()), attempt), { cause: thrown });
  }
}
