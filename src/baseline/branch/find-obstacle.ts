import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { BranchPlace } from './branch-repository.ts';
import { buildGitEnvironment } from './build-git-environment.ts';
import { runGit, type GitResult } from './run-git.ts';

/**
 * Why a folder surely has no branch of baselines: it is no git checkout, or the checkout has no such remote. Undefined: it may have one, and whoever opens it is told
 * what else is wrong (closed: a checkout that cannot be read is not the same as none).
 */
export async function findObstacle({ cwd, env, remote }: Omit<BranchPlace, 'branch'>): Promise<string | undefined> {
  const place = { cwd, env: buildGitEnvironment(env) };
  const ask = (args: readonly string[]): Promise<GitResult | undefined> => runGit(place, args).catch(() => undefined);
  const found = await ask(['rev-parse', '--show-toplevel']);
  // Without git there may be a checkout all the same.
  if (found === undefined) return holdsRepository(resolve(cwd)) ? undefined : NO_CHECKOUT;
  // A link to a repository that is not there reads "not a git repository: PATH".
  if (found.code !== 0) return /^fatal: not a git repository \(or any /m.test(found.stderr) ? NO_CHECKOUT : undefined;
  const urls = await ask(['config', '--local', '--includes', '--get-all', `remote.${remote}.url`]);
  return urls?.code === 1 && urls.stdout.length === 0 ? `this checkout has no remote ${remote}` : undefined;
}

const NO_CHECKOUT = 'this folder is not a git checkout';

function holdsRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  const above = dirname(folder);
  return above !== folder && holdsRepository(above);
}
