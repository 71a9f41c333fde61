import type { DataTable, Instruction } from './program.ts';

/** One instruction of a flow that does something, and how often a whole iteration does it. */
export interface FlowStep {
  readonly instruction: Exclude<Instruction, { op: 'loop' | 'next' }>;
  readonly times: number;
  /** Slots that the loops around it set. */
  readonly loopSlots: readonly number[];
}

/** Every step of a compiled flow in the order of the file; loops are counted, not run. */
export function walkFlow(code: readonly Instruction[], tables: readonly DataTable[]): readonly FlowStep[] {
  const steps: FlowStep[] = [];
  const loops: { readonly times: number; readonly slot: number }[] = [];
  for (const instruction of code) {
    if (instruction.op === 'loop') {
      const times = instruction.table >= 0 ? (tables[instruction.table]?.rows.length ?? 0) : instruction.times;
      loops.push({ times, slot: instruction.slot });
    } else if (instruction.op === 'next') loops.pop();
    else
      steps.push({
        instruction,
        times: loops.reduce((product, loop) => product * loop.times, 1),
        loopSlots: loops.flatMap(({ slot }) => (slot >= 0 ? [slot] : [])),
      });
  }
  return steps;
}
