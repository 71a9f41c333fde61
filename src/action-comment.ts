import type { ActionJob } from './action-gate.ts';
import { refuseOnGithub } from './action-gate.ts';
import { LOG_WIDTH } from './action-log.ts';
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
import { renderSummaryMd } from './report/render-summary-md.ts';
import { paintPlain } from './terminal/paint.ts';
import { renderFinal } from './terminal/render-final.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import { judgeRun } from './verdict/judge-run.ts';

const NOTE =
  'Measured by the workflow of a fork, whose code may say what it likes: judge the numbers with that in mind. The promises are those of this repository; what the run was compared with is in its own summary.';

/**
 * The second half for pull requests of forks: no load. The numbers that the run of a fork has uploaded are judged by the promises of our own checkout and told on its
 * pull request. Its files are data: no text of them is shown.
 */
export async function commentOnFork(request: RunRequest & { readonly runId: number }, job: ActionJob): Promise<GateOutcome> {
  const { workspace, context, log } = job;
  await log.hide([request.githubToken]);
  const prepared = prepareGate(request, {
    env: process.env,
    cwd: workspace.folder,
    root: workspace.root,
    workers: undefined,
    requireSecrets: false,
  });
  if (!prepared.ok) return refuseOnGithub(prepared.issues, (path) => workspace.fromRoot(path), log);
  const { plan, config } = prepared.value;
  const text = await readResults(request, job);
  const names = new Set([...plan.series.map(({ name }) => name), ...plan.phases.map(({ name }) => name), plan.profile ?? '']);
  const foreign = buildForeignReport(text, { names, title: plan.name }, ({ run }) => ({
    verdict: judgeRun(run, config.sla, dataSeed(run)),
    handRows: compareValues(run, config.sla),
  }));
  // Closed: results that cannot be used are no comment, and no green step.
  if (!foreign.ok)
    throw new GateError('LOAD_GATE_RESULT_INVALID', foreign.sentence, { hint: 'the log of the other run says what it uploaded' });
  const { report } = foreign;
  log.print(renderFinal(report, { width: LOG_WIDTH, paint: paintPlain, reportPath: undefined }));
  const summary = renderSummaryMd(report);
  await publishSummary(summary);
  const comment = await commentOnChange(
    tellInComment(report),
    {
      context,
      policy: request.comment,
      token: request.githubToken,
      key: request.key,
      ofRun: request.runId,
      reportUrl: undefined,
      note: NOTE,
    },
    { env: process.env },
  );
  log.print(comment.sentence);
  await publishOutputs(
    renderOutputs(report.verdict.state, countTroubles([report]), {
      reportPath: '',
      resultsPath: '',
      summary,
      commentUrl: 'url' in comment ? comment.url : undefined,
    }),
  );
  // The verdict has been the other run's to exit with; this one has a comment to write.
  return comment.kind === 'refused'
    ? { kind: 'judged', verdict: 'pass', failOn: [], lacksBaseline: false, isWritten: false }
    : { kind: 'done' };
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
