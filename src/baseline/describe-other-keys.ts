import { cleanText } from '../report/clean-text.ts';

const MOST_NAMED = 5;

/**
 * Why there is no baseline where others are: the gate and its update may be different workflows, whose keys then differ. Without a full stop; `others` are safe to
 * print and not empty.
 */
export function describeOtherKeys(key: string, others: readonly string[]): string {
  const named = others.slice(0, MOST_NAMED).map((other) => `\`${other}\``);
  const more = others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : '';
  return `No stored run has the key \`${cleanText(key)}\`; there are runs of ${named.join(', ')}${more}: set \`key\` to compare with one of them`;
}
