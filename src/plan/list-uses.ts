import { slotsReadBy } from './compile-request.ts';
import { slotsOf } from './compile-text.ts';
import type { CaptureProgram, Instruction, MatchProgram, RequestProgram, SendProgram } from './program.ts';

/** The requests of an instruction, the handshake of a WebSocket included: a poll is one, however often it asks. */
export function requestsOfStep(instruction: Instruction): readonly RequestProgram[] {
  switch (instruction.op) {
    case 'http':
      return [instruction.step];
    case 'parallel':
      return instruction.steps;
    case 'poll':
      return [instruction.poll.request];
    case 'ws':
      return [instruction.socket.request];
    case 'think':
    case 'send':
    case 'receive':
    case 'hold':
    case 'close':
    case 'loop':
    case 'next':
      return [];
  }
}

/** The series that an instruction gives a sample each time. */
export function seriesOfStep(instruction: Instruction): readonly number[] {
  if (instruction.op === 'poll') return [instruction.poll.series];
  if (instruction.op === 'receive') return [instruction.receive.series];
  return requestsOfStep(instruction).map(({ series }) => series);
}

/** Every slot that an instruction reads before it is done: variables, rows of data, and the WebSockets that it works on. */
export function slotsReadByStep(instruction: Instruction): readonly number[] {
  const ofRequests = requestsOfStep(instruction).flatMap(slotsReadBy);
  switch (instruction.op) {
    case 'ws':
      return [...ofRequests, ...slotsOf(instruction.socket.subprotocol ?? ''), ...slotsOfMatch(instruction.socket.ready)];
    case 'send':
      return [instruction.send.slot, ...slotsOfMessage(instruction.send.message)];
    case 'receive':
      return [instruction.receive.slot, ...slotsOfMatch(instruction.receive.match)];
    case 'hold':
      return instruction.slots;
    case 'close':
      return [instruction.slot];
    default:
      return ofRequests;
  }
}

/** The slots that are set once an instruction is done: what it has captured, and the WebSocket that it has opened. */
export function slotsSetByStep(instruction: Instruction): readonly number[] {
  const slots = (captures: readonly CaptureProgram[]): readonly number[] => captures.map(({ slot }) => slot);
  if (instruction.op === 'ws') return [instruction.socket.slot, ...slots(instruction.socket.captures)];
  if (instruction.op === 'receive') return slots(instruction.receive.captures);
  return requestsOfStep(instruction).flatMap(({ captures }) => slots(captures));
}

/** The WebSockets that are open once `code` has run, in the order in which they were opened; `open` were before. */
export function socketsOpenAfter(code: readonly Instruction[], open: readonly number[]): readonly number[] {
  const slots = new Set(open);
  for (const instruction of code) {
    if (instruction.op === 'ws') slots.add(instruction.socket.slot);
    else if (instruction.op === 'close') slots.delete(instruction.slot);
  }
  return [...slots];
}

function slotsOfMatch(match: MatchProgram | undefined): readonly number[] {
  switch (match?.kind) {
    case 'json':
      return slotsOf(match.json);
    case 'text':
      return slotsOf(match.text);
    case 'regex':
    case undefined:
      return [];
  }
}

function slotsOfMessage(message: SendProgram['message']): readonly number[] {
  return message.kind === 'bytes' ? [] : slotsOf(message.kind === 'json' ? message.json : message.text);
}
