import type { RegressionRules } from '../../config/regression-rules.ts';
import { estimateDetectable } from './estimate-detectable.ts';
import { noteCommonShift } from './find-common-shift.ts';
import { finishRow, gaugeRow, type ComparedRow } from './gauged-row.ts';
import { decideGauges, type Gauge, type Outcome } from './look-procedure.ts';
import type { RegressionNote, RegressionResult, RegressionRow } from './regression-result.ts';

export interface Conclusion {
  readonly rows: readonly ComparedRow[];
  readonly rules: RegressionRules;
  readonly notes: readonly RegressionNote[];
  readonly hasSecondLook: boolean;
}

/** From measured differences to the verdict of the comparison: the family of gated metrics, the looks, Holm. */
export function concludeRows({ rows, rules, notes, hasSecondLook }: Conclusion): RegressionResult {
  const gauged = rows.flatMap((row): readonly { readonly row: ComparedRow; readonly gauge: Gauge }[] => {
    const gauge = gaugeRow(row);
    return gauge ? [{ row, gauge }] : [];
  });
  const family = gauged.length;
  const outcomes = decideGauges(
    gauged.map(({ gauge }) => gauge),
    rules.falseAlarm,
    rules.confirm,
  );
  const known = new Map<ComparedRow, { readonly outcome: Outcome; readonly gauge: Gauge }>();
  for (const [index, { row, gauge }] of gauged.entries()) known.set(row, { outcome: outcomes[index] ?? 'suspect', gauge });
  const finished = rows.map((row) => {
    const own = known.get(row);
    return finishRow(row, own?.outcome, () => own && estimateDetectable(own.gauge, row.metric, { family, rules }));
  });
  const all = [...notes, ...noteCommonShift(rows)];
  // Closed: where only errors could be compared and there were none to speak of, speed was not judged, and that is no "unchanged".
  if (!finished.some(isJudged)) return { state: 'not-judged', why: { reason: 'nothing-eligible' }, rows: finished, notes: all };
  const named = (state: Outcome): readonly string[] => finished.filter((row) => row.state === state).map(({ name }) => name);
  const [regressed, suspects] = [named('regressed'), named('suspect')];
  // Closed: what look 2 could not measure keeps the comparison undecided, unless another metric has regressed anyway.
  if (suspects.length > 0 && regressed.length === 0) return { state: 'second-look', suspects, rows: finished, notes: all };
  return { state: 'decided', regressed, looks: hasSecondLook ? 2 : 1, rows: finished, notes: all };
}

function isJudged(row: RegressionRow): boolean {
  if (row.state === 'not-eligible') return false;
  return row.metric.kind !== 'error-ratio' || row.state === 'regressed' || row.state === 'suspect';
}
