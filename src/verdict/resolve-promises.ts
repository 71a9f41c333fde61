import type { Limit, Metric, PhaseSla, Severity, Sla, SlaRow } from '../config/sla.ts';
import type { PhaseSummary } from '../metrics/run-summary.ts';
import type { Series } from '../plan/plan.ts';
import { matchPattern } from '../config/match-pattern.ts';
import { suggestWord } from '../config/suggest-word.ts';
import { appliesTo } from './applies-to.ts';
import { listMatches } from './list-matches.ts';
import { nameMetric } from './name-metric.ts';

/** One limit on one series or on the total, over all judged phases (`phase` undefined) or in one. */
export type SlaPromise = {
  readonly scope: Scope;
  readonly phase: string | undefined;
  readonly limit: Limit;
  readonly severity: Severity;
} & ({ readonly state: 'active' } | { readonly state: 'skipped' | 'unmeasurable'; readonly reason: string });

/** A series by its name (or the pattern that names none), or all series together. */
export type Scope = { readonly kind: 'series'; readonly name: string } | { readonly kind: 'total' };

/** Of a run, what an SLA speaks of. */
export interface RunShape {
  readonly series: readonly Pick<Series, 'name' | 'kind' | 'selected'>[];
  readonly phases: readonly Pick<PhaseSummary['plan'], 'name' | 'warmup' | 'model'>[];
}

const TOTAL: Scope = { kind: 'total' };

/** Every concrete promise of the SLA, in the order of the series, then the total, then the phases; wildcards expanded. */
export function resolvePromises(sla: Sla, shape: RunShape): readonly SlaPromise[] {
  return [...resolveRows(sla, sla, undefined, shape), ...sla.phases.flatMap((phase) => resolvePhase(sla, phase, shape))];
}

function resolvePhase(sla: Sla, phase: PhaseSla, shape: RunShape): readonly SlaPromise[] {
  const planned = shape.phases.find(({ name }) => name === phase.phase);
  if (planned?.warmup === false && planned.model !== 'pause') return resolveRows(sla, phase, phase.phase, shape);
  const rows = [
    ...phase.endpoints.map((row) => ({ row, scope: seriesScope(row.pattern) })),
    ...(phase.total ? [{ row: phase.total, scope: TOTAL }] : []),
  ];
  // A phase of another profile is filtered out like a task. A promise about a warm-up or a pause can never be measured: closed, not skipped.
  // Of an import nobody knows which second belongs to which phase: closed, too.
  const fate = shape.phases.some(({ model }) => model === 'foreign')
    ? ({ state: 'unmeasurable', reason: `what was imported does not say when ${phase.phase} was` } as const)
    : planned === undefined
      ? ({ state: 'skipped', reason: `the plan of this run has no phase ${phase.phase}` } as const)
      : ({
          state: 'unmeasurable',
          reason: planned.warmup ? `${phase.phase} is a warm-up, which is never judged` : `${phase.phase} is a pause`,
        } as const);
  return rows.flatMap(({ row, scope }) =>
    row.limits.map((limit) => ({ scope, phase: phase.phase, limit, severity: severityOf(sla, scope), ...fate })),
  );
}

type Rows = Pick<PhaseSla, 'endpoints' | 'total'>;

function resolveRows(sla: Sla, rows: Rows, phase: string | undefined, shape: RunShape): readonly SlaPromise[] {
  const promises: SlaPromise[] = [];
  const reached = rows.endpoints.flatMap((row) => row.limits.map((limit) => ({ row, limit, series: listReached(row, limit, shape) })));
  const alive = new Set(reached.filter(({ series }) => series.some(({ selected }) => selected)).map(({ limit }) => limit));
  for (const { name, kind, selected } of shape.series) {
    const scope = seriesScope(name);
    const severity = severityOf(sla, scope);
    for (const limit of listMostSpecificLimits(rows.endpoints, { name, kind })) {
      if (selected) promises.push({ scope, phase, limit, severity, state: 'active' });
      else if (!alive.has(limit))
        promises.push({ scope, phase, limit, severity, state: 'skipped', reason: 'its tasks were filtered out of this run' });
    }
  }
  for (const { row, limit, series } of reached) {
    if (series.length > 0) continue;
    // Closed: `check` refuses such a row, so a run that still has one does not fit its SLA.
    const scope = seriesScope(row.pattern);
    const isNamed = shape.series.some(({ name }) => matchPattern(row.pattern, name));
    const reason = isNamed ? 'no endpoint that has that name can have this metric' : explainNoName(row.pattern, shape.series);
    promises.push({ scope, phase, limit, severity: severityOf(sla, scope), state: 'unmeasurable', reason });
  }
  for (const limit of rows.total?.limits ?? [])
    promises.push({ scope: TOTAL, phase, limit, severity: severityOf(sla, TOTAL), ...fateOfTotal(limit, shape) });
  return promises;
}

/** A row that names what the run has not, and what it may have meant. */
export function explainNoName(pattern: string, series: readonly Pick<Series, 'name'>[]): string {
  const near = suggestWord(
    pattern,
    series.map(({ name }) => name),
  );
  return `no endpoint of this run has that name${near === undefined ? '' : `; the nearest is ${near}`}`;
}

/** A total of what only WebSockets have is skipped with the last of them: 0 drops where nothing was opened would be a pass of nothing. */
function fateOfTotal({ metric }: Limit, { series }: RunShape): { state: 'active' } | { state: 'skipped'; reason: string } {
  const owners = series.filter(({ kind }) => appliesTo(metric, kind));
  if (owners.length === 0 || owners.some(({ selected }) => selected)) return { state: 'active' };
  return { state: 'skipped', reason: 'its tasks were filtered out of this run' };
}

/** The series that a limit of a row speaks of. */
function listReached(row: SlaRow, { metric }: Limit, shape: RunShape): RunShape['series'] {
  return shape.series.filter(({ name, kind }) => matchPattern(row.pattern, name) && canHave(row, metric, kind));
}

/** A wildcard leaves out what its series cannot have; who names a series is taken at their word. */
function canHave(row: SlaRow, metric: Metric, kind: Series['kind']): boolean {
  return !row.pattern.includes('*') || appliesTo(metric, kind);
}

/** Each metric comes from the most specific row that sets it. */
function listMostSpecificLimits(rows: readonly SlaRow[], { name, kind }: Pick<Series, 'name' | 'kind'>): readonly Limit[] {
  const owners = new Map<string, SlaRow>();
  return listMatches(rows, name).flatMap((row) => {
    const limits = row.limits.filter(({ metric }) => canHave(row, metric, kind));
    for (const { metric } of limits) {
      if (!owners.has(nameMetric(metric))) owners.set(nameMetric(metric), row);
    }
    return limits.filter(({ metric }) => owners.get(nameMetric(metric)) === row);
  });
}

/** The total is no endpoint: only the word `total` itself sets its severity, no wildcard. */
function severityOf(sla: Sla, scope: Scope): Severity {
  const rows = scope.kind === 'total' ? sla.severity.filter(({ pattern }) => pattern === 'total') : listMatches(sla.severity, scope.name);
  return rows[0]?.severity ?? 'fail';
}

function seriesScope(name: string): Scope {
  return { kind: 'series', name };
}
