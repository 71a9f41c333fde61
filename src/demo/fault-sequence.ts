import type { Turn } from './dial-values.ts';

/** Tells, turn after turn, the fault that falls on it; undefined for a turn without one. */
export function buildFaultSequence<F extends Turn>(faults: readonly F[]): () => F | undefined {
  let turn = 0;
  return () => {
    turn += 1;
    return faults.find((fault) => (turn + (fault.offset ?? 0)) % fault.every === 0);
  };
}
