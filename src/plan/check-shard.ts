import type { Issue, Position } from '../config/issue.ts';
import { formatNumber } from '../units.ts';
import { mostParallel } from './most-parallel.ts';
import { planError } from './plan-issue.ts';
import type { Plan } from './plan.ts';

interface ShardCheck {
  readonly plan: Pick<Plan, 'file' | 'phases' | 'program' | 'shard'>;
  /** Where the phases stand. */
  readonly positions: readonly Position[];
}

/** What several machines cannot do together, because nobody tells one of them how far another is. Empty for a burst of one machine. */
export function checkShard({ plan, positions }: ShardCheck): readonly Issue[] {
  const { file, phases, program, shard } = plan;
  if (shard.count === 1) return [];
  const issues: Issue[] = [];
  const most = mostParallel(phases, program.connections);
  if (shard.count > most) {
    const message = `${shard.count} shards are more than the ${formatNumber(most, 0)} users or connections that a phase has at most, so some of them could only wait`;
    issues.push(planError({ file, line: 1, column: 1 }, 'shards', message, `use at most ${most} shards`));
  }
  const early = phases.findIndex(({ model }, index) => model === 'iterations' && index < phases.length - 1);
  if (early >= 0) {
    const at = positions[early] ?? { file, line: 1, column: 1 };
    const message = `phase ${phases[early]?.name ?? ''} is fixed work, which ends when it ends, on each shard at another time; what comes after it would not begin together`;
    issues.push(planError(at, 'shards', message, 'put it last, or give it a run of its own'));
  }
  return issues;
}
