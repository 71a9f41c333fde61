import { relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Issue } from './config/issue.ts';
import { askClock } from './gate-clock.ts';
import { forgetReports, resolvePlaces } from './gate-files.ts';
import { describeUnbegun, prepareTargets, runLoad } from './gate-load.ts';
import { narrowRequest } from './gate-parts.ts';
import type { GatePorts } from './gate-ports.ts';
import { prepareGate, type Prepared, type Ready } from './gate-prepare.ts';
import { tryWriting } from './gate-publish.ts';
import { createMasker, maskDeep } from './mask-secrets.ts';
import { explainPart, nameShard } from './metrics/explain-part.ts';
import type { RunSummary } from './metrics/run-summary.ts';
import type { ClockOffset, ShardInfo } from './metrics/shard-info.ts';
import type { RunRequest, ShardRequest } from './options/request.ts';
import { explainFar, explainLate } from './plan/resolve-start.ts';
import { renderResults } from './report/render-results.ts';
import type { Report } from './report/report.ts';
import { formatDuration } from './units.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import { listInvalidities } from './verdict/generator-validity.ts';
import { nameAttempt } from './workspace/name-attempt.ts';
import { resolveScenarios } from './workspace/resolve-scenarios.ts';
import { writeReports } from './workspace/write-reports.ts';
import { usageIssue } from './config/usage-issue.ts';

/** What one machine has measured; nothing is judged. */
export interface ShardRun {
  readonly report: Report;
  readonly shard: ShardInfo;
  /** The folder of results.json, relative to where the process runs; undefined: it could not be written. */
  readonly reportPath: string | undefined;
  readonly files: ReadonlyMap<string, string>;
  /** Why the whole will be inconclusive with this part; empty: nothing stands against it. Whole sentences. */
  readonly doubts: readonly string[];
  readonly outcome: GateOutcome;
}

export type ShardResult = { readonly kind: 'issues'; readonly issues: readonly Issue[] } | ({ readonly kind: 'shard' } & ShardRun);

/** A run that is a part of one. */
export type RunOfShard = RunRequest & { readonly shard: ShardRequest };

/** Workers are made so long before the start, and are ready by then. */
const READY_MS = 8_000;

/** One machine's part of a burst that several make together: files → plan → the common start → load → results.json. Throws GateError when it cannot go on. */
export async function runShard(request: RunOfShard, ports: GatePorts): Promise<ShardResult> {
  const { shard } = request;
  const asked = resolveScenarios(request, { workingDirectory: ports.cwd, root: ports.root, env: ports.env, requireSecrets: true });
  if (!asked.ok) return { kind: 'issues', issues: asked.issues };
  if (typeof asked.value !== 'string')
    return refuse('SCENARIO', 'conflict', 'shards make one scenario, and this is a suite', 'give each part its own plan, shards and merge');
  const far = explainFar(shard.startAtMs, Date.now());
  if (far !== undefined) return refuse('start-at', 'value', far);
  const one = narrowRequest(request, asked.value);
  const prepared = prepareGate(one, { ...ports, workers: request.workers, requireSecrets: true, startAtMs: shard.startAtMs, shard });
  if (!prepared.ok) return { kind: 'issues', issues: prepared.issues };
  const foreign = explainForeign(prepared.value, shard);
  if (foreign !== undefined) return refuse('plan-hash', 'conflict', foreign);
  return { kind: 'shard', ...(await runPart(prepared, { ...one, shard }, ports)) };
}

function refuse(file: string, code: string, message: string, suggestion?: string): ShardResult {
  return { kind: 'issues', issues: [usageIssue(file, code, message, suggestion)] };
}

/** Closed: parts of two plans are no burst, and each of them is load. */
function explainForeign({ planHash }: Prepared, shard: ShardRequest): string | undefined {
  if (shard.planHash === undefined || shard.planHash === planHash) return undefined;
  return `the plan of this shard is ${planHash ?? 'none'}, and it must be ${shard.planHash}: scenario, SLA, flags, start-at and the version of load-gate must be those of the plan`;
}

async function runPart({ value: prepared, warnings }: Ready, request: RunOfShard, ports: GatePorts): Promise<ShardRun> {
  const { plan } = prepared;
  const places = resolvePlaces({ ...request, csvPrefix: undefined }, ports, {
    time: new Date(request.shard.startAtMs).toISOString(),
    name: plan.name,
    profile: plan.profile ?? 'default',
  });
  await forgetReports(places.folder);
  await ports.onSecrets(plan.program.secrets);
  ports.onIssues(warnings);
  const { run, clock } = await measure(prepared, request.shard, ports);
  const shard = describeShard(prepared, request.shard, { run, clock, env: ports.env });
  const mask = createMasker([...plan.program.secrets, ...(ports.secrets ?? [])]);
  const report = maskDeep(describePart({ ...run, shards: [shard] }), mask);
  const files = new Map([['results.json', renderResults(report)]]);
  const doubts = listDoubts(report.run, prepared);
  for (const doubt of doubts) ports.onNote(doubt);
  const isWritten = await tryWriting(() => writeReports(places.folder, new Map([...files, ['run.log', ports.log()]])), ports);
  const shown = relative(ports.cwd, places.folder) || '.';
  return {
    report,
    shard,
    reportPath: isWritten ? (shown.startsWith('..') ? places.folder : shown) : undefined,
    files,
    doubts,
    outcome: { kind: 'shard', isSound: doubts.length === 0, isWritten },
  };
}

/** Closed: whoever takes the file for a verdict finds that there is none. */
function describePart(run: RunSummary): Report {
  return { run, verdict: { state: 'inconclusive', reasons: [`This is ${explainPart(run) ?? 'a part of a burst'}.`], checks: [] } };
}

function listDoubts(run: RunSummary, { config }: Prepared): readonly string[] {
  const { ending } = run;
  const ended = ending.state === 'aborted' ? 'aborted' : 'cut short';
  return [
    ...(ending.state === 'complete' ? [] : [`This part was ${ended}: ${ending.reason.replace(/\.$/, '')}.`]),
    ...listInvalidities(run, config.sla.generator),
  ];
}

interface Measured {
  readonly run: RunSummary;
  readonly clock: ClockOffset | undefined;
}

function describeShard(
  { plan, planHash = '' }: Prepared,
  { index, count, startAtMs }: ShardRequest,
  { clock, env }: Measured & Pick<GatePorts, 'env'>,
): ShardInfo {
  const startAt = new Date(startAtMs).toISOString();
  return { index, count, planHash, startAt, attempt: nameAttempt(env), workers: plan.workers, clock };
}

async function measure(prepared: Prepared, shard: ShardRequest, ports: GatePorts): Promise<Measured> {
  const { plan } = prepared;
  const unbegun = async (why: string): Promise<Measured> => ({ run: await describeUnbegun(prepared, ports, why), clock: undefined });
  const lateMs = Date.now() - shard.startAtMs;
  if (lateMs >= 0) return unbegun(explainLate(lateMs));
  // With a plan that was made before, `before` was run with it.
  const refusal = shard.planHash === undefined && shard.index === 0 ? await prepareTargets([plan], ports) : undefined;
  if (refusal !== undefined) return unbegun(refusal);
  const readyMs = shard.startAtMs - READY_MS;
  const aheadMs = Math.max(0, shard.startAtMs - Date.now());
  ports.onNote(
    `${nameShard(shard)} of plan ${(prepared.planHash ?? '').slice(0, 12)} begins in ${formatDuration(Math.round(aheadMs / 100) * 100)}.`,
  );
  const clock = Date.now() < readyMs ? await askClock(plan, ports, readyMs) : undefined;
  await sleep(Math.max(0, readyMs - Date.now()), undefined, { signal: ports.stopped }).catch(() => undefined);
  if (ports.stopped.aborted) return { ...(await unbegun(String(ports.stopped.reason))), clock };
  const [run] = await runLoad(prepared, [plan], ports, shard.startAtMs);
  return { run, clock };
}
