import type { Comparison } from '../config/sla.ts';
import { holds, holdsFromBound } from './compare-value.ts';
import type { Measurement } from './measure-metric.ts';

type Between = Extract<Measurement, { state: 'between' }>;

/** Whether every value between the bounds keeps a promise, or none does, with the bound that shows it; undefined: the limit lies between them. */
export function judgeBetween(
  { low, high }: Pick<Between, 'low' | 'high'>,
  comparison: Comparison,
  limit: number,
): { readonly kept: boolean; readonly value: number } | undefined {
  const isHeld = (value: number): boolean => holds(value, comparison, limit);
  switch (comparison) {
    case '<':
    case '<=':
      if (high !== undefined && isHeld(high)) return { kept: true, value: high };
      return isHeld(low) ? undefined : { kept: false, value: low };
    case '>':
    case '>=':
      if (holdsFromBound(low, comparison, limit)) return { kept: true, value: low };
      return high === undefined || isHeld(high) ? undefined : { kept: false, value: high };
    case '==':
    case '!=':
      return undefined;
  }
}
