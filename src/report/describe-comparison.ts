import { formatLatency, formatNumber } from '../units.ts';
import { describeValue } from '../verdict/regression/compare-baseline-values.ts';
import { describeNote, describeNotJudged } from '../verdict/regression/describe-regression.ts';
import type { RegressionNote, RegressionRow } from '../verdict/regression/regression-result.ts';
import type { HandRow } from './compare-values.ts';
import { formatChange, formatTolerance, type ComparedRow } from '../verdict/regression/format-change.ts';
import type { Comparison, Report } from './report.ts';

/** The block of a report about the baseline, before it is laid out. All text may hold names of the user. */
export interface ComparisonText {
  /** `Against the baseline (12 runs in file:history)`, `Against https://old.example, at the same time (A/B)`. */
  readonly title: string;
  /** What was gated: regressed first, then suspect, not confirmed, improved, unchanged; the largest share of its tolerance first. */
  readonly rows: readonly ComparedRow[];
  /** What stands below the table, with full stops. */
  readonly sentences: readonly string[];
  /** Names of the user that stand in the title or in a sentence. */
  readonly names: readonly string[];
}

/** Undefined where no baseline was asked for and no value was written by hand. */
export function describeComparison({ comparison, handRows = [] }: Report): ComparisonText | undefined {
  if (!comparison && handRows.length === 0) return undefined;
  const { where = '', result } = comparison ?? {};
  const rows = result?.rows ?? [];
  const sentences = [
    ...(result?.state === 'not-judged' ? [`Not judged: ${describeNotJudged(result.why)}`] : []),
    ...describeUngated(rows),
    ...handRows.toSorted((left, right) => Number(isBeyond(right)) - Number(isBeyond(left))).map(describeHandRow),
    ...(result?.notes ?? []).map(describeRemark),
  ];
  return {
    title: comparison ? nameBaseline(comparison) : 'Against baseline_values',
    rows: sortRows(rows),
    sentences: sentences.map((sentence) => `${sentence}.`),
    names: [
      where,
      ...rows.flatMap(({ name, endpoint }) => [name, endpoint]),
      ...handRows.map(({ name }) => name),
      ...listNames(result?.notes ?? []),
    ],
  };
}

/** Rows of a regression that was found; empty without a comparison. */
export function listRegressed({ comparison }: Report): readonly ComparedRow[] {
  return comparison ? sortRows(comparison.result.rows).filter(({ state }) => state === 'regressed') : [];
}

/** Rows that were gated, in the order of the comparison; empty without one. */
export function listGated({ comparison }: Report): readonly ComparedRow[] {
  return comparison?.result.rows.filter(isCompared) ?? [];
}

/** The reasons of a verdict without the remarks that stand beside the comparison, so that nothing is said twice. */
export function listReasons({ verdict, comparison }: Report): readonly string[] {
  const remarks = new Set(comparison?.result.notes.map((note) => `${describeNote(note)}.`));
  return verdict.reasons.filter((reason) => !remarks.has(reason));
}

function nameBaseline(comparison: Comparison): string {
  if (comparison.kind === 'live') {
    return `Against ${comparison.where}, ${comparison.interleave === 'abba' ? 'by turns (ABBA)' : 'at the same time (A/B)'}`;
  }
  const { where, runs } = comparison;
  const count = runs === undefined ? '' : `${formatNumber(runs, 0)} ${runs === 1 ? 'run' : 'runs'} in `;
  return `Against the baseline (${count}${where})`;
}

function isCompared(row: RegressionRow): row is ComparedRow {
  return row.state !== 'not-eligible';
}

const RANKS: Readonly<Record<ComparedRow['state'], number>> = { regressed: 0, suspect: 1, 'not-confirmed': 2, improved: 3, unchanged: 4 };

function sortRows(rows: readonly RegressionRow[]): readonly ComparedRow[] {
  const share = ({ values, tolerance }: ComparedRow): number => Math.abs(values.change) / tolerance;
  return rows.filter(isCompared).sort((left, right) => RANKS[left.state] - RANKS[right.state] || share(right) - share(left));
}

const MOST_REASONS = 4;
const MOST_NAMES = 3;

/** One sentence for all that could not be gated: how many, which, and why. */
function describeUngated(rows: readonly RegressionRow[]): readonly string[] {
  const ungated = rows.flatMap((row) => (row.state === 'not-eligible' ? [{ name: row.name, reason: row.reason }] : []));
  if (ungated.length === 0) return [];
  const subject = ungated.length === 1 ? '1 metric is' : `${formatNumber(ungated.length, 0)} metrics are`;
  return [`${subject} reported, not gated: ${groupReasons(ungated)}`];
}

/** `the candidate has no samples (GET /a p95, GET /b p95); …`, the most frequent reason first. */
export function groupReasons(entries: readonly { readonly name: string; readonly reason: string }[]): string {
  const groups = Map.groupBy(entries, ({ reason }) => reason);
  const texts = [...groups]
    .sort(([, left], [, right]) => right.length - left.length)
    .map(([reason, members]) => {
      const shown = members.slice(0, MOST_NAMES).map(({ name }) => name);
      const left = members.length - shown.length;
      return `${reason} (${shown.join(', ')}${left > 0 ? ` and ${formatNumber(left, 0)} more` : ''})`;
    });
  const left = texts.length - MOST_REASONS;
  return [
    ...texts.slice(0, MOST_REASONS),
    ...(left > 0 ? [`and ${formatNumber(left, 0)} other ${left === 1 ? 'reason' : 'reasons'}`] : []),
  ].join('; ');
}

/** A long history leaves out many runs for one reason: they are told together. */
function describeRemark(note: RegressionNote): string {
  if (note.kind !== 'left-out' || note.runs.length < 2) return describeNote(note);
  const newestFirst = note.runs.toReversed().map(({ id, reason }) => ({ name: id, reason }));
  return `${formatNumber(note.runs.length, 0)} stored runs do not count: ${groupReasons(newestFirst)}`;
}

function isBeyond({ state }: HandRow): boolean {
  return state === 'beyond' || state === 'lost';
}

function describeHandRow(row: HandRow): string {
  const metric = { kind: 'percentile', percentile: 0 } as const;
  const tolerance = `the tolerance of ${formatTolerance(metric, row.tolerance)}`;
  const from = `${row.name} ${formatLatency(row.baselineUs)}`;
  switch (row.state) {
    case 'within':
    case 'beyond':
      return `${describeValue(row)}: ${formatChange(metric, row.change)}, ${row.state} ${tolerance}`;
    case 'lost':
      return `${from} → ${row.atLeastUs === undefined ? 'no answer' : `> ${formatLatency(row.atLeastUs)}`} (by hand, no noise model): beyond ${tolerance}`;
    case 'no-data':
      return `${from} (by hand, no noise model): nothing was measured`;
  }
}

function listNames(notes: readonly RegressionNote[]): readonly string[] {
  return notes.flatMap((note) => {
    switch (note.kind) {
      case 'new-endpoints':
      case 'gone-endpoints':
        return note.names;
      case 'level-shift':
        return [note.name, note.from];
      case 'creep':
        return [note.name];
      case 'outliers':
        return note.runs.flatMap(({ id, name }) => [id, name]);
      case 'other-machine':
        return [note.own, ...note.stored];
      case 'left-out':
        return note.runs.map(({ id }) => id);
      case 'environment-moved':
        return [];
    }
  });
}
