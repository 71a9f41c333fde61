/**
 * Python reads most of a JavaScript regular expression as it is meant; `python/regex.py` writes the rest anew. What neither can do is refused here, as is
 * JSONPath beyond plain names, places and `*`.
 */

const FLAGS = /[^ims]/;
/** What may follow a backslash: `\d \w \s` and their opposites, `\b \B`, controls, a code, or a sign that stands for itself. */
const ESCAPES = /^\\(?:[dDwWsSbBnrtfv]|0(?!\d)|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^A-Za-z0-9])/;

/** Why a JavaScript expression cannot be given to Python; undefined: it can. */
export function explainPattern(source: string, flags: string): string | undefined {
  const flag = FLAGS.exec(flags)?.[0];
  if (flag !== undefined) return `the flag ${flag} has no like in Python`;
  if (/[\u{10000}-\u{10ffff}]/u.test(source)) return 'a character beyond U+FFFF is two characters for JavaScript and one for Python';
  if (flags.includes('i') && /\P{ASCII}/u.test(source)) return 'the flag i is about ASCII letters only, and the expression holds others';
  // Without what stands in brackets or behind a backslash.
  const bare = source.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]/g, (part) => (part.startsWith('[') ? '[]' : '.'));
  if (/\(\?</.test(bare)) return 'named groups and looking behind are written otherwise in Python';
  if (/\(\?[^:=!]/.test(bare)) return 'flags within an expression are read otherwise by Python';
  for (let at = source.indexOf('\\'); at >= 0; at = source.indexOf('\\', at + 2)) {
    const escape = source.slice(at, at + 6);
    if (!ESCAPES.test(escape)) return `${escape.slice(0, 2)} is read otherwise by Python`;
  }
  return undefined;
}

const NAME = String.raw`(?:(?!\s)[A-Za-z0-9_\u0080-\uffff])+`;
const STEP = String.raw`\.(?![0-9])${NAME}|\.\*|\[\*\]|\[-?\d{1,9}\]|\['[^'"\\\]]*'\]|\["[^'"\\\]]*"\]`;
const PATH = new RegExp(String.raw`^\$(?:${STEP})*$`);

/** Whether the file can follow a JSONPath: names, places and `*`, each alone. */
export function isPlainPath(path: string): boolean {
  return PATH.test(path);
}
