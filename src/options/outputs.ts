/** The outputs of the action that exist today, in the order of action.yml. */
export const OUTPUTS = Object.freeze([
  ['verdict', '`pass`, `breach`, `regression` or `inconclusive`; empty when the files or inputs are wrong, and for `plan` and `shard`'],
  ['breaches', 'number of broken promises'],
  ['regressions', 'number of regressions; 0 where nothing was compared'],
  ['report-path', 'folder of the reports'],
  ['results-path', 'path of results.json'],
  ['artifact-id', 'the artifact of the reports; empty where there is none'],
  ['artifact-url', 'the page to download it from'],
  ['comment-url', 'the comment on the pull request; empty where there is none'],
  ['summary', 'the summary as Markdown'],
  ['start-at', 'of `plan`: when all shards begin'],
  ['plan-hash', 'of `plan`: what the shards must be parts of'],
] as const);
