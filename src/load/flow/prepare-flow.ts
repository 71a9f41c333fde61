import type { ThinkTime } from '../../config/step.ts';
import type { Instruction, Program } from '../../plan/program.ts';
import type { ReceiveProgram, SendProgram, SocketProgram } from '../../plan/program.ts';
import { prepareCapture, prepareRequest, type PreparedCapture, type PreparedRequest } from '../http/prepare-request.ts';
import { wholeBytes } from '../http/stream-body.ts';
import { prepareMatch, type PreparedMatch } from './match-message.ts';

export interface PreparedPoll {
  readonly series: number;
  readonly request: PreparedRequest;
  readonly everyUs: number;
  readonly withinUs: number;
  readonly since: number;
}

export interface PreparedSocket {
  readonly program: SocketProgram;
  readonly request: PreparedRequest;
  readonly ready: PreparedMatch | undefined;
  readonly captures: readonly PreparedCapture[];
  /** All that any step takes from its messages, for masking: a message may be shown before they are taken. */
  readonly capturable: readonly PreparedCapture[];
}

export interface PreparedSend {
  readonly program: SendProgram;
  /** Undefined: it has variables. */
  readonly constant: string | Uint8Array | undefined;
}

export interface PreparedReceive {
  readonly program: ReceiveProgram;
  readonly match: PreparedMatch;
  readonly captures: readonly PreparedCapture[];
}

export type PreparedInstruction =
  | { readonly op: 'http'; readonly request: PreparedRequest }
  | { readonly op: 'think'; readonly think: ThinkTime }
  | { readonly op: 'parallel'; readonly requests: readonly PreparedRequest[] }
  | { readonly op: 'poll'; readonly poll: PreparedPoll }
  | { readonly op: 'ws'; readonly socket: PreparedSocket }
  | { readonly op: 'send'; readonly send: PreparedSend }
  | { readonly op: 'receive'; readonly receive: PreparedReceive }
  | Extract<Instruction, { op: 'hold' | 'close' | 'loop' | 'next' }>;

export interface PreparedUser {
  readonly start: readonly PreparedInstruction[];
  readonly tasks: readonly (readonly PreparedInstruction[])[];
}

/** The flows of a program, ready to run; `users[i]` belongs to `program.users[i]`. */
export function prepareUsers(program: Program): readonly PreparedUser[] {
  return program.users.map(({ start, tasks }) => {
    const steps = [start, ...tasks.map(({ code }) => code)].flat();
    return { start: prepareFlow(start, steps), tasks: tasks.map(({ code }) => prepareFlow(code, steps)) };
  });
}

/** One flow; `steps` are those of all flows of the same virtual user. */
export function prepareFlow(code: readonly Instruction[], steps: readonly Instruction[]): readonly PreparedInstruction[] {
  return code.map((instruction): PreparedInstruction => {
    switch (instruction.op) {
      case 'http':
        return { op: 'http', request: prepareRequest(instruction.step) };
      case 'parallel':
        return { op: 'parallel', requests: instruction.steps.map(prepareRequest) };
      case 'poll':
        return { op: 'poll', poll: { ...instruction.poll, request: prepareRequest(instruction.poll.request) } };
      case 'ws':
        return { op: 'ws', socket: prepareSocket(instruction.socket, steps) };
      case 'send':
        return { op: 'send', send: { program: instruction.send, constant: constantOf(instruction.send) } };
      case 'receive': {
        const { receive: program } = instruction;
        return {
          op: 'receive',
          receive: { program, match: prepareMatch(program.match), captures: program.captures.map(prepareCapture) },
        };
      }
      case 'think':
      case 'hold':
      case 'close':
      case 'loop':
      case 'next':
        return instruction;
    }
  });
}

function prepareSocket(program: SocketProgram, steps: readonly Instruction[]): PreparedSocket {
  const taken = steps.flatMap((step) => (step.op === 'receive' && step.receive.slot === program.slot ? step.receive.captures : []));
  return {
    program,
    request: prepareRequest(program.request),
    ready: program.ready && prepareMatch(program.ready),
    captures: program.captures.map(prepareCapture),
    capturable: [...program.captures, ...taken].map(prepareCapture),
  };
}

function constantOf({ message }: SendProgram): string | Uint8Array | undefined {
  switch (message.kind) {
    case 'bytes':
      return wholeBytes(message.size);
    case 'json':
      return typeof message.json === 'string' ? message.json : undefined;
    case 'text':
      return typeof message.text === 'string' ? message.text : undefined;
  }
}
