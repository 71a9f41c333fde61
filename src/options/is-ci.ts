/** True where the environment says that nobody sits before the screen: GitHub Actions, and whatever sets `CI` as most services do. */
export function isCi(env: Readonly<Record<string, string | undefined>>): boolean {
  const { GITHUB_ACTIONS: actions, CI: ci = '' } = env;
  return actions === 'true' || ['true', '1'].includes(ci.toLowerCase());
}
