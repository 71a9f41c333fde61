import { GateError } from '../gate-error.ts';
import { explainNoArtifacts } from './detect-ghes.ts';
import { openArtifactBaseline, type ArtifactFolder } from './open-artifact-baseline.ts';
import { parseWorkflowRef } from './parse-workflow-ref.ts';

/** The job of the action, as far as its artifacts are concerned. */
export interface ArtifactJob {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The input `github-token`; empty: none. */
  readonly token: string;
  /** True: the user has named the history, which may be shared by several workflows of the repository. False: only what this workflow has stored counts. */
  readonly isKeyGiven: boolean;
  /** Told why a history that has artifacts is empty all the same. */
  readonly onNote?: ((sentence: string) => void) | undefined;
}

/**
 * `baseline: artifact` in this job: the artifacts of one folder. Throws LOAD_GATE_BASELINE_UNREADABLE where there can be none, before any load, because a history
 * that cannot be read is not an empty one.
 */
export async function openJobArtifacts(folder: string, { env, token, isKeyGiven, onNote }: ArtifactJob): Promise<ArtifactFolder> {
  const unable = explainNoArtifacts(env);
  if (unable !== undefined) throw unreadable(unable, 'set `baseline` to branch or file:DIR');
  if (token === '')
    throw unreadable(
      'there is no token to read them with',
      'set `github-token: ${{ github.token }}` and give the job `permissions: actions: read`',
    );
  const [, owner, name] = /^([^/]+)\/([^/]+)$/.exec(env['GITHUB_REPOSITORY'] ?? '') ?? [];
  const workflow = parseWorkflowRef(env['GITHUB_WORKFLOW_REF']);
  // Closed: without its own name, a workflow cannot tell its artifacts from those of others.
  if (owner === undefined || name === undefined || workflow === undefined)
    throw unreadable('the runner does not say which repository and workflow this is', 'set `baseline` to branch or file:DIR');
  const { openClient } = await import('./open-client.ts');
  return openArtifactBaseline(folder, {
    repository: { owner, name },
    env,
    openApi: (totalMs) => openClient(token, env, { totalMs }),
    workflow: isKeyGiven ? undefined : workflow,
    onNone: onNote,
  });
}

function unreadable(why: string, hint: string): GateError {
  return new GateError('LOAD_GATE_BASELINE_UNREADABLE', `the baselines in artifacts cannot be read: ${why}`, { hint });
}
