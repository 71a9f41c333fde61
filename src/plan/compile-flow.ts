import type { HttpStep, PollStep, Step } from '../config/step.ts';
import { compileRequest, slotsReadBy, type RequestContext } from './compile-request.ts';
import type { Instruction, PollProgram, RequestProgram } from './program.ts';

/** What a flow is compiled against. */
export interface FlowContext extends RequestContext {
  seriesOf(name: string): number;
}

/** Steps → a flat list in which loops are jumps, so that a virtual user's place in its flow is one number and a small stack. */
export function compileFlow(steps: readonly Step[], context: FlowContext): readonly Instruction[] {
  const code: Instruction[] = [];
  for (const step of steps) addStep(step, code, context);
  return code;
}

/**
 * The captures that must be set before the flow starts: those that it reads before it captures them itself. What one request of a `parallel` captures comes
 * too late for the others.
 */
export function capturesNeededBy(code: readonly Instruction[], context: FlowContext): readonly number[] {
  const needed = new Set<number>();
  const set = new Set<number>();
  for (const instruction of code) {
    const requests = requestsOf([instruction]);
    for (const slot of requests.flatMap(slotsReadBy)) if (context.names.slots[slot]?.kind === 'capture' && !set.has(slot)) needed.add(slot);
    for (const capture of requests.flatMap((request) => request.captures)) set.add(capture.slot);
  }
  return [...needed];
}

/** All requests of a flow in the order of the file. */
export function requestsOf(code: readonly Instruction[]): readonly RequestProgram[] {
  return code.flatMap((instruction) => {
    switch (instruction.op) {
      case 'http':
        return [instruction.step];
      case 'parallel':
        return instruction.steps;
      case 'poll':
        return [instruction.poll.request];
      case 'think':
      case 'loop':
      case 'next':
        return [];
    }
  });
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
