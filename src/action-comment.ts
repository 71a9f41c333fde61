import type { ActionJob } from './action-gate.ts';
import { refuseOnGithub } from './action-gate.ts';
import { LOG_WIDTH } from './action-log.ts';
import type { Issue } from './config/issue.ts';
import { narrowRequest } from './gate-parts.ts';
import { dataSeed } from './gate-seed.ts';
import { prepareGate } from './gate-prepare.ts';
import { GateError, messageOf } from './gate-error.ts';
import { buildForeignReport } from './github/build-foreign-report.ts';
import { commentOnChange } from './github/comment-on-change.ts';
import { readRawResults } from './github/read-raw-results.ts';
import { publishOutputs } from './github/publish-outputs.ts';
import { publishSummary } from './github/publish-summary.ts';
import type { RunRequest } from './options/request.ts';
import { compareValues } from './report/compare-values.ts';
import { countTroubles } from './report/count-troubles.ts';
import { tellInComment } from './report/render-comment.ts';
import { renderOutputs } from './report/render-outputs.ts';
import type { Report } from './report/report.ts';
import { renderSummaryMd } from './report/render-summary-md.ts';
import { paintPlain } from './terminal/paint.ts';
import { renderFinal } from './terminal/render-final.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import { judgeRun } from './verdict/judge-run.ts';
import { resolveScenarios } from './workspace/resolve-scenarios.ts';
import { usageIssue } from './config/usage-issue.ts';

const NOTE =
  'Measured by the workflow of a fork, whose code may say what it likes: judge the numbers with that in mind. The promises are those of this repository; what the run was compared with is in its own summary.';

/**
 * The second half for pull requests of forks: no load. The numbers that the run of a fork has uploaded are judged by the promises of our own checkout and told on its
 * pull request. Its files are data: no text of them is shown.
 */
export async function commentOnFork(request: RunRequest & { readonly runId: number }, job: ActionJob): Promise<GateOutcome> {
  const { workspace, log } = job;
  await log.hide([request.githubToken]);
  const one = narrowToOne(request, job);
  if (typeof one !== 'string') return refuseOnGithub(one, (path) => workspace.fromRoot(path), log);
  const prepared = prepareGate(narrowRequest(request, one), {
    env: process.env,
    cwd: workspace.folder,
    root: workspace.root,
    workers: undefined,
    requireSecrets: false,
  });
  if (!prepared.ok) return refuseOnGithub(prepared.issues, (path) => workspace.fromRoot(path), log);
  const { plan, config } = prepared.value;
  const text = await readResults(request, job);
  const named = [...plan.series, ...plan.phases, ...plan.server.rows].map(({ name }) => name);
  const names = new Set([...named, plan.profile ?? '']);
  const foreign = buildForeignReport(text, { names, title: plan.name }, ({ run }) => ({
    verdict: judgeRun(run, config.sla, dataSeed(run)),
    handRows: compareValues(run, config.sla),
  }));
  // Closed: results that cannot be used are no comment, and no green step.
  if (!foreign.ok)
    throw new GateError('LOAD_GATE_RESULT_INVALID', foreign.sentence, { hint: 'the log of the other run says what it uploaded' });
  return tellComment(foreign.report, request, job);
}

/** The verdict has been the other run's to exit with; this one has a comment to write. */
async function tellComment(
  report: Report,
  { comment: policy, githubToken: token, key, runId }: RunRequest & { readonly runId: number },
  { context, log }: ActionJob,
): Promise<GateOutcome> {
  log.print(renderFinal(report, { width: LOG_WIDTH, paint: paintPlain, reportPath: undefined }));
  const summary = renderSummaryMd(report);
  await publishSummary(summary);
  const request = { context, policy, token, key, ofRun: runId, reportUrl: undefined, note: NOTE };
  const comment = await commentOnChange(tellInComment(report), request, { env: process.env });
  log.print(comment.sentence);
  const commentUrl = 'url' in comment ? comment.url : undefined;
  const published = { reportPath: '', resultsPath: '', summary, commentUrl };
  await publishOutputs(renderOutputs(report.verdict.state, countTroubles([report]), published));
  return comment.kind === 'refused'
    ? { kind: 'judged', verdict: 'pass', failOn: [], lacksBaseline: false, isWritten: false }
    : { kind: 'done' };
}

/** The one scenario that was asked for, or why there is none. */
function narrowToOne(request: RunRequest, { workspace }: ActionJob): string | readonly Issue[] {
  const { folder, root } = workspace;
  const asked = resolveScenarios(request, { workingDirectory: folder, root, env: process.env, requireSecrets: false });
  if (!asked.ok) return asked.issues;
  if (typeof asked.value === 'string') return asked.value;
  const message = 'with run-id there is one scenario: the pair of workflows for forks judges the results of one, and not of a suite';
  const suggestion = 'give each scenario a job, and a `key`, of its own in both workflows';
  return [usageIssue('input scenario', 'conflict', message, suggestion)];
}

async function readResults(
  { runId, githubToken, artifactName, key }: RunRequest & { readonly runId: number },
  { context }: ActionJob,
): Promise<string> {
  const hint = 'set the same `key` (or `artifact-name`) in both workflows, and give this job `permissions: actions: read`';
  const { repository } = context;
  if (repository === undefined) throw new GateError('LOAD_GATE_USAGE', 'run-id works in a workflow of GitHub alone');
  const { openClient } = await import('./github/open-client.ts');
  try {
    return await readRawResults(await openClient(githubToken, process.env), { repository, runId, artifactName, key });
  } catch (cause) {
    throw new GateError('LOAD_GATE_RESULT_INVALID', `the results of run ${runId} cannot be read: ${messageOf(cause)}`, { hint, cause });
  }
}
