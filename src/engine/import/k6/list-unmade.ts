import { describeFailedChecks, type Missing } from '../../../metrics/engine-info.ts';
import { formatNumber } from '../../../units.ts';

/** What a script was to do and did not, as far as k6 counts it: in no latency and no failure of a request. Empty: it did all. */
export function listUnmade({
  dropped,
  iterations,
  failedChecks,
}: {
  readonly dropped: number;
  readonly iterations: number;
  readonly failedChecks: number;
}): readonly Missing[] {
  const [unmade, due] = [dropped, dropped + iterations].map((count) => formatNumber(count, 0));
  return [
    ...(dropped > 0
      ? [
          {
            facets: [],
            sentence: `k6 dropped ${unmade} of ${due} iterations, because no user was free: what these would have seen is in no figure`,
          },
        ]
      : []),
    ...(failedChecks > 0 ? [{ facets: [], sentence: `${describeFailedChecks('k6', failedChecks)}: they are in no figure` }] : []),
  ];
}
