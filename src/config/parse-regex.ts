import { messageOf } from '../gate-error.ts';

export type ParsedRegex =
  | { readonly ok: true; readonly source: string; readonly flags: string }
  | { readonly ok: false; readonly error: string };

/**
 *   regex = "/" source "/" { "i" | "m" | "s" | "u" }
 *
 * Undefined for text that is not written as one (`/login`, `/users/me`).
 */
export function parseRegex(text: string): ParsedRegex | undefined {
  const [, source, flags = ''] = /^\/(.+)\/([a-z]*)$/s.exec(text) ?? [];
  if (source === undefined || /[^dgimsuvy]/.test(flags)) return undefined;
  if (/[^imsu]/.test(flags)) return { ok: false, error: `the flags of ${text} are not among i, m, s and u` };
  return compileRegex(source, flags);
}

/** Source and flags, if they compile. */
export function compileRegex(source: string, flags: string): ParsedRegex {
  try {
    return { ok: true, source, flags: new RegExp(source, flags).flags };
  } catch (thrown) {
    return { ok: false, error: lowerFirst(messageOf(thrown)) };
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
