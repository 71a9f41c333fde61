import type { ActionLog } from './action-log.ts';
import { explainError } from './explain-error.ts';
import { GateError } from './gate-error.ts';
import { commentOnChange } from './github/comment-on-change.ts';
import type { GithubContext } from './github/github-context.ts';
import { publishAnnotations } from './github/publish-annotations.ts';
import { publishOutputs } from './github/publish-outputs.ts';
import { publishSummary } from './github/publish-summary.ts';
import type { JudgedRequest } from './options/judged-request.ts';
import { renderUnjudged, tellUnjudged, type Unjudged } from './report/render-unjudged.ts';

/** A verdict that was asked for, with the pull request that waits for it. */
export interface AwaitedVerdict {
  readonly request: Pick<JudgedRequest, 'comment' | 'githubToken' | 'key'>;
  readonly context: GithubContext;
}

/**
 * What stopped the gate, where a user of GitHub looks first. The verdict of a gate that could not measure, or had nothing whole to judge, is inconclusive: then the pull request
 * is told, too. `awaited` is undefined where nobody waits for a verdict of this job, or it is told already.
 */
export async function publishThrown(thrown: unknown, log: ActionLog, awaited: AwaitedVerdict | undefined): Promise<void> {
  const { outcome } = explainError(thrown);
  const [title, text] =
    thrown instanceof GateError
      ? [`load-gate: ${thrown.code}`, [thrown.message, thrown.hint].filter(Boolean).join(' — ')]
      : ['load-gate: a bug', 'load-gate ended unexpectedly; the log has the details'];
  await publishAnnotations([{ level: 'error', file: '', line: 1, title, message: log.mask(text) }]);
  if (outcome.kind !== 'not-measured' || !(thrown instanceof GateError)) return;
  const unjudged = describe(thrown, log);
  const summary = renderUnjudged(unjudged);
  await publishSummary(summary);
  const outputs = { verdict: 'inconclusive', breaches: '0', regressions: '0', summary };
  // A later step reads them even if what follows should fail.
  await publishOutputs(outputs);
  if (awaited === undefined) return;
  const url = await comment(unjudged, log, awaited);
  if (url !== undefined) await publishOutputs({ ...outputs, 'comment-url': url });
}

function describe({ code, message, reasons, hint }: GateError, log: ActionLog): Unjudged {
  return {
    what: code === 'LOAD_GATE_SHARDS_UNFIT' ? 'judged' : 'measured',
    reasons: (reasons.length > 0 ? reasons : [message]).map((reason) => log.mask(reason)),
    hint: hint === undefined ? undefined : log.mask(hint),
  };
}

/** Where it stands; undefined: nowhere. */
async function comment(unjudged: Unjudged, log: ActionLog, { request, context }: AwaitedVerdict): Promise<string | undefined> {
  const asked = {
    context,
    policy: request.comment,
    token: request.githubToken,
    key: request.key,
    ofRun: undefined,
    reportUrl: undefined,
  };
  const outcome = await commentOnChange(tellUnjudged(unjudged), asked, { env: process.env });
  log.print(outcome.sentence);
  return 'url' in outcome ? outcome.url : undefined;
}
