import { formatNumber } from '../../units.ts';
import { formatChange, formatSide, formatSigned, formatTolerance } from './format-change.ts';
import type { NotJudged, RegressionNote, RegressionResult, RegressionRow } from './regression-result.ts';

/** The first line of every report: what the comparison came to. */
export function describeRegression(result: RegressionResult): string {
  switch (result.state) {
    case 'not-judged':
      return `Regression: not judged; ${describeNotJudged(result.why)}.`;
    case 'second-look':
      return `Regression: not decided; ${listNames(result.suspects)} ${result.suspects.length === 1 ? 'needs' : 'need'} a second look at fresh data.`;
    case 'decided': {
      const [first, ...more] = result.rows.filter(({ state }) => state === 'regressed');
      if (!first) return `Regression: none${describeReach(result.rows)}.`;
      return `Regression: ${describeRow(first)}${more.length === 0 ? '' : `; and ${formatNumber(more.length, 0)} more`}.`;
    }
  }
}

/** `POST /orders p95 212 ms → 268 ms (+26 %, tolerance 10 %); confirmed on fresh data; this run could see changes from +14 %`: one row, no full stop. */
export function describeRow(row: RegressionRow): string {
  if (row.state === 'not-eligible') return `${row.name} is reported, not gated: ${row.reason}`;
  const { baseline, candidate, change } = row.values;
  const [from, to] = [formatSide(row.metric, baseline), formatSide(row.metric, candidate)];
  const head = `${row.name} ${from} → ${to} (${formatChange(row.metric, change)}, tolerance ${formatTolerance(row.metric, row.tolerance)})`;
  return [head, ...describeState(row), ...describeDetectable(row)].join('; ');
}

function describeState(row: RegressionRow): readonly string[] {
  switch (row.state) {
    case 'regressed':
      return [row.looks.length > 1 ? 'confirmed on fresh data' : 'decided by one look'];
    case 'not-confirmed':
      return ['looked slower at first, and was not confirmed on fresh data'];
    case 'suspect':
      return ['suspect, and needs a second look'];
    case 'improved':
      return ['improved'];
    case 'unchanged':
    case 'not-eligible':
      return [];
  }
}

function describeDetectable(row: RegressionRow): readonly string[] {
  if (row.state === 'not-eligible') return [];
  // Where nothing failed on either side there is no noise to tell it from.
  if (row.detectable === undefined && row.metric.kind === 'error-ratio') return [];
  if (row.detectable === undefined) return ['this run was too short or too noisy to see any change up to tenfold'];
  return [
    `this run could see changes from ${formatChange(row.metric, row.metric.kind === 'throughput' ? -row.detectable : row.detectable)}`,
  ];
}

/** What the gated latencies would have shown, so that nobody reads a pass as more than it is. */
function describeReach(rows: readonly RegressionRow[]): string {
  const gated = rows.filter((row) => row.state !== 'not-eligible' && row.metric.kind !== 'error-ratio');
  const reaches = gated.map((row) => (row.state === 'not-eligible' ? undefined : row.detectable));
  const known = reaches.filter((reach) => reach !== undefined);
  const left = rows.filter(({ state }) => state === 'not-eligible').length;
  const silent = left === 0 ? '' : `; ${formatNumber(left, 0)} ${left === 1 ? 'metric was' : 'metrics were'} not gated`;
  if (known.length < gated.length) return `, and some metrics were too noisy to see any change up to tenfold${silent}`;
  if (known.length === 0) return silent;
  const [least, most] = [formatSigned(Math.min(...known)), formatSigned(Math.max(...known))];
  return `; this run could see changes from ${least === most ? least : `${least} (the quietest metric) or ${most} (the noisiest)`}${silent}`;
}

/** Why there was nothing to compare, or no way to. */
export function describeNotJudged(why: NotJudged): string {
  switch (why.reason) {
    case 'no-baseline':
      return 'there is no baseline yet';
    case 'none-admitted':
      return `none of the ${formatNumber(why.stored, 0)} stored runs counts`;
    case 'not-comparable':
      return `the baseline is not comparable (${why.differences.join('; ')})`;
    case 'nothing-eligible':
      return 'no latency has enough samples on both sides; longer phases or a higher rate give more';
    case 'baseline-failed':
      return `the baseline did not answer soundly (${why.why})`;
  }
}

/** One sentence for each remark, without a full stop. */
export function describeNote(note: RegressionNote): string {
  switch (note.kind) {
    case 'new-endpoints':
      return `New, and without a baseline: ${listNames(note.names)}`;
    case 'gone-endpoints':
      return `In the baseline only, gone or renamed: ${listNames(note.names)}`;
    case 'environment-moved':
      return `The whole environment moved: ${note.moved} of ${note.of} endpoints changed by about ${formatSigned(note.factor - 1)}; the verdict stays`;
    case 'creep':
      return `${note.name} has crept ${formatSigned(note.change)} away from its anchor, in steps too small to fail a build`;
    case 'level-shift':
      return `${note.name} has had a new level since run ${note.from} (${formatSigned(note.change)}); older runs no longer count`;
    case 'outliers':
      return `Too far from the other runs to count there: ${listNames(note.runs.map(describeOutlier))}`;
    case 'other-machine': {
      const more = note.more > 0 ? ` and ${note.more} more ${note.more === 1 ? 'kind' : 'kinds'}` : '';
      return `Measured on another machine than the baseline: here ${note.own}, there ${note.stored.join(', ')}${more}; a change may be the machine's`;
    }
    case 'left-out':
      return note.runs.map(({ id, reason }) => `Run ${id} does not count: ${reason}`).join('. ');
  }
}

function describeOutlier({ id, name, change, more }: Extract<RegressionNote, { kind: 'outliers' }>['runs'][number]): string {
  return `run ${id} in ${name} (${formatSigned(change)})${more > 0 ? ` and ${more} more ${more === 1 ? 'row' : 'rows'}` : ''}`;
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${formatNumber(names.length - 5, 0)} more` : shown;
}
