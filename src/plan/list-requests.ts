import type { UserProfile } from '../config/scenario.ts';
import type { BeforeStep, RequestSpec, Step } from '../config/step.ts';
import type { Position } from '../config/issue.ts';

/** A request as written, and where; a handshake is what opens a WebSocket. */
export interface PlacedRequest {
  readonly kind: 'request' | 'handshake';
  readonly request: RequestSpec;
  readonly at: Position;
}

/** Every request that a plan can make, in the order of the file. */
export function listRequests(before: readonly BeforeStep[], users: readonly UserProfile[]): readonly PlacedRequest[] {
  return [
    ...before.map((step): PlacedRequest => ({
      kind: 'request',
      request: step.request,
      at: step.kind === 'request' ? step.request.at : step.at,
    })),
    ...listSteps(users).flatMap(requestOf),
  ];
}

/** Every step that is not made of others, in the order of the file. */
export type SingleStep = Exclude<Step, { steps: readonly Step[] }>;

/** The steps of all flows, those inside of others in their place. */
export function listSteps(users: readonly UserProfile[]): readonly SingleStep[] {
  return users.flatMap((user) => [...user.start, ...user.tasks.flatMap((task) => task.steps)]).flatMap(stepsIn);
}

function stepsIn(step: Step): readonly SingleStep[] {
  switch (step.kind) {
    case 'parallel':
    case 'repeat':
    case 'for-each':
      return step.steps.flatMap(stepsIn);
    default:
      return [step];
  }
}

function requestOf(step: SingleStep): readonly PlacedRequest[] {
  switch (step.kind) {
    case 'http':
      return [{ kind: 'request', request: step, at: step.at }];
    case 'poll':
      return [{ kind: 'request', request: step.request, at: step.at }];
    case 'ws':
      return [{ kind: 'handshake', request: step.request, at: step.at }];
    case 'think':
    case 'send':
    case 'receive':
    case 'hold':
    case 'close':
      return [];
  }
}
