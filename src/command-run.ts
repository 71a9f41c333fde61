import type { Issue } from './config/issue.ts';
import type { GatePorts } from './gate-ports.ts';
import { runShard, type RunOfShard } from './gate-shard.ts';
import { runGates, type GatesResult } from './gate-suite.ts';
import type { Masking } from './mask-secrets.ts';
import type { PageRequest, RunRequest } from './options/request.ts';
import { renderProgressLine } from './terminal/line-log.ts';
import { listenForSignals } from './terminal/listen-for-signals.ts';
import { openProgressView } from './terminal/open-progress-view.ts';
import { choosePaint, type Paint } from './terminal/paint.ts';
import type { ProgressView } from './terminal/progress-view.ts';
import { renderFinal } from './terminal/render-final.ts';
import { renderIssues } from './terminal/render-issues.ts';
import { renderShardFinal } from './terminal/render-shard-final.ts';
import { renderSuiteFinal } from './terminal/render-suite-final.ts';
import { RunLog } from './terminal/run-log.ts';
import type { GateOutcome } from './verdict/exit-code.ts';

/** What the command line shares with a run. */
export interface RunTerms {
  /** Tells what is wrong with the user's files. */
  readonly refuse: (issues: readonly Issue[]) => GateOutcome;
  readonly masking: Masking;
  /** Values for `${env.X}` beside those of the process, which win; absent: none. */
  readonly env?: Readonly<Record<string, string>> | undefined;
}

/** `load-gate run`: the gate with its progress, and at the end its verdict, on the terminal. */
export async function runOnTerminal(request: RunRequest, { refuse, masking, env }: RunTerms): Promise<GateOutcome> {
  const out = request.json ? process.stderr : process.stdout;
  const paint = choosePaint(out.isTTY, process.env);
  const view = openProgressView(out, paint, request.quiet);
  const opened = openPorts(view, masking, (issues) => renderIssues(issues, paint));
  const ports: GatePorts = env === undefined ? opened : { ...opened, env: { ...env, ...process.env } };
  const { shard } = request;
  if (shard) return runShardOnTerminal({ ...request, shard }, { out, paint, view, ports, refuse });
  let result: GatesResult;
  try {
    result = request.page ? await runShown(request, request.page, { ports, masking, view }) : await runGates(request, ports);
  } finally {
    view.finish();
  }
  if (result.kind === 'issues') return refuse(result.issues);
  const options = { width: out.columns ?? 100, paint, reportPath: result.reportPath };
  const final = result.kind === 'suite' ? renderSuiteFinal(result.report, options) : renderFinal(result.report, options);
  out.write(`${request.quiet ? '' : '\n'}${final}`);
  if (request.json) process.stdout.write(result.files.get('results.json') ?? '');
  return result.outcome;
}

interface Terminal extends Pick<RunTerms, 'refuse'> {
  readonly out: NodeJS.WriteStream;
  readonly paint: Paint;
  readonly view: ProgressView;
  readonly ports: GatePorts;
}

/** With `--shard`: a part, and no verdict. */
async function runShardOnTerminal(request: RunOfShard, { out, paint, view, ports, refuse }: Terminal): Promise<GateOutcome> {
  const result = await runShard(request, ports).finally(() => view.finish());
  if (result.kind === 'issues') return refuse(result.issues);
  const { report, reportPath, files, outcome } = result;
  const final = renderShardFinal({ ...result, run: report.run }, { width: out.columns ?? 100, paint, reportPath });
  out.write(`${request.quiet ? '' : '\n'}${final}`);
  if (request.json) process.stdout.write(files.get('results.json') ?? '');
  return outcome;
}

/** With `--ui`. */
async function runShown(
  request: RunRequest,
  page: PageRequest,
  { ports, masking, view }: { readonly ports: GatePorts; readonly masking: Masking; readonly view: ProgressView },
): Promise<GatesResult> {
  const { runOnPage } = await import('./command-live.ts');
  return runOnPage(request, page, { ports, mask: (text) => masking.mask(text), print: (line) => view.log(line), run: runGates });
}

function openPorts(view: ProgressView, masking: Masking, show: (issues: readonly Issue[]) => string): GatePorts {
  const log = new RunLog();
  const began = performance.now();
  const say = (text: string): void => {
    const shown = masking.mask(text);
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
      masking.add(secrets);
      return Promise.resolve();
    },
    onNote: say,
    onLog: (line) => log.add(performance.now() - began, masking.mask(line)),
    onProgress: (snapshot) => {
      log.add(performance.now() - began, renderProgressLine(snapshot));
      view.update(snapshot);
    },
    stopped: listenForSignals(say),
    log: () => log.text(),
  };
}
