import type { CommandPorts } from './command-ports.ts';
import { explainError } from './explain-error.ts';
import { Masking } from './mask-secrets.ts';
import { parseArgv } from './options/parse-argv.ts';
import type { HelpRequest, Request, RunRequest } from './options/request.ts';
import { catchStrayErrors } from './terminal/catch-stray-errors.ts';
import { choosePaint } from './terminal/paint.ts';
import { renderIssues } from './terminal/render-issues.ts';
import type { Issue } from './config/issue.ts';
import { exitCodeFor, type ExitCode, type GateOutcome } from './verdict/exit-code.ts';

/** Takes what must not be shown out of a text; does nothing before the secrets are known. */
const masking = new Masking();

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
  process.stderr.write(`${masking.mask(lines.join('\n'))}\n`);
  return exitCodeFor(outcome);
}

function refuse(issues: readonly Issue[]): GateOutcome {
  process.stderr.write(renderIssues(issues, choosePaint(process.stderr.isTTY, process.env)));
  return { kind: 'user-error' };
}

async function dispatch(request: Request): Promise<GateOutcome> {
  switch (request.command) {
    case 'help':
      return printHelp(request);
    case 'version':
      return printVersion();
    case 'check': {
      const { checkFiles } = await import('./command-check.ts');
      return checkFiles(request, { ...openCommandPorts(), refuse });
    }
    case 'run':
      return run(request);
    case 'demo': {
      const { runDemo } = await import('./command-demo.ts');
      return runDemo(request, { run });
    }
    case 'compare': {
      const { compareStored } = await import('./command-compare.ts');
      return compareStored(request, openCommandPorts());
    }
    case 'calibrate': {
      const { calibrate } = await import('./command-calibrate.ts');
      return calibrate(request, openCommandPorts());
    }
    case 'export locust': {
      const { exportLocust } = await import('./command-export.ts');
      return exportLocust(request, { ...openCommandPorts(), refuse });
    }
    case 'plan':
      throw new Error('the command line has no mode plan: it has check --start-at');
    case 'merge': {
      const { mergeOnTerminal } = await import('./command-merge.ts');
      return mergeOnTerminal(request, { refuse, masking });
    }
    case 'import': {
      const { importOnTerminal } = await import('./command-import.ts');
      return importOnTerminal(request, { refuse, masking });
    }
    case 'view': {
      const [{ viewStored }, { waitForSignal }] = await Promise.all([import('./command-view.ts'), import('./terminal/wait-for-signal.ts')]);
      return viewStored(request, openCommandPorts(), waitForSignal);
    }
    case 'baseline show':
    case 'baseline accept':
    case 'baseline prune': {
      const { changeBaseline } = await import('./command-baseline.ts');
      return changeBaseline(request, openCommandPorts());
    }
  }
}

async function printHelp({ topic }: HelpRequest): Promise<GateOutcome> {
  const { renderHelp } = await import('./options/render-help.ts');
  process.stdout.write(renderHelp(topic));
  return { kind: 'done' };
}

async function printVersion(): Promise<GateOutcome> {
  const { VERSION } = await import('./version.ts');
  process.stdout.write(`${VERSION}\n`);
  return { kind: 'done' };
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

async function run(request: RunRequest, env?: Readonly<Record<string, string>>): Promise<GateOutcome> {
  const { runOnTerminal } = await import('./command-run.ts');
  return runOnTerminal(request, { refuse, masking, env });
}
