const TOKEN =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#[^\n]*|((?<![\w:.])[A-Za-z_:][\w:]*)?\s*(\{(?:[^{}"'`]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)*\})|(?<![\w:.])[A-Za-z_:][\w:]*(?!\s*\(|[\w:])/g;
const WORDS = new Set('and or unless by without on ignoring group_left group_right offset bool inf nan start end atan2'.split(' '));
const MOST = 8;

/**
 * What an expression of PromQL may read: every name that is no function, with its labels, at most eight. It may hold words that are no metric, such as the labels of a `by`:
 * nothing is known of those, and asking does no harm.
 */
export function listSelectors(expression: string): readonly string[] {
  const found = new Set<string>();
  for (const [text, name = '', labels] of expression.matchAll(TOKEN)) {
    if (/^["'`#]/.test(text)) continue;
    const selector = labels === undefined ? text.trim() : `${name}${labels}`;
    if (!WORDS.has(selector.toLowerCase()) && selector !== '{}') found.add(selector);
  }
  return [...found].slice(0, MOST);
}
