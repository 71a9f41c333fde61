import { cleanText } from './clean-text.ts';
import { DecodeProblem, object, text, word } from './decode-json.ts';
import { decodeRun, decodeVerdict } from './decode-report.ts';
import { RESULTS_VERSION } from './render-results.ts';
import type { RunSummary } from '../metrics/run-summary.ts';
import type { LiveBaseline, Report } from './report.ts';

/** A stored result, or why it is none: a sentence, and which of the ways it is wrong. */
export type ParsedResults =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly kind: 'oversized' | 'not-json' | 'newer' | 'invalid'; readonly problem: string };

/** An hour of 40 endpoints is about 35 MB; more is not a result of ours, and would only cost memory. */
const LONGEST = 100_000_000;
/** Bursts of one job beside the first. */
const MOST_FURTHER = 8;

/** Reads results.json; never throws, whatever the text is. A file that does not fit in every part is refused as a whole (fail closed). */
export function parseResults(source: string): ParsedResults {
  if (source.length > LONGEST) return refused('oversized', `the file has more than ${LONGEST / 1e6} million characters`);
  const json = parseJson(source);
  if (!json.ok) return refused('not-json', `the file is not JSON, or it was cut off: ${json.problem}`);
  const root = json.value;
  if (typeof root !== 'object' || root === null || Array.isArray(root)) return refused('invalid', 'the file must be an object');
  const version: unknown = 'schema_version' in root ? root.schema_version : undefined;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refused('invalid', 'schema_version must be a whole number from 1');
  }
  if (version > RESULTS_VERSION) {
    return refused('newer', `the file has schema_version ${version}, and this load-gate reads up to ${RESULTS_VERSION}: update load-gate`);
  }
  return decode(root);
}

function decode(root: object): ParsedResults {
  try {
    const run = decodeWhole('run' in root ? root.run : undefined, 'run');
    const further = 'further_runs' in root ? decodeFurther(root.further_runs) : undefined;
    const live = 'live' in root ? decodeLive(root.live, 1 + (further?.length ?? 0)) : undefined;
    const verdict = decodeVerdict('verdict' in root ? root.verdict : undefined, 'verdict');
    return { ok: true, report: { run, ...(further && { further }), ...(live && { live }), verdict } };
  } catch (thrown) {
    if (thrown instanceof DecodeProblem) return refused('invalid', thrown.message);
    throw thrown;
  }
}

function decodeFurther(value: unknown): readonly RunSummary[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_FURTHER)
    throw new DecodeProblem(`further_runs must be a list of 1 to ${MOST_FURTHER} runs`);
  return value.map((run: unknown, index) => decodeWhole(run, `further_runs[${index}]`));
}

const liveHead = object<Omit<LiveBaseline, 'runs'>>({ where: text, interleave: word('simultaneous', 'abba') });

/** Closed: a burst without its other side could be compared with that of another one. */
function decodeLive(value: unknown, bursts: number): LiveBaseline {
  const head = liveHead(value, 'live');
  const runs: unknown = typeof value === 'object' && value !== null && 'runs' in value ? value.runs : undefined;
  if (!Array.isArray(runs) || runs.length !== bursts)
    throw new DecodeProblem(`live.runs must have one run for each of the ${bursts} bursts: run and further_runs`);
  return { ...head, runs: runs.map((run: unknown, index) => decodeWhole(run, `live.runs[${index}]`)) };
}

function decodeWhole(value: unknown, at: string): RunSummary {
  const run = { schemaVersion: RESULTS_VERSION, ...decodeRun(value, at) } as const;
  const odd = run.series.findIndex((series) => series.perPhase.length !== run.phases.length);
  if (odd >= 0) throw new DecodeProblem(`${at}.series[${odd}].perPhase must have one entry for each of the ${run.phases.length} phases`);
  return run;
}

function parseJson(source: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string } {
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch (thrown) {
    return { ok: false, problem: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

function refused(kind: Extract<ParsedResults, { ok: false }>['kind'], problem: string): ParsedResults {
  return { ok: false, kind, problem: cleanText(problem) };
}
