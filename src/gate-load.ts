import type { GatePorts } from './gate-ports.ts';
import type { Prepared } from './gate-prepare.ts';
import { watchServer, type Runs, type TimedRuns } from './gate-server.ts';
import { describeEngine, describeWorkers, startOnLocust } from './gate-locust.ts';
import type { Burst, BurstOptions } from './metrics/burst.ts';
import { summarizeUnbegun } from './metrics/describe-run.ts';
import type { Plans } from './plan/plan.ts';
import { buildLiveSecond } from './metrics/build-live-second.ts';
import { LiveProgress } from './metrics/live-progress.ts';
import type { RunSummary } from './metrics/run-summary.ts';
import type { Plan } from './plan/plan.ts';
import { cleanText } from './report/clean-text.ts';
import { LiveJudge } from './verdict/live-judge.ts';
import { VERSION } from './version.ts';
import { GateError } from './gate-error.ts';

/** Runs `before` on each target; a sentence says why no load may be sent. */
export async function prepareTargets(plans: Plans, ports: GatePorts): Promise<string | undefined> {
  for (const plan of plans) {
    const side = plan === plans[0] ? '' : "on the baseline's side: ";
    const refusal = await prepareTarget(plan, { ...ports, onNote: (note) => ports.onNote(`${side}${note}`) });
    if (refusal !== undefined) return `${side}${refusal}`;
  }
  return undefined;
}

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

/** The summary of a run that sent nothing. */
export async function describeUnbegun(prepared: Prepared, ports: GatePorts, reason: string): Promise<RunSummary> {
  const { readEnvironment } = await import('./load/read-environment.ts');
  const { plan, scenarioHash } = prepared;
  const engine = await describeEngine(prepared, ports);
  const identity = { environment: readEnvironment(ports.env), scenarioHash, version: VERSION, engine };
  return summarizeUnbegun(plan, identity, { reason, at: new Date().toISOString(), peakMemoryBytes: process.memoryUsage.rss() });
}

/** One burst of each plan at the same time, at once or at `startAtMs` (ms since 1970): a summary for each. What `server:` asks is asked of the first. */
export function runLoad(prepared: Prepared, plans: Plans, ports: GatePorts, startAtMs?: number): Promise<Runs> {
  return watchServer(plans[0], ports, () => measureLoad(prepared, plans, ports, startAtMs));
}

async function startBurst(prepared: Prepared, plans: Plans, ports: GatePorts, options: BurstOptions): Promise<Burst> {
  const [plan, against] = plans;
  if (prepared.engine.kind === 'locust') {
    // Closed: what is asked of one engine must not be left out by another.
    if (against !== undefined || options.startAtMs !== undefined) throw new Error('Locust was given what it cannot do');
    return startOnLocust(prepared, plan, options, ports);
  }
  const { runBurst } = await import('./load/run-burst.ts');
  return runBurst(plans, options);
}

async function measureLoad(prepared: Prepared, plans: Plans, ports: GatePorts, startAtMs?: number): Promise<TimedRuns> {
  const { config, scenarioHash } = prepared;
  const [plan, against] = plans;
  ports.onNote(
    `${cleanText(plan.name)} → ${plan.shownTarget}${against ? ` and ${against.shownTarget}` : ''}, seed ${plan.seed}, ${describeWorkers(prepared, plan)}`,
  );
  const judge = new LiveJudge(config.sla, plan);
  let progress: LiveProgress | undefined;
  const burst = await startBurst(prepared, plans, ports, {
    env: ports.env,
    scenarioHash,
    version: VERSION,
    startAtMs,
    onSecond: (second, { collector, levelChanges }) => {
      progress ??= new LiveProgress(plan, collector);
      const { checks, abort } = judge.judge(second, (series) => collector.totals(series).map((totals) => totals.summarize()));
      const snapshot = progress.snapshot(second, checks);
      ports.onProgress(snapshot);
      ports.live?.onSecond(buildLiveSecond(second, collector, levelChanges), snapshot);
      return abort;
    },
  });
  ports.live?.onBurst({ plan, summarize: () => burst.summarize(), setLevel: (level) => burst.setLevel(level) });
  const stop = (): void => burst.stop(String(ports.stopped.reason));
  ports.stopped.addEventListener('abort', stop, { once: true });
  if (ports.stopped.aborted) stop();
  try {
    return { runs: await burst.done, originMs: performance.now() - burst.elapsedMs() };
  } finally {
    ports.stopped.removeEventListener('abort', stop);
  }
}
