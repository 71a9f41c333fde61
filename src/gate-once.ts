import type { History } from './baseline/baseline-store.ts';
import type { Sla } from './config/sla.ts';
import { openBaseline, type OpenBaseline } from './gate-baseline.ts';
import { lookOnce } from './gate-looks.ts';
import type { GatePorts } from './gate-ports.ts';
import { publishRun } from './gate-publish.ts';
import { dataSeed } from './gate-seed.ts';
import type { GateResult } from './gate.ts';
import type { RunSummary } from './metrics/run-summary.ts';
import type { JudgedRequest } from './options/judged-request.ts';
import { compareValues } from './report/compare-values.ts';
import type { Report } from './report/report.ts';
import { judgeRun } from './verdict/judge-run.ts';
import { readOrigin } from './workspace/read-origin.ts';

/** What a verdict on something that cannot be measured again takes from the outside. */
export type OncePorts = Pick<GatePorts, 'env' | 'cwd' | 'root' | 'artifacts' | 'onNote' | 'log'>;

export interface OnceInput {
  readonly sla: Sla;
  readonly request: JudgedRequest;
  readonly ports: OncePorts;
  /** Why there is no second look and what to do, as the rest of a sentence that has a colon. */
  readonly noSecondLook: string;
}

/** What was measured before → compared with the stored runs, judged, published, and stored if that was asked for. */
export async function judgeOnce(run: RunSummary, { sla, request, ports, noSecondLook }: OnceInput): Promise<GateResult> {
  const opened = await openBaseline(request.baseline, request.key, ports);
  try {
    const baseline = opened && { ...opened, history: leaveOutSelf(run, opened.history, ports) };
    const report = judge(run, sla, baseline, { ports, noSecondLook });
    return { kind: 'judged', ...(await publishRun(report, request, { ports, baseline })) };
  } finally {
    await opened?.store.close();
  }
}

/** What is judged twice may be stored already, and nothing differs from itself. */
function leaveOutSelf(run: RunSummary, history: History, { onNote }: OncePorts): History {
  if (history.state !== 'found') return history;
  const figures = showFigures(run);
  const isSelf = ({ report }: (typeof history.runs)[number]): boolean => showFigures(report.run) === figures;
  const own = history.runs.filter(isSelf);
  if (own.length === 0) return history;
  onNote(`${own.map(({ id }) => id).join(', ')} in the baseline is this very measurement, and is not compared with itself.`);
  const runs = history.runs.filter((stored) => !isSelf(stored));
  return runs.length > 0 ? { ...history, runs } : { state: 'none-yet', otherKeys: [] };
}

/** Equal for the same measurement alone. Closed: two tests may have begun in the same second and taken as long, and one that was left out would have no baseline. */
function showFigures({ startedAt, durationMs, series }: RunSummary): string {
  const figures = series.map(({ name, perPhase }) => [name, perPhase.map(({ counts, latency }) => [counts, latency.count, latency.sumUs])]);
  return JSON.stringify([startedAt, durationMs, figures]);
}

function judge(
  run: RunSummary,
  sla: Sla,
  baseline: OpenBaseline | undefined,
  { ports, noSecondLook }: Pick<OnceInput, 'ports' | 'noSecondLook'>,
): Report {
  const { env, onNote } = ports;
  // What stands in a file was masked when it was written, or holds no secret of ours.
  const mask = (stored: RunSummary): RunSummary => stored;
  const comparison = baseline && lookOnce(run, { sla, baseline, origin: readOrigin(env), mask, onNote, noSecondLook });
  const looks = baseline && { further: [], regression: comparison?.result };
  const verdict = judgeRun(run, sla, dataSeed(run), looks);
  return { run, verdict, handRows: compareValues(run, sla), ...(comparison && { comparison }) };
}
