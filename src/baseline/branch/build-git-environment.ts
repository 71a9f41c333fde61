/** One line of git's configuration; undefined: a key without a value, which means true. */
export type ConfigEntry = readonly [key: string, value: string | undefined];

/** What says how to reach the remote and who asks. Hooks, filters, identities and everything about the work tree stay where they are. */
const REACHING = /^(?:(?:http|credential|url|protocol|ssh)\.|core\.(?:sshcommand|gitproxy|askpass)$)/;
const OF_REMOTE = new Set(['url', 'pushurl', 'proxy', 'proxyauthmethod', 'uploadpack', 'receivepack', 'vcs', 'serveroption']);

/** `git config --list -z` → the entries that another repository needs to talk to the same remote, in their order. */
export function chooseConfig(listing: string, remote: string): readonly ConfigEntry[] {
  const prefix = `remote.${remote}.`;
  return listing
    .split('\0')
    .filter((line) => line !== '')
    .map((line): ConfigEntry => {
      const end = line.indexOf('\n');
      return end < 0 ? [line, undefined] : [line.slice(0, end), line.slice(end + 1)];
    })
    .filter(([key]) => (key.startsWith(prefix) ? OF_REMOTE.has(key.slice(prefix.length)) : REACHING.test(key)));
}

/** Texts in the entries that must never be shown: headers, and the user and password of an address. */
export function listSecrets(entries: readonly ConfigEntry[]): readonly string[] {
  return entries.flatMap(([key, value = '']) => {
    if (/\.extraheader$/i.test(key)) return [value, ...value.split(/[\s:]+/).filter((word) => word.length >= 8)];
    const user = /:\/\/([^/]*)@/.exec(key)?.[1] ?? /:\/\/([^/]*)@/.exec(value)?.[1];
    // `git` in ssh://git@host is no secret, and would mask half of every sentence.
    return user === undefined || (!user.includes(':') && user.length < 8)
      ? []
      : [user, ...user.split(':').filter((word) => word.length >= 8)];
  });
}

/** Text without the user part of any address in it. */
export function maskAddresses(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s'"]*@/gi, '$1***@');
}

/** What this code relies on, above whatever the machine is configured with. */
const FIXED: readonly ConfigEntry[] = [
  ['core.hooksPath', '/dev/null'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['push.gpgSign', 'false'],
  ['push.followTags', 'false'],
  ['push.recurseSubmodules', 'no'],
  ['fetch.recurseSubmodules', 'no'],
  ['fetch.writeCommitGraph', 'false'],
  ['advice.pushUpdateRejected', 'false'],
];

/** The environment for git in the user's own repository: nothing that the caller's git has left behind, no questions, no translations. */
export function buildGitEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  // Set while a hook or an alias runs; they would lead to another repository, index or work tree. GIT_TRACE and GIT_CURL_VERBOSE print headers.
  const leads =
    /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX|SHALLOW_FILE|GRAFT_FILE|REPLACE_REF_BASE|IMPLICIT_WORK_TREE|CONFIG|QUARANTINE_PATH|LITERAL_PATHSPECS|TRACE.*|CURL_VERBOSE)$/;
  const kept = Object.entries(env).filter(([name]) => !leads.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', LANGUAGE: '', GIT_TERMINAL_PROMPT: '0', GCM_INTERACTIVE: 'never' };
}

/**
 * The environment for git in a bare repository of our own. The entries travel as GIT_CONFIG_KEY_n, after those that the caller's environment has:
 * unlike arguments, other users of the machine cannot read them.
 */
export function addGitConfig(env: NodeJS.ProcessEnv, gitDir: string, entries: readonly ConfigEntry[]): NodeJS.ProcessEnv {
  const before = Number(env['GIT_CONFIG_COUNT'] ?? 0) || 0;
  const all = [...entries, ...FIXED];
  const config = all.flatMap(([key, value = 'true'], index) => [
    [`GIT_CONFIG_KEY_${before + index}`, key],
    [`GIT_CONFIG_VALUE_${before + index}`, value],
  ]);
  return { ...env, ...Object.fromEntries(config), GIT_CONFIG_COUNT: String(before + all.length), GIT_DIR: gitDir };
}
