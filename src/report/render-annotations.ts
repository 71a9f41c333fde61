import type { Check } from '../verdict/verdict.ts';
import { cleanText } from './clean-text.ts';
import { describeCheck } from './describe-check.ts';
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
 * What is broken is an error and what could not be judged a warning, each on the line of its SLA row, the worst first, at most ten of a kind.
 * A verdict that comes from none of them (the generator, the books, a cut) is an error of its own.
 */
export function renderAnnotations(report: Report): readonly Annotation[] {
  const sorted = sortChecks(report.verdict.checks);
  const errors = sorted.filter((check) => check.state === 'breached' && check.severity === 'fail');
  const warnings = sorted.filter((check) => check.state === 'no-data' || (check.state === 'breached' && check.severity === 'warn'));
  return [...bound(verdictAlone(report, errors.length), errors, 'error'), ...bound([], warnings, 'warning')];
}

function verdictAlone(report: Report, errors: number): readonly Annotation[] {
  const { run, verdict } = report;
  const isExplained = verdict.state === 'pass' || (verdict.state === 'breach' && errors > 0);
  if (isExplained) return [];
  const message = verdict.reasons.map((reason) => cleanText(reason)).join(' ');
  return [{ level: 'error', file: run.scenario.file, line: 1, title: `load-gate: ${verdict.state}`, message: cleanText(message, 1_000) }];
}

function bound(first: readonly Annotation[], checks: readonly Check[], level: Annotation['level']): readonly Annotation[] {
  const room = MOST - first.length;
  const shown = checks.length <= room ? checks : checks.slice(0, room - 1);
  const left = checks[shown.length];
  const more: readonly Annotation[] = left
    ? [
        {
          level,
          ...placeOf(left),
          title: `${checks.length - shown.length} more`,
          message: `${checks.length - shown.length} more are in the job summary and in results.json.`,
        },
      ]
    : [];
  return [...first, ...shown.map((check) => annotate(check, level)), ...more];
}

function annotate(check: Check, level: Annotation['level']): Annotation {
  const word = check.state === 'breached' ? 'broken' : 'not judged';
  return { level, ...placeOf(check), title: cleanText(`${check.name}: ${word}`, 120), message: cleanText(describeCheck(check), 600) };
}

function placeOf(check: Check): { readonly file: string; readonly line: number } {
  return { file: check.at.file, line: check.at.line };
}
