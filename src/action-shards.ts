import { openPorts, refuseOnGithub, type ActionJob } from './action-gate.ts';
import { LOG_WIDTH } from './action-log.ts';
import { publishOnGithub } from './action-publish.ts';
import { tellRun } from './action-told.ts';
import { GateError, messageOf } from './gate-error.ts';
import { mergeShards, unfit, type ShardFile } from './gate-merge.ts';
import { scheduleShards } from './gate-schedule.ts';
import { runShard, type RunOfShard, type ShardRun } from './gate-shard.ts';
import { publishAnnotations } from './github/publish-annotations.ts';
import { publishOutputs } from './github/publish-outputs.ts';
import { publishSummary } from './github/publish-summary.ts';
import { downloadShards, uploadShard } from './github/shard-artifacts.ts';
import { nameShard } from './metrics/explain-part.ts';
import type { MergeRequest, ScheduleRequest } from './options/request.ts';
import { escapeMarkdown } from './report/escape-markdown.ts';
import { listenForSignals } from './terminal/listen-for-signals.ts';
import { paintPlain } from './terminal/paint.ts';
import { renderShardFinal } from './terminal/render-shard-final.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import { nameAttempt } from './workspace/name-attempt.ts';

/** Nothing of a baseline is read by a job that judges nothing. */
const NO_BASELINE = { kind: 'none' } as const;

/** `mode: plan`: `before`, once for all shards, and then when they begin and of which plan they are. */
export async function scheduleOnGithub(request: ScheduleRequest, githubToken: string, job: ActionJob): Promise<GateOutcome> {
  const { workspace, log } = job;
  const stopped = listenForSignals((text) => log.say(text));
  const result = await scheduleShards(request, { ...openPorts({ githubToken, quiet: true, baseline: NO_BASELINE }, job), stopped });
  if (result.kind === 'issues') return refuseOnGithub(result.issues, (path) => workspace.fromRoot(path), log);
  const { startAt, planHash } = result;
  log.print(`All shards begin at ${startAt}, with the plan ${planHash}.`);
  // Closed: without them no shard begins.
  await publishOutputs({ 'start-at': startAt, 'plan-hash': planHash });
  return { kind: 'done' };
}

/** Of a job that is cancelled, and one that is not. */
const CANCELLED_UPLOAD_MS = 4_000;

/** `mode: shard`: one part of the burst, uploaded for the job that merges. */
export async function shardOnGithub(request: RunOfShard, job: ActionJob): Promise<GateOutcome> {
  const { workspace, log, context } = job;
  const stopped = listenForSignals((text) => log.say(text));
  const result = await runShard(request, { ...openPorts({ ...request, baseline: NO_BASELINE }, job), stopped });
  if (result.kind === 'issues') return refuseOnGithub(result.issues, (path) => workspace.fromRoot(path), log);
  const { report, reportPath, files, doubts } = result;
  log.print(`\n${renderShardFinal({ ...result, run: report.run }, { width: LOG_WIDTH, paint: paintPlain, reportPath })}`);
  const uploaded = await uploadShard(
    {
      results: files.get('results.json') ?? '',
      key: request.key,
      shard: result.shard,
      attempt: context.runAttempt,
      retentionDays: request.retentionDays,
    },
    { env: process.env, ...(stopped.aborted && { withinMs: CANCELLED_UPLOAD_MS }) },
  );
  const problems = [...doubts, ...(uploaded.state === 'failed' ? [uploaded.sentence] : [])];
  if (uploaded.state === 'failed') log.print(uploaded.sentence);
  // What is only told may not stand in the way of what was measured.
  await tell(result, problems).catch((thrown: unknown) => log.print(`Warning: ${messageOf(thrown)}`));
  const folder = reportPath === undefined ? '' : workspace.fromRoot(reportPath);
  const artifact = uploaded.state === 'uploaded' ? { 'artifact-id': String(uploaded.id), 'artifact-url': uploaded.url } : {};
  await publishOutputs({ 'report-path': folder, 'results-path': folder === '' ? '' : `${folder}/results.json`, ...artifact });
  // Closed: a part that nobody can merge is a part that is missing.
  const isSent = uploaded.state === 'uploaded';
  return result.outcome.kind === 'shard' ? { ...result.outcome, isWritten: result.outcome.isWritten && isSent } : result.outcome;
}

async function tell({ shard }: ShardRun, problems: readonly string[]): Promise<void> {
  const word = problems.length === 0 ? 'measured; `mode: merge` judges all of them together' : 'not sound';
  const lines = [`## ${nameShard(shard)}: ${word}`, '', ...problems.map((problem) => `- ${escapeMarkdown(problem, 600)}`)];
  await publishSummary(`${lines.join('\n')}\n`);
  const title = `load-gate: ${nameShard(shard)}`;
  await publishAnnotations(problems.map((message) => ({ level: 'error', file: '', line: 1, title, message })));
}

/** Of listing and downloading together. */
const DOWNLOAD_MS = 300_000;

/** `mode: merge`: what the shards of this attempt of this workflow run have uploaded, judged once and told everywhere. */
export async function mergeOnGithub(request: MergeRequest, job: ActionJob): Promise<GateOutcome> {
  const { workspace, context, log, onTold } = job;
  const stopped = listenForSignals((text) => log.say(text));
  const ports = openPorts(request, job);
  await ports.onSecrets([]);
  const files = await download(request, job);
  const attempt = nameAttempt(process.env);
  const result = await mergeShards(request, files, { ...ports, attempt });
  if (result.kind === 'issues') return refuseOnGithub(result.issues, (path) => workspace.fromRoot(path), log);
  return publishOnGithub(tellRun(result), { request, context, workspace, log, stopped, onTold });
}

/** Closed: what cannot be had is missing, and then nothing is judged. */
async function download({ githubToken, key }: MergeRequest, { context }: ActionJob): Promise<readonly ShardFile[]> {
  const { repository, runId, runAttempt } = context;
  if (repository === undefined || runId === undefined || githubToken === '') {
    throw new GateError(
      'LOAD_GATE_USAGE',
      'mode merge reads the artifacts of its workflow run, and there is no token or no run to read them of',
      {
        hint: 'set `github-token: ${{ github.token }}` and give the job `permissions: actions: read`',
      },
    );
  }
  const { openClient } = await import('./github/open-client.ts');
  const api = await openClient(githubToken, process.env, { totalMs: DOWNLOAD_MS });
  try {
    return await downloadShards(api, { repository, runId, key, attempt: runAttempt });
  } catch (thrown) {
    throw unfit([`${messageOf(thrown).replace(/\.$/, '')}.`]);
  }
}
