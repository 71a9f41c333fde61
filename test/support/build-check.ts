import type { Severity } from '../../src/config/sla.ts';
import type { Check, Observed } from '../../src/verdict/verdict.ts';

const OBSERVED: Observed = {
  value: 212_000,
  censored: false,
  text: '212 ms',
  limitValue: 150_000,
  samples: 1_204,
  interval: undefined,
  budgetUsed: undefined,
  burnRate: undefined,
};

/** A check of `POST /v1/messages p95` against 150 ms in any of its states. */
export function buildCheck(
  state: Check['state'],
  severity: Severity = 'fail',
  parts: Partial<Pick<Check, 'name' | 'kind' | 'metric' | 'limit'>> & { readonly observed?: Partial<Observed> } = {},
): Check {
  const { observed, ...named } = parts;
  const base = {
    name: 'POST /v1/messages p95',
    series: 'POST /v1/messages',
    phase: undefined,
    kind: 'sla' as const,
    metric: 'p95',
    promise: 'p95: 150ms',
    limit: '≤ 150 ms',
    severity,
    at: { file: 'load-gate.sla.yaml', line: 3, column: 5 },
    ...named,
  };
  switch (state) {
    case 'passed':
      return { ...base, state, observed: { ...OBSERVED, value: 142_000, text: '142 ms', ...observed } };
    case 'breached':
      return { ...base, state, observed: { ...OBSERVED, ...observed } };
    case 'skipped':
      return { ...base, state, reason: 'its tasks were filtered out of this run' };
    case 'no-data':
      return { ...base, state, reason: 'only 12 samples; p95 needs 200', samples: 12 };
  }
}
