import type { PlannedRun } from './lab-scenario.ts';

/** The first line of a lab's file: what all of its runs have in common. */
export interface LabHead {
  readonly lab: 1;
  readonly seed: number;
  /** Judged seconds of a burst. */
  readonly seconds: number;
  /** Where it ran: `2 cores, Node 24.21.0, linux`. */
  readonly machine: string;
}

/** Every further line: one attempt at a run. */
export interface LabLine extends PlannedRun {
  /** From 0. */
  readonly attempt: number;
  readonly outcome: LabOutcome;
}

export type LabOutcome =
  | {
      readonly state: 'judged';
      readonly verdict: 'pass' | 'breach' | 'regression';
      readonly looks: 1 | 2;
      /** Names of rows. */
      readonly regressed: readonly string[];
      /** Latencies alone. */
      readonly rows: readonly LabRow[];
      /** results.json, beside the file with the lines. */
      readonly file: string;
    }
  /** Nothing can be said about the target: to be repeated. */
  | { readonly state: 'unfit'; readonly reason: string };

export interface LabRow {
  /** `GET /search p95`. */
  readonly name: string;
  /** Candidate ÷ baseline − 1 on all data. */
  readonly shown: number;
  /** Of the first look: ln(candidate ÷ baseline) and its standard error, τ included. */
  readonly change: number;
  readonly error: number;
  /** What look 1 says it could have seen; null: nothing below a factor of ten. */
  readonly reach: number | null;
}

/** The whole file; undefined where it is empty. A last line that was cut off is left out; any other that is no line of a lab throws. */
export function parseLines(text: string): { readonly head: LabHead; readonly lines: readonly LabLine[] } | undefined {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const [first, ...rest] = whole.split('\n').filter((line) => line !== '');
  if (first === undefined) return undefined;
  const head: unknown = JSON.parse(first);
  if (!isObject(head) || head['lab'] !== 1) throw new TypeError('the first line is not the head of a lab');
  const lines = rest.map((line, index): LabLine => {
    const value: unknown = JSON.parse(line);
    if (!isObject(value) || typeof value['number'] !== 'number' || typeof value['attempt'] !== 'number' || !isObject(value['outcome']))
      throw new TypeError(`line ${index + 2} is none of a lab`);
    // Written by `JSON.stringify` of a LabLine.
    return value as unknown as LabLine;
  });
  return { head: head as unknown as LabHead, lines };
}

/** The runs that lack an outcome, and which attempt each is at; in their order. */
export function listMissing(
  planned: readonly PlannedRun[],
  lines: readonly LabLine[],
): readonly (PlannedRun & { readonly attempt: number })[] {
  return planned.flatMap((run) => {
    const own = lines.filter(({ number }) => number === run.number);
    return own.some(({ outcome }) => outcome.state === 'judged') ? [] : [{ ...run, attempt: own.length }];
  });
}

/** The judged ones with their outcome. */
export function listJudged(
  lines: readonly LabLine[],
): readonly (PlannedRun & { readonly outcome: Extract<LabOutcome, { state: 'judged' }> })[] {
  return lines.flatMap(({ number, planted, outcome }) => (outcome.state === 'judged' ? [{ number, planted, outcome }] : []));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
