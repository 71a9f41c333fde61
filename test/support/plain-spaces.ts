/** Markdown with plain spaces where a figure is kept with its unit. */
export function plainSpaces(markdown: string): string {
  return markdown.replaceAll('\u2060', '').replaceAll('\u00a0', ' ');
}
