import type { AnswerWorld } from './backend/build-backend-answer.ts';
import { json, type PreparedAnswer, type ReceivedRequest, tokenOf } from './prepared-answer.ts';
import type { RouteState } from './route-state.ts';

/** Why a request is not let in; undefined: it is, and a metered one is counted. */
export function guardRequest(
  { auth, tenant }: Pick<RouteState, 'auth' | 'tenant'>,
  headers: ReceivedRequest['headers'],
  { memory, backend }: Pick<AnswerWorld, 'memory' | 'backend'>,
): PreparedAnswer | undefined {
  if (auth === 'token' && memory.whoHas(tokenOf(headers) ?? '') === undefined)
    return json(401, { error: 'no valid token' }, { 'www-authenticate': 'Bearer' });
  if (tenant === undefined) return undefined;
  const name = headers[backend.tenants.header];
  if (typeof name !== 'string') return json(400, { error: `the header ${backend.tenants.header} is missing` });
  const usage = backend.tenants.usageOf(name);
  if (usage === undefined) return json(403, { error: 'no such tenant' });
  if (tenant === 'known') return undefined;
  if (!usage.allowed) return json(402, { error: 'the plan is used up' });
  backend.tenants.meter(name);
  return undefined;
}
