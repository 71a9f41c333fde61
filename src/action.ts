import type { Issue } from './config/issue.ts';
import { explainError } from './explain-error.ts';
import type { GateRun } from './gate-publish.ts';
import type { GatePorts } from './gate-ports.ts';
import { runGate } from './gate.ts';
import { GateError, messageOf } from './gate-error.ts';
import { defuseCommands } from './github/defuse-commands.ts';
import { maskSecrets } from './github/mask-secrets.ts';
import { publishAnnotations } from './github/publish-annotations.ts';
import { publishIssues } from './github/publish-issues.ts';
import { publishOutputs } from './github/publish-outputs.ts';
import { publishSummary } from './github/publish-summary.ts';
import { readInputs } from './github/read-inputs.ts';
import { createMasker } from './mask-secrets.ts';
import { OPTIONS } from './options.ts';
import { parseInputs } from './options/parse-inputs.ts';
import type { RunRequest } from './options/request.ts';
import { escapeMarkdown } from './report/escape-markdown.ts';
import { renderAnnotations } from './report/render-annotations.ts';
import { renderOutputs } from './report/render-outputs.ts';
import { catchStrayErrors } from './terminal/catch-stray-errors.ts';
import { LineLog, renderProgressLine } from './terminal/line-log.ts';
import { listenForSignals } from './terminal/listen-for-signals.ts';
import { paintPlain } from './terminal/paint.ts';
import { renderFinal } from './terminal/render-final.ts';
import { renderIssues } from './terminal/render-issues.ts';
import { RunLog } from './terminal/run-log.ts';
import { exitCodeFor, type ExitCode, type GateOutcome } from './verdict/exit-code.ts';
import { resolveWorkspace, type Workspace } from './workspace/resolve-workspace.ts';

/** Columns of a log that nobody can resize. */
const WIDTH = 120;

/** Takes what must not be shown out of a text; does nothing before the secrets are known. */
let mask: (text: string) => string = (text) => text;

/** The entry of the GitHub Action: inputs → the same gate → summary, annotations, outputs, exit code. One catch, for whatever comes. */
catchStrayErrors(explainThrown);
try {
  process.exitCode = exitCodeFor(await main());
} catch (thrown) {
  process.exitCode = explainThrown(thrown);
  await publishThrown(thrown);
}

/** Whatever is printed may hold text of the target or of a fork's files: none of it may be read as a workflow command. */
function print(text: string): void {
  process.stdout.write(`${defuseCommands(mask(text))}\n`);
}

function explainThrown(thrown: unknown): ExitCode {
  const { lines, outcome } = explainError(thrown);
  print(lines.join('\n'));
  return exitCodeFor(outcome);
}

/** What stopped the gate, where a user of GitHub looks first. The verdict of a gate that could not measure is inconclusive. */
async function publishThrown(thrown: unknown): Promise<void> {
  const { outcome } = explainError(thrown);
  const [title, text] =
    thrown instanceof GateError
      ? [`load-gate: ${thrown.code}`, [thrown.message, thrown.hint].filter(Boolean).join(' — ')]
      : ['load-gate: a bug', 'load-gate ended unexpectedly; the log has the details'];
  const message = mask(text);
  await publishAnnotations([{ level: 'error', file: '', line: 1, title, message }]);
  if (outcome.kind !== 'not-measured') return;
  await publishSummary(`## Inconclusive: nothing was measured\n\n${escapeMarkdown(message, 1_000)}\n`);
  await publishOutputs({ verdict: 'inconclusive', breaches: '0', regressions: '0' });
}

async function main(): Promise<GateOutcome> {
  const parsed = parseInputs(await readInputs(OPTIONS.filter((option) => option.input).map((option) => option.name)), process.env);
  if (!parsed.ok) return refuse(parsed.issues, (path) => path);
  if (parsed.value.command !== 'run') throw new Error('the action asked for a command that it does not have');
  const request = parsed.value;
  const workspace = resolveWorkspace(request.workingDirectory, process.env);
  const result = await runGate(request, openPorts(request, workspace));
  return result.kind === 'issues' ? refuse(result.issues, workspace.fromRoot) : publish(result, workspace);
}

async function refuse(issues: readonly Issue[], fromRoot: (path: string) => string): Promise<GateOutcome> {
  print(renderIssues(issues, paintPlain).trimEnd());
  await publishIssues(issues, fromRoot);
  return { kind: 'user-error' };
}

function openPorts(request: RunRequest, workspace: Workspace): GatePorts {
  const began = performance.now();
  const log = new RunLog();
  const say = (text: string): void => {
    log.add(performance.now() - began, mask(text));
    print(text);
  };
  const lines = new LineLog((line) => print(line));
  return {
    env: process.env,
    cwd: workspace.folder,
    root: workspace.root,
    onIssues: (issues) => {
      if (issues.length > 0) say(renderIssues(issues, paintPlain).trimEnd());
    },
    onSecrets: (secrets) => {
      mask = createMasker(secrets);
      return maskSecrets(secrets);
    },
    onNote: say,
    onProgress: (snapshot) => {
      log.add(performance.now() - began, renderProgressLine(snapshot));
      if (!request.quiet) lines.update(snapshot);
    },
    stopped: listenForSignals(say),
    log: () => log.text(),
  };
}

async function publish({ report, reportPath, files, outcome }: GateRun, workspace: Workspace): Promise<GateOutcome> {
  print(`\n${renderFinal(report, { width: WIDTH, paint: paintPlain, reportPath })}`);
  const annotations = renderAnnotations(report);
  await publishAnnotations(annotations.map((annotation) => ({ ...annotation, file: workspace.fromRoot(annotation.file) })));
  const summary = files.get('summary.md') ?? '';
  await publishSummary(summary);
  const folder = reportPath === undefined ? '' : workspace.fromRoot(reportPath);
  const published = { reportPath: folder, resultsPath: reportPath === undefined ? '' : `${folder}/results.json`, summary };
  try {
    await publishOutputs(renderOutputs(report, published));
    return outcome;
  } catch (thrown) {
    // The verdict stands; that a later step cannot read it is part of the outcome.
    print(messageOf(thrown));
    return outcome.kind === 'judged' ? { ...outcome, isWritten: false } : outcome;
  }
}
