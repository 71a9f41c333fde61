import { formatNumber } from '../units.ts';
import type { Check, Verdict } from '../verdict/verdict.ts';
import { codeSpan, escapeMarkdown } from './escape-markdown.ts';
import { fitBlocks, type Block, type Fold } from './fit-blocks.ts';
import { hasNews } from './has-news.ts';
import { endpointTable, reasonsBlock, socketTables, titleBlock } from './render-summary-md.ts';
import type { Report } from './report.ts';
import { sortChecks } from './sort-checks.ts';
import { comparisonBlocks } from './summary-comparison.ts';
import { detailFolds } from './summary-details.ts';
import { promiseTable, unjudgedBlocks } from './summary-promises.ts';
import { summarizeEndpoints } from './summarize-endpoints.ts';

/**
 * GitHub refuses comments above 65,536 characters. Counted are bytes of UTF-8, of which a text never has fewer than UTF-16 code units or characters, so
 * that it holds whatever GitHub counts.
 */
export const COMMENT_LIMIT = 60_000;

/** Up to so many reasons are told, and so many promises stand open; beyond, those that hold are folded. */
const MOST_OPEN = 10;

/** What stands around a report in a comment. */
export interface CommentFrame {
  /** Tells the comments of several jobs apart. */
  readonly key: string;
  /** What was measured, a full SHA. */
  readonly commit?: string | undefined;
  /** Where all of it is; an address that is not a plain http(s) one is left out. */
  readonly reportUrl?: string | undefined;
  readonly runUrl?: string | undefined;
  /** A sentence of ours below the title, as plain text. */
  readonly note?: string | undefined;
}

/** What there is to say in a comment. */
export interface CommentText {
  /** More than that all is well. */
  readonly hasNews: boolean;
  renderComment(frame: CommentFrame): string;
}

/** Of one run. */
export function tellInComment(report: Report): CommentText {
  return { hasNews: hasNews(report), renderComment: (frame) => renderComment(report, frame) };
}

/** The first line of a comment, by which it is found again: invisible, and the same for the same key alone. */
export function renderMarker(key: string): string {
  // Encoded are all that could end the HTML comment or the line; one hyphen may stay, since no `>` can follow it.
  return `<!-- load-gate key=${encodeKey(key)} -->`;
}

/**
 * The comment on a pull request, in GitHub's Markdown: marker, verdict, what is broken, what changed against the baseline; the rest is folded. At most
 * `COMMENT_LIMIT` bytes, cut between rows.
 */
export function renderComment(report: Report, frame: CommentFrame): string {
  const endpoints = summarizeEndpoints(report.run);
  const [promises, comparison] = [promiseBlocks(report.verdict), comparisonBlocks(report)];
  const title = titleBlock(report, endpoints);
  const head = [renderMarker(frame.key), ...title.head, ...frameLines(frame)];
  return fitBlocks(
    [
      { ...title, head },
      shorten(reasonsBlock(report)),
      // What decided comes first.
      ...(report.verdict.state === 'regression' ? [...comparison, ...promises] : [...promises, ...comparison]),
      { summary: 'Endpoints', blocks: [endpointTable('', endpoints)] },
      ...socketTables('', endpoints).map((table) => ({ summary: 'WebSockets', blocks: [table] })),
      ...detailFolds(report, endpoints),
    ],
    COMMENT_LIMIT,
  );
}

/** At most three bytes for each UTF-16 code unit become nine characters. */
function encodeKey(key: string): string {
  const bytes = new TextEncoder().encode(key);
  const encoded = Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w.-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
  return encoded.replace(/-(?=-)/g, '%2D');
}

/** Commit, report and run, and a note, below a title. */
export function frameLines({ commit, reportUrl, runUrl, note }: CommentFrame): readonly string[] {
  const places = [
    commit === undefined ? '' : `commit ${nameCommit(commit, runUrl)}`,
    renderLink('report', reportUrl),
    renderLink('workflow run', runUrl),
  ].filter((place) => place !== '');
  return [...(places.length > 0 ? ['', places.join(' · ')] : []), ...(note === undefined ? [] : ['', escapeMarkdown(note, 500)])];
}

/** Linked beside the run, whose repository it is of. */
function nameCommit(commit: string, runUrl: string | undefined): string {
  const repository = /^(.+)\/actions\/runs\/\d+/.exec(runUrl ?? '')?.[1];
  const name = codeSpan(commit.slice(0, 7));
  const link = repository !== undefined && /^[0-9a-f]{40}$/.test(commit) ? renderLink(name, `${repository}/commit/${commit}`) : '';
  return link === '' ? name : link;
}

/** Empty for anything that is not plainly an address: it could end the link and go on. */
function renderLink(text: string, url: string | undefined): string {
  return url !== undefined && /^https?:\/\/[\w.:-]+(?:\/[\w.~%/?&=#+,:@!-]*)?$/.test(url) && url.length <= 1_000 ? `[${text}](${url})` : '';
}

/** The tables below say the same, row by row. */
function shorten({ head, rows, tail }: Block): Block {
  const left = rows.length - MOST_OPEN;
  return left > 1 ? { head, rows: [...rows.slice(0, MOST_OPEN), `- … and ${formatNumber(left, 0)} more`], tail } : { head, rows, tail };
}

function promiseBlocks({ checks, reasons }: Verdict): readonly (Block | Fold)[] {
  if (checks.length === 0) return [];
  const sorted = sortChecks(checks);
  const open = sorted.length <= MOST_OPEN ? sorted : sorted.filter((check) => !isCalm(check));
  const folded = sorted.slice(open.length);
  return [
    open.length > 0 ? promiseTable('### Promises', open) : { head: ['### Promises'], rows: [], tail: [] },
    ...(folded.length > 0 ? [{ summary: nameCalm(folded), blocks: [promiseTable('', folded)] }] : []),
    ...unjudgedBlocks(checks, reasons.slice(0, MOST_OPEN)),
  ];
}

/** `sortChecks` puts these last. */
function isCalm({ state }: Check): boolean {
  return state === 'passed' || state === 'skipped';
}

function nameCalm(checks: readonly Check[]): string {
  const skipped = checks.filter(({ state }) => state === 'skipped').length;
  return [
    ...(checks.length > skipped ? [`Promises that hold: ${formatNumber(checks.length - skipped, 0)}`] : []),
    ...(skipped > 0 ? [`skipped: ${formatNumber(skipped, 0)}`] : []),
  ].join(', ');
}
