import type { GateRun } from './gate-publish.ts';
import type { SuiteRun } from './gate-suite.ts';
import { hasNews } from './report/has-news.ts';
import { renderAnnotations, type Annotation } from './report/render-annotations.ts';
import { tellInComment, type CommentText } from './report/render-comment.ts';
import { renderOutputs, type Published } from './report/render-outputs.ts';
import { renderSuiteAnnotations } from './report/suite/render-suite-annotations.ts';
import { renderSuiteHtml } from './report/suite/render-suite-html.ts';
import { renderSuiteComment } from './report/suite/render-suite-md.ts';
import { countTroubles } from './report/count-troubles.ts';
import { renderFinal, type FinalOptions } from './terminal/render-final.ts';
import { renderSuiteFinal } from './terminal/render-suite-final.ts';
import type { GateOutcome } from './verdict/exit-code.ts';

/** What GitHub is told of one run, or of a suite of them: the same places, other texts. */
export interface Told extends CommentText {
  readonly files: ReadonlyMap<string, string>;
  /** report.html as it stands by itself, without the files beside it. */
  readonly page: string | undefined;
  readonly reportPath: string | undefined;
  readonly outcome: GateOutcome;
  readonly annotations: readonly Annotation[];
  renderFinal(options: FinalOptions): string;
  renderOutputs(published: Published): Readonly<Record<string, string>>;
}

/** Of one run. */
export function tellRun({ report, files, reportPath, outcome }: GateRun): Told {
  return {
    files,
    page: files.get('report.html'),
    reportPath,
    outcome,
    annotations: renderAnnotations(report),
    ...tellInComment(report),
    renderFinal: (options) => renderFinal(report, options),
    renderOutputs: (published) => renderOutputs(report.verdict.state, countTroubles([report]), published),
  };
}

/** Of a suite. */
export function tellSuite({ report, files, reportPath, outcome }: SuiteRun): Told {
  return {
    files,
    page: renderSuiteHtml(report, 'nothing'),
    reportPath,
    outcome,
    annotations: renderSuiteAnnotations(report),
    hasNews: report.parts.some((part) => part.state !== 'ran' || hasNews(part.report)) || report.verdict.state !== 'pass',
    renderFinal: (options) => renderSuiteFinal(report, options),
    renderOutputs: (published) =>
      renderOutputs(
        report.verdict.state,
        countTroubles(report.parts.flatMap((part) => (part.state === 'ran' ? [part.report] : []))),
        published,
      ),
    renderComment: (frame) => renderSuiteComment(report, frame),
  };
}
