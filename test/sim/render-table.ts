import { exactInterval } from './clopper-pearson.ts';
import { FIGURES, type Figure } from './figures.ts';

/** `count` of `of` builds. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** One world's rows: the share with its exact 95 % interval, beside the goal. */
export function renderWorld(name: string, shares: ReadonlyMap<string, Share>): string {
  const lines = FIGURES.flatMap((figure) => {
    const share = shares.get(figure.name);
    if (!share || share.of === 0) return [];
    const { low, high } = exactInterval(share.count, share.of);
    const cells = [figure.name.padEnd(46), percent(share.count / share.of).padStart(7), `${percent(low)} – ${percent(high)}`.padStart(16)];
    return [
      `  ${cells.join('  ')}  ${`${share.count} of ${share.of}`.padStart(12)}   goal ${renderGoal(figure)}  ${judge(figure, share, { low, high })}`,
    ];
  });
  return [name, ...lines].join('\n');
}

/** `shown`: the whole interval is on the right side of the goal; `reached`: the share is; `open`: it is not, but the interval has the goal in it; else `missed`. */
export function judge({ goal }: Figure, { count, of }: Share, { low, high }: { readonly low: number; readonly high: number }): string {
  const share = count / of;
  if ('atMost' in goal) return high <= goal.atMost ? 'shown' : share <= goal.atMost ? 'reached' : low <= goal.atMost ? 'open' : 'missed';
  return low >= goal.atLeast ? 'shown' : share >= goal.atLeast ? 'reached' : high >= goal.atLeast ? 'open' : 'missed';
}

function renderGoal({ goal }: Figure): string {
  return 'atMost' in goal ? `≤ ${percent(goal.atMost).padStart(5)}` : `≥ ${percent(goal.atLeast).padStart(5)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share > 0.2 ? 1 : 2)} %`;
}
