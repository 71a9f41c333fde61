import { escapeMarkdown } from './escape-markdown.ts';
import { fitBlocks } from './fit-blocks.ts';
import { COMMENT_LIMIT, frameLines, renderMarker, type CommentText } from './render-comment.ts';
import { SIGNS, WORDS } from './render-summary-md.ts';

/** Why there is no report to tell of. */
export interface Unjudged {
  /** What was not done. */
  readonly what: 'measured' | 'judged';
  /** Sentences, at least one; not trusted. */
  readonly reasons: readonly string[];
  /** The next step for the user. */
  readonly hint: string | undefined;
}

const MOST_REASONS = 20;
const LONGEST = 1_000;

/** The job summary of a run that came to no verdict, and to which no promise can be blamed: inconclusive, why, and what to do. */
export function renderUnjudged(unjudged: Unjudged): string {
  return render(unjudged, [], []);
}

/** The same in a comment: always news, since a pull request that still shows the verdict of an older commit would mislead. */
export function tellUnjudged(unjudged: Unjudged): CommentText {
  return { hasNews: true, renderComment: (frame) => render(unjudged, [renderMarker(frame.key)], frameLines(frame)) };
}

function render({ what, reasons, hint }: Unjudged, marker: readonly string[], frame: readonly string[]): string {
  const title = `## ${SIGNS.inconclusive} ${WORDS.inconclusive}: nothing was ${what}`;
  const told = reasons.slice(0, MOST_REASONS).map((reason) => `- ${escapeMarkdown(reason, LONGEST)}`);
  const more = reasons.length - told.length;
  const next = hint === undefined ? [] : ['', `What to do: ${escapeMarkdown(hint, LONGEST)}.`];
  return fitBlocks(
    [
      { head: [...marker, title, ...frame], rows: [], tail: [] },
      { head: [], rows: [...told, ...(more > 0 ? [`- … and ${more} more`] : [])], tail: next },
    ],
    COMMENT_LIMIT,
  );
}
