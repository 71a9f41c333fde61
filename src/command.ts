import type { CommandPorts } from './command-ports.ts';
import { explainError } from './explain-error.ts';
import { createMasker } from './mask-secrets.ts';
import { parseArgv } from './options/parse-argv.ts';
import type { CheckRequest, DemoRequest, OutputRequest, Request, RunRequest } from './options/request.ts';
import { catchStrayErrors } from './terminal/catch-stray-errors.ts';
import { choosePaint } from './terminal/paint.ts';
import { renderProgressLine } from './terminal/line-log.ts';
import { listenForSignals } from './terminal/listen-for-signals.ts';
import { openProgressView } from './terminal/open-progress-view.ts';
import type { ProgressView } from './terminal/progress-view.ts';
import { renderFinal } from './terminal/render-final.ts';
import { renderIssues } from './terminal/render-issues.ts';
import { RunLog } from './terminal/run-log.ts';
import type { Issue } from './config/issue.ts';
import type { GatePorts } from './gate-ports.ts';
import type { GateResult } from './gate.ts';
import { exitCodeFor, type ExitCode, type GateOutcome } from './verdict/exit-code.ts';

/** Takes what must not be shown out of a text; does nothing before the secrets are known. */
let mask: (text: string) => string = (text) => text;

/** Runs one command line and answers its exit code. Never throws: one catch, for whatever comes. */
export async function runCommand(argv: readonly string[]): Promise<ExitCode> {
  catchStrayErrors(explainThrown);
  try {
    const parsed = parseArgv(argv, process.env);
    return exitCodeFor(parsed.ok ? await dispatch(parsed.value) : refuse(parsed.issues));
  } catch (thrown) {
    return explainThrown(thrown);
  }
}

function explainThrown(thrown: unknown): ExitCode {
  const { lines, outcome } = explainError(thrown);
  process.stderr.write(`${mask(lines.join('\n'))}\n`);
  return exitCodeFor(outcome);
}

function refuse(issues: readonly Issue[]): GateOutcome {
  process.stderr.write(renderIssues(issues, choosePaint(process.stderr.isTTY, process.env)));
  return { kind: 'user-error' };
}

async function dispatch(request: Request): Promise<GateOutcome> {
  switch (request.command) {
    case 'help': {
      const { renderHelp } = await import('./options/render-help.ts');
      process.stdout.write(renderHelp(request.topic));
      return { kind: 'done' };
    }
    case 'version': {
      const { VERSION } = await import('./version.ts');
      process.stdout.write(`${VERSION}\n`);
      return { kind: 'done' };
    }
    case 'check':
      return check(request);
    case 'run':
      return run(request);
    case 'demo':
      return demo(request);
    case 'compare': {
      const { compareStored } = await import('./command-compare.ts');
      return compareStored(request, openCommandPorts());
    }
    case 'calibrate': {
      const { calibrate } = await import('./command-calibrate.ts');
      return calibrate(request, openCommandPorts());
    }
    case 'baseline show':
    case 'baseline accept':
    case 'baseline prune': {
      const { changeBaseline } = await import('./command-baseline.ts');
      return changeBaseline(request, openCommandPorts());
    }
  }
}

function openCommandPorts(): CommandPorts {
  return {
    env: process.env,
    cwd: process.cwd(),
    now: () => Date.now(),
    write: (text) => void process.stdout.write(text),
    writeAside: (text) => void process.stderr.write(text),
    width: process.stdout.columns ?? 100,
    paint: choosePaint(process.stdout.isTTY, process.env),
  };
}

async function check(request: CheckRequest): Promise<GateOutcome> {
  const { prepareGate } = await import('./gate-prepare.ts');
  const prepared = prepareGate(request, { env: process.env, cwd: process.cwd(), workers: undefined, requireSecrets: false });
  if (!prepared.ok) return refuse(prepared.issues);
  const { renderPlan } = await import('./terminal/render-plan.ts');
  const { plan, config } = prepared.value;
  const paint = choosePaint(process.stdout.isTTY, process.env);
  const isSeedGiven = (request.seed ?? config.scenario.seed) !== undefined;
  const width = process.stdout.columns ?? 100;
  process.stdout.write(renderPlan({ plan, sla: config.sla, hasSla: config.hasSla, caps: request.caps, isSeedGiven, width, paint }));
  if (prepared.warnings.length > 0) process.stdout.write(`\n${renderIssues(prepared.warnings, paint)}`);
  return { kind: 'done' };
}

async function run(request: RunRequest): Promise<GateOutcome> {
  const { runGate } = await import('./gate.ts');
  const out = request.json ? process.stderr : process.stdout;
  const paint = choosePaint(out.isTTY, process.env);
  const view = openProgressView(out, paint, request.quiet);
  let result: GateResult;
  try {
    result = await runGate(
      request,
      openPorts(view, (issues) => renderIssues(issues, paint)),
    );
  } finally {
    view.finish();
  }
  if (result.kind === 'issues') return refuse(result.issues);
  const width = out.columns ?? 100;
  out.write(`${request.quiet ? '' : '\n'}${renderFinal(result.report, { width, paint, reportPath: result.reportPath })}`);
  if (request.json) process.stdout.write(result.files.get('results.json') ?? '');
  return result.outcome;
}

function openPorts(view: ProgressView, show: (issues: readonly Issue[]) => string): GatePorts {
  const log = new RunLog();
  const began = performance.now();
  const say = (text: string): void => {
    const shown = mask(text);
    log.add(performance.now() - began, shown);
    view.log(shown);
  };
  return {
    env: process.env,
    cwd: process.cwd(),
    onIssues: (issues) => {
      if (issues.length > 0) say(show(issues).trimEnd());
    },
    onSecrets: (secrets) => {
      mask = createMasker(secrets);
      return Promise.resolve();
    },
    onNote: say,
    onProgress: (snapshot) => {
      log.add(performance.now() - began, renderProgressLine(snapshot));
      view.update(snapshot);
    },
    stopped: listenForSignals(say),
    log: () => log.text(),
  };
}

async function demo(request: DemoRequest): Promise<GateOutcome> {
  const { openDemo } = await import('./demo/open-demo.ts');
  const opened = await openDemo();
  try {
    const { csvPrefix, json, out, quiet } = request satisfies OutputRequest;
    const prefix = csvPrefix === undefined ? [] : [`--csv-prefix=${csvPrefix}`];
    const flags = [...prefix, ...(quiet ? ['--quiet'] : []), ...(json ? ['--json'] : [])];
    const parsed = parseArgv(['run', opened.scenario, '--target', opened.url, '--out', out, ...flags]);
    if (!parsed.ok || parsed.value.command !== 'run') throw new Error('the demo asks for something that the options refuse');
    return await run(parsed.value);
  } finally {
    await opened.stop();
  }
}
