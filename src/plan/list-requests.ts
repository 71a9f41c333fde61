import type { UserProfile } from '../config/scenario.ts';
import type { BeforeStep, RequestSpec, Step } from '../config/step.ts';
import type { Position } from '../config/issue.ts';

/** A request as written, and where. */
export interface PlacedRequest {
  readonly request: RequestSpec;
  readonly at: Position;
}

/** Every request that a plan can make, in the order of the file. */
export function listRequests(before: readonly BeforeStep[], users: readonly UserProfile[]): readonly PlacedRequest[] {
  return [
    ...before.map((step) =>
      step.kind === 'request' ? { request: step.request, at: step.request.at } : { request: step.request, at: step.at },
    ),
    ...users.flatMap((user) => [...user.start, ...user.tasks.flatMap((task) => task.steps)]).flatMap(requestsIn),
  ];
}

function requestsIn(step: Step): readonly PlacedRequest[] {
  switch (step.kind) {
    case 'http':
      return [{ request: step, at: step.at }];
    case 'poll':
      return [{ request: step.request, at: step.at }];
    case 'parallel':
    case 'repeat':
    case 'for-each':
      return step.steps.flatMap(requestsIn);
    case 'think':
      return [];
  }
}
