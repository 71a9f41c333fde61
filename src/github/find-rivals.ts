import { callOrExplain, type ApiCalls } from './call-or-explain.ts';
import { count, list, object, text } from '../report/decode-json.ts';
import { messageOf } from '../gate-error.ts';
import type { Repository } from './github-context.ts';
import { nameWorkflowFile } from './parse-workflow-ref.ts';

/** The run that asks. */
export interface RivalSearch {
  readonly repository: Pick<Repository, 'owner' | 'name'>;
  readonly runId: number;
  /** `.github/workflows/ci.yml`. */
  readonly workflow: string;
  /** Above 0. */
  readonly withinMs?: number;
}

/** `unknown`: nothing could be found out, which harms nothing. A sentence is for the log, and safe to print. */
export type Rivals =
  | { readonly state: 'none' }
  | { readonly state: 'found'; readonly sentence: string }
  | { readonly state: 'unknown'; readonly sentence: string };

const WITHIN_MS = 5_000;
const MOST_SHOWN = 5;

const decodeRuns = object({ workflow_runs: list(object({ id: count, run_number: count, status: text })) });

/**
 * Looks for other runs of the workflow that are in progress: bursts on one target at the same time measure each other. Whatever is in progress now has started
 * before this burst. Never throws, and ends within 5 s.
 */
export async function findRivals(api: ApiCalls, { repository, runId, workflow, withinMs = WITHIN_MS }: RivalSearch): Promise<Rivals> {
  try {
    const data = await callOrExplain(api, { what: 'other runs of this workflow were not looked for', permission: 'actions: read' }, [
      'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
      {
        owner: repository.owner,
        repo: repository.name,
        workflow_id: nameWorkflowFile(workflow),
        status: 'in_progress',
        per_page: 30,
        request: { signal: AbortSignal.timeout(withinMs) },
      },
    ]);
    const rivals = decodeRuns(data, '').workflow_runs.filter(({ id, status }) => id !== runId && status === 'in_progress');
    return rivals.length === 0 ? { state: 'none' } : { state: 'found', sentence: describeRivals(rivals.map((run) => run.run_number)) };
  } catch (thrown) {
    return { state: 'unknown', sentence: messageOf(thrown) };
  }
}

/** Numbers alone: the title and the branch of a run are its author's text. */
function describeRivals(numbers: readonly number[]): string {
  const shown = numbers.slice(0, MOST_SHOWN).map((number) => `#${number}`);
  const more = numbers.length > shown.length ? ` and ${numbers.length - shown.length} more` : '';
  const isOne = numbers.length === 1;
  return (
    `${isOne ? 'Another run' : 'Other runs'} of this workflow ${isOne ? 'is' : 'are'} in progress (${shown.join(', ')}${more}): bursts on one target at the same time ` +
    'measure each other. ' +
    'Let them take turns with a `concurrency:` group named after the target, with `cancel-in-progress: false`.'
  );
}
