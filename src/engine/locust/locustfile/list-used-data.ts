import { slotsReadByStep } from '../../../plan/list-uses.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { DataTable, Slot } from '../../../plan/program.ts';
import { codeOf } from './select-profiles.ts';

/** The places of all variables that some profile reads. */
export function slotsReadBy(plan: Plan): ReadonlySet<number> {
  return new Set(plan.program.users.flatMap(codeOf).flatMap(slotsReadByStep));
}

/** The data sources that some profile reads or walks through. */
export function listUsedData(plan: Plan): readonly DataTable[] {
  const { slots, data, users } = plan.program;
  const read = slotsReadBy(plan);
  const walked = users.flatMap(codeOf).flatMap((step) => (step.op === 'loop' && step.table >= 0 ? step.table : []));
  const used = new Set([...walked, ...slots.flatMap((slot: Slot, index) => (slot.kind === 'data' && read.has(index) ? slot.table : []))]);
  return data.filter((_, index) => used.has(index));
}
