import type { ActionLog } from './action-log.ts';
import { publishOnGithub } from './action-publish.ts';
import { tellRun, tellSuite } from './action-told.ts';
import type { Issue } from './config/issue.ts';
import type { GatePorts } from './gate-ports.ts';
import { runGates } from './gate-suite.ts';
import { explainNoArtifacts } from './github/detect-ghes.ts';
import { findRivals } from './github/find-rivals.ts';
import type { GithubContext } from './github/github-context.ts';
import { openJobArtifacts } from './github/open-job-artifacts.ts';
import { parseWorkflowRef } from './github/parse-workflow-ref.ts';
import { publishIssues } from './github/publish-issues.ts';
import type { JudgedRequest } from './options/judged-request.ts';
import type { RunRequest } from './options/request.ts';
import { cleanText } from './report/clean-text.ts';
import { LineLog, renderProgressLine } from './terminal/line-log.ts';
import { listenForSignals } from './terminal/listen-for-signals.ts';
import { paintPlain } from './terminal/paint.ts';
import { renderIssues } from './terminal/render-issues.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import type { Workspace } from './workspace/resolve-workspace.ts';

/** Where the action runs. */
export interface ActionJob {
  readonly workspace: Workspace;
  readonly context: GithubContext;
  readonly log: ActionLog;
  /** The user has named the history. */
  readonly isKeyGiven: boolean;
  /** Called once the verdict is told: from here on nothing changes it. */
  readonly onTold: (outcome: GateOutcome) => void;
}

/** What of a request decides about what is said. */
type Asked = Pick<JudgedRequest, 'githubToken' | 'quiet' | 'baseline'>;

/** Load, verdict, and everything that GitHub has a place for. */
export async function gateOnGithub(request: RunRequest, job: ActionJob): Promise<GateOutcome> {
  const { workspace, context, log } = job;
  const stopped = listenForSignals((text) => log.say(text));
  const result = await runGates(request, { ...openPorts(request, job), stopped });
  if (result.kind === 'issues') return refuseOnGithub(result.issues, (path) => workspace.fromRoot(path), log);
  const told = result.kind === 'suite' ? tellSuite(result) : tellRun(result);
  return publishOnGithub(told, { request, context, workspace, log, stopped, onTold: job.onTold });
}

/** Tells what is wrong with files or inputs, on their lines. */
export async function refuseOnGithub(issues: readonly Issue[], fromRoot: (path: string) => string, log: ActionLog): Promise<GateOutcome> {
  log.print(renderIssues(issues, paintPlain).trimEnd());
  await publishIssues(issues, fromRoot);
  return { kind: 'user-error' };
}

/** The artifacts of this job, for `baseline: artifact`. */
export function openArtifactsOf(
  { githubToken }: Pick<RunRequest, 'githubToken'>,
  { isKeyGiven, log }: Pick<ActionJob, 'isKeyGiven' | 'log'>,
): NonNullable<GatePorts['artifacts']> {
  const terms = { env: process.env, token: githubToken, isKeyGiven, onNote: (note: string) => log.say(note) };
  return (folder) => openJobArtifacts(folder, terms);
}

/** Stored runs are those of the default branch, whatever a change is for. */
function warnOfBranch({ baseline }: Asked, { baselineBranch, defaultBranch }: GithubContext, log: ActionLog): void {
  if (baseline.kind === 'none' || baseline.kind === 'url' || baselineBranch === undefined || baselineBranch === defaultBranch) return;
  log.say(
    `This change is for ${cleanText(baselineBranch, 100)}; it is compared with runs of ${cleanText(defaultBranch ?? 'the default branch', 100)}.`,
  );
}

/** What there is to say before the burst, once nothing secret can be printed any more. */
async function warnBeforeLoad(request: Asked, { context, log }: ActionJob): Promise<void> {
  const unable = explainNoArtifacts(process.env);
  if (unable !== undefined) log.say(`The reports stay in report-path and are not uploaded: ${unable}.`);
  warnOfBranch(request, context, log);
  await warnOfRivals(request, context, log);
}

/** Of all calls about rivals together, waits included. */
const RIVALS_MS = 5_000;

/** Two bursts on one target at the same time measure each other. Nothing that goes wrong here matters to the run. */
async function warnOfRivals({ githubToken }: Asked, { repository, runId }: GithubContext, log: ActionLog): Promise<void> {
  const workflow = parseWorkflowRef(process.env['GITHUB_WORKFLOW_REF']);
  if (githubToken === '' || repository === undefined || runId === undefined || workflow === undefined) return;
  const { openClient } = await import('./github/open-client.ts');
  const rivals = await findRivals(await openClient(githubToken, process.env, { totalMs: RIVALS_MS }), { repository, runId, workflow });
  if (rivals.state === 'found') log.say(`Warning: ${rivals.sentence}`);
  if (rivals.state === 'unknown') log.note(rivals.sentence);
}

/** What a job says, and hides, while it works. */
export function openPorts(request: Asked, job: ActionJob): Omit<GatePorts, 'stopped'> {
  const { workspace, log, isKeyGiven } = job;
  const lines = new LineLog((line) => log.print(line));
  return {
    env: process.env,
    cwd: workspace.folder,
    root: workspace.root,
    artifacts: openArtifactsOf(request, { isKeyGiven, log }),
    onIssues: (issues) => {
      if (issues.length > 0) log.say(renderIssues(issues, paintPlain).trimEnd());
    },
    onSecrets: async (secrets) => {
      await log.hide([...secrets, request.githubToken]);
      await warnBeforeLoad(request, job);
    },
    onNote: (note) => log.say(note),
    onLog: (line) => log.note(line),
    onProgress: (snapshot) => {
      log.note(renderProgressLine(snapshot));
      if (!request.quiet) lines.update(snapshot);
    },
    log: () => log.text(),
  };
}
