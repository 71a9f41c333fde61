import { explainPart } from '../metrics/explain-part.ts';
import { buildFingerprint, listFingerprintDifferences, type Fingerprint } from '../metrics/build-fingerprint.ts';
import { parseResults } from '../report/parse-results.ts';
import type { Report } from '../report/report.ts';
import type { Acceptance, RunOrigin, StoredRun } from './baseline-store.ts';
import { nameRun, nameRunFile } from './name-files.ts';
import { parseDocument, refuse, type Refusal, type RunDocument } from './parse-document.ts';

/** A run's file, read; or why it is none. */
export type ParsedRun = { readonly ok: true; readonly run: StoredRun } | Refusal;

/** An acceptance's file, read; or why it is none. */
export type ParsedAcceptance = { readonly ok: true; readonly acceptance: Acceptance } | Refusal;

/** Whose file it is expected to be. */
export interface ExpectedRun {
  readonly id: string;
  readonly key: string;
}

/**
 * Bytes → the run of that id in the history of that key. Refused as a whole when any part does not fit, the name included: it promises the time of the
 * run and the hash of the content.
 */
export function parseRun({ id, key }: ExpectedRun, content: Uint8Array): ParsedRun {
  const parsed = parseDocument(content);
  if (!parsed.ok) return parsed;
  if (parsed.kind !== 'run') return refuse('invalid', 'the file holds an acceptance, and its name says a run');
  const { document } = parsed;
  if (document.key !== key) return refuse('other-key', `the run belongs to the key "${document.key}"`);
  const origin = readOrigin(document);
  // The decoder takes text, and has the checks against hostile keys; a few milliseconds for each run.
  const results = parseResults(JSON.stringify(document.results));
  if (!results.ok)
    return refuse(results.kind === 'not-json' || results.kind === 'suite' ? 'invalid' : results.kind, `results: ${results.problem}`);
  const { report } = results;
  // Another target had the same load at the same time, and may have slowed this one.
  if (report.live !== undefined) return refuse('invalid', 'the results are those of a live comparison, which is no baseline');
  const part = [report.run, ...(report.further ?? [])].map(explainPart).find((found) => found !== undefined);
  // Closed: a part has fewer requests at once, and is faster for it.
  if (part !== undefined) return refuse('invalid', `the results are ${part}`);
  const contradiction = findContradiction(document, report, origin.fingerprint);
  if (contradiction !== undefined) return refuse('invalid', contradiction);
  if (nameRun(report.run.startedAt, content) !== id) return refuse('altered', 'the content is not what the name promises: it was changed');
  const { judged } = document;
  return { ok: true, run: { id, fileName: nameRunFile(id), bytes: content.byteLength, origin, judged, acceptance: undefined, report } };
}

/** Bytes → the acceptance of the run of that id. */
export function parseAcceptance(id: string, content: Uint8Array): ParsedAcceptance {
  const parsed = parseDocument(content);
  if (!parsed.ok) return parsed;
  if (parsed.kind !== 'acceptance') return refuse('invalid', 'the file holds a run, and its name says an acceptance');
  const { accepts, by, at, why } = parsed.document;
  if (accepts !== id) return refuse('invalid', `the file accepts ${accepts}, and its name says ${id}`);
  if (Number.isNaN(Date.parse(at))) return refuse('invalid', 'at must be a time such as 2026-03-01T12:00:00Z');
  return { ok: true, acceptance: { by, at, why } };
}

function readOrigin({ key, fingerprint, commit, branch, event, accepted }: RunDocument): RunOrigin {
  const { scenario, profile, target, major, engine } = fingerprint;
  return {
    key,
    fingerprint: { scenarioHash: scenario, profile: profile ?? undefined, target, major, ...(engine !== undefined && { engine }) },
    commit: commit ?? undefined,
    branch: branch ?? undefined,
    event: event ?? undefined,
    accepted,
  };
}

/** What the file says twice must be the same both times: a reader may go by either. */
function findContradiction(document: RunDocument, { run, verdict }: Report, stated: Fingerprint): string | undefined {
  if (document.judged !== verdict.state) return `judged is ${document.judged}, and the results say ${verdict.state}`;
  // Closed: a slow run that counts from the start becomes tomorrow's normal.
  if (document.accepted && document.judged === 'regression') return 'a run judged a regression cannot be stored as accepted';
  const version = /^\d{1,6}\./.test(run.tool.version);
  const differences = version ? listFingerprintDifferences(stated, buildFingerprint(run, stated.target)) : ['the version of load-gate'];
  return differences.length === 0 ? undefined : `the fingerprint and the results differ in ${differences.join(', ')}`;
}
