/** The workflow run and its attempt, such as `17000000000/2`; empty outside of GitHub Actions. */
export function nameAttempt(env: Readonly<Record<string, string | undefined>>): string {
  if (env['GITHUB_ACTIONS'] !== 'true') return '';
  const [run, attempt] = [env['GITHUB_RUN_ID'] ?? '', env['GITHUB_RUN_ATTEMPT'] ?? '1'];
  return /^\d{1,20}$/.test(run) && /^\d{1,9}$/.test(attempt) ? `${run}/${attempt}` : '';
}
