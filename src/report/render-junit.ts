import { describeRow } from '../verdict/regression/describe-regression.ts';
import type { Check } from '../verdict/verdict.ts';
import { cleanText } from './clean-text.ts';
import { describeCheck } from './describe-check.ts';
import { listGated } from './describe-comparison.ts';
import { formatBounds, type ComparedRow } from '../verdict/regression/format-change.ts';
import type { Report } from './report.ts';

/**
 * One test case for each check, in the order of the SLA, one for each metric that was gated against the baseline, and one named `verdict`: a broken
 * promise or a regression is a failure, what could not be judged an error, a warning or a filtered-out row is skipped. `verdict` is red whenever the verdict is not a pass, so that no reader of JUnit files sees
 * green where the cause lies outside the checks.
 */
export function renderJunit(report: Report): string {
  return renderJunitSuites([{ name: report.run.scenario.name, report }]);
}

/**
 * The same for several runs, a suite of test cases for each, whose name stands before their classes: readers that know a case by class and name alone show the first of
 * two, and the other one may be red. `extra` cases stand in a suite of their own.
 */
export function renderJunitSuites(
  runs: readonly { readonly name: string; readonly report: Report }[],
  extra: readonly JunitCase[] = [],
): string {
  const isMany = runs.length + extra.length > 1;
  const suites = runs.map(({ name, report }): Suite => {
    const { durationMs, startedAt } = report.run;
    const cases = listCases(report).map((one) => (isMany ? { ...one, classname: `${name}: ${one.classname}` } : one));
    return { name, cases, seconds: durationMs / 1_000, startedAt };
  });
  const own = extra.length > 0 ? [{ name: 'load-gate', cases: extra, seconds: 0, startedAt: runs[0]?.report.run.startedAt ?? '' }] : [];
  const all = [...suites, ...own];
  const cases = all.flatMap((suite) => suite.cases);
  const seconds = suites.reduce((sum, suite) => sum + suite.seconds, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="load-gate" ${countCases(cases)} time="${seconds.toFixed(3)}">`,
    ...all.flatMap(renderSuite),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
  readonly seconds: number;
  readonly startedAt: string;
}

function renderSuite({ name, cases, seconds, startedAt }: Suite): readonly string[] {
  // Where nothing ran, nothing began.
  const times = `time="${seconds.toFixed(3)}"${startedAt === '' ? '' : ` timestamp="${escapeXml(startedAt)}"`}`;
  return [`  <testsuite name="${escapeXml(name)}" ${countCases(cases)} ${times}>`, ...cases.map(renderCase), '  </testsuite>'];
}

function countCases(cases: readonly JunitCase[]): string {
  const tally = (kind: JunitCase['kind']): number => cases.filter((one) => one.kind === kind).length;
  return `tests="${cases.length}" failures="${tally('failure')}" errors="${tally('error')}" skipped="${tally('skipped')}"`;
}

function listCases(report: Report): readonly JunitCase[] {
  return [...report.verdict.checks.map(checkCase), ...listGated(report).map((row) => regressionCase(row, report)), verdictCase(report)];
}

/** One test case. */
export interface JunitCase {
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped';
  readonly classname: string;
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

function checkCase(check: Check): JunitCase {
  const place = { classname: check.series, name: check.name, file: check.at.file, line: check.at.line };
  const message = describeCheck(check);
  const isWarning = check.severity === 'warn';
  switch (check.state) {
    case 'passed':
      return { kind: 'passed', ...place, message };
    case 'breached':
      return { kind: isWarning ? 'skipped' : 'failure', ...place, message: isWarning ? `Warning only: ${message}` : message };
    case 'no-data':
      return { kind: isWarning ? 'skipped' : 'error', ...place, message: isWarning ? `Warning only: ${message}` : message };
    case 'skipped':
      return { kind: 'skipped', ...place, message };
  }
}

/** A suspect whose second look is missing is neither: an error. */
function regressionCase(row: ComparedRow, { run, comparison }: Report): JunitCase {
  const { file, line } = comparison?.at ?? { file: run.scenario.file, line: 1 };
  const kind = row.state === 'regressed' ? 'failure' : row.state === 'suspect' ? 'error' : 'passed';
  const bounds = formatBounds(row);
  const interval = bounds === undefined ? '' : `; about 90 % interval of the change ${bounds}`;
  const message = `${describeRow(row)}${interval}.`;
  return { kind, classname: row.endpoint, name: `${row.name} against the baseline`, file, line, message };
}

/** Fails closed: any state but `pass` is red here. */
function verdictCase({ run, verdict }: Report): JunitCase {
  const kind = verdict.state === 'pass' ? 'passed' : verdict.state === 'inconclusive' ? 'error' : 'failure';
  const message = `${verdict.state}: ${verdict.reasons.join(' ')}`;
  return { kind, classname: 'load-gate', name: 'verdict', file: run.scenario.file, line: 1, message };
}

function renderCase(one: JunitCase): string {
  const place = `classname="${escapeXml(one.classname)}" name="${escapeXml(one.name)}" file="${escapeXml(one.file)}" line="${one.line}"`;
  const message = escapeXml(one.message);
  switch (one.kind) {
    case 'passed':
      return `    <testcase ${place}><system-out>${message}</system-out></testcase>`;
    case 'skipped':
      return `    <testcase ${place}><skipped message="${message}"/></testcase>`;
    case 'failure':
    case 'error':
      return `    <testcase ${place}><${one.kind} type="${one.kind}" message="${message}">${message}</${one.kind}></testcase>`;
  }
}

/** Text and attribute values of XML 1.0; what XML cannot hold at all (controls, U+FFFE, U+FFFF) is taken out. */
function escapeXml(text: string): string {
  return cleanText(text, 2_000)
    .replace(/[\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
