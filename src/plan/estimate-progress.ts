import { cycleMs, estimateIterationMs, estimateStepMs, sharesOf, type RequestTime } from './estimate-iteration.ts';
import { seriesOfStep } from './list-uses.ts';
import type { DataTable, Instruction, Program, UserProgram } from './program.ts';

/** Samples of each series that one virtual user has given when it is `ageMs` old (from 0), times `sign`, added to `totals`. */
export type Progress = (totals: number[], ageMs: number, sign: 1 | -1) => void;

/**
 * How far a virtual user of the closed model comes: whole cycles first, then the steps that are done by then. So a user that opens a WebSocket and holds it for longer than its phase
 * gives that one sample, and one whose flow repeats something a thousand times gives as many as it has had time for. Each step takes its mean time; of several tasks each has its share.
 */
export function buildProgress(user: UserProgram, program: Program, requestMs: RequestTime): Progress {
  const wholeMs = cycleMs(estimateIterationMs(user, program, requestMs), user.think);
  const shares = sharesOf(user.tasks.map((task) => task.weight));
  const tasks = user.tasks.map(({ code }, place) => ({ parts: readParts(code, program.data, requestMs), share: shares[place] ?? 0 }));
  return (totals, ageMs, sign) => {
    const cycles = Math.floor(ageMs / wholeMs + ROUNDING);
    for (const { parts, share } of tasks) {
      addDone(parts, Number.POSITIVE_INFINITY, { totals, count: sign * share * cycles });
      addDone(parts, Math.max(0, ageMs - cycles * wholeMs), { totals, count: sign * share });
    }
  };
}

/** Of a pass, and of a millisecond. */
const ROUNDING = 1e-6;

type Part =
  | { readonly kind: 'step'; readonly ms: number; readonly series: readonly number[] }
  /** `ms`: of one pass. */
  | { readonly kind: 'loop'; readonly ms: number; readonly times: number; readonly parts: readonly Part[] };

/** The flat list with its jumps → steps and loops in loops. */
function readParts(code: readonly Instruction[], tables: readonly DataTable[], requestMs: RequestTime): readonly Part[] {
  const open: { readonly times: number; readonly parts: Part[] }[] = [{ times: 1, parts: [] }];
  for (const instruction of code) {
    if (instruction.op === 'loop') {
      open.push({ times: instruction.table >= 0 ? (tables[instruction.table]?.rows.length ?? 0) : instruction.times, parts: [] });
    } else if (instruction.op === 'next') {
      const done = open.pop();
      if (done) open.at(-1)?.parts.push({ kind: 'loop', ...done, ms: lengthOf(done.parts) });
    } else open.at(-1)?.parts.push({ kind: 'step', ms: estimateStepMs(instruction, requestMs), series: seriesOfStep(instruction) });
  }
  return open[0]?.parts ?? [];
}

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + part.ms * (part.kind === 'loop' ? part.times : 1), 0);
}

interface Tally {
  readonly totals: number[];
  /** What a sample counts. */
  readonly count: number;
}

/** Adds what is done after `ms`, and says how much of it is left; below 0 where it did not reach the end. */
function addDone(parts: readonly Part[], ms: number, tally: Tally): number {
  let leftMs = ms;
  for (const part of parts) {
    if (part.kind === 'loop') {
      const passes = part.ms > 0 ? Math.min(part.times, Math.floor(leftMs / part.ms + ROUNDING)) : part.times;
      addDone(part.parts, Number.POSITIVE_INFINITY, { ...tally, count: tally.count * passes });
      leftMs -= passes * part.ms;
      if (passes < part.times) return Math.min(-1, addDone(part.parts, Math.max(0, leftMs), tally));
    } else if (part.ms > leftMs + ROUNDING) {
      return -1;
    } else {
      leftMs -= part.ms;
      for (const series of part.series) tally.totals[series] = (tally.totals[series] ?? 0) + tally.count;
    }
  }
  return leftMs;
}
