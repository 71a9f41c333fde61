import type { Plan } from '../plan/plan.ts';
import { requestsOfStep } from '../plan/list-uses.ts';
import type { BodyProgram, Instruction, RequestProgram } from '../plan/program.ts';
import { formatBytes, formatDuration, formatNumber } from '../units.ts';
import { describeExpectations, describeStatus } from './describe-expectations.ts';
import { describeThink } from './describe-plan.ts';

type Described = Pick<Plan, 'program' | 'series'>;

/** The steps of a flow by name, in order: `GET /a, 100 times upload chunk (10 MB), GET /c + GET /d`. */
export function describeFlow(code: readonly Instruction[], plan: Described): string {
  const open: { readonly head: string; readonly steps: string[] }[] = [{ head: '', steps: [] }];
  for (const instruction of code) {
    if (instruction.op === 'loop') open.push({ head: describeLoop(instruction, plan), steps: [] });
    else if (instruction.op === 'next') {
      const { head, steps } = open.pop() ?? { head: '', steps: [] };
      open.at(-1)?.steps.push(`${head} ${steps.length === 1 ? steps.join('') : `(${steps.join(', ')})`}`);
    } else open.at(-1)?.steps.push(describeStep(instruction, plan));
  }
  return open[0]?.steps.join(', ') ?? '';
}

function describeLoop({ times, table }: Extract<Instruction, { op: 'loop' }>, { program }: Described): string {
  const rows = table < 0 ? undefined : program.data[table];
  return rows ? `for each of ${formatNumber(rows.rows.length, 0)} in ${rows.name}:` : `${formatNumber(times, 0)} times`;
}

function describeStep(instruction: Exclude<Instruction, { op: 'loop' | 'next' }>, plan: Described): string {
  const connection = (slot: number): string => plan.program.slots[slot]?.name.trim() ?? '';
  const from = (since: number): string => (since < 0 ? '' : `, timed from ${plan.series[since]?.name ?? ''}`);
  switch (instruction.op) {
    case 'think':
      return `a pause of ${describeThink(instruction.think).replace(' between tasks', '')}`;
    case 'poll': {
      const { request, everyUs, withinUs, since } = instruction.poll;
      return `${request.name} (asked ${describeAsking(request, { everyUs, withinUs })}${from(since)})`;
    }
    case 'send':
      return `send to ${connection(instruction.send.slot)}`;
    case 'receive': {
      const { name, withinUs, since } = instruction.receive;
      return `${name} within ${formatDuration(withinUs / 1_000)}${since < 0 ? '' : ` (${from(since).slice(2)})`}`;
    }
    case 'hold':
      return `hold for ${formatDuration(instruction.holdUs / 1_000)}`;
    case 'close':
      return `close ${connection(instruction.slot)}`;
    case 'ws': {
      const { name, heartbeatUs } = instruction.socket;
      return Number.isFinite(heartbeatUs) ? `${name} (a ping every ${formatDuration(heartbeatUs / 1_000)})` : name;
    }
    case 'http':
    case 'parallel':
      return requestsOfStep(instruction).map(describeRequest).join(' + ');
  }
}

/** `every 500 ms for at most 30 s until $.state is complete`. */
export function describeAsking(
  { expect }: Pick<RequestProgram, 'expect'>,
  { everyUs, withinUs }: { readonly everyUs: number; readonly withinUs: number },
): string {
  const until = describeExpectations(expect) || 'the status is 2xx';
  return `every ${formatDuration(everyUs / 1_000)} for at most ${formatDuration(withinUs / 1_000)} until ${until}`;
}

/** The name, and what is unusual: another status than 2xx, a body that is large. */
function describeRequest({ name, expect, body }: RequestProgram): string {
  const notes = [describeStatus(expect), describeSize(body)].filter((text) => text !== '');
  return notes.length === 0 ? name : `${name} (${notes.join(', ')})`;
}

function describeSize(body: BodyProgram): string {
  const bytes =
    body.kind === 'multipart'
      ? body.parts.reduce((sum, part) => sum + (part.body.kind === 'text' ? 0 : part.body.size), 0)
      : body.kind === 'bytes' || body.kind === 'file'
        ? body.size
        : 0;
  return bytes > 0 ? formatBytes(bytes) : '';
}
