import type { Variable } from '../config/scenario.ts';
import { slotsReadByStep } from '../plan/list-uses.ts';
import { walkFlow } from '../plan/walk-flow.ts';
import type { DataTable, Program, UserProgram } from '../plan/program.ts';
import { formatNumber } from '../units.ts';

/** Every variable and list of test data that the virtual users draw from, and what they draw; values are never shown. Empty when they draw nothing. */
export function describeData({
  slots,
  data,
  users,
}: Pick<Program, 'slots' | 'data' | 'users'>): readonly (readonly [name: string, text: string])[] {
  const readers = users.map(({ name, iterationSlots, ...user }) => ({ name, iterationSlots, reads: new Set(listRead(user, data)) }));
  return slots.flatMap((slot, index): readonly (readonly [string, string])[] => {
    const own = readers.filter(({ reads }) => reads.has(index));
    if (own.length === 0) return [];
    if (slot.kind === 'drawn') return [[slot.name, describeVariable(slot.variable)]];
    if (slot.kind !== 'data') return [];
    const table = data[slot.table];
    return table ? [[slot.name, `${describeTable(table)}${describeOwner(index, own)}`]] : [];
  });
}

/** But for what the loops around a step set. */
function listRead({ start, tasks }: Pick<UserProgram, 'start' | 'tasks'>, tables: readonly DataTable[]): readonly number[] {
  return [start, ...tasks.map(({ code }) => code)]
    .flatMap((code) => walkFlow(code, tables))
    .flatMap(({ instruction, loopSlots }) => slotsReadByStep(instruction).filter((slot) => !loopSlots.includes(slot)));
}

function describeVariable(variable: Variable): string {
  switch (variable.kind) {
    case 'int':
      return `a whole number from ${formatNumber(variable.min, 0)} to ${formatNumber(variable.max, 0)}`;
    case 'uuid':
      return 'a random UUID';
    case 'string':
      return `${formatNumber(variable.length, 0)} random letters and digits`;
    case 'now':
      return variable.format === 'iso' ? 'the time, as ISO 8601' : `the time, ${variable.format} since 1970`;
  }
}

function describeTable({ rows, pick }: DataTable): string {
  const [first] = rows;
  const columns = first !== null && typeof first === 'object' ? ` (${Object.keys(first).join(', ')})` : '';
  const what = `${formatNumber(rows.length, 0)} ${columns === '' ? 'value' : 'row'}${rows.length === 1 ? '' : 's'}${columns}`;
  switch (pick) {
    case 'random':
      return rows.length === 1 ? what : `one of ${what} at random`;
    case 'sequential':
      return `${what} in turn`;
    case 'unique':
      return `${what}, each once`;
  }
}

/** What `start` has drawn is the virtual user's own. */
function describeOwner(slot: number, readers: readonly Pick<UserProgram, 'name' | 'iterationSlots'>[]): string {
  const keepers = readers.filter(({ iterationSlots }) => !iterationSlots.includes(slot)).map(({ name }) => name);
  if (keepers.length === 0) return '';
  const who = keepers.length === readers.length ? 'a virtual user' : `a virtual user of ${keepers.join(' or ')}`;
  return `, which ${who} keeps`;
}
