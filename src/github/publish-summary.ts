import { messageOf } from '../gate-error.ts';

/** GitHub drops a summary above 1 MiB (1,048,576 bytes) whole, for all that a step wrote; the rest is room for what the step's other commands write. */
export const SUMMARY_CAP_BYTES = 900_000;

const NOTE = '> This summary was cut to fit; the whole of it is in `summary.md` of the reports.\n\n';

/**
 * Appends Markdown to the job summary. A summary that cannot be written is a warning and false, never another verdict: the exit code says that.
 */
export async function publishSummary(markdown: string): Promise<boolean> {
  const { summary, warning } = await import('@actions/core');
  try {
    await summary.emptyBuffer().addRaw(cutSummary(markdown, SUMMARY_CAP_BYTES), true).write();
    return true;
  } catch (thrown) {
    summary.emptyBuffer();
    warning(`the job summary could not be written: ${messageOf(thrown)}`, { title: 'load-gate' });
    return false;
  }
}

/** At most `capBytes` bytes of UTF-8, cut at the end of a line, with a note in front; what fits is left as it is. */
export function cutSummary(markdown: string, capBytes: number): string {
  const bytes = new TextEncoder().encode(markdown);
  if (bytes.length <= capBytes) return markdown;
  const room = capBytes - new TextEncoder().encode(NOTE).length;
  const lineEnd = bytes.lastIndexOf(0x0a, room - 1);
  return NOTE + new TextDecoder().decode(bytes.subarray(0, lineEnd + 1));
}
