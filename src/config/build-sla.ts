import type { BuildContext } from './build-context.ts';
import { readDuration } from './build-context.ts';
import { buildBaselineValues } from './build-baseline-values.ts';
import { buildErrorRate, buildLimit, buildLimits } from './build-limits.ts';
import { buildRegression } from './build-regression.ts';
import { buildServer } from './build-server.ts';
import { checkTolerances } from './check-tolerances.ts';
import { childOf, entriesOf, itemsOf, keyPositionOf, numberOf, positionOf, quantityOf, rawTextOf, rootOf, textOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { GeneratorLimits, PhaseSla, Sla, SlaRow, WindowRule } from './sla.ts';
import type { SourceTree } from './source-tree.ts';
import { parseDuration, parseRatio } from '../units.ts';

/** A checked tree → the typed SLA; what is wrong is left out, with an issue. */
export function buildSla(tree: SourceTree, context: BuildContext): Sla {
  const root = rootOf(tree);
  const regression = childOf(root, 'regression');
  checkTolerances(regression, context.issues);
  return {
    file: context.source.file,
    endpoints: buildRows(childOf(root, 'endpoints')),
    total: buildTotal(childOf(root, 'total')),
    phases: entriesOf(childOf(root, 'phases')).map(([phase, promises]): PhaseSla => ({
      phase,
      endpoints: buildRows(childOf(promises, 'endpoints')),
      total: buildTotal(childOf(promises, 'total')),
      at: keyPositionOf(promises),
    })),
    windows: itemsOf(childOf(root, 'windows')).flatMap((window) => buildWindow(window, context) ?? []),
    server: buildServer(childOf(root, 'server'), context),
    generator: buildGenerator(childOf(root, 'generator')),
    minSamples: numberOf(childOf(root, 'min_samples')) ?? 'auto',
    severity: entriesOf(childOf(root, 'severity')).map(([pattern, severity]) => ({
      pattern,
      severity: textOf(severity) === 'warn' ? 'warn' : 'fail',
      at: keyPositionOf(severity),
    })),
    regression: buildRegression(regression),
    regressionPlaces: {
      at: regression ? keyPositionOf(regression) : { file: context.source.file, line: 1, column: 1 },
      endpoints: entriesOf(childOf(regression, 'endpoints')).map(([pattern, row]) => ({ pattern, at: keyPositionOf(row) })),
    },
    baselineValues: buildBaselineValues(childOf(root, 'baseline_values'), context.issues),
  };
}

function buildRows(endpoints: Cursor | undefined): readonly SlaRow[] {
  return entriesOf(endpoints).map(([pattern, row]) => ({ pattern, limits: buildLimits(row), at: keyPositionOf(row) }));
}

function buildTotal(total: Cursor | undefined): SlaRow | undefined {
  return total && { pattern: 'total', limits: buildLimits(total), at: keyPositionOf(total) };
}

const WINDOW_KEYS = new Set(['endpoint', 'window', 'for', 'then']);

function buildWindow(cursor: Cursor, context: BuildContext): WindowRule | undefined {
  const [metric, second] = entriesOf(cursor).filter(([key]) => !WINDOW_KEYS.has(key));
  if (metric === undefined)
    context.issues.error(positionOf(cursor), 'missing', 'a window needs one metric: a percentile such as p99, or error_rate');
  if (second)
    context.issues.error(
      keyPositionOf(second[1]),
      'conflict',
      `a window has one metric: here are both ${metric?.[0]} and ${second[0]}`,
      'make two windows of it',
    );
  const length = childOf(cursor, 'window');
  const windowMs = readDuration(cursor, 'window', context);
  if (length && windowMs !== undefined && windowMs % 1_000 !== 0)
    context.issues.error(positionOf(length), 'range', 'a window is a whole number of seconds, because it slides by 1 s');
  const rule = metric && buildWindowMetric(metric[0], metric[1]);
  if (metric === undefined || rule === undefined || windowMs === undefined) return undefined;
  const forWindows = numberOf(childOf(cursor, 'for')) ?? 1;
  const then = textOf(childOf(cursor, 'then'));
  return {
    ...rule,
    endpoint: rawTextOf(childOf(cursor, 'endpoint')),
    windowMs,
    forWindows,
    then: then === 'abort' || then === 'warn' ? then : 'fail',
    text: `${metric[0]}: ${textOf(metric[1])}, window: ${textOf(length)}${forWindows > 1 ? `, for: ${forWindows}` : ''}`,
    at: positionOf(cursor),
  };
}

function buildWindowMetric(key: string, value: Cursor): Pick<WindowRule, 'metric' | 'comparison' | 'value'> | undefined {
  if (key === 'error_rate') {
    const limit = buildErrorRate(value);
    return limit && { metric: { kind: 'error-rate' }, ...limit };
  }
  const limit = buildLimit(key, value);
  return limit?.metric.kind === 'percentile' ? { metric: limit.metric, comparison: limit.comparison, value: limit.value } : undefined;
}

function buildGenerator(cursor: Cursor | undefined): GeneratorLimits {
  const microseconds = (key: string): number | undefined => {
    const ms = quantityOf(childOf(cursor, key), parseDuration);
    return ms === undefined ? undefined : Math.round(ms * 1_000);
  };
  return {
    scheduleLagP99Us: microseconds('schedule_lag_p99') ?? 20_000,
    eventLoopP99Us: microseconds('event_loop_p99') ?? 20_000,
    cpuRatio: quantityOf(childOf(cursor, 'cpu'), parseRatio) ?? 0.9,
    missedRatio: quantityOf(childOf(cursor, 'missed'), parseRatio) ?? 0.01,
  };
}
