import type { Issue, Position } from './issue.ts';
import { createIssueList, type IssueList } from './issue-list.ts';
import { listSeriesKinds, type SeriesKind } from './list-series-names.ts';
import { matchPattern } from './match-pattern.ts';
import type { Scenario } from './scenario.ts';
import type { Metric, Sla, SlaRow } from './sla.ts';
import { listOf, suggestWord } from './suggest-word.ts';

/** Rows, windows, severities and phases of an SLA that name what no user profile and no phase has: each would be a promise that nobody checks. */
export function checkSlaAgainstScenario(scenario: Scenario, sla: Sla): readonly Issue[] {
  const issues = createIssueList();
  const kinds = listSeriesKinds(scenario);
  const series = [...kinds.keys()];
  const checkPattern = (pattern: string, at: Position, what: string): boolean => {
    if (series.some((name) => matchPattern(pattern, name))) return true;
    const reason = pattern.includes('*')
      ? `${what} ${pattern} fits no step of the scenario`
      : `${what} ${pattern} is no step of the scenario`;
    issues.error(at, 'reference', reason, suggestWord(pattern, series) ?? (series.length <= 8 ? `one of ${series.join(', ')}` : undefined));
    return false;
  };
  const checkName = (name: string, at: Position): void => {
    if (series.includes(name)) return;
    const reason = name.includes('*')
      ? 'baseline_values has the names of steps, without *'
      : `the baseline value of ${name} fits no step of the scenario`;
    issues.error(at, 'reference', reason, suggestWord(name, series) ?? listOf(series));
  };
  const checkRows = ({ endpoints, total }: Pick<Sla, 'endpoints' | 'total'>): void => {
    for (const row of endpoints) if (checkPattern(row.pattern, row.at, 'the row')) checkHomes(row, kinds, issues);
    if (total) checkHomes({ ...total, pattern: '*' }, kinds, issues);
  };
  checkRows(sla);
  checkPhases(scenario, sla, issues);
  for (const phase of sla.phases) checkRows(phase);
  for (const window of sla.windows)
    if (window.endpoint !== undefined && window.endpoint !== 'total') checkPattern(window.endpoint, window.at, 'the window of');
  for (const { pattern, at } of sla.severity)
    if (pattern !== 'total' && !sla.server.some(({ name }) => matchPattern(pattern, name))) checkPattern(pattern, at, 'the severity of');
  for (const { pattern, at } of sla.regressionPlaces.endpoints) checkPattern(pattern, at, 'the regression of');
  for (const { endpoint, at } of new Map(sla.baselineValues.map((value) => [value.endpoint, value])).values()) checkName(endpoint, at);
  return issues.sorted();
}

function checkPhases(scenario: Scenario, sla: Sla, issues: IssueList): void {
  const written = [...scenario.phases, ...scenario.profiles.flatMap((profile) => profile.phases)];
  const phases = [...new Set(written.map((phase) => phase.name))];
  for (const { phase, at } of sla.phases) {
    if (!phases.includes(phase)) {
      const nearest = suggestWord(phase, phases) ?? `one of ${phases.slice(0, 8).join(', ')}`;
      issues.error(at, 'reference', `there is no phase ${phase} in the scenario`, nearest);
    } else if (written.every(({ name, warmup, kind }) => name !== phase || warmup || kind === 'pause')) {
      const message = `the phase ${phase} is never judged: it is a warm-up or a pause`;
      issues.error(at, 'reference', message, 'promise something of another phase');
    }
  }
}

/** What only some steps have, promised of others: it would be measured nowhere. */
function checkHomes(row: SlaRow, kinds: ReadonlyMap<string, SeriesKind>, issues: IssueList): void {
  for (const { metric, text, at } of row.limits) {
    const home = homeOf(metric);
    if (home === undefined) continue;
    const homes = [...kinds].flatMap(([name, kind]) => (home.kinds.includes(kind) ? name : []));
    if (homes.some((name) => matchPattern(row.pattern, name))) continue;
    const word = text.split(':')[0] ?? text;
    const where =
      row.pattern === '*' ? 'the scenario has no such step' : `${row.pattern} ${row.pattern.includes('*') ? 'fits' : 'is'} none`;
    issues.error(at, 'reference', `${word} is measured of ${home.name}, and ${where}`, listOf(homes));
  }
}

interface Home {
  readonly kinds: readonly SeriesKind[];
  readonly name: string;
}

const OPENING: Home = { kinds: ['ws'], name: 'a ws step' };
const RECEIVING: Home = { kinds: ['receive'], name: 'a receive step' };
const ANSWERED: Home = { kinds: ['http', 'poll', 'ws'], name: 'a request or ws step' };

/** The steps that have a metric; undefined: any. */
function homeOf(metric: Metric): Home | undefined {
  switch (metric.kind) {
    case 'concurrent':
    case 'drops':
    case 'messages-in':
    case 'messages-out':
    case 'unmatched':
      return OPENING;
    case 'late':
    case 'duplicates':
      return RECEIVING;
    case 'status':
    case 'upload':
    case 'download':
      return ANSWERED;
    case 'percentile':
      return metric.span === 'session' ? OPENING : metric.span === 'ttfb' ? ANSWERED : undefined;
    default:
      return undefined;
  }
}
