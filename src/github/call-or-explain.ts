import type { ApiClient } from './api-client.ts';
import { classifyProblem } from './classify-problem.ts';
import { explainApiError, type Attempt } from './explain-api-error.ts';

/** The part of a client that reading and deleting takes. */
export type ApiCalls = Pick<ApiClient, 'call'>;

/** The data of a call. Its failure is thrown as one sentence that names the missing permission; what was thrown is the cause. */
export async function callOrExplain(api: ApiCalls, attempt: Attempt, [route, parameters]: Parameters<ApiClient['call']>): Promise<unknown> {
  try {
    return (await api.call(route, parameters)).data;
  } catch (thrown) {
    throw new Error(explainApiError(classifyProblem(thrown, Date.now()), attempt), { cause: thrown });
  }
}
