import type { Turn } from './dial-values.ts';

/** What is wrong with when faults fall; `what` they fall on is a plural. Two progressions with steps a and b share a term exactly when their offsets are equal modulo gcd(a, b). */
export function checkTurns(faults: readonly Turn[], what: string): readonly string[] {
  const problems: string[] = [];
  for (const [i, fault] of faults.entries()) {
    const offset = fault.offset ?? 0;
    if (!(isCount(fault.every) && fault.every > 0 && isCount(offset) && offset < fault.every)) {
      problems.push(`fault ${i + 1}: every is 1 or more, offset 0 … every − 1`);
      continue;
    }
    for (const [j, other] of faults.slice(0, i).entries()) {
      const step = greatestCommonDivisor(fault.every, other.every);
      if ((offset - (other.offset ?? 0)) % step === 0)
        problems.push(`faults ${j + 1} and ${i + 1} fall on the same ${what}; give one an offset`);
    }
  }
  return problems;
}

/** Whole and 0 or more. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** Finite and 0 or more. */
export function isAmount(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
