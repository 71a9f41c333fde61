import type { Issue, Position } from './issue.ts';
import { createIssueList } from './issue-list.ts';
import { listSeriesNames } from './list-series-names.ts';
import { matchPattern } from './match-pattern.ts';
import type { Scenario } from './scenario.ts';
import type { Sla } from './sla.ts';
import { suggestWord } from './suggest-word.ts';

/** Rows, windows, severities and phases of an SLA that name what no user profile and no phase has: each would be a promise that nobody checks. */
export function checkSlaAgainstScenario(scenario: Scenario, sla: Sla): readonly Issue[] {
  const issues = createIssueList();
  const series = listSeriesNames(scenario);
  const checkPattern = (pattern: string, at: Position, what: string): void => {
    if (series.some((name) => matchPattern(pattern, name))) return;
    const reason = pattern.includes('*')
      ? `${what} ${pattern} fits no step of the scenario`
      : `${what} ${pattern} is no step of the scenario`;
    issues.error(at, 'reference', reason, suggestWord(pattern, series) ?? (series.length <= 8 ? `one of ${series.join(', ')}` : undefined));
  };
  const written = [...scenario.phases, ...scenario.profiles.flatMap((profile) => profile.phases)];
  const phases = [...new Set(written.map((phase) => phase.name))];
  for (const row of sla.endpoints) checkPattern(row.pattern, row.at, 'the row');
  for (const phase of sla.phases) {
    if (!phases.includes(phase.phase))
      issues.error(
        phase.at,
        'reference',
        `there is no phase ${phase.phase} in the scenario`,
        suggestWord(phase.phase, phases) ?? `one of ${phases.slice(0, 8).join(', ')}`,
      );
    else if (written.every(({ name, warmup, kind }) => name !== phase.phase || warmup || kind === 'pause'))
      issues.error(
        phase.at,
        'reference',
        `the phase ${phase.phase} is never judged: it is a warm-up or a pause`,
        'promise something of another phase',
      );
    for (const row of phase.endpoints) checkPattern(row.pattern, row.at, 'the row');
  }
  for (const window of sla.windows)
    if (window.endpoint !== undefined && window.endpoint !== 'total') checkPattern(window.endpoint, window.at, 'the window of');
  for (const { pattern, at } of sla.severity) if (pattern !== 'total') checkPattern(pattern, at, 'the severity of');
  return issues.sorted();
}
