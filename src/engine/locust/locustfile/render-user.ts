import type { RequestDefaults } from '../../../config/step.ts';
import { listSteps } from '../../../plan/list-requests.ts';
import { slotsReadByStep } from '../../../plan/list-uses.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Slot } from '../../../plan/program.ts';
import { Identifiers } from './name-identifiers.ts';
import { escapeText, layOut, listOf, prefix, renderNumber, renderText, tupleOf, type Code } from './render-python.ts';
import { renderSteps, renderThink, type StepContext } from './render-step.ts';
import { codeOf, type SelectedProfile } from './select-profiles.ts';

/** What all classes of a file are rendered with. */
export interface UserContext {
  readonly plan: Plan;
  readonly defaults: RequestDefaults;
  /** Words that no flow may be named as. */
  readonly taken: ReadonlySet<string>;
}

const INDENT = '    ';

/** A user profile as a plain class: what it is, what is drawn for it, its `start` and its flows. */
export function renderUser(profile: SelectedProfile, className: string, context: UserContext): string {
  const { user, program } = profile;
  const steps: StepContext = {
    defaults: context.defaults,
    received: new Set(listSteps([user]).flatMap((step) => (step.kind === 'receive' ? step.on : []))),
  };
  const names = new Identifiers(context.taken);
  const flows = profile.tasks.map((entry) => ({ ...entry, name: names.nameFlow(entry.task.name) }));
  const drawn = (slots: readonly number[]): Code => tupleOf(listDrawn(profile, slots, context).map(renderText));
  const isLooping = codeOf(program).some(({ op }) => op === 'loop');
  const attributes: readonly (readonly [string, Code])[] = [
    ['weight', renderNumber(user.weight)],
    ['think', user.think === undefined ? 'None' : renderThink(user.think)],
    ['per_iteration', drawn(program.iterationSlots)],
    ['per_pass', drawn(isLooping ? program.passSlots : [])],
  ];
  const table = listOf(
    flows.map(({ name, task, program: { needs, firstSeries } }) =>
      tupleOf([
        renderText(task.name),
        renderNumber(task.weight),
        tupleOf(needs.map((slot) => renderText(needName(context.plan.program.slots[slot])))),
        name,
        renderSeries(firstSeries, context.plan),
      ]),
    ),
  );
  return [
    `class ${className}:\n${INDENT}"""${escapeText(user.name, '"')}: ${describeFlows(flows.length)}, weight ${renderNumber(user.weight)}."""\n\n`,
    ...attributes.map(([name, value]) => `${INDENT}${layOut(prefix(`${name} = `, value), INDENT.length)}\n`),
    ...(user.start.length === 0 ? [] : [renderFunction('start', renderSteps(user.start, 2 * INDENT.length, steps))]),
    ...flows.map(({ name, task }) => renderFunction(name, renderSteps(task.steps, 2 * INDENT.length, steps))),
    `\n${INDENT}# name, weight, what must be there, flow, the series that a dropped iteration is charged to\n`,
    `${INDENT}${layOut(prefix('flows = ', table), INDENT.length)}\n`,
  ].join('');
}

function renderFunction(name: string, body: string): string {
  return `\n${INDENT}def ${name}(self):\n${body}`;
}

function describeFlows(count: number): string {
  return count === 1 ? '1 flow' : `${count} flows`;
}

/** Of the slots that a profile empties, those that it ever reads: the others are never drawn. */
function listDrawn({ program }: SelectedProfile, slots: readonly number[], { plan }: UserContext): readonly string[] {
  const read = new Set(codeOf(program).flatMap(slotsReadByStep));
  return slots.flatMap((slot) => (read.has(slot) ? (plan.program.slots[slot]?.name ?? []) : []));
}

/** A capture by its name, a WebSocket as `ws:name`: its slot's name begins with a space. */
function needName(slot: Slot | undefined): string {
  if (slot === undefined) throw new RangeError('a flow needs a slot that the plan does not have');
  return slot.kind === 'socket' ? `ws:${slot.name.trimStart()}` : slot.name;
}

function renderSeries(index: number, { series }: Plan): string {
  const name = series[index]?.name;
  return name === undefined ? 'None' : renderText(name);
}
