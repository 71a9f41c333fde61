import { cleanText } from '../clean-text.ts';
import { findName } from '../escape-markdown.ts';
import type { Report } from '../report.ts';
import { markup, showName, type Html } from './markup.ts';

const LONGEST_SENTENCE = 600;

/** A sentence of ours in which names of the user are shown as names. */
export function markNames(sentence: string, names: readonly string[]): Html {
  let rest = cleanText(sentence, LONGEST_SENTENCE);
  const parts: Html[] = [];
  for (let found = findName(rest, names); found; found = findName(rest, names)) {
    // Spaces at an end of a piece are taken away when it is cleaned again; between pieces they count.
    parts.push(showPiece(rest.slice(0, found.at)), showName(found.name, LONGEST_SENTENCE));
    rest = rest.slice(found.at + found.name.length);
  }
  return markup`${parts}${showPiece(rest)}`;
}

function showPiece(text: string): Html {
  return markup`${text.startsWith(' ') ? markup` ` : undefined}${text}${text.length > 1 && text.endsWith(' ') ? markup` ` : undefined}`;
}

/** All names of the user that may stand in a sentence of the verdict. */
export function listNames({ run, verdict, comparison }: Report): readonly string[] {
  return [
    ...verdict.checks.map((check) => check.name),
    ...run.series.map((series) => series.name),
    ...run.phases.map((phase) => phase.plan.name),
    ...(comparison?.result.rows ?? []).map((row) => row.name),
  ];
}
