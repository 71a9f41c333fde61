import { createHash, randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Checked, Issue } from './config/issue.ts';
import type { Scenario } from './config/scenario.ts';
import type { Burst } from './load/run-burst.ts';
import { createMasker, maskDeep } from './mask-secrets.ts';
import { LiveProgress } from './metrics/live-progress.ts';
import type { LiveSnapshot } from './metrics/live-snapshot.ts';
import type { RunSummary } from './metrics/run-summary.ts';
import type { PlanRequest, RunRequest } from './options/request.ts';
import { buildPlan } from './plan/build-plan.ts';
import type { Plan } from './plan/plan.ts';
import { cleanText } from './report/clean-text.ts';
import { compareValues } from './report/compare-values.ts';
import type { Report } from './report/report.ts';
import { judgeRun } from './verdict/judge-run.ts';
import { LiveJudge } from './verdict/live-judge.ts';
import { VERSION } from './version.ts';
import { readConfig, type Config } from './workspace/read-config.ts';
import { readMachineLimits } from './workspace/read-machine-limits.ts';
import { forgetResults, resolveOut } from './workspace/write-reports.ts';
import { GateError } from './gate-error.ts';
import { publishRun, type GateRun, type PublishPorts } from './gate-publish.ts';
import { openBaseline, type OpenBaseline } from './gate-baseline.ts';
import { lookAtBaseline } from './gate-looks.ts';
import { readOrigin } from './workspace/read-origin.ts';

/** How the outside takes part in a run: it is told what happens, and it can end the burst. */
export interface GatePorts extends PublishPorts {
  /** Warnings of the files, before the burst. */
  onIssues(issues: readonly Issue[]): void;
  /** Everything that must never be shown; before anything else is printed. */
  onSecrets(secrets: readonly string[]): Promise<void>;
  onProgress(snapshot: LiveSnapshot): void;
  /** Aborted: the user or the runner wants the burst to end; the reason is its `reason`. */
  readonly stopped: AbortSignal;
}

export type GateResult = { readonly kind: 'issues'; readonly issues: readonly Issue[] } | ({ readonly kind: 'judged' } & GateRun);

/** What a run is prepared to do. */
export interface Prepared {
  readonly config: Config;
  readonly plan: Plan;
  /** What makes two runs the same test. */
  readonly scenarioHash: string;
}

/**
 * The whole gate: files → plan → before → load → measurements → verdict → reports. Throws GateError when it cannot go on; everything that a file or a request
 * gets wrong is in the result.
 */
export async function runGate(request: RunRequest, ports: GatePorts): Promise<GateResult> {
  const prepared = prepareGate(request, { ...ports, workers: request.workers, requireSecrets: true });
  if (!prepared.ok) return { kind: 'issues', issues: prepared.issues };
  const { config, plan } = prepared.value;
  // A folder that may not be written to is refused before the load, not after it.
  const out = resolveOut({ cwd: ports.cwd, root: ports.root }, request.out, {
    time: 'time',
    name: plan.name,
    profile: plan.profile ?? 'default',
  });
  // Closed: if this run should die, a verdict of an earlier one must not be found in its place. A folder with its time in its name is new.
  if (!request.out.includes('{time}')) await forgetResults(out);
  await ports.onSecrets(plan.program.secrets);
  ports.onIssues(prepared.warnings);
  if (!config.hasSla) ports.onNote(`There is no ${request.sla.file}: nothing is promised, so the verdict will be inconclusive.`);

  // What is stored is read before the load, so that a history that cannot be read costs nobody a burst.
  const baseline = await openBaseline(request.baseline, request.key, ports);
  try {
    const report = await measure(prepared.value, request, { ports, baseline });
    return { kind: 'judged', ...(await publishRun(report, request, { ports, baseline })) };
  } finally {
    await baseline?.store.close();
  }
}

interface Surroundings {
  readonly ports: GatePorts;
  readonly baseline: OpenBaseline | undefined;
}

/** Load, measurements, comparison, verdict. */
async function measure(prepared: Prepared, request: RunRequest, { ports, baseline }: Surroundings): Promise<Report> {
  const { config, plan } = prepared;
  const refusal = await prepareTarget(plan, ports);
  const run = refusal === undefined ? await runLoad(prepared, ports) : await describeUnbegun(prepared, ports, refusal);
  const mask = createMasker(plan.program.secrets);
  const looks =
    baseline &&
    (await lookAtBaseline(run, {
      plan,
      sla: config.sla,
      baseline,
      origin: readOrigin(ports.env),
      storesBursts: request.mode === 'update-baseline',
      runBurst: (next) => runLoad({ ...prepared, plan: next }, ports),
      mask: (burst) => maskDeep(burst, mask),
      onNote: (note) => ports.onNote(note),
    }));
  const verdict = judgeRun(run, config.sla, dataSeed(run), looks && { further: looks.made, regression: looks.comparison?.result });
  const handRows = compareValues(run, config.sla);
  const more = {
    ...(looks && looks.further.length > 0 && { further: looks.further }),
    ...(looks?.comparison && { comparison: looks.comparison }),
  };
  return maskDeep({ run, verdict, handRows, ...more }, mask);
}

/** Reads the files and makes the plan, or says what stands against it. Touches no network. */
export function prepareGate(
  request: PlanRequest,
  context: Pick<GatePorts, 'env' | 'cwd' | 'root'> & { readonly workers: number | undefined; readonly requireSecrets: boolean },
): Checked<Prepared> {
  const config = readConfig(request, {
    workingDirectory: context.cwd,
    root: context.root,
    env: context.env,
    requireSecrets: context.requireSecrets,
  });
  if (!config.ok) return config;
  const plan = buildPlan(config.value.scenario, {
    ...request,
    seed: request.seed ?? config.value.scenario.seed ?? randomInt(2 ** 32),
    workers: context.workers ?? Math.max(1, availableParallelism() - 1),
    secrets: context.env,
    requireSecrets: context.requireSecrets,
    userAgent: `load-gate/${VERSION}`,
    machine: readMachineLimits(),
    readText: config.value.readText,
  });
  if (!plan.ok) return { ok: false, issues: [...config.warnings, ...plan.issues] };
  return {
    ok: true,
    value: { config: config.value, plan: plan.value, scenarioHash: hashScenario(config.value.scenario, request) },
    warnings: [...config.warnings, ...plan.warnings],
  };
}

/** Runs `before`; a sentence says why no load may be sent. */
async function prepareTarget(plan: Plan, ports: GatePorts): Promise<string | undefined> {
  if (plan.before.length === 0) return undefined;
  const { runBefore } = await import('./load/run-before.ts');
  try {
    await runBefore(plan, { env: ports.env, onStep: (name) => ports.onNote(`before: ${cleanText(name)}`), signal: ports.stopped });
    return undefined;
  } catch (error) {
    if (ports.stopped.aborted) return String(ports.stopped.reason);
    // Closed: only the step's own failure is an outcome; whatever else is thrown is not ours to explain.
    if (!(error instanceof GateError) || error.code !== 'LOAD_GATE_BEFORE_FAILED') throw error;
    return [error.message, error.hint].filter(Boolean).join('; ');
  }
}

async function describeUnbegun({ plan, scenarioHash }: Prepared, ports: GatePorts, refusal: string): Promise<RunSummary> {
  const { summarizeUnbegun } = await import('./load/summarize-unbegun.ts');
  return summarizeUnbegun(plan, { env: ports.env, scenarioHash, version: VERSION }, refusal);
}

async function runLoad({ config, plan, scenarioHash }: Prepared, ports: GatePorts): Promise<RunSummary> {
  const { runBurst } = await import('./load/run-burst.ts');
  ports.onNote(
    `${cleanText(plan.name)} → ${plan.shownTarget}, seed ${plan.seed}, ${plan.workers === 1 ? '1 worker' : `${plan.workers} workers`}`,
  );
  const judge = new LiveJudge(config.sla, plan);
  let progress: LiveProgress | undefined;
  const burst: Burst = runBurst(plan, {
    env: ports.env,
    scenarioHash,
    version: VERSION,
    onSecond: (second, { collector }) => {
      progress ??= new LiveProgress(plan.phases, plan.series, collector);
      const { checks, abort } = judge.judge(second, (series) => collector.totals(series).map((totals) => totals.summarize()));
      ports.onProgress(progress.snapshot(second, checks));
      return abort;
    },
  });
  const stop = (): void => burst.stop(String(ports.stopped.reason));
  ports.stopped.addEventListener('abort', stop, { once: true });
  if (ports.stopped.aborted) stop();
  try {
    return await burst.done;
  } finally {
    ports.stopped.removeEventListener('abort', stop);
  }
}

/** All of the scenario but where its lines stand, where it points, and its seed; and which of its tasks and users take part. */
function hashScenario(scenario: Scenario, { only, skip, userClasses }: PlanRequest): string {
  const selection = only.length + skip.length + userClasses.length > 0 ? { only, skip, userClasses } : undefined;
  const same = { ...scenario, file: undefined, target: undefined, seed: undefined, selection };
  const text = JSON.stringify(same, (key, value: unknown) => (key === 'at' && isPosition(value) ? undefined : value));
  return createHash('sha256').update(text).digest('hex');
}

/** A body may have a key `at` of its own. */
function isPosition(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'file' in value && 'line' in value && 'column' in value;
}

/** The seed of the bootstrap, from the data: the same data always give the same intervals. */
function dataSeed(run: RunSummary): number {
  const slices = run.series.map((series) => [series.name, series.perPhase.map((phase) => phase.slices)]);
  return createHash('sha256').update(JSON.stringify(slices)).digest().readUInt32BE(0);
}
