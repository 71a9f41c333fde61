import { MOST_FILE_BYTES } from './run-files.ts';
import type { SetAsideKind } from './baseline-store.ts';

/** Honest files have fewer than 20 levels. */
const DEEPEST = 64;

/** Text that may be parsed, or in which way it must not be. */
export type CheckedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly kind: SetAsideKind; readonly reason: string };

/** Bytes of a store → text, bounded in size and depth before any parser sees it; never throws. */
export function checkText(content: Uint8Array): CheckedText {
  if (content.byteLength > MOST_FILE_BYTES) return refused('oversized', describeOversize(content.byteLength));
  if (content.byteLength === 0) return refused('truncated', 'the file is empty');
  if (content.includes(0)) return refused('hostile', 'the file holds a NUL character');
  const text = decode(content);
  if (text === undefined) return refused('not-text', 'the file is not UTF-8 text');
  if (measureDepth(text) > DEEPEST) return refused('hostile', `the file nests deeper than ${DEEPEST} levels`);
  return { ok: true, text };
}

/** Why a file of that many bytes is not read. */
export function describeOversize(bytes: number): string {
  return `the file has ${bytes} bytes; at most ${MOST_FILE_BYTES / 1e6} MB are read`;
}

function decode(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined; // Not UTF-8: TextDecoder throws for nothing else.
  }
}

/** The deepest nesting of brackets outside of strings; what comes after DEEPEST is not counted. */
function measureDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isString = false;
  for (let at = 0; at < text.length && deepest <= DEEPEST; at++) {
    const code = text.charCodeAt(at);
    if (isString) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) isString = false;
    } else if (code === QUOTE) isString = true;
    else if (code === SQUARE_OPEN || code === CURLY_OPEN) deepest = Math.max(deepest, ++depth);
    else if (code === SQUARE_CLOSE || code === CURLY_CLOSE) depth--;
  }
  return deepest;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SQUARE_OPEN = 0x5b;
const SQUARE_CLOSE = 0x5d;
const CURLY_OPEN = 0x7b;
const CURLY_CLOSE = 0x7d;

function refused(kind: SetAsideKind, reason: string): CheckedText {
  return { ok: false, kind, reason };
}
