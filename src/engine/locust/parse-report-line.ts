import type { Delta } from '../../metrics/delta.ts';
import type { WorkerReport } from '../../metrics/worker-report.ts';
import { messageOf } from '../../gate-error.ts';
import { count, DecodeProblem, list, nullable, number, object, tagged, text, truth, word, type Decoder } from '../../report/decode-json.ts';
import { decodeDelta, decodeWorkerReport, type PlanShape } from './decode-delta.ts';

/** What the locustfile's master says, one line of JSON each. A worker is named by its place in the list of `begin`. */
export type ReportLine =
  | { readonly kind: 'hello'; readonly locust: string; readonly python: string; readonly plan: string }
  /** All workers are there: the burst begins in so many ms. */
  | { readonly kind: 'begin'; readonly workers: readonly string[]; readonly inMs: number }
  /** Whole seconds of one worker, in order; none of one that follows another plan. */
  | { readonly kind: 'seconds'; readonly worker: number; readonly plan: string; readonly deltas: readonly Delta[] }
  /** A worker is done. */
  | {
      readonly kind: 'report';
      readonly worker: number;
      readonly plan: string;
      readonly report: WorkerReport;
      readonly cpuSeconds: number;
      readonly peakMemoryBytes: number;
    }
  /** What a worker has made is not its part: Locust does not hear from it any more, it broke down or somebody ended it alone, or it reported before the plan was over. */
  | { readonly kind: 'lost'; readonly id: string; readonly worker: number | undefined; readonly why: 'silent' | 'broke-down' | 'early' }
  /** A worker came that was not expected; it makes no load. */
  | { readonly kind: 'surplus'; readonly id: string }
  /** All has been said. False: somebody stopped it before its end. */
  | { readonly kind: 'end'; readonly complete: boolean };

export type ParsedLine = { readonly ok: true; readonly line: ReportLine } | { readonly ok: false; readonly problem: string };

const LONGEST_ID = 200;
const MOST_WORKERS = 10_000;
/** A master that could not be heard for a while hands in all at once. */
const MOST_SECONDS = 100_000;
const LONGEST_LEAD_MS = 60_000;

const short: Decoder<string> = (value, path) => {
  const found = text(value, path);
  if (found.length > LONGEST_ID) throw new DecodeProblem(`${path} must have at most ${LONGEST_ID} characters`);
  return found;
};

function within(most: number): Decoder<number> {
  return (value, path) => {
    const found = number(value, path);
    if (found < 0 || found > most) throw new DecodeProblem(`${path} must be from 0 to ${most}`);
    return found;
  };
}

type Line<Kind extends ReportLine['kind']> = Extract<ReportLine, { kind: Kind }>;

/** A parser for the lines of one plan. What it does not know, or what cannot be, is a problem in words: never left out, never guessed. */
export function reportLineParser(shape: PlanShape): (line: string) => ParsedLine {
  const decode = tagged<ReportLine>('kind', {
    hello: object<Line<'hello'>>({ kind: word('hello'), locust: short, python: short, plan: short }),
    begin: object<Line<'begin'>>({ kind: word('begin'), workers: list(short, 1, MOST_WORKERS), inMs: within(LONGEST_LEAD_MS) }),
    seconds: object<Line<'seconds'>>({
      kind: word('seconds'),
      worker: count,
      plan: short,
      deltas: list(decodeDelta(shape), 0, MOST_SECONDS),
    }),
    report: object<Line<'report'>>({
      kind: word('report'),
      worker: count,
      plan: short,
      report: decodeWorkerReport(shape),
      cpuSeconds: within(Number.MAX_SAFE_INTEGER),
      peakMemoryBytes: within(Number.MAX_SAFE_INTEGER),
    }),
    lost: object<Line<'lost'>>({ kind: word('lost'), id: short, worker: nullable(count), why: word('silent', 'broke-down', 'early') }),
    surplus: object<Line<'surplus'>>({ kind: word('surplus'), id: short }),
    end: object<Line<'end'>>({ kind: word('end'), complete: truth }),
  });
  return (line) => {
    try {
      const value: unknown = JSON.parse(line);
      return { ok: true, line: decode(value, 'line') };
    } catch (error) {
      if (error instanceof DecodeProblem) return { ok: false, problem: error.message };
      if (error instanceof SyntaxError) return { ok: false, problem: 'it is no JSON' };
      // Closed: a line so deep that it cannot be read is no line of ours either.
      return { ok: false, problem: messageOf(error) };
    }
  };
}
