import { markup, type Content, type Html } from './markup.ts';

/** A part of the page with its entry in the table of contents. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly html: Html;
}

/** A landmark with a heading of the second level. */
export function renderSection(id: string, title: string, body: Content): Section {
  return {
    id,
    title,
    html: markup`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}</h2>
${body}</section>
`,
  };
}
