import { cleanText } from '../report/clean-text.ts';
import { fitText, measureWidth, padText } from './measure-width.ts';
import { wrapText } from './wrap-text.ts';

/** `  word   text`, the texts below each other, long ones wrapped below themselves. Words and texts may come from anywhere: they are cleaned here. */
export function alignedLines(rows: readonly (readonly [word: string, text: string])[], width: number): readonly string[] {
  const cleaned = rows.map(([word, text]) => [cleanText(word), cleanText(text, 2_000)] as const);
  const column = Math.min(40, Math.max(0, ...cleaned.map(([word]) => measureWidth(word))));
  return cleaned.flatMap(([word, text]) => {
    const head = column === 0 ? '  ' : `  ${padText(fitText(word, column), column, 'left')}  `;
    return indent(wrapText(text, Math.max(20, width - head.length)), head);
  });
}

/** The head before the first line, as many spaces before the others. */
export function indent(lines: readonly string[], head: string): readonly string[] {
  return lines.map((line, index) => (index === 0 ? head : ' '.repeat(measureWidth(head))) + line);
}
