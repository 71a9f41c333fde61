import type { Sla, WindowRule } from '../config/sla.ts';
import { mergeDistributions } from '../metrics/distribution.ts';
import type { Distribution } from '../metrics/distribution.ts';
import { guardsFailures } from './guards-failures.ts';
import { matchPattern } from '../config/match-pattern.ts';
import { resolvePromises } from './resolve-promises.ts';
import type { RunShape, Scope } from './resolve-promises.ts';
import { WindowStreak } from './window-streak.ts';

/** What ended in one second, complete: all workers have told. */
export interface CompletedSecond {
  /** Whole seconds since the start of the run; ascending. */
  readonly second: number;
  /** Of judged phases alone, what a warm-up started is left out; a series in which nothing ended may be left out too. */
  readonly series: readonly SeriesSecond[];
}

export interface SeriesSecond {
  readonly name: string;
  readonly ok: number;
  readonly failed: number;
  readonly censored: number;
  readonly latency: Distribution;
}

/** A rule on the series that it watches: one for each selected series that its pattern matches, or one for all series together. */
export interface WatchedRule {
  readonly rule: WindowRule;
  readonly scope: Scope;
  readonly streak: WindowStreak;
}

/**
 * Follows the window rules second by second, live and afterwards alike, so that the two cannot disagree.
 * Feed every second whose middle lies in a judged phase (`isSecondOf`), silent ones too, and no other: pauses, warm-ups and drains are gaps, and no
 * window reaches over a gap.
 */
export class WindowWatch {
  readonly watched: readonly WatchedRule[];

  constructor(sla: Sla, shape: RunShape) {
    const promises = resolvePromises(sla, shape);
    this.watched = sla.windows.flatMap((rule) =>
      listScopes(rule, shape).map((scope) => {
        const failuresLost = !guardsFailures(promises, shape, scope, undefined);
        return { rule, scope, streak: new WindowStreak(rule, failuresLost) };
      }),
    );
  }

  /** Answers the abort rules that have fired by now, those of earlier seconds included; empty: go on. */
  feed(completed: CompletedSecond): readonly WatchedRule[] {
    for (const { scope, streak } of this.watched) {
      const parts = scope.kind === 'total' ? completed.series : completed.series.filter(({ name }) => name === scope.name);
      streak.push({
        second: completed.second,
        ok: parts.reduce((sum, { ok }) => sum + ok, 0),
        failed: parts.reduce((sum, { failed }) => sum + failed, 0),
        censored: parts.reduce((sum, { censored }) => sum + censored, 0),
        latency: mergeDistributions(parts.map(({ latency }) => latency)),
      });
    }
    return this.watched.filter(({ rule, streak }) => rule.then === 'abort' && streak.fired !== undefined);
  }
}

function listScopes(rule: WindowRule, shape: RunShape): readonly Scope[] {
  const { endpoint } = rule;
  if (endpoint === undefined) return [{ kind: 'total' }];
  return shape.series
    .filter(({ name, selected }) => selected && matchPattern(endpoint, name))
    .map(({ name }) => ({ kind: 'series', name }));
}
