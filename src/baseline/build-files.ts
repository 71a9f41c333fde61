import { GateError } from '../gate-error.ts';
import { renderResults } from '../report/render-results.ts';
import type { Report } from '../report/report.ts';
import type { Acceptance, RunFile, RunOrigin } from './baseline-store.ts';
import { nameRun } from './name-files.ts';
import { BASELINE_VERSION, type AcceptanceDocument, type RunDocument } from './parse-document.ts';
import { parseAcceptance, parseRun } from './parse-run.ts';

/**
 * A run as the store keeps it: one line of JSON, which no conversion of line ends can change. Throws LOAD_GATE_BASELINE_INVALID for one that could not
 * be read back, such as an accepted regression or a run that is too large.
 */
export function buildRunFile(origin: RunOrigin, report: Report): RunFile {
  const results: unknown = JSON.parse(renderResults(report));
  if (typeof results !== 'object' || results === null) throw new TypeError('results are an object');
  const { scenarioHash, profile, target, major, engine } = origin.fingerprint;
  const document: RunDocument = {
    baseline_version: BASELINE_VERSION,
    key: origin.key,
    fingerprint: { scenario: scenarioHash, profile: profile ?? null, target, major, ...(engine !== undefined && { engine }) },
    commit: origin.commit ?? null,
    branch: origin.branch ?? null,
    event: origin.event ?? null,
    accepted: origin.accepted,
    judged: report.verdict.state,
    results,
  };
  const text = JSON.stringify(document);
  const content = new TextEncoder().encode(text);
  const id = nameRun(report.run.startedAt, content);
  checkRunFile(origin.key, { id, text });
  return { id, text };
}

/** Throws LOAD_GATE_BASELINE_INVALID unless the file reads back as a run of that key; returns its bytes. */
export function checkRunFile(key: string, { id, text }: RunFile): Uint8Array {
  const content = new TextEncoder().encode(text);
  const parsed = parseRun({ id, key }, content);
  if (!parsed.ok) {
    throw new GateError('LOAD_GATE_BASELINE_INVALID', `the run cannot be stored as a baseline: ${parsed.reason}`, {
      ...(parsed.kind === 'oversized' && { hint: 'shorten the run or gate fewer endpoints' }),
    });
  }
  return content;
}

/** The bytes of an acceptance. Throws LOAD_GATE_BASELINE_INVALID for one that could not be read back. */
export function buildAcceptance(id: string, { by, at, why }: Acceptance): Uint8Array {
  const document: AcceptanceDocument = { baseline_version: BASELINE_VERSION, accepts: id, by, at, why };
  const content = new TextEncoder().encode(JSON.stringify(document));
  const parsed = parseAcceptance(id, content);
  if (!parsed.ok) throw new GateError('LOAD_GATE_BASELINE_INVALID', `the acceptance cannot be stored: ${parsed.reason}`);
  return content;
}
