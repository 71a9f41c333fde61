import { createHash } from 'node:crypto';

const ID = String.raw`\d{8}T\d{9}Z-[0-9a-f]{8}`;
const RUN_FILE = new RegExp(`^(${ID})\\.json$`);
const ACCEPTANCE_FILE = new RegExp(`^(${ID})\\.accepted\\.json$`);

/** Longer names leave no room for the rest of a path on Windows. */
const LONGEST_FOLDER = 100;

/** What a file's name says it holds. */
export type NamedFile = { readonly kind: 'run' | 'acceptance'; readonly id: string } | { readonly kind: 'foreign' };

/** `20260301T120000000Z-1a2b3c4d`: sorts by time, and names exactly one content. `startedAt` is ISO 8601. */
export function nameRun(startedAt: string, content: Uint8Array): string {
  const stamp = new Date(startedAt).toISOString().replace(/[-:.]/g, '');
  return `${stamp}-${hashOf(content)}`;
}

/** The name of a run's file. */
export function nameRunFile(id: string): string {
  return `${id}.json`;
}

/** The name of the file that accepts a run. */
export function nameAcceptanceFile(id: string): string {
  return `${id}.accepted.json`;
}

/** Reads a file's name; names of any length and content. */
export function parseFileName(name: string): NamedFile {
  const run = RUN_FILE.exec(name)?.[1];
  if (run !== undefined) return { kind: 'run', id: run };
  const acceptance = ACCEPTANCE_FILE.exec(name)?.[1];
  return acceptance === undefined ? { kind: 'foreign' } : { kind: 'acceptance', id: acceptance };
}

/** True for an id as `nameRun` makes them. */
export function isRunId(id: string): boolean {
  return parseFileName(nameRunFile(id)).kind === 'run';
}

/**
 * A key as the name of a folder: percent-encoded, cut, and told apart by eight digits of its SHA-256. The digits keep keys apart that differ only in
 * case or beyond the cut, and make every reserved name (`.`, `..`, `CON`, `.git`) an ordinary one.
 */
export function nameFolder(key: string): string {
  const bytes = new TextEncoder().encode(key);
  let encoded = '';
  for (const byte of bytes) {
    const char = String.fromCharCode(byte);
    const next = /[A-Za-z0-9_]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (encoded.length + next.length > LONGEST_FOLDER) break;
    encoded += next;
  }
  return `${encoded}-${hashOf(bytes)}`;
}

/** True for a name that `nameFolder` may have made. */
export function isFolderName(name: string): boolean {
  return /^(?:[A-Za-z0-9_]|%[0-9A-F]{2}){0,100}-[0-9a-f]{8}$/.test(name);
}

/**
 * The key of a folder's name; one that was cut ends in `…`. Undefined for a name that `nameFolder` has not made. May hold anything: it must be cleaned before it
 * is shown.
 */
export function parseFolderName(name: string): string | undefined {
  if (!isFolderName(name)) return undefined;
  const encoded = name.slice(0, name.lastIndexOf('-'));
  const bytes = [...encoded.matchAll(/%([0-9A-F]{2})|[A-Za-z0-9_]/g)].map(([char, hex]) => (hex ? parseInt(hex, 16) : char.charCodeAt(0)));
  // A cut may go through a character of several bytes.
  const key = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
  if (nameFolder(key) === name) return key;
  return encoded.length > LONGEST_FOLDER - '%00'.length ? `${key.replace(/\uFFFD+$/, '')}…` : undefined;
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 8);
}
