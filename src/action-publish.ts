import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOG_WIDTH, type ActionLog } from './action-log.ts';
import type { Told } from './action-told.ts';
import { messageOf } from './gate-error.ts';
import { commentOnChange } from './github/comment-on-change.ts';
import { explainNoArtifacts } from './github/detect-ghes.ts';
import type { GithubContext } from './github/github-context.ts';
import { publishAnnotations } from './github/publish-annotations.ts';
import { publishOutputs } from './github/publish-outputs.ts';
import { publishSummary } from './github/publish-summary.ts';
import { uploadReports, type ReportsUpload, type UploadedReports } from './github/upload-reports.ts';
import { uploadRawResults } from './github/upload-raw-results.ts';
import type { JudgedRequest } from './options/judged-request.ts';
import type { Published } from './report/render-outputs.ts';
import { paintPlain } from './terminal/paint.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import type { Workspace } from './workspace/resolve-workspace.ts';

/** Where a judged run is made known. */
export interface PublishTo {
  readonly request: JudgedRequest;
  readonly context: GithubContext;
  readonly workspace: Workspace;
  readonly log: ActionLog;
  /** Aborted: the workflow was cancelled, and the runner gives us a few seconds. */
  readonly stopped: AbortSignal;
  /** Called with the outcome once the outputs are set, before anything leaves the machine. */
  readonly onTold: (outcome: GateOutcome) => void;
}

/** A cancelled job is asked to end, and 7.5 s later made to; what comes last must be over by then. */
const CANCELLED_UPLOAD_MS = 4_000;
/** The same for all that leaves the machine when the job is cancelled while it does. */
const CANCELLED_SENDING_MS = 5_000;

/**
 * Tells the verdict everywhere that GitHub has a place for it: log, summary, annotations, outputs, artifact, comment, in this order. What fails on the way is a warning;
 * the outcome is the verdict's, but for outputs that a later step would read.
 */
export async function publishOnGithub(told: Told, to: PublishTo): Promise<GateOutcome> {
  const { workspace, log } = to;
  const { reportPath, files, outcome, annotations } = told;
  log.print(`\n${told.renderFinal({ width: LOG_WIDTH, paint: paintPlain, reportPath })}`);
  const summary = files.get('summary.md') ?? '';
  await attempt(log, () => publishSummary(summary));
  await attempt(log, () => publishAnnotations(annotations.map((one) => ({ ...one, file: workspace.fromRoot(one.file) }))));
  const folder = reportPath === undefined ? '' : workspace.fromRoot(reportPath);
  const published = { reportPath: folder, resultsPath: reportPath === undefined ? '' : `${folder}/results.json`, summary };
  // A later step reads them even if what follows should fail.
  const areSet = await setOutputs(told.renderOutputs(published), log);
  to.onTold(withOutputs(outcome, areSet));
  const more = await attempt(log, () => unlessCancelled(sendAway(told, to), to));
  const areComplete = more === undefined || (await setOutputs(told.renderOutputs({ ...published, ...more }), log));
  return withOutputs(outcome, areSet && areComplete);
}

function withOutputs(outcome: GateOutcome, areSet: boolean): GateOutcome {
  return (outcome.kind === 'judged' || outcome.kind === 'suite') && !areSet ? { ...outcome, isWritten: false } : outcome;
}

/** Gives it up a few seconds after the job was cancelled: the verdict is told by then. */
async function unlessCancelled<T>(sending: Promise<T>, { stopped }: PublishTo): Promise<T> {
  const over = new AbortController();
  const cancelled = async (): Promise<never> => {
    if (!stopped.aborted) await once(stopped, 'abort', { signal: over.signal });
    await sleep(CANCELLED_SENDING_MS, undefined, { signal: over.signal });
    throw new Error('the job was cancelled before the artifact and the comment were finished');
  };
  try {
    return await Promise.race([sending, cancelled()]);
  } finally {
    over.abort();
  }
}

/** Artifact and comment: what leaves the machine. */
async function sendAway(told: Told, { request, context, log, stopped }: PublishTo): Promise<Pick<Published, 'artifact' | 'commentUrl'>> {
  const files = new Map([...told.files, ['run.log', log.text()]]);
  const sent = await upload({ files, page: told.page }, { request, context, log, stopped });
  if (stopped.aborted) {
    log.print('No comment on the pull request: the job was cancelled.');
    return { artifact: sent?.artifact };
  }
  const comment = await commentOnChange(
    told,
    {
      context,
      policy: request.comment,
      token: request.githubToken,
      key: request.key,
      ofRun: undefined,
      reportUrl: sent?.pageUrl,
    },
    { env: process.env },
  );
  log.print(comment.sentence);
  return { artifact: sent?.artifact, commentUrl: 'url' in comment ? comment.url : undefined };
}

/** Where the reports are: the artifact of all files, and what to open in a browser. */
interface SentReports {
  readonly artifact: NonNullable<Published['artifact']>;
  /** The page raw; without one, that of the artifact. */
  readonly pageUrl: string;
}

async function upload(
  reports: Pick<ReportsUpload, 'files' | 'page'>,
  { request, context, log, stopped }: Omit<PublishTo, 'workspace' | 'onTold'>,
): Promise<SentReports | undefined> {
  if (explainNoArtifacts(process.env) !== undefined) return undefined;
  const { artifactName, key, retentionDays } = request;
  const what = { ...reports, artifactName, key, attempt: context.runAttempt, retentionDays };
  const terms = { env: process.env, ...(stopped.aborted && { withinMs: CANCELLED_UPLOAD_MS }) };
  const uploaded = await uploadReports(what, terms);
  for (const sentence of listTroubles(uploaded)) log.print(`Warning: ${sentence}`);
  // Its second half, a workflow that may comment, reads numbers from it, and unpacks nothing.
  if (context.tokenReach !== 'as-permitted' && !stopped.aborted) {
    const raw = await uploadRawResults(what, terms);
    if (raw.state === 'failed') log.print(`Warning: ${raw.sentence}`);
  }
  if (uploaded.state !== 'uploaded') return undefined;
  const { id, url, page } = uploaded;
  return { artifact: { id, url }, pageUrl: page.state === 'uploaded' ? page.url : url };
}

function listTroubles(uploaded: UploadedReports): readonly string[] {
  if (uploaded.state === 'failed') return [uploaded.sentence];
  return uploaded.page.state === 'failed' ? [uploaded.page.sentence] : [];
}

async function setOutputs(outputs: Readonly<Record<string, string>>, log: ActionLog): Promise<boolean> {
  try {
    await publishOutputs(outputs);
    return true;
  } catch (thrown) {
    // The verdict stands; that a later step cannot read it is part of the outcome.
    log.print(messageOf(thrown));
    return false;
  }
}

/** Nothing that is only told may stand in the way of the verdict. */
async function attempt<T>(log: ActionLog, act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (thrown) {
    log.print(`Warning: ${messageOf(thrown)}`);
    return undefined;
  }
}
