import type { Issue, Position } from '../config/issue.ts';
import { nameShard } from '../metrics/explain-part.ts';
import { formatBytes, formatNumber } from '../units.ts';
import { certainTotal, type Amounts } from './count-certain.ts';
import type { SingleStep } from './list-requests.ts';
import { requestsOfStep, slotsReadByStep } from './list-uses.ts';
import type { Plan } from './plan.ts';
import { phasesOfShard } from './phases-of-shard.ts';
import { planError } from './plan-issue.ts';
import type { BodyProgram, Instruction, Program, Text, UserProgram } from './program.ts';
import { shareOf } from './shard.ts';
import { walkFlow } from './walk-flow.ts';

type WorkPlan = Pick<Plan, 'file' | 'phases' | 'program' | 'shard'>;

/** Work that the plan cannot finish, however well it goes: unique rows that run out, more bytes than the cap. */
export function checkWork(plan: WorkPlan, steps: readonly SingleStep[]): readonly Issue[] {
  return [...checkUniqueRows(plan, steps), ...checkBytes(plan)];
}

/** Each unique row is given once over the whole run: to a virtual user when `start` reads it, else to an iteration. A shard has every N-th of them for what it makes itself. */
function checkUniqueRows({ file, phases, program, shard }: WorkPlan, steps: readonly SingleStep[]): readonly Issue[] {
  return program.slots.flatMap((slot, index): readonly Issue[] => {
    const table = slot.kind === 'data' ? program.data[slot.table] : undefined;
    if (table?.pick !== 'unique') return [];
    const needed = Math.floor(certainTotal({ phases: phasesOfShard(phases, shard), program }, rowsOf(index, program)) + 1e-6);
    const length = shareOf(table.rows.length, shard);
    if (needed <= length) return [];
    const used = `${shard.count === 1 ? 'the plan' : 'its part of the plan'} uses at least ${formatNumber(needed, 0)}, each of them once`;
    return [
      planError(
        placeOf(table.name, steps) ?? { file, line: 1, column: 1 },
        'data',
        `${table.name} has ${shard.count === 1 ? '' : `for ${nameShard(shard)} `}${length === 1 ? '1 unique row' : `${formatNumber(length, 0)} unique rows`}; ${used}`,
        'add rows, plan less load, or write `pick: sequential` if a row may be used again',
      ),
    ];
  });
}

function rowsOf(slot: number, program: Program): Amounts {
  const isKept = (user: UserProgram): boolean => !user.iterationSlots.includes(slot);
  const draws = (code: readonly Instruction[]): number => {
    const readers = walkFlow(code, program.data).filter((step) => step.times > 0 && !step.loopSlots.includes(slot));
    return readers.some((step) => slotsReadByStep(step.instruction).includes(slot)) ? 1 : 0;
  };
  return {
    ofStart: (user) => (isKept(user) ? draws(user.start) : 0),
    ofTask: (task, user) => (isKept(user) ? 0 : draws(task.code)),
  };
}

/** The first step whose text names the data source. */
function placeOf(name: string, steps: readonly SingleStep[]): Position | undefined {
  const reference = new RegExp(`\\$\\{${name}[.}]`);
  const step = steps.find((candidate) => reference.test(JSON.stringify(candidate)));
  return step && 'at' in step ? step.at : undefined;
}

/** Request bodies and messages alone: what the target answers is not known before. */
function checkBytes({ file, phases, program }: WorkPlan): readonly Issue[] {
  const bytes = (code: readonly Instruction[]): number =>
    walkFlow(code, program.data).reduce((sum, { instruction, times }) => sum + times * bytesOfStep(instruction), 0);
  const needed = certainTotal({ phases, program }, { ofStart: (user) => bytes(user.start), ofTask: (task) => bytes(task.code) });
  if (needed <= program.maxBytes) return [];
  return [
    planError(
      { file, line: 1, column: 1 },
      'cap',
      `the plan uploads at least ${formatBytes(needed)}; the cap is ${formatBytes(program.maxBytes)}`,
      `raise it with --max-bytes ${Math.ceil((1.1 * needed) / 1e9)}GB, or plan less load`,
    ),
  ];
}

function bytesOfStep(instruction: Instruction): number {
  if (instruction.op === 'send') {
    const { message } = instruction.send;
    return message.kind === 'bytes' ? message.size : message.kind === 'text' ? lengthOf(message.text) : 0;
  }
  return requestsOfStep(instruction).reduce((all, request) => all + bytesOfBody(request.body), 0);
}

/** At least; placeholders count as nothing. */
function bytesOfBody(body: BodyProgram): number {
  switch (body.kind) {
    case 'none':
    case 'json':
    case 'form':
      return 0;
    case 'text':
      return lengthOf(body.text);
    case 'bytes':
    case 'file':
      return body.size;
    case 'multipart':
      return body.parts.reduce((sum, part) => sum + lengthOf(part.head) + bytesOfBody(part.body), 0);
  }
}

/** In UTF-16 units, which UTF-8 has never fewer bytes than. */
function lengthOf(text: Text): number {
  return typeof text === 'string' ? text.length : text.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
}
