import type { Check, Observed, Verdict } from '../verdict/verdict.ts';
import { both, count, list, number, object, optional, tagged, text, truth, word, type Decoder } from './decode-json.ts';

const observed: Decoder<Observed> = object<Observed>({
  value: number,
  censored: truth,
  text,
  limitValue: number,
  samples: count,
  interval: optional(object({ low: number, high: number, text })),
  budgetUsed: optional(number),
  burnRate: optional(number),
});

type InState<State extends Check['state']> = Pick<Extract<Check, { state: State }>, 'state'>;
type Measured = { readonly state: 'passed' | 'breached'; readonly observed: Observed };
type Skipped = InState<'skipped'> & { readonly reason: string };
type NoData = InState<'no-data'> & { readonly reason: string; readonly samples: number };

const measured = object<Measured>({ state: word('passed', 'breached'), observed });

const check: Decoder<Check> = both(
  object<Pick<Check, 'name' | 'series' | 'phase' | 'kind' | 'metric' | 'promise' | 'limit' | 'severity' | 'at'>>({
    name: text,
    series: text,
    phase: optional(text),
    kind: word('sla', 'window', 'server'),
    metric: text,
    promise: text,
    limit: text,
    severity: word('fail', 'warn'),
    at: object({ file: text, line: count, column: count }),
  }),
  tagged<Measured | Skipped | NoData>('state', {
    passed: measured,
    breached: measured,
    skipped: object<Skipped>({ state: word('skipped'), reason: text }),
    'no-data': object<NoData>({ state: word('no-data'), reason: text, samples: count }),
  }),
);

/** `verdict` of results.json. */
export const decodeVerdict: Decoder<Verdict> = object<Verdict>({
  state: word('pass', 'breach', 'regression', 'inconclusive'),
  reasons: list(text, 1),
  checks: list(check),
});
