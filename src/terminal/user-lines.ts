import { sharesOf } from '../plan/estimate-iteration.ts';
import type { Plan } from '../plan/plan.ts';
import type { UserProgram } from '../plan/program.ts';
import { cleanText } from '../report/clean-text.ts';
import { formatRatio } from '../units.ts';
import { alignedLines, indent } from './aligned-lines.ts';
import { describeFlow } from './describe-flow.ts';
import { describeThink } from './describe-plan.ts';
import { wrapText } from './wrap-text.ts';

type Rows = readonly (readonly [word: string, text: string])[];

/** Every kind of virtual user with its share, its think time and its tasks; tasks that an earlier one has word for word are told once. */
export function userLines(plan: Pick<Plan, 'phases' | 'program' | 'series'>, width: number): readonly string[] {
  const { users } = plan.program;
  const shares = sharesOf(users.map((user) => user.weight));
  const told = new Map<string, string>();
  return users.flatMap((user, index) => {
    const share = users.length === 1 ? '' : `${formatRatio(shares[index] ?? 0)} of the ${nameWhole(plan)}; `;
    const between = user.tasks.length === 1 ? 'iterations' : 'tasks';
    const think = user.think ? describeThink(user.think).replace('tasks', between) : `no think time between ${between}`;
    const tasks = describeTasks(user, plan);
    const key = JSON.stringify(tasks);
    const teller = told.get(key);
    if (teller === undefined) told.set(key, user.name);
    const start: Rows = user.start.length === 0 ? [] : [['start, once', describeFlow(user.start, plan)]];
    const rows: Rows = teller === undefined ? tasks : [[tasks.length === 1 ? 'then' : 'tasks', `those of ${teller}`]];
    return [
      ...indent(wrapText(`${cleanText(user.name)}: ${share}${think}`, width - 2), '  '),
      ...alignedLines([...start, ...rows], width - 2).map((line) => `  ${line}`),
    ];
  });
}

/** What the weights of users are shares of. */
function nameWhole({ phases }: Pick<Plan, 'phases'>): string {
  const hasArrivals = phases.some(({ model }) => model === 'open');
  const hasUsers = phases.some(({ model }) => model === 'closed' || model === 'iterations');
  return [...(hasUsers ? ['users'] : []), ...(hasArrivals ? ['arrivals'] : [])].join(' or ');
}

function describeTasks({ tasks, start }: UserProgram, plan: Pick<Plan, 'program' | 'series'>): Rows {
  const shares = sharesOf(tasks.map((task) => task.weight));
  const [only] = tasks;
  if (only && tasks.length === 1) return [[start.length === 0 ? '' : 'then', describeFlow(only.code, plan)]];
  return tasks.map((task, place) => [`${task.name} ${formatRatio(shares[place] ?? 0)}`, describeFlow(task.code, plan)]);
}
