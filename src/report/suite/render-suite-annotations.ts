import { cleanText } from '../clean-text.ts';
import { bound, renderAnnotations, type Annotation } from '../render-annotations.ts';
import { nameAbsence, verdictOf, type SuiteReport } from './suite-report.ts';

/** The remarks of all parts, named by their part; at most ten of a kind, as GitHub shows. A part without a report is one on the suite's file. */
export function renderSuiteAnnotations({ file, parts }: SuiteReport): readonly Annotation[] {
  const all = parts.flatMap((part): readonly Annotation[] => {
    if (part.state === 'ran')
      return renderAnnotations(part.report).map((one) => ({ ...one, title: cleanText(`${part.name}: ${one.title}`, 120) }));
    const message = cleanText(verdictOf(part).reasons.join(' '), 600);
    return [{ level: 'error', file, line: 1, title: cleanText(`${part.name}: ${nameAbsence(part) ?? ''}`, 120), message }];
  });
  return (['error', 'warning', 'notice'] as const).flatMap((level) => bound(all.filter((one) => one.level === level)));
}
