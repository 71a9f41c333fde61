/** ANSI escapes: CSI (7 and 8 bit), OSC up to BEL or ST, and the two-character ones (ECMA-48). */
// oxlint-disable-next-line no-control-regex
const ESCAPES = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[ -/]*[0-~]?/g;

/** Controls, line and paragraph separators, and what is invisible or turns the direction of text (Trojan Source). */
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- single code points are meant, joiners among them
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]+/gu;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Text of a server or a file as one visible line: no escape sequences, controls, bidi marks or broken surrogates, at most `longest` code points
 * (the last of which is then `…`). Every renderer starts from it; the escaping for its own format comes after.
 */
export function cleanText(text: string, longest = 300): string {
  // A bound before the expressions run: a megabyte from a server costs no more than a line.
  const line = text
    .slice(0, longest * 8)
    .replace(ESCAPES, '')
    .replace(INVISIBLE, ' ')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(/ {2,}/g, ' ')
    .trim();
  const points = Array.from(line);
  return points.length <= longest ? line : `${points.slice(0, longest - 1).join('')}…`;
}
