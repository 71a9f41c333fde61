import { describeRow } from '../verdict/regression/describe-regression.ts';
import type { Check } from '../verdict/verdict.ts';
import { cleanText } from './clean-text.ts';
import { describeCheck } from './describe-check.ts';
import { listRegressed } from './describe-comparison.ts';
import type { ComparedRow } from '../verdict/regression/format-change.ts';
import type { Report } from './report.ts';
import { sortChecks } from './sort-checks.ts';

/** A remark on a line of the user's files, as plain text. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  /** Empty: on no file; then the line says nothing. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly title: string;
  readonly message: string;
}

/** GitHub shows ten annotations of a kind for each step and drops the rest without a word. */
const MOST = 10;

/**
 * What is broken is an error and what could not be judged a warning, each on the line of its SLA row, the worst first; then what regressed, on the line of
 * `regression:`. At most ten of a kind. A verdict that comes from none of them (the generator, the books, a cut) is an error of its own.
 */
export function renderAnnotations(report: Report): readonly Annotation[] {
  const sorted = sortChecks(report.verdict.checks);
  const broken = sorted.filter((check) => check.state === 'breached' && check.severity === 'fail').map((check) => annotate(check, 'error'));
  const regressed = listRegressed(report).map((row) => annotateRegression(row, report));
  const warnings = sorted.filter((check) => check.state === 'no-data' || (check.state === 'breached' && check.severity === 'warn'));
  return [
    ...bound([...verdictAlone(report, broken.length, regressed.length), ...broken, ...regressed]),
    ...bound(warnings.map((check) => annotate(check, 'warning'))),
  ];
}

function verdictAlone({ run, verdict }: Report, broken: number, regressed: number): readonly Annotation[] {
  const { state } = verdict;
  const isExplained = state === 'pass' || (state === 'breach' && broken > 0) || (state === 'regression' && regressed > 0);
  if (isExplained) return [];
  const message = verdict.reasons.map((reason) => cleanText(reason)).join(' ');
  return [{ level: 'error', file: run.scenario.file, line: 1, title: `load-gate: ${state}`, message: cleanText(message, 1_000) }];
}

/** At most ten; the last says how many more there are. */
export function bound(annotations: readonly Annotation[]): readonly Annotation[] {
  if (annotations.length <= MOST) return annotations;
  const shown = annotations.slice(0, MOST - 1);
  const [first] = annotations.slice(MOST - 1);
  const left = annotations.length - shown.length;
  return first
    ? [...shown, { ...first, title: `${left} more`, message: `${left} more are in the job summary and in results.json.` }]
    : shown;
}

function annotateRegression(row: ComparedRow, { run, comparison }: Report): Annotation {
  const { file, line } = comparison?.at ?? { file: run.scenario.file, line: 1 };
  return { level: 'error', file, line, title: cleanText(`${row.name}: regression`, 120), message: cleanText(`${describeRow(row)}.`, 600) };
}

function annotate(check: Check, level: Annotation['level']): Annotation {
  const word = check.state === 'breached' ? 'broken' : 'not judged';
  const { file, line } = check.at;
  return { level, file, line, title: cleanText(`${check.name}: ${word}`, 120), message: cleanText(describeCheck(check), 600) };
}
