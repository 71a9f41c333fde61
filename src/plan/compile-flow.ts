import type { HttpStep, PollStep, Step } from '../config/step.ts';
import { compileRequest } from './compile-request.ts';
import { compileReceive, compileSend, compileSocket, type SocketContext } from './compile-socket.ts';
import { slotsReadByStep, slotsSetByStep, socketsOpenAfter } from './list-uses.ts';
import type { Instruction, PollProgram, RequestProgram } from './program.ts';
import { socketSlotName } from './slot-table.ts';

/** What a flow is compiled against. */
export interface FlowContext extends SocketContext {
  /** Slots of the WebSockets that are open when the flow begins. */
  readonly open: readonly number[];
}

/** Steps → a flat list in which loops are jumps, so that a virtual user's place in its flow is one number and a small stack. */
export function compileFlow(steps: readonly Step[], context: FlowContext): readonly Instruction[] {
  const code: Instruction[] = [];
  for (const step of steps) addStep(step, code, context);
  return code;
}

/**
 * The captures that must be set, and the WebSockets that must be open, before the flow starts: those that it uses before it captures or opens them itself.
 * What one request of a `parallel` captures comes too late for the others.
 */
export function slotsNeededBy(code: readonly Instruction[], { names }: FlowContext): readonly number[] {
  const needed = new Set<number>();
  const set = new Set<number>();
  for (const instruction of code) {
    for (const slot of slotsReadByStep(instruction)) {
      const kind = names.slots[slot]?.kind;
      if ((kind === 'capture' || kind === 'socket') && !set.has(slot)) needed.add(slot);
    }
    for (const slot of slotsSetByStep(instruction)) set.add(slot);
  }
  return [...needed];
}

function addStep(step: Step, code: Instruction[], context: FlowContext): void {
  switch (step.kind) {
    case 'http':
      code.push({ op: 'http', step: compileStep(step, context) });
      break;
    case 'think':
      code.push({ op: 'think', think: step.think });
      break;
    case 'parallel':
      code.push({ op: 'parallel', steps: step.steps.map((inner) => compileStep(inner, context)) });
      break;
    case 'poll':
      code.push({ op: 'poll', poll: compilePoll(step, context) });
      break;
    case 'ws':
      code.push({ op: 'ws', socket: compileSocket(step, context) });
      break;
    case 'send':
      code.push({ op: 'send', send: compileSend(step, context) });
      break;
    case 'receive':
      code.push({ op: 'receive', receive: compileReceive(step, context) });
      break;
    case 'hold':
      code.push({ op: 'hold', holdUs: step.ms * 1_000, slots: socketsOpenAfter(code, context.open) });
      break;
    case 'close':
      code.push({ op: 'close', slot: context.names.slotOf(socketSlotName(step.on)) });
      break;
    case 'repeat':
      addLoop(code, { times: step.times, table: -1, slot: step.as === undefined ? -1 : context.names.slotOf(step.as) }, () => {
        for (const inner of step.steps) addStep(inner, code, context);
      });
      break;
    case 'for-each':
      addLoop(code, { times: 0, table: context.names.tableOf(step.data), slot: context.names.slotOf(step.as) }, () => {
        for (const inner of step.steps) addStep(inner, code, context);
      });
      break;
  }
}

function addLoop(
  code: Instruction[],
  loop: { readonly times: number; readonly table: number; readonly slot: number },
  addBody: () => void,
): void {
  const head = code.length;
  code.push({ op: 'loop', ...loop, exit: -1 });
  addBody();
  code.push({ op: 'next', body: head + 1 });
  code[head] = { op: 'loop', ...loop, exit: code.length };
}

function compileStep(step: HttpStep, context: FlowContext): RequestProgram {
  return compileRequest(step, context.seriesOf(step.name), context);
}

function compilePoll(step: PollStep, context: FlowContext): PollProgram {
  const series = context.seriesOf(step.name);
  return {
    series,
    request: compileRequest({ ...step.request, name: step.name, expect: step.until }, series, context),
    everyUs: step.everyMs * 1_000,
    withinUs: step.withinMs * 1_000,
    since: step.since === undefined ? -1 : context.seriesOf(step.since),
  };
}
