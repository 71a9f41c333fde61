/**
 * Text for the log of a workflow, in which no line is a command to the runner. The runner obeys a line that begins with `::` (spaces before it
 * do not help; the runner's kinds of space are JavaScript's and the next-line control) and, in the older form, `##[` anywhere in a line; server text could so set outputs or hide lines. A space takes either apart.
 */
export function defuseCommands(text: string): string {
  return text.replace(/(^|[\r\n])((?:[^\S\r\n]|\u0085)*):(?=:)/g, '$1$2: ').replaceAll('##[', '## [');
}
