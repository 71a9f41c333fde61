type Env = Readonly<Record<string, string | undefined>>;

/** GitHub Enterprise Server, which has no artifacts of version 4; decided as @actions/artifact decides it, which refuses to work there. */
export function isGhes(env: Env): boolean {
  const host =
    URL.parse(env['GITHUB_SERVER_URL'] || 'https://github.com')
      ?.hostname.trimEnd()
      .toLowerCase() ?? '';
  return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}

/** Why this job cannot upload artifacts, to be said before the burst; undefined: it can. */
export function explainNoArtifacts(env: Env): string | undefined {
  if (isGhes(env)) return 'GitHub Enterprise Server has no artifact service of version 4';
  const missing = ['ACTIONS_RESULTS_URL', 'ACTIONS_RUNTIME_TOKEN'].filter((name) => !env[name]);
  return missing.length === 0 ? undefined : `the runner offers no artifact service (${missing.join(' and ')} not set)`;
}
