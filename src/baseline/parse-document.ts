import { validate, type SchemaError } from '../config/generated/validate-baseline.js';
import { cleanText } from '../report/clean-text.ts';
import type { SetAsideKind } from './baseline-store.ts';
import { checkText } from './check-text.ts';

/** The version of baseline files that is written, and the newest that can be read. */
export const BASELINE_VERSION = 1;

/** A run's file as its JSON Schema has it, before the results are read. */
export interface RunDocument {
  readonly baseline_version: number;
  readonly key: string;
  readonly fingerprint: {
    readonly scenario: string;
    readonly profile: string | null;
    readonly target: string;
    readonly major: number;
    /** Absent: load-gate itself. */
    readonly engine?: string;
  };
  readonly commit: string | null;
  readonly branch: string | null;
  readonly event: string | null;
  readonly accepted: boolean;
  readonly judged: 'pass' | 'breach' | 'regression' | 'inconclusive';
  readonly results: object;
}

/** An acceptance's file as its JSON Schema has it. */
export interface AcceptanceDocument {
  readonly baseline_version: number;
  readonly accepts: string;
  readonly by: string;
  readonly at: string;
  readonly why: string;
}

/** A file that cannot be used: in which way, and a sentence that is safe to print. */
export interface Refusal {
  readonly ok: false;
  readonly kind: SetAsideKind;
  readonly reason: string;
}

/** A baseline file by what it is. */
export type ParsedDocument =
  | { readonly ok: true; readonly kind: 'run'; readonly document: RunDocument }
  | { readonly ok: true; readonly kind: 'acceptance'; readonly document: AcceptanceDocument }
  | Refusal;

/** Bytes of a store → a document that its schema allows; never throws, whatever the bytes are. */
export function parseDocument(content: Uint8Array): ParsedDocument {
  const checked = checkText(content);
  if (!checked.ok) return checked;
  let value: unknown;
  try {
    value = JSON.parse(checked.text);
  } catch (thrown) {
    return refuse('truncated', `the file is not JSON, or it was cut off: ${thrown instanceof Error ? thrown.message : 'no value'}`);
  }
  const version: unknown = typeof value === 'object' && value !== null && 'baseline_version' in value ? value.baseline_version : undefined;
  if (typeof version === 'number' && Number.isInteger(version) && version > BASELINE_VERSION) {
    return refuse(
      'newer',
      `the file has baseline_version ${version}, and this load-gate reads up to ${BASELINE_VERSION}: update load-gate`,
    );
  }
  if (!validate(value)) return refuse('invalid', describeError(validate.errors ?? []));
  // The schema has just said which of the two it is.
  const document = value as RunDocument | AcceptanceDocument;
  return 'accepts' in document ? { ok: true, kind: 'acceptance', document } : { ok: true, kind: 'run', document };
}

/** A refusal with its reason made safe to print. */
export function refuse(kind: SetAsideKind, reason: string): Refusal {
  return { ok: false, kind, reason: cleanText(reason) };
}

/** The first thing that is wrong. `if` only says that its branch has failed, and why stands before it. */
function describeError(errors: readonly SchemaError[]): string {
  const error = errors.find(({ keyword }) => keyword !== 'if');
  if (error === undefined) return 'the file is not as its schema wants it';
  const place = error.instancePath.slice(1).replaceAll('/', '.');
  const at = place === '' ? 'the file' : place;
  if (error.keyword === 'required') return `${at} lacks "${String(error.params['missingProperty'])}"`;
  if (error.keyword === 'additionalProperties') return `${at} has the unknown key "${String(error.params['additionalProperty'])}"`;
  const schema = error.parentSchema;
  const expected: unknown = typeof schema === 'object' && schema !== null && 'x-expected' in schema ? schema['x-expected'] : undefined;
  return `${at} must be ${typeof expected === 'string' ? expected : 'as the schema wants it'}`;
}
