import type { ThinkTime } from '../../config/step.ts';
import type { Instruction, Program } from '../../plan/program.ts';
import { prepareRequest, type PreparedRequest } from '../http/prepare-request.ts';

export interface PreparedPoll {
  readonly series: number;
  readonly request: PreparedRequest;
  readonly everyUs: number;
  readonly withinUs: number;
  readonly since: number;
}

export type PreparedInstruction =
  | { readonly op: 'http'; readonly request: PreparedRequest }
  | { readonly op: 'think'; readonly think: ThinkTime }
  | { readonly op: 'parallel'; readonly requests: readonly PreparedRequest[] }
  | { readonly op: 'poll'; readonly poll: PreparedPoll }
  | Extract<Instruction, { op: 'loop' | 'next' }>;

export interface PreparedUser {
  readonly start: readonly PreparedInstruction[];
  readonly tasks: readonly (readonly PreparedInstruction[])[];
}

/** The flows of a program, ready to run; `users[i]` belongs to `program.users[i]`. */
export function prepareUsers(program: Program): readonly PreparedUser[] {
  return program.users.map((user) => ({ start: prepareFlow(user.start), tasks: user.tasks.map((task) => prepareFlow(task.code)) }));
}

/** One flow. */
export function prepareFlow(code: readonly Instruction[]): readonly PreparedInstruction[] {
  return code.map((instruction): PreparedInstruction => {
    switch (instruction.op) {
      case 'http':
        return { op: 'http', request: prepareRequest(instruction.step) };
      case 'parallel':
        return { op: 'parallel', requests: instruction.steps.map(prepareRequest) };
      case 'poll':
        return { op: 'poll', poll: { ...instruction.poll, request: prepareRequest(instruction.poll.request) } };
      case 'think':
      case 'loop':
      case 'next':
        return instruction;
    }
  });
}
