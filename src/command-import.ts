import type { Issue } from './config/issue.ts';
import { importResults } from './gate-import.ts';
import type { Masking } from './mask-secrets.ts';
import type { ImportRequest } from './options/request.ts';
import { choosePaint } from './terminal/paint.ts';
import { renderFinal } from './terminal/render-final.ts';
import { renderIssues } from './terminal/render-issues.ts';
import { RunLog } from './terminal/run-log.ts';
import type { GateOutcome } from './verdict/exit-code.ts';

/** `load-gate import`: what another load generator has measured, judged. */
export async function importOnTerminal(
  request: ImportRequest,
  { refuse, masking }: { readonly refuse: (issues: readonly Issue[]) => GateOutcome; readonly masking: Masking },
): Promise<GateOutcome> {
  const out = request.json ? process.stderr : process.stdout;
  const paint = choosePaint(out.isTTY, process.env);
  const log = new RunLog();
  const began = performance.now();
  const say = (text: string): void => {
    const shown = masking.mask(text);
    log.add(performance.now() - began, shown);
    if (!request.quiet) out.write(`${shown}\n`);
  };
  const result = await importResults(request, {
    env: process.env,
    cwd: process.cwd(),
    onIssues: (issues) => {
      if (issues.length > 0) say(renderIssues(issues, paint).trimEnd());
    },
    onNote: say,
    log: () => log.text(),
  });
  if (result.kind === 'issues') return refuse(result.issues);
  const final = renderFinal(result.report, { width: out.columns ?? 100, paint, reportPath: result.reportPath });
  out.write(`${request.quiet ? '' : '\n'}${final}`);
  if (request.json) process.stdout.write(result.files.get('results.json') ?? '');
  return result.outcome;
}
