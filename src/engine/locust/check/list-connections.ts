import { requestsOfStep } from '../../../plan/list-uses.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { ConnectionSettings } from '../../../plan/program.ts';
import { codeOf } from '../locustfile/select-profiles.ts';

/** The settings of all connections that users open, without those of `before`. */
export function listConnections({ program }: Plan): readonly ConnectionSettings[] {
  const used = new Set(
    program.users
      .flatMap(codeOf)
      .flatMap(requestsOfStep)
      .map((request) => request.connection),
  );
  return program.connections.filter((_, index) => used.has(index));
}

/** What bounds the connections of requests to an origin, each bound once; undefined among them: nothing does. Those of WebSockets are not bounded. */
export function listBounds({ program }: Plan): readonly (number | undefined)[] {
  const requests = program.users.flatMap(codeOf).flatMap((step) => (step.op === 'ws' ? [] : requestsOfStep(step)));
  return [...new Set(requests.map(({ connection }) => program.connections[connection]?.limit))];
}
