import { cleanText } from './clean-text.ts';
import { DecodeProblem, object, text, word } from './decode-json.ts';
import { decodeRun } from './decode-run.ts';
import { decodeVerdict } from './decode-verdict.ts';
import { RESULTS_VERSION } from './render-results.ts';
import type { RunSummary } from '../metrics/run-summary.ts';
import type { LiveBaseline, Report } from './report.ts';

/** A stored result, or why it is none: a sentence, and which of the ways it is wrong. */
export type ParsedResults =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly kind: 'oversized' | 'not-json' | 'newer' | 'suite' | 'invalid'; readonly problem: string };

/** An hour of 40 endpoints is about 35 MB; more is not a result of ours, and would only cost memory. */
const LONGEST = 100_000_000;
/** Bursts of one job beside the first. */
const MOST_FURTHER = 8;
/** A burst takes no more. */
const MOST_CHANGES = 1_000;

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
  if ('suite' in root && 'parts' in root) return refused('suite', describeSuite(root.parts));
  return decode(root);
}

/** Parts that a sentence names. */
const MOST_NAMED = 8;

/** The combined file of a suite has no run of its own; which files have one is said, as far as their names are as ours are. */
function describeSuite(parts: unknown): string {
  const folders = (Array.isArray(parts) ? parts : []).flatMap((part: unknown) => {
    const folder: unknown = typeof part === 'object' && part !== null && 'results' in part && 'folder' in part ? part.folder : undefined;
    return typeof folder === 'string' && /^[a-z0-9_-]{1,100}$/.test(folder) ? [folder] : [];
  });
  const named = folders.slice(0, MOST_NAMED).map((folder) => `${folder}/results.json`);
  const more = folders.length > named.length ? ` and ${folders.length - named.length} more` : '';
  const where =
    named.length === 0 ? 'none of which was measured' : `each with a file of its own beside this one: ${named.join(', ')}${more}`;
  return `the file holds the parts of a suite, ${where}`;
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
  if (run.levelChanges.length > MOST_CHANGES) throw new DecodeProblem(`${at}.levelChanges must be a list of at most ${MOST_CHANGES}`);
  const lost = run.levelChanges.findIndex(({ phase }) => run.phases[phase]?.plan.model !== 'closed');
  if (lost >= 0) throw new DecodeProblem(`${at}.levelChanges[${lost}].phase must be the place of a phase with a level of users`);
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
