import type { DataRow, DataSource, Scenario } from '../config/scenario.ts';
import type { Step } from '../config/step.ts';
import type { DataTable, Slot } from './program.ts';

/** Names → indexes, for all that a placeholder can name, and for WebSockets. */
export interface SlotTable {
  readonly slots: readonly Slot[];
  readonly tables: readonly DataTable[];
  slotOf(name: string): number;
  tableOf(name: string): number;
  /** The value of `${secret.NAME}`, empty when it is unset (validation has said so); remembered for masking. */
  secret(name: string): string;
  /** Values that were asked for. */
  usedSecrets(): readonly string[];
}

/**
 * Gives every variable, data source, capture, loop variable and WebSocket of a scenario its slot. A name that is unknown has passed validation by mistake:
 * looking it up throws.
 */
export function buildSlotTable(scenario: Scenario, secrets: Readonly<Record<string, string | undefined>>): SlotTable {
  const tables = scenario.data.map(toTable);
  const slots: Slot[] = [];
  const indexes = new Map<string, number>();
  const add = (slot: Slot): void => {
    if (indexes.has(slot.name)) return;
    indexes.set(slot.name, slots.length);
    slots.push(slot);
  };
  for (const variable of scenario.vars) add({ name: variable.name, kind: 'drawn', variable });
  // A for_each without `as` names its row as the data source; the row of the pass then takes the place of a drawn one.
  for (const [index, source] of scenario.data.entries()) add({ name: source.name, kind: 'data', table: index });
  for (const step of scenario.before) if (step.kind === 'request') addStepSlots(step.request, add);
  for (const user of scenario.users) {
    for (const step of [...user.start, ...user.tasks.flatMap((task) => task.steps)]) addStepSlots(step, add);
  }
  const used = new Set<string>();
  return {
    slots,
    tables,
    secret(name) {
      const value = secrets[name] ?? '';
      if (value !== '') used.add(value);
      return value;
    },
    usedSecrets: () => [...used],
    slotOf: (name) => found(indexes.get(name), name),
    tableOf: (name) =>
      found(
        tables.findIndex((table) => table.name === name),
        name,
      ),
  };
}

/** The name of a connection's slot. */
export function socketSlotName(connection: string): string {
  return ` ${connection}`;
}

function found(index: number | undefined, name: string): number {
  if (index === undefined || index < 0) throw new RangeError(`the name ${name} is not defined in the scenario`);
  return index;
}

function addStepSlots(step: Step, add: (slot: Slot) => void): void {
  switch (step.kind) {
    case 'ws':
      add({ name: socketSlotName(step.as), kind: 'socket' });
      for (const capture of step.capture) add({ name: capture.name, kind: 'capture' });
      break;
    case 'http':
    case 'receive':
      for (const capture of step.capture) add({ name: capture.name, kind: 'capture' });
      break;
    case 'parallel':
      for (const inner of step.steps) addStepSlots(inner, add);
      break;
    case 'repeat':
      if (step.as !== undefined) add({ name: step.as, kind: 'loop' });
      for (const inner of step.steps) addStepSlots(inner, add);
      break;
    case 'for-each':
      add({ name: step.as, kind: 'loop' });
      for (const inner of step.steps) addStepSlots(inner, add);
      break;
    case 'poll':
    case 'think':
    case 'send':
    case 'hold':
    case 'close':
      break;
  }
}

function toTable(source: DataSource): DataTable {
  return { name: source.name, pick: source.pick, rows: source.rows.map(plainValue) };
}

function plainValue(row: DataRow): DataTable['rows'][number] {
  return Object.hasOwn(row, '') ? (row[''] ?? null) : row;
}
