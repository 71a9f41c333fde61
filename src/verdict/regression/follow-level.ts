import { medianOf } from './median-of.ts';

/** One stored job's value of one metric, in time order. */
export interface LevelPoint {
  readonly id: string;
  /** Larger is worse. */
  readonly value: number;
  readonly isAcceptedByHand: boolean;
}

export interface Level<Point extends LevelPoint> {
  /** Those that make the present level, oldest first. */
  readonly members: readonly Point[];
  readonly outliers: readonly { readonly point: Point; readonly direction: 'better' | 'worse' }[];
  /** Where the present level began, when it replaced another; with the step from the median before. */
  readonly shift: { readonly from: Point; readonly change: number } | undefined;
}

const OUTLIER_MADS = 5;
/** Fewer runs have no outliers: one of them may as well be the rule. */
const LEAST_MEMBERS = 5;
/** More than this of the runs are no mishaps. */
const MISHAP_SHARE = 0.1;

/**
 * Follows the level of a metric through its history. A value beyond 5 MAD (never less than `leastMad`) of the members so far stays out: once in either
 * direction as a mishap, and in the worse direction until somebody accepts it. Two successive ones in the better direction, or one that was accepted by
 * hand, begin a new level, and what was before counts no more. At last the members are held against their own median, for outliers among the first, and
 * outliers that recur are taken back in.
 */
export function followLevel<Point extends LevelPoint>(points: readonly Point[], leastMad: number): Level<Point> {
  let members: Point[] = [];
  let shift: Level<Point>['shift'];
  const outliers: { readonly point: Point; readonly direction: 'better' | 'worse' }[] = [];
  let before: { readonly point: Point; readonly isBetterOutlier: boolean } | undefined;
  for (const point of points) {
    const distance = distanceFrom(members, point, leastMad);
    const isBetterOutlier = distance < -OUTLIER_MADS;
    const isOutlier = Math.abs(distance) > OUTLIER_MADS;
    const change = point.value - medianOf(members.map(({ value }) => value));
    if (isOutlier && point.isAcceptedByHand) {
      shift = { from: point, change };
      members = [point];
    } else if (isBetterOutlier && before?.isBetterOutlier) {
      shift = { from: before.point, change };
      members = [before.point, point];
      outliers.pop();
    } else if (isOutlier) {
      outliers.push({ point, direction: isBetterOutlier ? 'better' : 'worse' });
    } else members.push(point);
    before = { point, isBetterOutlier };
  }
  const kept = members.filter((point) => point.isAcceptedByHand || Math.abs(distanceFrom(members, point, leastMad)) <= OUTLIER_MADS);
  for (const point of members) {
    if (!kept.includes(point)) outliers.push({ point, direction: distanceFrom(members, point, leastMad) < 0 ? 'better' : 'worse' });
  }
  const recurring = listRecurring(points, kept, outliers);
  return {
    members: points.filter((point) => kept.includes(point) || recurring.has(point)),
    outliers: outliers.filter(({ point }) => !recurring.has(point)),
    shift,
  };
}

/**
 * Outliers that come again and again, with normal runs in between, are no mishaps: machines of two speeds make them. Left out, they would make the spread between jobs
 * look small, and every slow machine would fail a build that changed nothing. A step that stays is not among them: no normal run follows it.
 */
function listRecurring<Point extends LevelPoint>(
  points: readonly Point[],
  members: readonly Point[],
  outliers: Level<Point>['outliers'],
): ReadonlySet<Point> {
  const lastNormal = points.findLastIndex((point) => members.includes(point));
  const firstNormal = points.findIndex((point) => members.includes(point));
  const between = outliers.map(({ point }) => point).filter((point) => isBetween(points.indexOf(point), firstNormal, lastNormal));
  return new Set(between.length >= 2 && between.length > MISHAP_SHARE * (members.length + between.length) ? between : []);
}

function isBetween(place: number, first: number, last: number): boolean {
  return first < place && place < last;
}

/** In MADs, signed; 0 while there are too few members. */
function distanceFrom(members: readonly LevelPoint[], point: LevelPoint, leastMad: number): number {
  if (members.length < LEAST_MEMBERS) return 0;
  const middle = medianOf(members.map(({ value }) => value));
  const mad = medianOf(members.map(({ value }) => Math.abs(value - middle)));
  return (point.value - middle) / Math.max(mad, leastMad);
}

/** How far from the median of its members a value may lie without being an outlier; undefined while there are too few members. */
export function measureFence(members: readonly LevelPoint[], leastMad: number): number | undefined {
  if (members.length < LEAST_MEMBERS) return undefined;
  const middle = medianOf(members.map(({ value }) => value));
  return OUTLIER_MADS * Math.max(leastMad, medianOf(members.map(({ value }) => Math.abs(value - middle))));
}
