/** The fenced YAML blocks of a Markdown text whose info string is `yaml KIND`, in order. */
export function readSnippets(markdown: string, kind: string): string[] {
  return [...markdown.matchAll(/^```yaml (\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, body]) =>
    name === kind && body !== undefined ? [body] : [],
  );
}
