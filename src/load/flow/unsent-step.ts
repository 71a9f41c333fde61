import type { Failure } from '../http/check-response.ts';
import { HostRefused } from '../http/fill-call.ts';
import type { PreparedInstruction } from './prepare-flow.ts';
import { DataExhausted } from './user-values.ts';
import type { VirtualUser } from './virtual-user.ts';

/** Why a step was not even sent, as a failure of its series; undefined: for no reason that a scenario or target can give. */
export function describeUnsent(thrown: unknown): Failure | undefined {
  if (thrown instanceof DataExhausted) return { class: 'data', reason: `data ${thrown.table} is used up`, sample: thrown.message };
  if (thrown instanceof HostRefused) return { class: 'protocol', reason: 'protocol host is not allowed', sample: thrown.message };
  return undefined;
}

/** The series that a step is charged to; a `send` has none of its own and is charged to its connection's. Undefined: the step asks for nothing. */
export function seriesOfStep(step: PreparedInstruction, user: VirtualUser): number | undefined {
  switch (step.op) {
    case 'http':
      return step.request.program.series;
    case 'parallel':
      return step.requests[0]?.program.series;
    case 'poll':
      return step.poll.request.program.series;
    case 'ws':
      return step.socket.program.series;
    case 'send':
      return user.sessions.find(({ socket }) => socket.program.slot === step.send.program.slot)?.socket.program.series;
    case 'receive':
      return step.receive.program.series;
    case 'think':
    case 'hold':
    case 'close':
    case 'loop':
    case 'next':
      return undefined;
  }
}
