import { DEFAULT_REGRESSION_RULES } from '../../src/config/regression-rules.ts';
import type { Comparison, GeneratorLimits, Limit, Metric, Sla, SlaRow, WindowRule } from '../../src/config/sla.ts';

const AT = { file: 'load-gate.sla.yaml', line: 1, column: 1 } as const;

/** The limits of formats.md. */
export const GENERATOR_LIMITS: GeneratorLimits = { scheduleLagP99Us: 20_000, eventLoopP99Us: 20_000, cpuRatio: 0.9, missedRatio: 0.01 };

/** An SLA without any promise, and what is given of it. */
export function buildSla(parts: Partial<Sla> = {}): Sla {
  return {
    file: AT.file,
    endpoints: [],
    total: undefined,
    phases: [],
    windows: [],
    server: [],
    generator: GENERATOR_LIMITS,
    minSamples: 'auto',
    severity: [],
    regression: DEFAULT_REGRESSION_RULES,
    regressionPlaces: { at: AT, endpoints: [] },
    baselineValues: [],
    ...parts,
  };
}

export function buildRow(pattern: string, ...limits: readonly Limit[]): SlaRow {
  return { pattern, limits, at: AT };
}

/** A limit in the metric's unit (µs, ratio, number, per second). */
export function buildLimit(metric: Metric, comparison: Comparison, value: number, line = 1): Limit {
  return { metric, comparison, value, text: `${metric.kind}: ${comparison} ${value}`, at: { ...AT, line } };
}

/** `p95` of the latency at most `ms`. */
export function atMostMs(percentile: number, ms: number): Limit {
  return buildLimit({ kind: 'percentile', span: 'latency', percentile }, '<=', ms * 1_000);
}

/** An error budget of `ratio` (0 … 1). */
export function budget(ratio: number): Limit {
  return buildLimit({ kind: 'error-budget' }, '<=', ratio);
}

/** By default: all series together, error rate at most 50 %, one window of 5 s. */
export function buildWindow(parts: Partial<WindowRule> = {}): WindowRule {
  const rule: WindowRule = {
    endpoint: undefined,
    metric: { kind: 'error-rate' },
    comparison: '<=',
    value: 0.5,
    windowMs: 5_000,
    forWindows: 1,
    then: 'fail',
    text: 'error_rate: 50%',
    at: AT,
  };
  return { ...rule, ...parts };
}
