import type { Annotation } from '../report/render-annotations.ts';

const TITLE_LENGTH = 255; // GitHub cuts or refuses longer ones
const MESSAGE_LENGTH = 4_000; // GitHub allows 64 KB; nobody reads that on a line

/** Puts the annotations on the run, in the order given; their text may come from a server and stays text. GitHub shows the first ten of each level of a step. */
export async function publishAnnotations(annotations: readonly Annotation[]): Promise<void> {
  if (annotations.length === 0) return;
  // @actions/core escapes %, line breaks, and in properties colon and comma, so that no text ends its command or begins another.
  const core = await import('@actions/core');
  for (const annotation of annotations) {
    const title = cleanText(annotation.title.replace(/\s+/g, ' '), TITLE_LENGTH);
    const place = annotation.file === '' ? {} : { file: cleanText(annotation.file, TITLE_LENGTH), startLine: annotation.line };
    core[annotation.level](cleanText(annotation.message, MESSAGE_LENGTH), { title, ...place });
  }
}

/** Without control characters (colours, bells, bidirectional overrides) other than line breaks and tabs, and cut. */
function cleanText(text: string, length: number): string {
  const clean = text.replace(/[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/gu, '');
  return clean.length > length ? `${clean.slice(0, length - 1)}…` : clean;
}
